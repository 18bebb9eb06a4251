#include "migrations/database/backend.h"

#include "migrations/database/postgresql/postgresqlbackend.h"
#include "migrations/database/sqlite/sqlitebackend.h"

namespace Migrations::Database {

std::unique_ptr<Backend> Backend::make(const DatabaseUrl &url)
{
    if (url.isSqlite())
        return std::make_unique<SqliteBackend>();
    return std::make_unique<PostgresqlBackend>();
}

} // namespace Migrations::Database
