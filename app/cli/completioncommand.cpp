#include "app/cli/completioncommand.h"

#include "app/cli/commandlist.h"
#include "app/cli/completionscript.h"
#include "app/cli/context.h"

#include <QCoreApplication>
#include <QMap>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

using Script = QString (*)(const CompletionSource &);

const QMap<QString, Script> &shells()
{
    static const QMap<QString, Script> all {
        {u"bash"_s, bashCompletion}, {u"zsh"_s, zshCompletion}, {u"fish"_s, fishCompletion}};
    return all;
}

CompletionSource source()
{
    CompletionSource source {.globals = globalParameters()};
    for (const auto &command : allCommands())
        source.commands << command->description();
    return source;
}

// for a script in the middle of a line: whatever is wrong, there is nothing to complete with
ExitCode printWords(Context &context)
{
    const auto project = Project::open(context.options().config, context.options().section);
    if (!project)
        return ExitCode::Failed;
    const Graph::RevisionGraph &graph = (*project)->graph();
    QStringList words {u"head"_s, u"heads"_s, u"base"_s, u"current"_s};
    words << graph.history().value_or(graph.ids());
    context.out() << words.join(u'\n') << '\n';
    context.out().flush();
    return ExitCode::Done;
}

} // namespace

Command::Description CompletionCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"completion"_s,
        .summary = Tr::tr("Print a script that completes commands in a shell"),
        .parameters = {{Argument, u"shell"_s, {}, u"SHELL"_s, Tr::tr("bash, zsh or fish")}},
        .notes = Tr::tr("bash: source <(stillroom-cli completion bash)\n"
                        "zsh:  stillroom-cli completion zsh > \"${fpath[1]}/_stillroom-cli\"\n"
                        "fish: stillroom-cli completion fish > ~/.config/fish/completions/stillroom-cli.fish\n"
                        "\"completion words\" prints the project's revisions, which the scripts ask for.")};
}

ExitCode CompletionCommand::execute(Context &context) const
{
    const QString shell = context.arguments().text(u"shell"_s);
    if (shell == "words"_L1)
        return printWords(context);
    const Script script = shells().value(shell);
    if (!script) {
        const Error error {.code = ErrorCode::BadInput,
            .message = Tr::tr("There is no completion for \"%1\".").arg(shell),
            .nextStep = Tr::tr("There is one for %1.").arg(shells().keys().join(u", "_s))};
        static_cast<void>(context.fail(error));
        return ExitCode::WrongUsage;
    }
    context.out() << script(source());
    context.out().flush();
    return ExitCode::Done;
}

} // namespace Cli
