#include "migrations/runner/runner.h"

#include "migrations/database/connection.h"
#include "migrations/history/versiontable.h"
#include "migrations/plan/preview.h"
#include "migrations/plan/revisionstep.h"
#include "migrations/runner/aftermath.h"
#include "migrations/runner/dryrun.h"
#include "migrations/runner/failurereport.h"
#include "migrations/runner/livehost.h"
#include "migrations/runner/repeatedanswers.h"
#include "migrations/runner/riskguard.h"
#include "migrations/runner/roomforids.h"
#include "migrations/runner/surroundedrun.h"
#include "migrations/runner/verification.h"

#include <QCoreApplication>
#include <QRegularExpression>

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

/// "+1" and "abc-2" count from somewhere: planned again, they would mean something else.
bool isRelative(const QString &target)
{
    static const QRegularExpression form(QStringLiteral("[+-]\\d+$"));
    return form.match(target).hasMatch();
}

/// One run under way.
class Run final
{
public:
    Run(Database::Connection &connection, const RunRequest &request, Questions &questions, const EventSink &sink,
        const CancelToken &cancel)
        : m_connection(connection)
        , m_request(request)
        , m_cancel(cancel)
        , m_dialect(*Dialects::Dialect::byName(connection.url().dialect()))
        , m_answers(questions)
        , m_versionTable(Dialects::VersionTableSql(m_dialect, request.versionTable))
        , m_compiler(m_dialect.compiler(request.convention, Dialects::Target::Live))
        , m_dryRun(connection, m_dialect)
        , m_around(connection, request.patience, request.isDryRun ? m_dryRun.listening(sink) : sink, cancel)
        , m_guard(connection, questions)
        , m_host(m_dialect, *m_compiler, connection, m_answers, m_around, m_guard, cancel,
              {.arguments = request.scriptArguments, .tag = request.tag, .convention = request.convention,
                  .options = request.surroundings.options})
        , m_aftermath(connection, m_versionTable, cancel)
    {
        if (request.isDryRun)
            m_host.rehearse(m_dryRun.meter());
    }

    RunReport execute()
    {
        const Clock::time_point begin = Clock::now();
        const Result<void> ran = m_around.begin()
                                     .and_then([this] { return plan(); })
                                     .and_then([this] { return prepare(); })
                                     .and_then([this] { return runSteps(); });
        if (!ran) {
            m_connection.rollback();
            m_report.error = ran.error();
        }
        lookWhereItStands();
        if (m_request.isDryRun)
            m_report.rehearsal = m_dryRun.rehearsal();
        m_report.elapsed = since(begin);
        return m_report;
    }

private:
    [[nodiscard]] Result<QStringList> readRows()
    {
        return m_around.patiently([this] { return m_versionTable.read(m_connection); });
    }

    Result<void> plan()
    {
        const Result<QStringList> rows = readRows();
        if (!rows)
            return failure(rows.error());
        m_rows = m_settledRows = *rows;
        Result<QList<Graph::Step>> steps = m_request.direction == Graph::Direction::Upgrade
            ? m_request.graph.upgrade(*rows, m_request.target)
            : m_request.graph.downgrade(*rows, m_request.target);
        if (!steps)
            return failure(steps.error());
        m_steps = std::move(*steps);
        m_next = 0;
        return {};
    }

    // what is asked and said before the first step
    Result<void> prepare()
    {
        m_report.rowsBefore = m_rows;
        tell(RunStarted {
            .database = m_connection.url().toDisplayString(), .steps = int(m_steps.size()), .rows = m_rows});
        for (const Error &warning : m_request.review ? m_request.review(m_steps) : QList<Error>())
            warn(warning);
        const Result<int> room = roomForIds(m_connection, m_versionTable, m_steps, m_answers);
        if (!room)
            return failure(room.error());
        m_room = *room;
        return m_steps.isEmpty() || !m_request.prepare ? Result<void>() : m_request.prepare();
    }

    [[nodiscard]] bool isOneTransaction() const
    {
        return m_request.isDryRun || (m_request.isOneTransaction && m_dialect.hasTransactionalDdl());
    }

