#include "app/cli/historycommand.h"

#include "app/cli/context.h"
#include "app/cli/errorform.h"
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

// Alembic's rule: `current` as an end of the range means the rows of the database
bool needsDatabase(const Arguments &arguments)
{
    return arguments.has(u"indicate-current"_s)
        || arguments.text(u"rev-range"_s).trimmed().split(u':').contains(u"current"_s);
}

Result<QStringList> revisionsOf(const Graph::RevisionGraph &graph, const Arguments &arguments, const QStringList &rows)
{
    if (arguments.has(u"rev-range"_s))
        return graph.history(arguments.text(u"rev-range"_s), rows);
    return graph.history();
}

void show(Context &context, const RevisionText &text, const QStringList &revisions)
{
    const bool isVerbose = context.arguments().has(u"verbose"_s);
    const RevisionText::Parts parts
        = RevisionText::Parents | RevisionText::Branches | RevisionText::Tree | RevisionText::Doc;
    for (const QString &id : revisions)
        context.out() << (isVerbose ? text.entry(id) : text.line(id, parts)) << '\n';
    context.out().flush();
}

} // namespace

Command::Description HistoryCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"history"_s,
        .summary = Tr::tr("List the revisions, newest first"),
        .parameters
        = {{Value, u"rev-range"_s, u"-r,--rev-range"_s, u"START:END"_s, Tr::tr("Only these, both ends included")},
            {Flag, u"verbose"_s, u"-v,--verbose"_s, {}, Tr::tr("Show everything about each revision")},
            {Flag, u"indicate-current"_s, u"-i,--indicate-current"_s, {},
                Tr::tr("Mark the revision of the database (needs a connection)")}}};
}

ExitCode HistoryCommand::execute(Context &context) const
{
    const bool isOnline = needsDatabase(context.arguments());
    const Result<std::unique_ptr<Migrator>> migrator = isOnline ? context.connect() : context.migrator();
    if (!migrator)
        return context.fail(migrator.error());
    QStringList rows;
    if (isOnline) {
        const Result<Status> status = (*migrator)->status();
        if (!status)
            return context.fail(status.error());
        rows = status->rows;
    }
    const Project &project = (*migrator)->project();
    const Result<QStringList> revisions = revisionsOf(project.graph(), context.arguments(), rows);
    if (!revisions)
        return context.fail(withHistoryHint(revisions.error()));
    const bool marksCurrent = context.arguments().has(u"indicate-current"_s);
    const RevisionText text(project, marksCurrent ? QSet<QString>(rows.cbegin(), rows.cend()) : QSet<QString>());
    if (context.options().json)
        context.print({{u"revisions"_s, text.json(*revisions)}});
    else
        show(context, text, *revisions);
    return ExitCode::Done;
}

} // namespace Cli
