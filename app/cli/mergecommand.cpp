#include "app/cli/mergecommand.h"

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

Command::Description MergeCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"merge"_s,
        .summary = Tr::tr("Write a revision that joins several branches"),
        .parameters
        = {{Arguments, u"revisions"_s, {}, u"REVISIONS"_s, Tr::tr("What it follows: ids, or \"heads\" for all heads")},
            {Value, u"message"_s, u"-m,--message"_s, u"TEXT"_s, Tr::tr("What it does, in a line")},
            {Value, u"branch-label"_s, u"--branch-label"_s, u"LABEL"_s, Tr::tr("A name for its branch")},
            {Value, u"rev-id"_s, u"--rev-id"_s, u"ID"_s, Tr::tr("Its id, instead of one that is made")},
            {Flag, u"splice"_s, u"--splice"_s, {}, Tr::tr("What it follows need not be heads")},
            {Flag, u"no-numbered"_s, u"--no-numbered"_s, {},
                Tr::tr("Do not go on counting, although the revisions are numbered")}},
        .notes = Tr::tr("\"stillroom-cli resolve\" tells what the branches are and what else can be done.")};
}

ExitCode MergeCommand::execute(Context &context) const
{
    const Result<std::shared_ptr<const Project>> project = context.openProject();
    if (!project)
        return context.fail(project.error());
    const Arguments &arguments = context.arguments();
    return writeNewRevision(context, **project,
        {.heads = arguments.texts(u"revisions"_s),
            .message = arguments.text(u"message"_s),
            .id = arguments.text(u"rev-id"_s),
            .splice = arguments.has(u"splice"_s),
            .branchLabel = arguments.text(u"branch-label"_s),
            .numbered = !arguments.has(u"no-numbered"_s)});
}

} // namespace Cli
