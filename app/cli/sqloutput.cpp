#include "app/cli/sqloutput.h"

#include "app/cli/context.h"
#include "app/cli/runform.h"
#include "app/cli/runlog.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace

ExitCode printSql(Context &context, const Plan::Preview &preview)
{
    RunLog log(context.err(), context.options().verbosity);
    for (const Error &warning : preview.warnings)
        log.write(Runner::RunWarning {warning});
    QStringList steps; // thousands of them are written at once
    const auto logSteps = [&] {
        if (!steps.isEmpty())
            context.log(std::exchange(steps, {}).join(u'\n'));
    };
    for (const Plan::PlannedStep &step : preview.steps) {
        steps << stepText(step);
        if (!step.output.isEmpty() || !step.questions.isEmpty())
            logSteps();
        for (const QString &line : step.output)
            log.write(Runner::ScriptOutput {.line = line, .at = {}});
        for (const QString &question : step.questions)
            context.log(
                u"  " + Tr::tr("The script asks \"%1\"; this SQL is for the answer yes.").arg(question.trimmed()));
    }
    logSteps();
    if (context.options().json)
        context.print(previewJson(preview));
    else if (!preview.error)
        context.out() << preview.toSqlScript();
    context.out().flush();
    if (!preview.error)
        return ExitCode::Done;
    context.explain(*preview.error);
    return ExitCode::Failed;
}

} // namespace Cli
