#include "app/cli/branchescommand.h"

#include "app/cli/context.h"
#include "app/cli/revisiontext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString branchText(const Graph::RevisionGraph &graph, const RevisionText &text, const QString &id, bool isVerbose)
{
    RevisionText::Parts parts = RevisionText::Branches | RevisionText::Tree;
    QString lines = isVerbose ? text.entry(id) : text.line(id, parts);
    if (isVerbose)
        parts |= RevisionText::Doc;
    QStringList children;
    for (const QString &child : graph.children(id))
        children << QString(id.size(), u' ') + u" -> "_s + text.line(child, parts);
    return lines + u'\n' + children.join(u'\n') + u'\n';
}

} // namespace

Command::Description BranchesCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"branches"_s,
        .summary = Tr::tr("List the revisions at which branches part"),
        .parameters = {{Flag, u"verbose"_s, u"-v,--verbose"_s, {}, Tr::tr("Show everything about each revision")}}};
}

ExitCode BranchesCommand::execute(Context &context) const
{
    const Result<std::shared_ptr<const Project>> project = context.openProject();
    if (!project)
        return context.fail(project.error());
    const Graph::RevisionGraph &graph = (*project)->graph();
    Result<QStringList> points = graph.history();
    if (!points)
        return context.fail(points.error());
    points->removeIf([&graph](const QString &id) { return !graph.isBranchPoint(id); });
    const RevisionText text(**project);
    if (context.options().json) {
        context.print({{u"revisions"_s, text.json(*points)}});
        return ExitCode::Done;
    }
    const bool isVerbose = context.arguments().has(u"verbose"_s);
    for (const QString &id : *points)
        context.out() << branchText(graph, text, id, isVerbose) << '\n';
    context.out().flush();
    return ExitCode::Done;
}

} // namespace Cli
