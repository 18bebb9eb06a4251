#include "app/cli/completionscript.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QString quoted(const QString &text)
{
    QString result = text;
    return u'\'' + result.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

QString line(const QString &condition, const QString &rest)
{
    return u"complete -c stillroom-cli%1 %2\n"_s.arg(
        condition.isEmpty() ? QString() : u" -n "_s + quoted(condition), rest);
}

QString valueOf(const Parameter &parameter)
{
    if (takesRevision(parameter))
        return u" -x -a '(stillroom-cli completion words 2>/dev/null)'"_s;
    return takesPath(parameter) ? u" -r -F"_s : u" -x"_s;
}

QString option(const QString &condition, const Parameter &parameter)
{
    QString text;
    for (const QString &spelling : spellings(parameter))
        text += (spelling.startsWith("--"_L1) ? u" -l "_s + spelling.sliced(2) : u" -s "_s + spelling.sliced(1));
    text += takesValue(parameter) ? valueOf(parameter) : QString();
    return line(condition, text.trimmed() + u" -d "_s + quoted(parameter.description));
}

} // namespace

QString fishCompletion(const CompletionSource &source)
{
    QString script = u"# fish completion of stillroom-cli: put it into ~/.config/fish/completions\n"_s;
    script += line({}, u"-f"_s);
    for (const Parameter &parameter : source.globals)
        script += option({}, parameter);
    for (const Command::Description &command : source.commands)
        script += line(u"__fish_use_subcommand"_s,
            u"-a %1 -d %2"_s.arg(quoted(command.name), quoted(command.summary)));
    for (const Command::Description &command : source.commands) {
        const QString condition = u"__fish_seen_subcommand_from "_s + command.name;
        for (const Parameter &parameter : command.parameters) {
            if (!isPositional(parameter))
                script += option(condition, parameter);
            else if (takesRevision(parameter))
                script += line(condition, u"-a '(stillroom-cli completion words 2>/dev/null)'"_s);
            else if (takesPath(parameter))
                script += line(condition, u"-F"_s);
        }
    }
    return script;
}

} // namespace Cli
