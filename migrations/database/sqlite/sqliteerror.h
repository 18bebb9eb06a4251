#pragma once

#include "migrations/base/error.h"
#include "migrations/database/databaseurl.h"

class QSqlError;

namespace Migrations::Database {

/// Reads SQLite's result codes (https://www.sqlite.org/rescode.html); the primary code is the low
/// byte of an extended one.
class SqliteError final
{
public:
    [[nodiscard]] static Error ofConnection(const QSqlError &error, const DatabaseUrl &url);
    [[nodiscard]] static Error ofStatement(const QSqlError &error, const QString &statement);
};

} // namespace Migrations::Database
