#include "app/cli/checkcommand.h"

#include "app/cli/context.h"
#include "app/cli/errorform.h"
#include "migrations/project/integrity.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// The kinds of difference between the files and their checksums, for text and JSON.
struct Kind {
    QString name; ///< in JSON
    QString text;
    QStringList Integrity::*revisions;
};

QList<Kind> kinds()
{
    return {{u"changed"_s, Tr::tr("edited since its checksum was written"), &Integrity::changed},
        {u"missing"_s, Tr::tr("has a checksum, but its file is gone"), &Integrity::missing},
        {u"added"_s, Tr::tr("has no checksum yet"), &Integrity::added}};
}

QJsonObject toJson(const Project &project, const Integrity &integrity)
{
    QJsonArray problems;
    for (const Error &problem : project.problems())
        problems << errorJson(problem);
    QJsonObject json {{u"problems"_s, problems}, {u"checksums"_s, integrity.hasFile ? integrity.file : QString()}};
    for (const Kind &kind : kinds())
        json.insert(kind.name, QJsonArray::fromStringList(integrity.*kind.revisions));
    return json;
}

void show(Context &context, const Project &project, const Integrity &integrity)
{
    // without the file everything is "added", which says nothing
    for (const Kind &kind : integrity.hasFile ? kinds() : QList<Kind>()) {
        for (const QString &id : integrity.*kind.revisions)
            context.out() << u"%1  %2\n"_s.arg(id, kind.text);
    }
    context.out().flush();
    if (!integrity.hasFile)
        context.log(Tr::tr("There are no checksums; \"stillroom-cli check --write\" writes them."));
    else if (!integrity.isIntact())
        context.log(Tr::tr("A database may have run an edited revision as it was before. Take the file back from "
                           "version control, or accept it with --accept."));
    else if (!integrity.added.isEmpty())
        context.log(Tr::tr("\"stillroom-cli check --write\" adds the missing checksums."));
    const int problems = int(project.problems().size());
    context.log(problems > 0 ? Tr::tr("Problems in the revision files: %1").arg(problems)
            : integrity.hasFile && integrity.isIntact()
            ? Tr::tr("Revisions: %1, all readable and unchanged.").arg(project.graph().ids().size())
            : Tr::tr("Revisions: %1, all readable.").arg(project.graph().ids().size()));
}

} // namespace

Command::Description CheckCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"check"_s,
        .summary = Tr::tr("Check that the revision files are sound and were not edited"),
        .parameters = {{Flag, u"write"_s, u"--write"_s, {},
                           Tr::tr("Write stillroom.sum: checksums of the revisions that have none yet")},
            {Values, u"accept"_s, u"--accept"_s, u"REVISION"_s,
                Tr::tr("Write the checksum of an edited revision as it is now; may be repeated")}},
        .notes = Tr::tr("stillroom.sum lies beside the configuration and belongs into version control.\n"
                        "Line ends do not count. Exit code 3: a revision was edited, is gone, or cannot be used.")};
}

ExitCode CheckCommand::execute(Context &context) const
{
    const Result<std::shared_ptr<const Project>> project = context.openProject();
    if (!project)
        return context.fail(project.error());
    const QStringList accepted = context.arguments().texts(u"accept"_s);
    const bool writes = context.arguments().has(u"write"_s) || !accepted.isEmpty();
    const Result<Integrity> integrity = writes ? writeChecksums(**project, accepted) : checkIntegrity(**project);
    if (!integrity)
        return context.fail(integrity.error());
    if (context.options().json)
        context.print(toJson(**project, *integrity));
    else
        show(context, **project, *integrity);
    return integrity->isIntact() && (*project)->problems().isEmpty() ? ExitCode::Done : ExitCode::Differences;
}

} // namespace Cli
