#include "migrations/runner/dryrun.h"

#include "migrations/database/connection.h"
#include "migrations/inspection/inspector.h"

#include <QCoreApplication>

namespace Migrations::Runner {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

DryRun::DryRun(Database::Connection &connection, const Dialects::Dialect &dialect)
    : m_connection(connection)
    , m_dialect(dialect)
    , m_meter(connection)
{
}

EventSink DryRun::listening(const EventSink &sink)
{
    return [this, sink](const RunEvent &event) {
        take(event);
        sink(event);
    };
}

Result<void> DryRun::begin()
{
    Result<Schema::Database> before = Inspection::inspect(m_connection);
    if (!before)
        return failure(before.error());
    m_before = std::move(*before);
    m_rehearsal = {};
    return m_meter.begin();
}

Result<void> DryRun::end()
{
    if (!m_connection.inTransaction())
        return {}; // there was no step
    const Result<Schema::Database> after = Inspection::inspect(m_connection);
    m_connection.rollback();
    if (!after)
        return failure(after.error());
    m_rehearsal.changes = Diff::schemaChanges(m_before, *after, m_dialect);
    return {};
}

QList<Error> DryRun::remains() const
{
    QList<Error> warnings;
    for (const QString &sequence : m_meter.movedSequences())
        warnings << Error {.code = ErrorCode::Conflict,
            .message = Tr::tr("The sequence %1 went on, and no ROLLBACK takes that back.").arg(sequence)};
    return warnings;
}

void DryRun::take(const RunEvent &event)
{
    QList<Rehearsal::Statement> &statements = m_rehearsal.statements;
    if (const auto *step = std::get_if<StepStarted>(&event)) {
        m_revision = step->step.revision;
    } else if (const auto *started = std::get_if<StatementStarted>(&event)) {
        statements << Rehearsal::Statement {.revision = m_revision, .sql = started->sql, .at = started->at};
    } else if (const auto *skipped = std::get_if<StatementSkipped>(&event)) {
        statements << Rehearsal::Statement {
            .revision = m_revision, .sql = skipped->sql, .at = skipped->at, .skipped = skipped->reason};
    } else if (const auto *finished = std::get_if<StatementFinished>(&event)) {
        statements.last().elapsed = finished->elapsed;
        statements.last().rows = finished->rows;
    } else if (const auto *measured = std::get_if<StatementMeasured>(&event)) {
        statements.last().measured = *measured;
    }
}

} // namespace Migrations::Runner
