#include "migrations/plan/planner.h"

#include "migrations/plan/replayedschema.h"
#include "migrations/plan/stepreader.h"
#include "migrations/plan/versioncolumn.h"
#include "migrations/plan/versionstatements.h"

#include <QCoreApplication>

namespace Migrations::Plan {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QList<Error> warningsOf(
    const PreviewRequest &request, const QList<Graph::Step> &steps, const Dialects::VersionTableSql &versionTable)
{
    QList<Error> warnings;
    const VersionColumn column(versionTable, request.versionColumnLength);
    if (const QString id = column.tooLong(steps); !id.isEmpty())
        warnings << Error {.code = ErrorCode::Conflict,
            .message = column.explanation(id),
            .nextStep = request.reader
                ? Tr::tr("When it is applied, Stillroom asks whether to widen the column.")
                : Tr::tr("Run this before: %1;").arg(versionTable.widen(VersionColumn::roomFor(id)))};
    if (request.review)
        warnings << request.review(steps);
    return warnings;
}

} // namespace

Result<Preview> makePreview(const PreviewRequest &request)
{
    const bool isUpgrade = request.direction == Graph::Direction::Upgrade;
    const Result<QList<Graph::Step>> steps = isUpgrade ? request.graph.upgrade(request.rows, request.target)
                                                       : request.graph.downgrade(request.rows, request.target);
    if (!steps)
        return failure(steps.error());
    TrackedSchema schema(
        request.schema ? request.schema : [&request] { return replayedSchema(request); }, request.convention);
    const std::unique_ptr<Dialects::Compiler> compiler = request.dialect.compiler(
        request.convention, request.reader ? Dialects::Target::Live : Dialects::Target::Offline);
    CollectingHost host(request.dialect, *compiler, schema, request.reader, request.scriptSettings());
    host.setRehearsal(request.rehearsal.get());
    const Dialects::VersionTableSql versionTable(request.dialect, request.versionTable);

    Preview preview {.dialect = request.dialect.name(),
        .warnings = warningsOf(request, *steps, versionTable),
        .isTransactionPerStep = request.isTransactionPerStep};
    qsizetype rows = request.rows.size();
    bool hasTable = request.hasVersionTable;
    StepReader bodies(request.scripts, *steps);
    for (const Graph::Step &step : *steps) {
        const Scripts::Revision *revision = request.scripts.revision(step.revision);
        PlannedStep planned {.step = step, .doc = revision ? revision->doc : QString()};
        // Alembic prints it whenever it starts a step with no row (reference §4)
        if (rows == 0 && !hasTable)
            planned.statements << versionTableStatement(versionTable);
        host.beginStep(planned);
        const Result<void> evaluated
            = bodies.next()
                  .and_then([&](const RevisionBody &body) {
                      return evaluateBody(body, step.direction, host, request.surroundings);
                  })
                  .and_then([&] { return host.finishStep(); });
        if (!evaluated) {
            preview.error = evaluated.error();
            break;
        }
        planned.statements << versionRowStatements(step, versionTable);
        hasTable = hasTable || request.reader;
        rows = rowsAfter(rows, step);
        preview.steps << planned;
    }
    return preview;
}

} // namespace Migrations::Plan
