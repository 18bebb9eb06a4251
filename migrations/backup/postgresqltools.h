#pragma once

#include "migrations/backup/backupfile.h"

namespace Migrations::Backup {

/// PostgreSQL's own programs for backups, as they are found on the PATH. The password goes through
/// the child's environment, never through its arguments. Errors of all: Unsupported (it is not
/// installed, or the URL has what only libpq's environment cannot say), Canceled, Server, Io.
namespace PostgresqlTools {

    /// pg_dump -Fc into a file that is there and empty
    [[nodiscard]] Result<void> dump(
        const Database::DatabaseUrl &url, const QString &file, const Progress &progress, const CancelToken &cancel);
    /// pg_restore --clean --if-exists --single-transaction
    [[nodiscard]] Result<void> restore(
        const Database::DatabaseUrl &url, const QString &file, const Progress &progress, const CancelToken &cancel);
    [[nodiscard]] Result<Content> check(
        const Database::DatabaseUrl &url, const QString &file, const QString &versionTable, const CancelToken &cancel);

} // namespace PostgresqlTools

} // namespace Migrations::Backup
