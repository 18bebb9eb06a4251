#include "migrations/runner/stamp.h"

#include "migrations/database/connection.h"
#include "migrations/plan/preview.h"
#include "migrations/runner/roomforids.h"
#include "migrations/runner/surroundedrun.h"

#include <QCoreApplication>

namespace Migrations::Runner {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

using Clock = std::chrono::steady_clock;

std::chrono::microseconds since(Clock::time_point begin)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
}

/// One stamp under way.
class Stamping final
{
public:
    Stamping(Database::Connection &connection, const StampOrder &order, Questions &questions, SurroundedRun &around)
        : m_connection(connection)
        , m_order(order)
        , m_questions(questions)
        , m_around(around)
        , m_sink(around.sink())
    {
    }

    Result<void> execute(RunReport &report)
    {
        if (const Result<void> begun = m_around.begin(); !begun)
            return begun;
        const Result<QStringList> rows
            = m_around.patiently([this] { return m_order.versionTable.read(m_connection); });
        if (!rows)
            return failure(rows.error());
        report.rowsBefore = *rows;
        const Result<Graph::StampPlan> plan = m_order.graph.stamp(*rows, m_order.targets, m_order.purge);
        if (!plan)
            return failure(plan.error());
        m_sink(RunStarted {.database = m_connection.url().toDisplayString(), .steps = int(plan->steps.size()), .rows = *rows});
        // nobody thinks about an answer while a transaction is open
        const Result<int> room = roomForIds(m_connection, m_order.versionTable, plan->steps, m_questions);
        if (!room)
            return failure(room.error());
        const Clock::time_point begin = Clock::now();
        const Result<void> done = m_around.patiently([&] {
            m_connection.rollback(); // of the try before
            return m_connection.begin()
                .and_then([&] { return checkRows(*rows); })
                .and_then([&] { return prepare(*plan, *rows, *room); })
                .and_then([&] { return write(plan->steps); })
                .and_then([this] { return m_connection.commit(); });
        });
        if (!done)
            return done;
        report.done = plan->steps;
        for (qsizetype index = 0; index < plan->steps.size(); ++index)
            m_sink(StepFinished {.index = int(index), .elapsed = since(begin)});
        return {};
    }

private:
    Result<void> checkRows(const QStringList &expected)
    {
        const Result<QStringList> rows = m_order.versionTable.read(m_connection);
        if (!rows)
            return failure(rows.error());
        if (*rows == expected)
            return {};
        return failure(ErrorCode::Conflict, Tr::tr("Somebody else has migrated this database in the meantime."),
            Tr::tr("Look where the database stands, and start again."));
    }

    Result<void> prepare(const Graph::StampPlan &plan, const QStringList &rows, int room)
    {
        const History::VersionTable &table = m_order.versionTable;
        Result<void> done;
        if (rows.isEmpty() || plan.clearFirst)
            done = table.ensure(m_connection);
        if (done && room > 0)
            done = table.widen(m_connection, room);
        if (done && plan.clearFirst)
            done = table.clear(m_connection);
        return done;
    }

    Result<void> write(const QList<Graph::Step> &steps)
    {
        for (qsizetype index = 0; index < steps.size(); ++index) {
            m_sink(StepStarted {.index = int(index), .step = steps[index], .text = Plan::runningText(steps[index])});
            for (const Graph::RowChange &change : steps[index].rowChanges) {
                if (Result<void> written = m_order.versionTable.write(m_connection, change); !written) {
                    m_sink(StepFailed {.index = int(index), .error = written.error()});
                    return written;
                }
            }
            if (Result<void> recorded = m_order.record ? m_order.record(steps[index]) : Result<void>(); !recorded) {
                m_sink(StepFailed {.index = int(index), .error = recorded.error()});
                return recorded;
            }
        }
        return {};
    }

    Database::Connection &m_connection;
    const StampOrder &m_order;
    Questions &m_questions;
    SurroundedRun &m_around;
    const EventSink &m_sink; ///< of m_around
};

} // namespace

RunReport stamp(
    Database::Connection &connection, const StampOrder &order, Questions &questions, const EventSink &sink,
    const CancelToken &cancel)
{
    const Clock::time_point begin = Clock::now();
    RunReport report;
    SurroundedRun around(connection, order.patience, sink, cancel);
    if (const Result<void> done = Stamping(connection, order, questions, around).execute(report); !done) {
        connection.rollback();
        report.error = done.error();
        if (report.error->detail.isEmpty())
            report.error->detail = Tr::tr("Nothing was changed.");
    }
    // what the database says, not what was computed
    if (Result<QStringList> rows = order.versionTable.read(connection))
        report.rowsAfter = *rows;
    else if (!report.error)
        report.error = rows.error();
    report.elapsed = since(begin);
    return report;
}

Result<bool> ensureVersionTable(Database::Connection &connection, const History::VersionTable &versionTable)
{
    bool isThere = false;
    const Result<void> done = connection.begin()
                                  .and_then([&] { return versionTable.exists(connection); })
                                  .and_then([&](bool found) {
                                      isThere = found;
                                      return versionTable.ensure(connection);
                                  })
                                  .and_then([&] { return connection.commit(); });
    if (!done) {
        connection.rollback();
        return failure(done.error());
    }
    return !isThere;
}

} // namespace Migrations::Runner