    Result<void> runSteps()
    {
        LockRetry retry = m_around.retry();
        while (m_next < m_steps.size()) {
            const qsizetype settled = m_settled;
            const Result<void> done = runStep(m_steps[m_next]);
            if (done) {
                ++m_next;
            } else if (m_isMoved && !isRelative(m_request.target) && !m_host.hasCommitted()) {
                if (const Result<void> planned = planAgain(); !planned)
                    return planned;
            } else if (isWaitingForConsent(done.error())) {
                goBack();
                if (const Result<void> agreed = m_guard.ask(); !agreed)
                    return failed(m_steps[m_next], agreed.error());
            } else if (const auto pause = m_host.hasCommitted() ? std::nullopt : retry.pauseAfter(done.error())) {
                goBack();
                tell(StepRetried {.index = int(m_report.done.size()), .error = done.error(), .pause = *pause});
                if (!LockRetry::pause(*pause, m_cancel))
                    return failed(m_steps[m_next], {.code = ErrorCode::Canceled, .message = Tr::tr("Canceled.")});
            } else {
                return failed(m_steps[m_next], done.error());
            }
            if (settled != m_settled)
                retry = m_around.retry();
        }
        if (m_request.isDryRun)
            return endDryRun();
        return m_connection.inTransaction() ? commit() : Result<void>();
    }

    Result<void> endDryRun()
    {
        const Result<void> ended = m_dryRun.end();
        for (const Error &warning : ended ? m_dryRun.remains() : QList<Error>())
            warn(warning);
        return ended;
    }

    // to the last commit
    void goBack()
    {
        m_connection.rollback();
        m_next -= m_report.done.size() - m_settled;
        m_report.done.resize(m_settled);
        m_rows = m_settledRows;
        m_isWide = m_settled > 0;
        m_host.setClaims(m_claims);
    }

    Result<void> planAgain()
    {
        goBack();
        if (const Result<void> planned = plan(); !planned)
            return planned;
        tell(PlanChanged {.rows = m_rows, .steps = int(m_steps.size())});
        return {};
    }

    Result<void> failed(const Graph::Step &step, Error error)
    {
        const int index = int(m_report.done.size());
        m_connection.rollback();
        m_report.done.resize(m_settled);
        if (!m_isCommitLost)
            explainFailure(error, {.step = step, .committedBefore = int(m_settled), .hasCommittedPart = m_host.hasCommitted()});
        tell(StepFailed {.index = index, .error = error});
        return failure(error);
    }

    Result<void> runStep(const Graph::Step &step)
    {
        const Scripts::Revision *revision = m_request.scripts.revision(step.revision);
        const QString doc = revision ? revision->doc : QString();
        const QString text = Plan::runningText(step);
        const int index = int(m_report.done.size());
        tell(StepStarted {.index = index, .step = step, .text = doc.isEmpty() ? text : text + u", " + doc});
        const Clock::time_point begin = Clock::now();
        const QStringList rowsBefore = m_rows;
        m_answers.begin(step.revision);
        m_guard.beginStep(step.revision);
        m_isMoved = false;
        Result<void> done = insideTransaction(step, revision);
        if (m_host.hasCommitted() && m_settled < index) { // the steps before went with the block
            m_settled = index;
            m_settledRows = rowsBefore;
        }
        if (!done)
            return done;
        m_isWide = true;
        m_report.done << step;
        if (!isOneTransaction())
            settle();
        tell(StepFinished {.index = index, .elapsed = since(begin)});
        return {};
    }

    // no rollback undoes what was done up to here
    void settle()
    {
        m_settled = m_report.done.size();
        m_settledRows = m_rows;
        m_claims = m_host.claims();
    }

    Result<void> insideTransaction(const Graph::Step &step, const Scripts::Revision *revision)
    {
        m_host.beginStep();
        if (m_cancel.isCanceled())
            return failure(ErrorCode::Canceled, Tr::tr("Canceled."));
        if (!revision)
            return failure(ErrorCode::NotFound, QStringLiteral("Can't locate revision identified by '%1'").arg(step.revision),
                Tr::tr("Bring the revision's file back into the versions folder."));
        return m_around.companion()
            .checkLock()
            .and_then([&] { return m_host.guardForeignKeys(m_request.scripts, isOneTransaction() ? m_steps : QList {step}); })
            .and_then([&] { return begin(); })
            .and_then([&] { return checkRows(); })
            .and_then([&] { return m_rows.isEmpty() ? m_versionTable.ensure(m_connection) : Result<void>(); })
            .and_then([&] { return m_room > 0 && !m_isWide ? m_versionTable.widen(m_connection, m_room) : Result<void>(); })
            .and_then([&] { return Plan::evaluateRevision(*revision, step.direction, m_host, m_request.surroundings, m_cancel); })
            .and_then([&] { return m_host.finishStep(); })
            .and_then([&] { return checkConsent(); })
            .and_then([&] { return checkRisks(); })
            .and_then([&] { return writeRows(step); })
            .and_then([&] { return m_request.record ? m_request.record(step) : Result<void>(); })
            .and_then([&] { return isOneTransaction() ? Result<void>() : commit(); });
    }

