#pragma once

#include "migrations/base/canceltoken.h"
#include "migrations/runner/failurereport.h"

#include <optional>

namespace Migrations::Database {
class Connection;
} // namespace Migrations::Database

namespace Migrations::History {
class VersionTable;
} // namespace Migrations::History

namespace Migrations::Runner {

/// Looks where a database stands when a run is over, on a new connection where the run has lost its own.
class Aftermath final
{
public:
    Aftermath(Database::Connection &connection, const History::VersionTable &table, const CancelToken &cancel)
        : m_connection(connection)
        , m_table(table)
        , m_cancel(cancel)
    {
    }

    /// A COMMIT got no answer; the rows were `before`, and would be `written`.
    [[nodiscard]] CommitOutcome afterLostCommit(const QStringList &before, const QStringList &written);
    /// The rows as they are; where nobody could look, what is possible: `settled`, unless the outcome of a
    /// COMMIT is not known. Without another error that is the report's.
    void writeTo(RunReport &report, const QStringList &settled);

private:
    Database::Connection &m_connection;
    const History::VersionTable &m_table;
    CancelToken m_cancel;
    std::optional<Result<QStringList>> m_found;
    QList<QStringList> m_possible;
};

/// The same rows, in any order.
[[nodiscard]] bool isSame(const QStringList &rows, const QStringList &others);

} // namespace Migrations::Runner
