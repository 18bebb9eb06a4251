#include "app/cli/currentcommand.h"

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

QStringList knownRows(const Status &status)
{
    QStringList known;
    for (const QString &row : status.rows) {
        if (!status.unknownRows.contains(row))
            known << row;
    }
    return known;
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
        context.explain(unknownRow(row));
    return status->unknownRows.isEmpty() ? ExitCode::Done : ExitCode::Failed;
}

} // namespace Cli