    Result<void> begin()
    {
        if (m_connection.inTransaction())
            return {};
        const Result<void> begun = m_around.patiently([this] { return m_connection.begin(); });
        return begun && m_request.isDryRun ? m_dryRun.begin() : begun;
    }

    // SQLite keeps the transaction when a reader is in the way of its COMMIT
    Result<void> commit()
    {
        const Result<void> done = m_connection.url().isSqlite()
            ? m_around.patiently([this] { return m_connection.commit(); })
            : m_connection.commit();
        if (done || done.error().code != ErrorCode::Connection) {
            if (done && isOneTransaction())
                settle();
            else if (!done)
                m_connection.rollback();
            return done;
        }
        m_isCommitLost = true;
        const CommitOutcome outcome = m_aftermath.afterLostCommit(m_settledRows, m_rows);
        const Graph::Step &step = m_steps[std::min(m_next, m_steps.size() - 1)];
        if (outcome == CommitOutcome::Committed) {
            if (!isOneTransaction())
                m_report.done << step;
            settle();
        }
        return failure(lostCommitError(done.error(), step, outcome));
    }

    // somebody else may have migrated since the plan was made, or since the last step
    Result<void> checkRows()
    {
        const Result<QStringList> rows = m_versionTable.read(m_connection);
        if (!rows)
            return failure(rows.error());
        m_isMoved = !isSame(*rows, m_rows);
        if (!m_isMoved)
            return {};
        return failure(movedError(*rows, m_rows));
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

    // data that goes with the step: see RiskGuard
    Result<void> checkRisks()
    {
        if (m_request.isDryRun) {
            for (const RowsAtRisk &risk : m_guard.pending())
                warn({.code = ErrorCode::Conflict, .message = Tr::tr("The step takes data away: %1.").arg(risk.toString())});
            return {};
        }
        return m_guard.pending().isEmpty() ? Result<void>() : failure(ErrorCode::Refused, Tr::tr("Nobody has agreed yet."));
    }

    [[nodiscard]] bool isWaitingForConsent(const Error &error) const
    {
        return error.code == ErrorCode::Refused && !m_guard.pending().isEmpty() && !m_host.hasCommitted();
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

    // what the database says, not what was computed
    void lookWhereItStands()
    {
        m_aftermath.writeTo(m_report, m_settledRows);
        const QList<Error> warnings = warningsAfterRun(m_connection, m_report.error ? Operations::Claims() : m_claims);
        for (const Error &warning : warnings)
            warn(warning);
    }

    void tell(const RunEvent &event) { m_around.sink()(event); }

    void warn(const Error &warning)
    {
        m_report.warnings << warning;
        tell(RunWarning {warning});
    }

    Database::Connection &m_connection;
    const RunRequest &m_request;
    CancelToken m_cancel;
    const Dialects::Dialect &m_dialect;
    RepeatedAnswers m_answers;
    History::VersionTable m_versionTable;
    std::unique_ptr<Dialects::Compiler> m_compiler;
    DryRun m_dryRun; ///< asked only in one
    SurroundedRun m_around;
    RiskGuard m_guard;
    LiveHost m_host;
    QList<Graph::Step> m_steps;
    qsizetype m_next = 0; ///< of m_steps
    QStringList m_rows; ///< as they are inside the transaction
    QStringList m_settledRows; ///< as they are committed
    qsizetype m_settled = 0; ///< steps done that no rollback undoes any more
    Operations::Claims m_claims; ///< of what is committed
    bool m_isMoved = false; ///< the last step found other rows than the plan
    bool m_isCommitLost = false;
    Aftermath m_aftermath;
    int m_room = 0; ///< characters to widen the column of ids to; 0: it is wide enough
    bool m_isWide = false; ///< done in this transaction, or before it
    RunReport m_report;
};

} // namespace

RunReport run(Database::Connection &connection, const RunRequest &request, Questions &questions,
    const EventSink &sink, const CancelToken &cancel)
{
    return Run(connection, request, questions, sink, cancel).execute();
}

} // namespace Migrations::Runner
