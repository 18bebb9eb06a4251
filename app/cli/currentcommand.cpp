#include "app/cli/currentcommand.h"

#include "app/cli/context.h"
#include "app/cli/revisiontext.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// The rows, and heads of other branches that are applied because a row depends on them: Alembic's
// get_all_current()
Result<QStringList> currentRevisions(const Graph::RevisionGraph &graph, const Status &status)
{
    QStringList known;
    for (const QString &row : status.rows) {
        if (!status.unknownRows.contains(row))
            known << row;
    }
    const Result<QSet<QString>> applied = graph.applied(known);
    if (!applied)
        return failure(applied.error());
    QStringList current;
    for (const QString &id : graph.ids()) {
        const bool isFollowed
            = std::ranges::any_of(graph.children(id), [&](const QString &child) { return applied->contains(child); });
        if (applied->contains(id) && !isFollowed)
            current << id;
    }
    return current;
}

Error unknownRow(const QString &row)
{
    return {.code = ErrorCode::NotFound,
        .message = u"Can't locate revision identified by '%1'"_s.arg(row),
        .nextStep = Tr::tr("The database is at a revision that the project does not have; get its file from where the "
                           "database was migrated.")};
}

} // namespace

Command::Description CurrentCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"current"_s,
        .summary = Tr::tr("Show the revision that the database is at"),
        .parameters
        = {{Flag, u"verbose"_s, u"-v,--verbose"_s, {}, Tr::tr("Show the database and everything about the revision")}}};
}

ExitCode CurrentCommand::execute(Context &context) const
{
    const Result<std::unique_ptr<Migrator>> migrator = context.connect();
    if (!migrator)
        return context.fail(migrator.error());
    const Result<Status> status = (*migrator)->status();
    if (!status)
        return context.fail(status.error());
    const Project &project = (*migrator)->project();
    const Result<QStringList> current = currentRevisions(project.graph(), *status);
    if (!current)
        return context.fail(current.error());
    const RevisionText text(project);
    if (context.options().json) {
        QJsonArray entries;
        for (const QString &id : *current)
            entries << text.json(id);
        context.print({{u"database"_s, status->database}, {u"server"_s, status->serverVersion},
            {u"rows"_s, QJsonArray::fromStringList(status->rows)},
            {u"unknown"_s, QJsonArray::fromStringList(status->unknownRows)}, {u"revisions"_s, entries}});
    } else {
        const bool isVerbose = context.arguments().has(u"verbose"_s);
        if (isVerbose)
            context.out() << u"Current revision(s) for %1:\n"_s.arg(status->database);
        for (const QString &id : *current)
            context.out() << (isVerbose ? text.entry(id) : text.line(id, RevisionText::Tree)) << '\n';
        context.out().flush();
    }
    for (const QString &row : status->unknownRows)
        context.explain(unknownRow(row));
    return status->unknownRows.isEmpty() ? ExitCode::Done : ExitCode::Failed;
}

} // namespace Cli
