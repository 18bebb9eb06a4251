#include "app/cli/revisioncommand.h"

#include "app/cli/newrevision.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace

Command::Description RevisionCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"revision"_s,
        .summary = Tr::tr("Write a new, empty revision"),
        .parameters
        = {{Value, u"message"_s, u"-m,--message"_s, u"TEXT"_s, Tr::tr("What it does, in a line")},
            {Value, u"rev-id"_s, u"--rev-id"_s, u"ID"_s, Tr::tr("Its id, instead of one that is made")},
            {Value, u"head"_s, u"--head"_s, u"REVISION"_s,
                Tr::tr("What it follows: head, base, an id, label@head… (default: head)")},
            {Flag, u"splice"_s, u"--splice"_s, {}, Tr::tr("What it follows need not be a head")},
            {Value, u"branch-label"_s, u"--branch-label"_s, u"LABEL"_s, Tr::tr("A name for its branch")},
            {Values, u"depends-on"_s, u"--depends-on"_s, u"REVISION"_s,
                Tr::tr("A revision that must be applied before; may be repeated")},
            {Value, u"version-path"_s, u"--version-path"_s, u"FOLDER"_s,
                Tr::tr("Which of the version locations it goes to")},
            {Flag, u"sql"_s, u"--sql"_s, {}, Tr::tr("Write a .sql revision instead of a .py one")},
            {Flag, u"no-numbered"_s, u"--no-numbered"_s, {},
                Tr::tr("Do not go on counting, although the revisions are numbered")}},
        .notes = Tr::tr("Revisions that are numbered (058_add_user_avatar, or a file 003_types.py) are counted\n"
                        "on: the next number of as many digits, that of another branch passed over, unless\n"
                        "--rev-id says otherwise. Names of files follow file_template where there is one.\n"
                        "--sql is not Alembic's: a .sql revision has its SQL itself; only Stillroom reads it.")};
}

ExitCode RevisionCommand::execute(Context &context) const
{
    const Result<std::shared_ptr<const Project>> project = context.openProject();
    if (!project)
        return context.fail(project.error());
    const Arguments &arguments = context.arguments();
    RevisionRequest request {.message = arguments.text(u"message"_s),
        .id = arguments.text(u"rev-id"_s),
        .splice = arguments.has(u"splice"_s),
        .branchLabel = arguments.text(u"branch-label"_s),
        .dependsOn = arguments.texts(u"depends-on"_s),
        .versionPath = arguments.text(u"version-path"_s),
        .language = arguments.has(u"sql"_s) ? Scripts::Language::Sql : Scripts::Language::Python,
        .numbered = !arguments.has(u"no-numbered"_s)};
    if (arguments.has(u"head"_s))
        request.heads = {arguments.text(u"head"_s)};
    return writeNewRevision(context, **project, request);
}

} // namespace Cli
