#pragma once

#include "migrations/base/error.h"

#include <QDateTime>

namespace Migrations::Database {
class Connection;
}

namespace Migrations::Backup {

/// A copy of a table inside the database, as people make it by hand before a change.
struct TableCopy {
    QString copy; ///< for people: "users_backup_20261121_192011", on PostgreSQL with its schema
    QString table; ///< that it is of
    qint64 rows = 0; ///< of the copy
    qint64 currentRows = 0; ///< of the table
};

/// CREATE TABLE <t>_backup_<UTC stamp> AS TABLE <t>, for all tables in one transaction: all of them
/// or none. A name is taken as it is written, otherwise as SQL reads it. A name that PostgreSQL would
/// cut is shortened before the suffix; the copy's comment says what it is of. Errors: NotFound,
/// Unsupported (a view), Server.
[[nodiscard]] Result<QList<TableCopy>> copyTables(
    Database::Connection &connection, const QStringList &tables, const QDateTime &moment);

/// What restoreTables() would do with these copies. Errors: NotFound; Conflict, when the columns of a
/// table are not those of its copy.
[[nodiscard]] Result<QList<TableCopy>> checkCopies(Database::Connection &connection, const QStringList &copies);

/// Puts the rows of the copies back, in one transaction: all of it or nothing; the copies stay. No
/// trigger of the tables fires. PostgreSQL: by the primary key where there is one, so that rows of
/// other tables that refer to a row of both are not touched; rows that came later are deleted, which is refused
/// (Conflict) where a foreign key would delete or change rows of other tables with them. SQLite:
/// without foreign keys, which are checked before the end: Conflict, when more rows than before
/// break one.
[[nodiscard]] Result<QList<TableCopy>> restoreTables(Database::Connection &connection, const QStringList &copies);

} // namespace Migrations::Backup
