#include "migrations/plan/eachrevision.h"

#include "migrations/plan/replayedschema.h"
#include "migrations/plan/stepreader.h"
#include "migrations/plan/versionstatements.h"

namespace Migrations::Plan {

namespace {

QString text(const QList<Statement> &statements, bool ofVersionRows)
{
    QString text;
    for (const Statement &statement : statements) {
        if (statement.isVersionRow == ofVersionRows)
            text += statement.sql + QStringLiteral(";\n\n");
    }
    return text;
}

Readability readabilityOf(const std::optional<Error> &error)
{
    if (!error)
        return Readability::Readable;
    switch (error->code) {
    case ErrorCode::NeedsConnection:
        return Readability::WithConnection;
    case ErrorCode::Script:
    case ErrorCode::Server:
    case ErrorCode::Conflict:
    case ErrorCode::BadInput:
        return Readability::Refuses;
    case ErrorCode::Unsupported: // by Alembic, then it is an exception; else by us
        return error->exception.isEmpty() ? Readability::Opaque : Readability::Refuses;
    default:
        return Readability::Opaque;
    }
}

Result<QList<RevisionSql>> renderOneWay(
    const PreviewRequest &request, const QList<Graph::Step> &steps, const CancelToken &cancel)
{
    TrackedSchema schema([&request] { return replayedSchema(request); }, request.convention);
    const std::unique_ptr<Dialects::Compiler> compiler = request.dialect.compiler(request.convention);
    CollectingHost host(request.dialect, *compiler, schema, {}, request.scriptSettings());
    const Dialects::VersionTableSql versionTable(request.dialect, request.versionTable);
    QList<RevisionSql> revisions;
    StepReader bodies(request.scripts, steps);
    for (const Graph::Step &step : steps) {
        RevisionSql &rendered = revisions.emplaceBack(PlannedStep {.step = step});
        host.beginStep(rendered.planned);
        const Result<void> evaluated = bodies.next().and_then([&](const RevisionBody &body) {
            return evaluateBody(body, step.direction, host, request.surroundings, cancel);
        });
        if (!evaluated && evaluated.error().code == ErrorCode::Canceled)
            return failure(evaluated.error());
        if (!evaluated) {
            rendered.error = evaluated.error();
            schema.forget(evaluated.error().at);
        }
        rendered.planned.statements << versionRowStatements(step, versionTable);
    }
    return revisions;
}

} // namespace

QString RevisionSql::sql() const
{
    return text(planned.statements, false);
}

QString RevisionSql::versionSql() const
{
    return text(planned.statements, true);
}

Readability RevisionBothWays::readability() const
{
    return std::max(
        readabilityOf(upgrade.error), readabilityOf(downgrade ? downgrade->error : std::optional<Error>()));
}

std::optional<Error> RevisionBothWays::reason() const
{
    return readabilityOf(upgrade.error) == readability() || !downgrade ? upgrade.error : downgrade->error;
}

Result<QList<RevisionBothWays>> renderEach(PreviewRequest request, const CancelToken &cancel)
{
    request.rows = {};
    const Result<QList<Graph::Step>> up = request.graph.upgrade({}, QStringLiteral("heads"));
    const QStringList heads = request.graph.realHeads();
    const Result<QList<Graph::Step>> down = request.graph.downgrade(heads, QStringLiteral("base"));
    if (!up || !down)
        return failure(up ? down.error() : up.error());
    Result<QList<RevisionSql>> upgrades = renderOneWay(request, *up, cancel);
    request.rows = heads;
    const Result<QList<RevisionSql>> downgrades
        = upgrades ? renderOneWay(request, *down, cancel) : failure(upgrades.error());
    if (!downgrades)
        return failure(downgrades.error());
    QHash<QString, const RevisionSql *> back;
    for (const RevisionSql &revision : *downgrades)
        back.insert(revision.planned.step.revision, &revision);
    QList<RevisionBothWays> revisions;
    for (RevisionSql &revision : *upgrades) {
        const RevisionSql *found = back.value(revision.planned.step.revision);
        revisions << RevisionBothWays {.upgrade = std::move(revision),
            .downgrade = found ? std::optional(*found) : std::optional<RevisionSql>()};
    }
    return revisions;
}

} // namespace Migrations::Plan
