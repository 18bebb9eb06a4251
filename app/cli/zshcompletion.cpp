#include "app/cli/completionscript.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

// inside '…' of the shell, inside […] of _arguments
QString quoted(const QString &text)
{
    QString result = text;
    return result.replace(u'\\', u"\\\\"_s)
        .replace(u'\'', u"'\\''"_s)
        .replace(u'[', u"\\["_s)
        .replace(u']', u"\\]"_s)
        .replace(u':', u"\\:"_s);
}

QString action(const Parameter &parameter)
{
    if (takesRevision(parameter))
        return u"_stillroom_cli_revisions"_s;
    return takesPath(parameter) ? u"_files"_s : u" "_s;
}

QString value(const Parameter &parameter)
{
    return u":%1:%2"_s.arg(quoted(parameter.placeholder), action(parameter));
}

QStringList specificationsOf(const Parameter &parameter)
{
    if (isPositional(parameter)) {
        const bool repeats = parameter.kind == Parameter::Kind::Arguments;
        return {u"'%1:%2:%3'"_s.arg(
            repeats ? u"*"_s : u""_s, quoted(parameter.placeholder), action(parameter))};
    }
    QStringList result;
    for (const QString &spelling : spellings(parameter))
        result << u"'%1%2[%3]%4'"_s.arg(parameter.kind == Parameter::Kind::Values ? u"*"_s : QString(), spelling,
            quoted(parameter.description), takesValue(parameter) ? value(parameter) : QString());
    return result;
}

QString specifications(const QList<Parameter> &parameters, const QString &indent)
{
    QString lines;
    for (const Parameter &parameter : parameters) {
        for (const QString &specification : specificationsOf(parameter))
            lines += indent + specification + u" \\\n"_s;
    }
    return lines;
}

} // namespace

QString zshCompletion(const CompletionSource &source)
{
    QString names;
    QString commands;
    for (const Command::Description &command : source.commands) {
        names += u"        '%1:%2'\n"_s.arg(command.name, quoted(command.summary));
        commands += u"    (%1)\n        _arguments -s \\\n%2            $globals && return ;;\n"_s.arg(
            command.name, specifications(command.parameters, u"            "_s));
    }
    return uR"zsh(#compdef stillroom-cli
# zsh completion of stillroom-cli: put it into a folder of $fpath as _stillroom-cli
_stillroom_cli_revisions() {
    local -a words
    words=(${(f)"$(${service:-stillroom-cli} completion words 2>/dev/null)"})
    compadd -a words
}
_stillroom_cli() {
    local curcontext=$curcontext state line
    local -a globals names
    globals=( \
%1    )
    names=(
%2    )
    _arguments -C $globals '1: :->command' '*:: :->arguments' && return
    if [[ $state == command ]]; then
        _describe command names
        return
    fi
    case $line[1] in
%3    esac
}
if [[ $funcstack[1] == _stillroom-cli ]]; then _stillroom_cli "$@"; else compdef _stillroom_cli stillroom-cli; fi
)zsh"_s.arg(specifications(source.globals, u"        "_s), names, commands);
}

} // namespace Cli
