#include "migrations/runner/runner.h"

#include "migrations/database/connection.h"
#include "migrations/history/versiontable.h"
#include "migrations/plan/preview.h"
#include "migrations/plan/revisionstep.h"
#include "migrations/runner/livehost.h"
#include "migrations/runner/roomforids.h"

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

QString rowsText(const QStringList &rows)
{
    return rows.isEmpty() ? Tr::tr("base") : rows.join(QStringLiteral(", "));
}

/// One run under way.
class Run final
{
public:
    Run(Database::Connection &connection, const RunRequest &request, Questions &questions, const EventSink &sink,
        const CancelToken &cancel)
        : m_connection(connection)
        , m_request(request)
        , m_sink(sink)
        , m_cancel(cancel)
        , m_dialect(*Dialects::Dialect::byName(connection.url().dialect()))
        , m_questions(questions)
        , m_versionTable(Dialects::VersionTableSql(m_dialect, request.versionTable))
        , m_compiler(m_dialect.compiler(request.convention, Dialects::Target::Live))
        , m_host(m_dialect, *m_compiler, connection, questions, sink, cancel,
              {.arguments = request.scriptArguments, .tag = request.tag, .convention = request.convention,
                  .options = request.surroundings.options})
    {
    }

    RunReport execute()
    {
        const Clock::time_point begin = Clock::now();
        if (const Result<void> ran = runAll(); !ran)
            m_report.error = ran.error();
        // what the database says, not what was computed
        if (Result<QStringList> rows = m_versionTable.read(m_connection))
            m_report.rowsAfter = *rows;
        else if (!m_report.error)
            m_report.error = rows.error();
        m_report.elapsed = since(begin);
        return m_report;
    }

private:
    Result<void> runAll()
    {
        const Result<QStringList> rows = m_versionTable.read(m_connection);
        if (!rows)
            return failure(rows.error());
        m_report.rowsBefore = *rows;
        m_rows = *rows;
        const Result<QList<Graph::Step>> steps = m_request.direction == Graph::Direction::Upgrade
            ? m_request.graph.upgrade(*rows, m_request.target)
            : m_request.graph.downgrade(*rows, m_request.target);
        if (!steps)
            return failure(steps.error());
        m_sink(RunStarted {
            .database = m_connection.url().toDisplayString(), .steps = int(steps->size()), .rows = *rows});
        for (const Error &warning : m_request.review ? m_request.review(*steps) : QList<Error>())
            m_sink(RunWarning {warning});
        const Result<int> room = roomForIds(m_connection, m_versionTable, *steps, m_questions);
        if (!room)
            return failure(room.error());
        m_room = *room;
        if (const Result<void> ready = steps->isEmpty() || !m_request.prepare ? Result<void>() : m_request.prepare(); !ready)
            return ready;
        for (const Graph::Step &step : *steps) {
            if (const Result<void> done = runStep(step); !done)
                return done;
        }
        return steps->isEmpty() || !isOneTransaction() ? Result<void>() : commitAll();
    }

    [[nodiscard]] bool isOneTransaction() const
    {
        return m_request.isOneTransaction && m_dialect.hasTransactionalDdl();
    }

    Result<void> commitAll()
    {
        Result<void> committed = m_connection.commit();
        if (!committed) {
            m_connection.rollback();
            m_report.done.resize(m_committed);
        }
        return committed;
    }

    Result<void> runStep(const Graph::Step &step)
    {
        const int index = int(m_report.done.size());
        const Scripts::Revision *revision = m_request.scripts.revision(step.revision);
        const QString doc = revision ? revision->doc : QString();
        const QString text = Plan::runningText(step);
        m_sink(StepStarted {.index = index, .step = step, .text = doc.isEmpty() ? text : text + u", " + doc});
        const Clock::time_point begin = Clock::now();
        Result<void> done = insideTransaction(step, revision);
        if (m_host.hasCommitted() || !isOneTransaction())
            m_committed = m_report.done.size();
        if (!done) {
            m_connection.rollback();
            m_report.done.resize(m_committed);
            explain(done.error(), step);
            m_sink(StepFailed {.index = index, .error = done.error()});
            return done;
        }
        m_room = 0; // committed with the step
        m_report.done << step;
        m_sink(StepFinished {.index = index, .elapsed = since(begin)});
        return {};
    }

