#include "app/cli/headscommand.h"

#include "app/cli/context.h"
#include "app/cli/revisiontext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace

Command::Description HeadsCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"heads"_s,
        .summary = Tr::tr("List the newest revision of each branch"),
        .parameters
        = {{Flag, u"verbose"_s, u"-v,--verbose"_s, {}, Tr::tr("Show everything about each revision")},
            {Flag, u"resolve-dependencies"_s, u"--resolve-dependencies"_s, {},
                Tr::tr("Leave out what another revision depends on")}}};
}

ExitCode HeadsCommand::execute(Context &context) const
{
    const Result<std::shared_ptr<const Project>> project = context.openProject();
    if (!project)
        return context.fail(project.error());
    const RevisionText text(**project);
    const Graph::RevisionGraph &graph = (*project)->graph();
    const QStringList heads
        = context.arguments().has(u"resolve-dependencies"_s) ? graph.realHeads() : graph.heads();
    if (context.options().json) {
        context.print({{u"revisions"_s, text.json(heads)}});
        return ExitCode::Done;
    }
    const bool isVerbose = context.arguments().has(u"verbose"_s);
    for (const QString &id : heads)
        context.out() << (isVerbose ? text.entry(id) : text.line(id, RevisionText::Branches)) << '\n';
    context.out().flush();
    return ExitCode::Done;
}

} // namespace Cli
