#include "app/cli/completionscript.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

/// options of one kind of value, as the pattern of a case: `-c|--config`
QString pattern(const QList<Parameter> &parameters, bool (*matches)(const Parameter &))
{
    QStringList words;
    for (const Parameter &parameter : parameters) {
        if (takesValue(parameter) && matches(parameter))
            words << spellings(parameter);
    }
    std::ranges::sort(words);
    words.erase(std::ranges::unique(words).begin(), words.end());
    return words.join(u'|');
}

bool takesOther(const Parameter &parameter)
{
    return !takesPath(parameter) && !takesRevision(parameter);
}

QStringList optionsOf(const QList<Parameter> &parameters)
{
    QStringList words;
    for (const Parameter &parameter : parameters)
        words << spellings(parameter);
    return words;
}

QString branch(const QString &pattern, const QString &words)
{
    return pattern.isEmpty() ? QString() : u"        %1) %2 ;;\n"_s.arg(pattern, words);
}

} // namespace

QString bashCompletion(const CompletionSource &source)
{
    QStringList names;
    QList<Parameter> all = source.globals;
    QString options;
    QString positionals;
    for (const Command::Description &command : source.commands) {
        names << command.name;
        all << command.parameters;
        options += branch(command.name, u"words+=' %1'"_s.arg(optionsOf(command.parameters).join(u' ')));
        if (std::ranges::any_of(command.parameters,
                [](const Parameter &parameter) { return isPositional(parameter) && takesRevision(parameter); }))
            positionals += branch(command.name, u"revisions=yes"_s);
        else if (std::ranges::any_of(command.parameters,
                     [](const Parameter &parameter) { return isPositional(parameter) && takesPath(parameter); }))
            positionals += branch(command.name, u"paths=yes"_s);
    }
    return uR"(# bash completion of stillroom-cli: source it, or put it where bash-completion looks
_stillroom_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local command= revisions= paths= words= i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        %1) command=${COMP_WORDS[i]}; break ;;
        esac
    done
    case $previous in
%2    esac
    if [[ -z $revisions$paths ]]; then
        if [[ $current == -* ]]; then
            words='%3'
            case $command in
%4            esac
        elif [[ -z $command ]]; then
            words='%5'
        else
            case $command in
%6            esac
        fi
    fi
    if [[ -n $revisions ]]; then
        words=$("${COMP_WORDS[0]}" completion words 2>/dev/null)
    elif [[ -n $paths ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        return
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -F _stillroom_cli stillroom-cli
)"_s.arg(names.join(u'|'),
        branch(pattern(all, takesPath), u"paths=yes"_s) + branch(pattern(all, takesRevision), u"revisions=yes"_s)
            + branch(pattern(all, takesOther), u"return"_s),
        optionsOf(source.globals).join(u' '), options, names.join(u' '), positionals);
}

} // namespace Cli
