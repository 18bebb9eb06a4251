#pragma once

#include "migrations/base/error.h"
#include "migrations/dialects/versiontablesql.h"
#include "migrations/graph/step.h"

#include <QStringList>

namespace Migrations::Database {
class Connection;
}

namespace Migrations::History {

/// The version table of a database: Alembic's own rows, nothing else in it. Begins no transaction;
/// the caller's decides whether a change and the step that it belongs to stay together.
class VersionTable final
{
public:
    explicit VersionTable(const Dialects::VersionTableSql &sql)
        : m_sql(sql)
    {
    }

    [[nodiscard]] const Dialects::VersionTableSql &sql() const { return m_sql; }

    /// Where Alembic looks: with a schema only there, otherwise what the search path of PostgreSQL
    /// shows, or the main and temporary tables of SQLite (reference §5.1). A view counts.
    [[nodiscard]] Result<bool> exists(Database::Connection &connection) const;
    /// CREATE TABLE, when it is not there
    [[nodiscard]] Result<void> ensure(Database::Connection &connection) const;
    /// The rows in the order the database gives them; none when there is no such table.
    [[nodiscard]] Result<QStringList> read(Database::Connection &connection) const;
    /// The characters that an id may have: of the column as it is; 0: no limit. Where there is no
    /// table, those of the table that ensure() makes.
    [[nodiscard]] Result<int> columnLength(Database::Connection &connection) const;
    /// Makes room for ids of so many characters, where there is a limit at all.
    [[nodiscard]] Result<void> widen(Database::Connection &connection, int characters) const;
    /// Deletes every row.
    [[nodiscard]] Result<void> clear(Database::Connection &connection) const;
    /// Sends a change and checks that an update or a delete met exactly one row, which is Alembic's
    /// guard against a second migrator: Conflict, "Online migration expected to match one row when
    /// updating …". The change has been made then, so the caller rolls back.
    [[nodiscard]] Result<void> write(Database::Connection &connection, const Graph::RowChange &change) const;

private:
    Dialects::VersionTableSql m_sql;
};

} // namespace Migrations::History
