#include "app/cli/headscommand.h"

#include "app/cli/context.h"
#include "app/cli/revisiontext.h"

#include <QCoreApplication>
#include <QJsonArray>

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
        .parameters = {{Flag, u"verbose"_s, u"-v,--verbose"_s, {}, Tr::tr("Show everything about each revision")}}};
}

ExitCode HeadsCommand::execute(Context &context) const
{
    const Result<std::shared_ptr<const Project>> project = context.openProject();
    if (!project)
        return context.fail(project.error());
    const RevisionText text(**project);
    const QStringList heads = (*project)->graph().heads();
    if (context.options().json) {
        QJsonArray entries;
        for (const QString &id : heads)
            entries << text.json(id);
        context.print({{u"revisions"_s, entries}});
        return ExitCode::Done;
    }
    const bool isVerbose = context.arguments().has(u"verbose"_s);
    for (const QString &id : heads)
        context.out() << (isVerbose ? text.entry(id) : text.line(id, RevisionText::Branches)) << '\n';
    context.out().flush();
    return ExitCode::Done;
}

} // namespace Cli
