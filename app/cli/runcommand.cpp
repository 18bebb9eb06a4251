#include "app/cli/runcommand.h"

#include "app/cli/context.h"
#include "app/cli/errorform.h"
#include "app/cli/interrupt.h"
#include "app/cli/patienceoptions.h"
#include "app/cli/questionsfor.h"
#include "app/cli/rehearsalform.h"
#include "app/cli/runform.h"
#include "app/cli/runlog.h"
#include "app/cli/sqloutput.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString summary(const Runner::RunReport &report)
{
    if (report.rehearsal)
        return Tr::tr("Steps tried and rolled back: %1, in %2. The database is at %3.")
            .arg(QString::number(report.done.size()), durationText(report.elapsed), rowsText(report.rowsAfter));
    if (report.done.isEmpty())
        return Tr::tr("Nothing to do: the database is at %1.").arg(rowsText(report.rowsAfter));
    return Tr::tr("Steps done: %1, in %2. The database is at %3.")
        .arg(QString::number(report.done.size()), durationText(report.elapsed), rowsText(report.rowsAfter));
}

} // namespace

Command::Description RunCommand::description() const
{
    using enum Parameter::Kind;
    const bool isUpgrade = m_direction == Graph::Direction::Upgrade;
    return {.name = isUpgrade ? u"upgrade"_s : u"downgrade"_s,
        .summary = isUpgrade ? Tr::tr("Apply revisions up to a target") : Tr::tr("Roll revisions back to a target"),
        .parameters = QList<Parameter> {{Argument, u"revision"_s, {}, u"REVISION"_s,
               isUpgrade ? Tr::tr("head, +1, an id, label@head…; with --sql also FROM:TO")
                         : Tr::tr("base, -1, an id, label@base…; with --sql FROM:TO")},
            {Flag, u"sql"_s, u"--sql"_s, {}, Tr::tr("Print the SQL and touch no database")},
            {Flag, u"dry-run"_s, u"--dry-run"_s, {},
                Tr::tr("Send everything, measure it, and roll it back"), u"sql"_s},
            {Value, u"tag"_s, u"--tag"_s, u"TAG"_s, Tr::tr("A word for the scripts: context.get_tag_argument()")},
            {Flag, u"backup"_s, u"--backup"_s, {}, Tr::tr("Back the database up before the first step")},
            {Flag, u"journal-table"_s, u"--journal-table"_s, {},
                Tr::tr("Write each step into the table stillroom_journal, too")},
            {Flag, u"yes"_s, u"--yes"_s, {}, Tr::tr("Answer every question with yes")},
            {Flag, u"no"_s, u"--no"_s, {}, Tr::tr("Answer every question with no"), u"yes"_s},
            {Flag, u"single-transaction"_s, u"--single-transaction"_s, {},
                Tr::tr("All steps in one transaction, where the database has one for DDL")}}
            + patienceParameters(),
        .notes = Tr::tr("Every step runs in its own transaction: one that fails, or is interrupted with\n"
                        "Ctrl+C, is rolled back, and the database stays at the step before it.")};
}

ExitCode RunCommand::execute(Context &context) const
{
    const QString target = context.arguments().text(u"revision"_s);
    const bool isOffline = context.arguments().has(u"sql"_s);
    if (target.contains(u':') && !isOffline)
        return context.fail({.code = ErrorCode::BadInput,
            .message = u"Range revision not allowed"_s,
            .nextStep = Tr::tr("Name one revision; a range is for --sql.")});
    const Result<std::unique_ptr<Migrator>> migrator = context.migrator();
    if (!migrator)
        return context.fail(migrator.error());
    return isOffline ? printSql(context, **migrator, target) : run(context, **migrator, target);
}

ExitCode RunCommand::printSql(Context &context, Migrator &migrator, const QString &range) const
{
    const Result<Plan::Preview> preview = migrator.offline(m_direction, range);
    if (!preview)
        return context.fail(withHistoryHint(preview.error()));
    return Cli::printSql(context, *preview);
}

ExitCode RunCommand::run(Context &context, Migrator &migrator, const QString &target) const
{
    const Result<void> connected
        = migrator.checkTarget(m_direction, target).and_then([&migrator] { return migrator.connect(); });
    if (!connected)
        return context.fail(connected.error());
    const Result<Runner::Patience> patience
        = migrator.patience().and_then([&](const Runner::Patience &usual) { return patienceOf(context.arguments(), usual); });
    if (!patience)
        return context.fail(patience.error());
    migrator.setPatience(*patience);
    migrator.setDryRun(context.arguments().has(u"dry-run"_s));
    migrator.setSingleTransaction(context.arguments().has(u"single-transaction"_s));
    RunLog log(context.err(), context.options().verbosity);
    const std::unique_ptr<Questions> questions = questionsFor(context);
    const Interrupt interrupt(context.cancel());
    Runner::RunReport report = migrator.run(
        m_direction, target, *questions, [&log](const Runner::RunEvent &event) { log.write(event); },
        context.cancel());
    report.error = report.error.transform(withHistoryHint);
    if (context.options().json)
        context.print(reportJson(report));
    else if (report.rehearsal)
        context.out() << rehearsalText(*report.rehearsal);
    if (!report.succeeded()) {
        context.explain(*report.error);
        if (!report.done.isEmpty())
            context.err() << u"  "_s << summary(report) << '\n';
        context.err().flush();
        return exitCodeOf(report);
    }
    context.log(summary(report));
    return ExitCode::Done;
}

} // namespace Cli
