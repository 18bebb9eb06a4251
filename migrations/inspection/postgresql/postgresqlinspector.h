#pragma once

#include "migrations/base/error.h"
#include "migrations/schema/table.h"

#include <functional>

namespace Migrations::Database {
class Connection;
}

namespace Migrations::Inspection {

class Record;

/// Makes schema values of PostgreSQL's catalogue. Used once; the connection outlives it.
class PostgresqlInspector final
{
public:
    explicit PostgresqlInspector(Database::Connection &connection)
        : m_connection(connection)
    {
    }

    [[nodiscard]] Result<Schema::Database> read();

private:
    [[nodiscard]] Result<void> each(const QString &query, const std::function<void(const Record &)> &take);
    void takeTable(const Record &record);
    void takeColumn(const Record &record);
    void takeConstraint(const Record &record);
    void takeIndex(const Record &record);
    void markPrimaryKeys();

    Database::Connection &m_connection;
    Schema::Database m_database;
};

} // namespace Migrations::Inspection
