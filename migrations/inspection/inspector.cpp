#include "migrations/inspection/inspector.h"

#include "migrations/database/connection.h"
#include "migrations/inspection/postgresql/postgresqlinspector.h"
#include "migrations/inspection/sqlite/sqliteinspector.h"

namespace Migrations::Inspection {

namespace {

Result<Schema::Database> read(Database::Connection &connection)
{
    if (connection.url().isSqlite())
        return SqliteInspector(connection).read();
    return PostgresqlInspector(connection).read();
}

} // namespace

Result<Schema::Database> inspect(Database::Connection &connection)
{
    if (connection.inTransaction())
        return read(connection);
    if (const Result<void> begun = connection.beginReadOnly(); !begun)
        return failure(begun.error());
    Result<Schema::Database> found = read(connection);
    connection.rollback();
    return found;
}

} // namespace Migrations::Inspection
