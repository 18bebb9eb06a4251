#pragma once

#include <QString>

namespace Migrations::SqlText {

/// Why a statement is not sent in a dry run, which ends with a ROLLBACK.
enum class RehearsalObstacle {
    None,
    NotInTransaction, ///< the database refuses it inside of a transaction
    NotUndone, ///< a ROLLBACK does not take it back
};

/// By the statement's words. Source of the rules: PostgreSQL 17's documentation of each command
/// ("cannot be executed inside a transaction block"), of sequences and of dblink; SQLite's of VACUUM,
/// ATTACH and PRAGMA. A function of the database that does such a thing is not seen.
[[nodiscard]] RehearsalObstacle rehearsalObstacle(const QString &sql, const QString &dialect);

} // namespace Migrations::SqlText
