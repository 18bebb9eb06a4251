#include "migrations/runner/failurereport.h"

#include <QCoreApplication>

#include <utility>

namespace Migrations::Runner {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString rowsText(const QStringList &rows)
{
    return rows.isEmpty() ? Tr::tr("base") : rows.join(QStringLiteral(", "));
}

QString whatHappened(const FailureState &state)
{
    const QString &revision = state.step.revision;
    if (state.hasCommittedPart)
        return Tr::tr("What step %1 did up to the end of its autocommit block is committed, the rest of it was rolled "
                      "back. Its version row was not written.")
            .arg(revision);
    if (state.committedBefore == 0)
        return Tr::tr("Step %1 was rolled back; nothing was changed.").arg(revision);
    return Tr::tr("Step %1 was rolled back; %n step(s) before it are committed.", nullptr, state.committedBefore)
        .arg(revision);
}

QString outcomeText(CommitOutcome outcome, const QString &revision)
{
    switch (outcome) {
    case CommitOutcome::Committed:
        return Tr::tr("A new connection found step %1 committed.").arg(revision);
    case CommitOutcome::RolledBack:
        return Tr::tr("A new connection found that step %1 was rolled back.").arg(revision);
    case CommitOutcome::Moved:
        return Tr::tr("A new connection found rows that this run has not written: somebody else migrates this database.");
    case CommitOutcome::Unknown:
        return Tr::tr("Nobody knows yet whether step %1 is committed.").arg(revision);
    }
    std::unreachable();
}

} // namespace

void explainFailure(Error &error, const FailureState &state)
{
    const QString what = whatHappened(state);
    error.detail = error.detail.isEmpty() ? what : error.detail + u'\n' + what;
}

Error movedError(const QStringList &found, const QStringList &expected)
{
    return {.code = ErrorCode::Conflict,
        .message = Tr::tr("Somebody else is migrating this database: it stands at %1 now, not at %2.")
                       .arg(rowsText(found), rowsText(expected)),
        .nextStep = Tr::tr("Wait until that has ended, look where the database stands, and start again.")};
}

Error lostCommitError(const Error &lost, const Graph::Step &step, CommitOutcome outcome)
{
    Error error = lost;
    error.code = ErrorCode::Connection;
    error.message = Tr::tr("The connection was lost while step %1 was being committed: %2")
                        .arg(step.revision, lost.message);
    error.detail = outcomeText(outcome, step.revision);
    error.nextStep = outcome == CommitOutcome::Committed
        ? Tr::tr("Connect again and start once more; the run goes on with the step after it.")
        : Tr::tr("Connect again, look at the current revision, and start once more.");
    return error;
}

} // namespace Migrations::Runner
