#include "migrations/plan/replayedschema.h"

#include "migrations/plan/stepreader.h"

#include <QCoreApplication>

namespace Migrations::Plan {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

Result<Schema::Database> replayedSchema(const PreviewRequest &request)
{
    TrackedSchema schema([] { return Schema::Database(); }, request.convention);
    const std::unique_ptr<Dialects::Compiler> compiler = request.dialect.compiler(request.convention);
    CollectingHost host(request.dialect, *compiler, schema, {}, request.scriptSettings());
    PlannedStep ignored;
    host.beginStep(ignored);
    QStringList reached;
    for (const QString &target : request.rows) {
        const Result<QList<Graph::Step>> steps = request.graph.upgrade(reached, target);
        if (!steps)
            return failure(steps.error());
        StepReader bodies(request.scripts, *steps);
        for (const Graph::Step &step : *steps) {
            const Result<void> evaluated = bodies.next().and_then(
                [&](const RevisionBody &body) { return evaluateBody(body, step.direction, host, request.surroundings); });
            if (!evaluated)
                return failure({.code = ErrorCode::NeedsConnection,
                    .message = Tr::tr("The script looks at the schema, and revision %1 before it cannot be evaluated "
                                      "without a database: %2")
                                   .arg(step.revision, evaluated.error().message),
                    .nextStep = Tr::tr("Connect to the database, then preview or apply from there.")});
        }
        reached << target;
    }
    return schema.current();
}

} // namespace Migrations::Plan
