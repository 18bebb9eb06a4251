#pragma once

#include "migrations/base/error.h"
#include "migrations/database/databaseurl.h"

class QSqlError;

namespace Migrations::Database {

/// Reads what PostgreSQL and libpq say: the server's own text without what Qt and libpq put around
/// it, and a next step by SQLSTATE (https://www.postgresql.org/docs/17/errcodes-appendix.html).
class PostgresqlError final
{
public:
    /// No SQLSTATE is known before the session begins, so this one goes by the words.
    [[nodiscard]] static Error ofConnection(const QSqlError &error, const DatabaseUrl &url);
    [[nodiscard]] static Error ofStatement(const QSqlError &error, const QString &statement);
};

} // namespace Migrations::Database
