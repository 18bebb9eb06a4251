#include "app/cli/currentcommand.h"

#include "app/cli/context.h"
#include "app/cli/revisiontext.h"
#include "app/cli/runform.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QStringList knownRows(const Status &status)
{
    QStringList known;
    for (const QString &row : status.rows) {
        if (!status.unknownRows.contains(row))
            known << row;
    }
    return known;
}

// Alembic's rule (1.17): the rows with what they imply, against every head
bool isAtAllHeads(const QStringList &current, const Graph::RevisionGraph &graph)
{
    const QStringList heads = graph.heads();
    return QSet<QString>(current.cbegin(), current.cend()) == QSet<QString>(heads.cbegin(), heads.cend());
}

Error notAtAllHeads(const Status &status, const Graph::RevisionGraph &graph)
{
    const QStringList heads = graph.heads();
    return {.code = ErrorCode::Conflict,
        .message = u"Database is not on all head revisions"_s,
        .detail = Tr::tr("The database is at %1; the heads are %2.").arg(rowsText(status.rows), rowsText(heads)),
        .nextStep = Tr::tr("\"stillroom-cli upgrade heads\" applies what is missing.")};
}

} // namespace

Command::Description CurrentCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"current"_s,
        .summary = Tr::tr("Show the revision that the database is at"),
        .parameters
        = {{Flag, u"check-heads"_s, u"--check-heads"_s, {}, Tr::tr("Fail unless the database is at every head")},
            {Flag, u"verbose"_s, u"-v,--verbose"_s, {}, Tr::tr("Show the database and everything about the revision")}}};
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
    const Result<QStringList> current = project.graph().allCurrent(knownRows(*status));
    if (!current)
        return context.fail(current.error());
    const RevisionText text(project);
    if (context.options().json) {
        context.print({{u"database"_s, status->database}, {u"server"_s, status->serverVersion},
            {u"rows"_s, QJsonArray::fromStringList(status->rows)},
            {u"unknown"_s, QJsonArray::fromStringList(status->unknownRows)}, {u"revisions"_s, text.json(*current)}});
    } else {
        const bool isVerbose = context.arguments().has(u"verbose"_s);
        if (isVerbose)
            context.out() << u"Current revision(s) for %1:\n"_s.arg(status->database);
        for (const QString &id : *current)
            context.out() << (isVerbose ? text.entry(id) : text.line(id, RevisionText::Tree)) << '\n';
        context.out().flush();
    }
    for (const QString &row : status->unknownRows)
        context.explain(project.graph().unknownRow(row));
    if (!status->unknownRows.isEmpty())
        return ExitCode::Failed;
    if (!context.arguments().has(u"check-heads"_s) || isAtAllHeads(*current, project.graph()))
        return ExitCode::Done;
    context.explain(notAtAllHeads(*status, project.graph()));
    return ExitCode::Failed;
}

} // namespace Cli
