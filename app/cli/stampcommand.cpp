#include "app/cli/stampcommand.h"

#include "app/cli/context.h"
#include "app/cli/errorform.h"
#include "app/cli/interrupt.h"
#include "app/cli/patienceoptions.h"
#include "app/cli/questionsfor.h"
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

ExitCode stamp(Context &context, Migrator &migrator, const QStringList &targets, bool purge)
{
    if (const Result<void> connected = migrator.connect(); !connected)
        return context.fail(connected.error());
    const Result<Runner::Patience> patience
        = migrator.patience().and_then([&](const Runner::Patience &usual) { return patienceOf(context.arguments(), usual); });
    if (!patience)
        return context.fail(patience.error());
    migrator.setPatience(*patience);
    RunLog log(context.err(), context.options().verbosity);
    const Interrupt interrupt(context.cancel());
    const std::unique_ptr<Questions> questions = questionsFor(context);
    Runner::RunReport report = migrator.stamp(
        targets, purge, *questions, [&log](const Runner::RunEvent &event) { log.write(event); },
        context.cancel());
    report.error = report.error.transform(withHistoryHint);
    if (context.options().json)
        context.print(reportJson(report));
    if (report.error) {
        context.explain(*report.error);
        return exitCodeOf(report);
    }
    context.log(Tr::tr("The database is at %1.").arg(rowsText(report.rowsAfter)));
    return ExitCode::Done;
}

} // namespace

Command::Description StampCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"stamp"_s,
        .summary = Tr::tr("Set the revision of a database without running anything"),
        .parameters = QList<Parameter> {{Arguments, u"revisions"_s, {}, u"REVISION"_s, Tr::tr("head, heads, an id, base…; with --sql also FROM:TO")},
            {Flag, u"sql"_s, u"--sql"_s, {}, Tr::tr("Print the SQL and touch no database")},
            {Value, u"tag"_s, u"--tag"_s, u"TAG"_s, Tr::tr("A word for the scripts: context.get_tag_argument()")},
            {Flag, u"purge"_s, u"--purge"_s, {}, Tr::tr("Forget the rows that are there first, even unknown ones")},
            {Flag, u"journal-table"_s, u"--journal-table"_s, {},
                Tr::tr("Write each step into the table stillroom_journal, too")},
            {Flag, u"yes"_s, u"--yes"_s, {}, Tr::tr("Answer every question with yes")},
            {Flag, u"no"_s, u"--no"_s, {}, Tr::tr("Answer every question with no"), u"yes"_s}}
            + patienceParameters(),
        .notes = Tr::tr("Use it when the schema is already that of the revision: nothing checks that it is.")};
}

ExitCode StampCommand::execute(Context &context) const
{
    const QStringList targets = context.arguments().texts(u"revisions"_s);
    const bool purge = context.arguments().has(u"purge"_s);
    const Result<std::unique_ptr<Migrator>> migrator = context.migrator();
    if (!migrator)
        return context.fail(migrator.error());
    if (!context.arguments().has(u"sql"_s))
        return stamp(context, **migrator, targets, purge);
    const Result<Plan::Preview> preview = (*migrator)->offlineStamp(targets, purge);
    return preview ? printSql(context, *preview) : context.fail(withHistoryHint(preview.error()));
}

} // namespace Cli
