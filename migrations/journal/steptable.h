#pragma once

#include "migrations/base/error.h"
#include "migrations/dialects/versiontablesql.h"
#include "migrations/graph/step.h"
#include "migrations/runner/runevent.h"
#include "migrations/scripts/revision.h"

#include <chrono>

namespace Migrations::Database {
class Connection;
}

namespace Migrations::Journal {

/// The table stillroom_journal in the database itself, beside the version table: one row for a step,
/// written in the step's own transaction, so that it says what is so. Made when it is missing. The
/// version table stays Alembic's.
///
/// Hears the events of the run for the times. Used on the connection's thread.
class StepTable final
{
public:
    [[nodiscard]] static QString tableName();

    /// `versionTable`: whose schema is taken
    StepTable(Database::Connection &connection, const Dialects::VersionTableName &versionTable,
        const Scripts::ScriptDirectory &scripts);

    void take(const Runner::RunEvent &event);
    /// A StepRecorder. Errors: the database's, with how to go on without the table.
    [[nodiscard]] Result<void> write(const Graph::Step &step);

private:
    Database::Connection &m_connection;
    const Dialects::VersionTableSql m_sql;
    const Scripts::ScriptDirectory &m_scripts;
    std::chrono::steady_clock::time_point m_begin;
    int m_statements = 0;
};

} // namespace Migrations::Journal
