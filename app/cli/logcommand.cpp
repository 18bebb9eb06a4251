#include "app/cli/logcommand.h"

#include "app/cli/context.h"
#include "app/cli/journalform.h"
#include "migrations/journal/journalfile.h"
#include "migrations/journal/journalreader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// the folder of a configuration that may not be readable, or not be there any more
QString folderOf(const QString &config)
{
    const QFileInfo info(config);
    return info.isFile() || (!info.isDir() && !info.suffix().isEmpty()) ? info.absolutePath() : QFileInfo(info.absoluteFilePath() + u"/x"_s).absolutePath();
}

std::optional<Error> notANumber(const Arguments &arguments, const QString &name, const QString &what)
{
    bool isNumber = false;
    if (!arguments.has(name) || (arguments.text(name).toInt(&isNumber) > 0 && isNumber))
        return {};
    return Error {.code = ErrorCode::BadInput,
        .message = Tr::tr("%1 is not the number of %2.").arg(arguments.text(name), what),
        .nextStep = Tr::tr("Write a number from 1.")};
}

ExitCode showRun(Context &context, qint64 number)
{
    const Result<Journal::RunEntry> run = Journal::JournalReader::run(Journal::JournalFile::defaultPath(), number);
    if (!run)
        return context.fail(run.error());
    if (context.options().json)
        context.print(runJson(*run, true));
    else
        context.out() << runText(*run);
    context.out().flush();
    return ExitCode::Done;
}

ExitCode showRuns(Context &context)
{
    const Arguments &arguments = context.arguments();
    Journal::RunFilter filter {.onlyFailed = arguments.has(u"failed"_s)};
    if (arguments.has(u"limit"_s))
        filter.limit = arguments.text(u"limit"_s).toInt();
    if (!arguments.has(u"all"_s))
        filter.project = folderOf(arguments.has(u"project"_s) ? arguments.text(u"project"_s) : context.options().config);
    const Result<QList<Journal::RunEntry>> runs
        = Journal::JournalReader::runs(Journal::JournalFile::defaultPath(), filter);
    if (!runs)
        return context.fail(runs.error());
    if (context.options().json) {
        QJsonArray list;
        for (const Journal::RunEntry &run : *runs)
            list << runJson(run, false);
        context.print({{u"runs"_s, list}});
        return ExitCode::Done;
    }
    context.out() << runsText(*runs);
    context.out().flush();
    if (runs->isEmpty())
        context.log(filter.project.isEmpty() ? Tr::tr("The journal has no such run.")
                                             : Tr::tr("The journal has no such run of %1; --all shows those of all projects.")
                                                   .arg(filter.project));
    return ExitCode::Done;
}

} // namespace

Command::Description LogCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"log"_s,
        .summary = Tr::tr("Show what was done to databases, when, by whom and how it ended"),
        .parameters
        = {{OptionalArgument, u"run"_s, {}, u"RUN"_s, Tr::tr("The number of a run, to see its statements")},
            {Value, u"limit"_s, u"--limit"_s, u"N"_s, Tr::tr("Only the newest (default: 20)")},
            {Flag, u"failed"_s, u"--failed"_s, {}, Tr::tr("Only runs that failed or did not end")},
            {Value, u"project"_s, u"--project"_s, u"FOLDER"_s, Tr::tr("Of another project")},
            {Flag, u"all"_s, u"--all"_s, {}, Tr::tr("Of every project"), u"project"_s}},
        .notes = Tr::tr("The journal is ~/.local/share/stillroom/journal.sqlite3. It has the runs of this user,\n"
                        "without passwords; the newest 2,000 are kept, and at most 64 MiB.")};
}

ExitCode LogCommand::execute(Context &context) const
{
    for (const auto &[name, what] : {std::pair {u"run"_s, Tr::tr("a run")}, std::pair {u"limit"_s, Tr::tr("runs")}}) {
        if (const std::optional<Error> error = notANumber(context.arguments(), name, what))
            return context.fail(*error);
    }
    return context.arguments().has(u"run"_s) ? showRun(context, context.arguments().text(u"run"_s).toLongLong())
                                             : showRuns(context);
}

} // namespace Cli
