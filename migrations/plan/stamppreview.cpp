#include "migrations/plan/stamppreview.h"

#include "migrations/plan/versionstatements.h"

#include <QCoreApplication>

namespace Migrations::Plan {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

Result<Preview> makeStampPreview(const StampRequest &request)
{
    if (request.purge && request.isOffline)
        return failure(ErrorCode::BadInput, u"Can't use --purge with --sql mode"_s,
            Tr::tr("Leave one of them out: what is purged is known only with a connection."));
    const Result<Graph::StampPlan> plan = request.graph.stamp(request.rows, request.targets, request.purge);
    if (!plan)
        return failure(plan.error());
    Preview preview {.dialect = request.dialect.name()};
    qsizetype rows = request.purge ? 0 : request.rows.size();
    bool needsTable = !request.hasVersionTable;
    if (!request.isOffline && std::exchange(needsTable, false))
        preview.before << versionTableStatement(request.versionTable);
    if (plan->clearFirst)
        preview.before << Statement {.sql = statementText(request.versionTable.clear()),
            .operation = Tr::tr("version rows"),
            .isVersionRow = true};
    for (const Graph::Step &step : plan->steps) {
        PlannedStep planned {.step = step};
        if (needsTable && rows == 0)
            planned.statements << versionTableStatement(request.versionTable);
        planned.statements << versionRowStatements(step, request.versionTable);
        rows = rowsAfter(rows, step);
        preview.steps << planned;
    }
    return preview;
}

Preview makeEnsureVersionPreview(
    const Dialects::Dialect &dialect, const Dialects::VersionTableSql &versionTable, bool hasVersionTable)
{
    Preview preview {.dialect = dialect.name()};
    if (!hasVersionTable)
        preview.before << versionTableStatement(versionTable);
    return preview;
}

} // namespace Migrations::Plan
