#pragma once

#include "migrations/backup/backupfile.h"

namespace Migrations::Backup {

struct SqliteCopying {
    QString from;
    QString to; ///< is there, empty or to be replaced
    /// `to` is a database that others have open: it changes in one transaction of SQLite's, which a
    /// failure, a cancel or a crash undoes
    bool isInUse = false;
};

/// Copies every page, some at a time. A writer that changes the source in between makes SQLite begin
/// anew; after three times the rest is copied in one go. Waits ten seconds for a lock.
[[nodiscard]] Result<void> copySqlite(
    const SqliteCopying &copying, const Progress &progress, const CancelToken &cancel);

[[nodiscard]] Result<Content> checkSqlite(const QString &file, const QString &versionTable);

} // namespace Migrations::Backup
