#include "app/cli/resolvecommand.h"

#include "app/cli/databaseside.h"
#include "app/cli/errorform.h"
#include "app/cli/newrevision.h"
#include "app/cli/revisiontext.h"
#include "migrations/project/reparenting.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString parentsText(const QStringList &parents)
{
    return parents.isEmpty() ? u"<base>"_s : parents.join(", "_L1);
}

QStringList solutions(const QList<HeadLine> &lines)
{
    QStringList commands {u"stillroom-cli resolve --merge -m \"…\""_s};
    for (const HeadLine &moved : lines) {
        for (const HeadLine &onto : lines) {
            if (moved.head != onto.head && moved.first.size() == 1 && moved.partsFrom.size() < 2)
                commands << u"stillroom-cli resolve --reparent %1 --onto %2"_s.arg(
                    moved.first.constFirst(), onto.head);
        }
    }
    return commands;
}

QJsonObject toJson(const QList<HeadLine> &lines)
{
    QJsonArray heads;
    for (const HeadLine &line : lines)
        heads << QJsonObject {{u"head"_s, line.head}, {u"revisions"_s, QJsonArray::fromStringList(line.own)},
            {u"first"_s, QJsonArray::fromStringList(line.first)},
            {u"follows"_s, QJsonArray::fromStringList(line.partsFrom)}};
    const QStringList commands = lines.size() < 2 ? QStringList() : solutions(lines);
    return {{u"heads"_s, heads}, {u"commands"_s, QJsonArray::fromStringList(commands)}};
}

ExitCode explain(Context &context, const Project &project)
{
    const QList<HeadLine> lines = headLines(project.graph());
    if (context.options().json) {
        context.print(toJson(lines));
        return ExitCode::Done;
    }
    if (lines.size() < 2) {
        context.out() << Tr::tr("There is nothing to resolve: the project has no two heads.") << '\n' << Qt::flush;
        return ExitCode::Done;
    }
    const RevisionText text(project);
    for (const HeadLine &line : lines) {
        context.out() << Tr::tr("%1 parts after %2:").arg(line.head, parentsText(line.partsFrom)) << '\n';
        for (const QString &id : line.own)
            context.out() << u"  "_s << text.line(id, RevisionText::Branches | RevisionText::Doc) << '\n';
    }
    const QStringList commands = solutions(lines);
    context.out() << '\n'
                  << Tr::tr("A revision that joins them, whatever databases have applied:") << u"\n  "_s
                  << commands.constFirst() << '\n';
    if (commands.size() > 1)
        context.out() << Tr::tr("One branch behind the other, while no database has applied the branch that moves:")
                      << '\n';
    for (const QString &command : commands.sliced(1))
        context.out() << u"  "_s << command << '\n';
    context.out().flush();
    return ExitCode::Done;
}

QJsonObject toJson(const Reparenting &plan, const QList<Graph::RowChange> &rows)
{
    QJsonArray removed;
    for (const Graph::RowChange &change : rows)
        removed << change.from;
    return {{u"revision"_s, plan.revision}, {u"path"_s, plan.path},
        {u"before"_s, QJsonArray::fromStringList(plan.before)}, {u"down"_s, QJsonArray {plan.onto}},
        {u"removedRows"_s, removed}};
}

ExitCode moveBranch(Context &context, const Project &project)
{
    const Result<Reparenting> plan
        = planReparenting(project, context.arguments().text(u"reparent"_s), context.arguments().text(u"onto"_s));
    if (!plan)
        return context.fail(withHistoryHint(plan.error()));
    const Result<std::unique_ptr<RowsTransaction>> database = databaseSide(context, project);
    if (!database)
        return context.fail(database.error());
    const Result<QList<Graph::RowChange>> rows
        = *database ? rowChanges(*plan, (*database)->rows()) : QList<Graph::RowChange>();
    if (!rows)
        return context.fail(rows.error());
    if (const Result<void> done = reparent(*plan, database->get()); !done)
        return context.fail(done.error());
    if (context.options().json) {
        context.print(toJson(*plan, *rows));
    } else {
        context.out() << Tr::tr("%1 follows %2 now, no more %3.")
                             .arg(plan->revision, plan->onto, parentsText(plan->before))
                      << '\n'
                      << Qt::flush;
    }
    for (const Graph::RowChange &change : *rows)
        context.log(Tr::tr("The row %1 is gone from %2; another one includes it.")
                        .arg(change.from, (*database)->database()));
    if (!*database)
        context.log(Tr::tr("No database was looked at: one that has %1 applied and %2 not would never get %2. "
                           "\"stillroom-cli current\" tells.")
                        .arg(plan->revision, plan->onto));
    remarkOnChecksums(context, project, {plan->revision});
    return ExitCode::Done;
}

Error wrongUsage()
{
    return {.code = ErrorCode::BadInput,
        .message = Tr::tr("Choose one: --merge, or --reparent together with --onto."),
        .nextStep = Tr::tr("\"stillroom-cli resolve\" without them explains what there is to choose.")};
}

} // namespace

Command::Description ResolveCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"resolve"_s,
        .summary = Tr::tr("Explain several heads, and make one of them"),
        .parameters
        = {{Flag, u"merge"_s, u"--merge"_s, {}, Tr::tr("Write a revision that joins all heads")},
            {Value, u"message"_s, u"-m,--message"_s, u"TEXT"_s, Tr::tr("The message of that revision")},
            {Value, u"rev-id"_s, u"--rev-id"_s, u"ID"_s, Tr::tr("The id of that revision")},
            {Value, u"reparent"_s, u"--reparent"_s, u"REVISION"_s,
                Tr::tr("Put this revision, with all that follow it, behind another branch")},
            {Value, u"onto"_s, u"--onto"_s, u"HEAD"_s, Tr::tr("The head of that branch")}, databaseParameter()},
        .notes = Tr::tr("Without options nothing is changed. --reparent changes only the value of down_revision in\n"
                        "the file. With --database it is refused when the database has applied the revision and\n"
                        "not the head that it is put behind.")};
}

ExitCode ResolveCommand::execute(Context &context) const
{
    const Arguments &arguments = context.arguments();
    const bool moves = arguments.has(u"reparent"_s) || arguments.has(u"onto"_s);
    const bool merges = arguments.has(u"merge"_s);
    if ((moves && merges) || arguments.has(u"reparent"_s) != arguments.has(u"onto"_s)
        || (!merges && (arguments.has(u"message"_s) || arguments.has(u"rev-id"_s)))) {
        context.explain(wrongUsage());
        return ExitCode::WrongUsage;
    }
    const Result<std::shared_ptr<const Project>> project = context.openProject();
    if (!project)
        return context.fail(project.error());
    if (moves)
        return moveBranch(context, **project);
    if (!merges)
        return explain(context, **project);
    if ((*project)->graph().heads().size() < 2)
        return context.fail({.code = ErrorCode::BadInput,
            .message = Tr::tr("There is nothing to resolve: the project has no two heads."),
            .nextStep = Tr::tr("\"stillroom-cli heads\" lists them.")});
    return writeNewRevision(context, **project,
        {.heads = (*project)->graph().heads(),
            .message = arguments.text(u"message"_s),
            .id = arguments.text(u"rev-id"_s)});
}

} // namespace Cli
