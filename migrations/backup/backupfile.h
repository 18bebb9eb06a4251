#pragma once

#include "migrations/base/canceltoken.h"
#include "migrations/database/databaseurl.h"

#include <QDateTime>

#include <functional>

namespace Migrations::Backup {

/// Hears how far it is: in words, and in percent where that is known (otherwise -1).
using Progress = std::function<void(const QString &what, int percent)>;

/// What is backed up, and where to.
struct BackupOrder {
    const Database::DatabaseUrl &url;
    QStringList rows = {}; ///< of the version table, for the name
    QString to = {}; ///< a file that is not there; empty: a name of its own in the usual place
    QString folder = {}; ///< the usual place of a server's databases; is made
};

/// Copies a whole database into one file, while others work on it, as it stood at one moment. SQLite:
/// with SQLite's own online backup, into a database file beside it. PostgreSQL: with pg_dump, in its
/// custom format. Returns the file. The file is complete, on the disk and readable by its owner only
/// (SQLite: by whoever may read the database), or it is not there; nothing is overwritten.
///
/// Synchronous, starts no event loop. Errors: Unsupported (a database in memory; no pg_dump),
/// Conflict (the file is there), Canceled, Locked, Io (no space), Server.
[[nodiscard]] Result<QString> backUp(const BackupOrder &order, const Progress &progress, const CancelToken &cancel);

/// `<name>.<UTC yyyyMMdd-HHmmss>.<revision>.backup`
[[nodiscard]] QString backupName(const QString &database, const QDateTime &moment, const QStringList &rows);

/// Puts the content of such a file into the database, whole or not at all; open readers see the state
/// of before until it is done. The file is checked first by check(). SQLite: with SQLite's online
/// backup, into the file that is in use. PostgreSQL: pg_restore --clean --if-exists
/// --single-transaction; tables that the backup does not have stay.
[[nodiscard]] Result<void> restore(
    const Database::DatabaseUrl &url, const QString &file, const Progress &progress, const CancelToken &cancel);

/// What is in a backup file.
struct Content {
    QStringList rows; ///< of its version table
    QStringList tables; ///< PostgreSQL: with their schema
    QString made; ///< when and of what, in the words of the tool; may be empty
};

/// Reads a backup file before it is used: SQLite: integrity_check, PostgreSQL: its list. Errors:
/// NotFound, BadInput (no backup of this kind of database, or a damaged one).
[[nodiscard]] Result<Content> check(
    const Database::DatabaseUrl &url, const QString &file, const QString &versionTable, const CancelToken &cancel);

} // namespace Migrations::Backup
