#include "app/cli/squashcommand.h"

#include "app/cli/databaseside.h"
#include "app/cli/errorform.h"
#include "app/cli/newrevision.h"
#include "app/cli/questionsfor.h"
#include "migrations/dialects/dialect.h"
#include "migrations/dialects/versiontablesql.h"
#include "migrations/project/squash.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// what a database needs that stands at the end of the range; empty: nothing
QString databaseSql(const Context &context, const Project &project, const SquashPlan &plan)
{
    if (plan.keepsId())
        return {};
    const Result<Database::DatabaseUrl> url = project.databaseUrl(context.databaseUrl());
    const Dialects::Dialect *dialect = url ? Dialects::Dialect::byName(url->dialect()) : nullptr;
    const Dialects::VersionTableSql sql(
        dialect ? *dialect : *Dialects::Dialect::byName(u"postgresql"_s), project.settings().versionTable());
    return sql.update(plan.last, plan.draft.id) + u";\n"_s;
}

void describe(Context &context, const SquashPlan &plan)
{
    QTextStream &err = context.err();
    const QString follows = plan.draft.down.isEmpty() ? u"<base>"_s : plan.draft.down.join(", "_L1);
    err << Tr::tr("One revision %1 after %2 in place of these:").arg(plan.draft.id, follows) << '\n';
    for (const QString &id : plan.replaced)
        err << u"  "_s << id << '\n';
    err << Tr::tr("New file: %1").arg(plan.path) << '\n';
    err << Tr::tr("Their files go to: %1").arg(plan.backupFolder()) << '\n';
    for (const SquashPlan::File &follower : plan.followers)
        err << Tr::tr("Names the new revision from now on: %1").arg(follower.path) << '\n';
    err << (plan.keepsId()
                   ? Tr::tr("Databases at %1 or later need no change; one before it must be upgraded to it first.")
                         .arg(plan.last)
                   : Tr::tr("Databases at %1 must be told of %2; one before it must be upgraded to it first.")
                         .arg(plan.last, plan.draft.id))
        << '\n'
        << Qt::flush;
}

QJsonObject toJson(const SquashPlan &plan, const QString &sql, const RowsTransaction *database)
{
    QJsonArray moved;
    for (const SquashPlan::Move &move : plan.moves)
        moved << QJsonObject {{u"from"_s, move.from}, {u"to"_s, move.to}};
    QJsonArray edited;
    for (const SquashPlan::File &follower : plan.followers)
        edited << QJsonObject {{u"revision"_s, follower.revision}, {u"path"_s, follower.path}};
    return {{u"revision"_s, plan.draft.id}, {u"path"_s, plan.path},
        {u"down"_s, QJsonArray::fromStringList(plan.draft.down)},
        {u"replaced"_s, QJsonArray::fromStringList(plan.replaced)}, {u"moved"_s, moved}, {u"edited"_s, edited},
        {u"sql"_s, sql.trimmed()}, {u"database"_s, database ? database->database() : QString()}};
}

Result<void> askFirst(Context &context)
{
    const Question question {.kind = Question::Kind::Confirmation,
        .text = Tr::tr("Squash these revisions? (yes/no)"),
        .yes = u"yes"_s,
        .no = u"no"_s};
    return questionsFor(context)->ask(question).and_then([&question](const QString &answer) -> Result<void> {
        if (answer == question.yes)
            return {};
        return failure(ErrorCode::Refused, Tr::tr("Nothing was squashed."), Tr::tr("Answer yes to do it."));
    });
}

ExitCode carryOut(Context &context, const Project &project, const SquashPlan &plan)
{
    const QString sql = databaseSql(context, project, plan);
    const Result<std::unique_ptr<RowsTransaction>> database = databaseSide(context, project);
    if (!database)
        return context.fail(database.error());
    const Result<QList<Graph::RowChange>> rows
        = *database ? rowChanges(plan, (*database)->rows()) : QList<Graph::RowChange>();
    if (!rows)
        return context.fail(rows.error());
    if (const Result<void> done = squash(plan, database->get()); !done)
        return context.fail(done.error());
    if (context.options().json)
        context.print(toJson(plan, sql, database->get()));
    else if (context.options().verbosity != Verbosity::Quiet)
        context.out() << doneText(u"Generating "_s + plan.path) << Qt::flush;
    if (*database)
        context.log(rows->isEmpty() ? Tr::tr("%1 needs no change.").arg((*database)->database())
                                    : Tr::tr("%1 is at %2 now.").arg((*database)->database(), plan.draft.id));
    else if (!sql.isEmpty())
        context.log(Tr::tr("For every database that stands at %1:").arg(plan.last) + u"\n  "_s + sql.trimmed());
    QStringList changed = plan.replaced;
    if (!plan.keepsId())
        changed << plan.draft.id;
    remarkOnChecksums(context, project, changed);
    return ExitCode::Done;
}

} // namespace

Command::Description SquashCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"squash"_s,
        .summary = Tr::tr("Put one revision in place of several"),
        .parameters
        = {{Argument, u"range"_s, {}, u"RANGE"_s, Tr::tr("FROM:TO, both included; base:TO from the first one")},
            {Value, u"message"_s, u"-m,--message"_s, u"TEXT"_s, Tr::tr("The message of the new revision")},
            {Value, u"rev-id"_s, u"--rev-id"_s, u"ID"_s, Tr::tr("Its id (default: that of TO)")}, databaseParameter(),
            {Flag, u"sql"_s, u"--sql"_s, {},
                Tr::tr("Only print what to run in a database that stands at TO, and change no file")},
            {Flag, u"yes"_s, u"--yes"_s, {}, Tr::tr("Do not ask before")},
            {Flag, u"no"_s, u"--no"_s, {}, Tr::tr("Show what would be done, and do nothing"), u"yes"_s}},
        .notes = Tr::tr("The new revision does what the replaced ones did, in their order; their files move to a\n"
                        "folder \"backup\" that nobody reads. With the id of TO, databases at TO or later go on as\n"
                        "they are. With another id each of them needs one statement: --database runs it in the\n"
                        "project's database together with the change of the files, --sql prints it. A database\n"
                        "inside of the range is upgraded to TO before.")};
}

ExitCode SquashCommand::execute(Context &context) const
{
    const Arguments &arguments = context.arguments();
    const Result<std::shared_ptr<const Project>> project = context.openProject();
    if (!project)
        return context.fail(project.error());
    if (!(*project)->scripts().problems.isEmpty()) {
        Error error = (*project)->scripts().problems.constFirst();
        error.detail = Tr::tr("A file that cannot be read might belong to the range. Nothing was changed.");
        return context.fail(error);
    }
    const Result<SquashPlan> plan = planSquash(**project,
        {.range = arguments.text(u"range"_s),
            .message = arguments.text(u"message"_s),
            .id = arguments.text(u"rev-id"_s)});
    if (!plan)
        return context.fail(withHistoryHint(plan.error()));
    if (arguments.has(u"sql"_s)) {
        const QString sql = databaseSql(context, **project, *plan);
        if (context.options().json)
            context.print({{u"sql"_s, sql.trimmed()}});
        else
            context.out() << sql << Qt::flush;
        if (sql.isEmpty())
            context.log(Tr::tr("A database at %1 needs no change.").arg(plan->last));
        return ExitCode::Done;
    }
    describe(context, *plan);
    if (const Result<void> agreed = askFirst(context); !agreed)
        return context.fail(agreed.error());
    return carryOut(context, **project, *plan);
}

} // namespace Cli