    Result<void> insideTransaction(const Graph::Step &step, const Scripts::Revision *revision)
    {
        if (m_cancel.isCanceled())
            return failure(ErrorCode::Canceled, Tr::tr("Canceled."));
        if (!revision)
            return failure(ErrorCode::NotFound,
                QStringLiteral("Can't locate revision identified by '%1'").arg(step.revision),
                Tr::tr("Bring the revision's file back into the versions folder."));
        m_host.beginStep();
        const bool isBegun = isOneTransaction() && !m_report.done.isEmpty();
        return (isBegun ? Result<void>() : m_connection.begin())
            .and_then([&] { return checkRows(); })
            .and_then([&] { return m_rows.isEmpty() ? m_versionTable.ensure(m_connection) : Result<void>(); })
            .and_then([&] { return m_room > 0 ? m_versionTable.widen(m_connection, m_room) : Result<void>(); })
            .and_then([&] { return Plan::evaluateRevision(*revision, step.direction, m_host, m_request.surroundings, m_cancel); })
            .and_then([&] { return checkConsent(); })
            .and_then([&] { return writeRows(step); })
            .and_then([&] { return m_request.record ? m_request.record(step) : Result<void>(); })
            .and_then([&] { return isOneTransaction() ? Result<void>() : m_connection.commit(); });
    }

    // somebody else may have migrated since the plan was made, or since the last step
    Result<void> checkRows()
    {
        const Result<QStringList> rows = m_versionTable.read(m_connection);
        if (!rows)
            return failure(rows.error());
        if (QSet<QString>(rows->cbegin(), rows->cend()) == QSet<QString>(m_rows.cbegin(), m_rows.cend()))
            return {};
        return failure(ErrorCode::Conflict,
            Tr::tr("Somebody else is migrating this database: it stands at %1 now, not at %2.")
                .arg(rowsText(*rows), rowsText(m_rows)),
            Tr::tr("Wait until that has ended, look where the database stands, and start again."));
    }

    // A script that asks, hears no and returns has done nothing. Alembic moves the version row all
    // the same, which then says what is not so; here the step has not happened.
    Result<void> checkConsent()
    {
        const std::optional<Question> declined = m_host.declined();
        if (!declined)
            return {};
        return failure({
            .code = ErrorCode::Refused,
            .message = Tr::tr("The script asked \"%1\", the answer was no, and it did nothing.")
                           .arg(declined->text.trimmed()),
            .at = declined->askedAt,
            .nextStep = Tr::tr("Answer yes to go on."),
        });
    }

    Result<void> writeRows(const Graph::Step &step)
    {
        for (const Graph::RowChange &change : step.rowChanges) {
            if (Result<void> written = m_versionTable.write(m_connection, change); !written)
                return written;
            if (change.kind != Graph::RowChange::Kind::Insert)
                m_rows.removeAll(change.from);
            if (change.kind != Graph::RowChange::Kind::Delete)
                m_rows << change.to;
        }
        return {};
    }

    void explain(Error &error, const Graph::Step &step) const
    {
        const QString what = m_host.hasCommitted()
            ? Tr::tr("What step %1 did up to the end of its autocommit block is committed, the rest of it was rolled "
                     "back. Its version row was not written.")
                  .arg(step.revision)
            : m_report.done.isEmpty()
            ? Tr::tr("Step %1 was rolled back; nothing was changed.").arg(step.revision)
            : Tr::tr("Step %1 was rolled back; %n step(s) before it are committed.", nullptr, int(m_report.done.size()))
                  .arg(step.revision);
        error.detail = error.detail.isEmpty() ? what : error.detail + u'\n' + what;
    }

    Database::Connection &m_connection;
    const RunRequest &m_request;
    const EventSink &m_sink;
    CancelToken m_cancel;
    const Dialects::Dialect &m_dialect;
    Questions &m_questions;
    History::VersionTable m_versionTable;
    std::unique_ptr<Dialects::Compiler> m_compiler;
    LiveHost m_host;
    QStringList m_rows;
    qsizetype m_committed = 0; ///< steps that no rollback undoes any more
    int m_room = 0; ///< characters to widen the column of ids to; 0: it is wide enough
    RunReport m_report;
};

} // namespace

RunReport run(Database::Connection &connection, const RunRequest &request, Questions &questions,
    const EventSink &sink, const CancelToken &cancel)
{
    return Run(connection, request, questions, sink, cancel).execute();
}

} // namespace Migrations::Runner
