#include "migrations/project/scripturl.h"

#include "migrations/project/scriptwalk.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Migrations {

using namespace Python;

namespace {

const QString Option = u"sqlalchemy.url"_s;

/// The order says which one counts.
enum class Way { MainOption, SectionItem, Engine, Configure };

struct Candidate {
    Way way;
    const Expression *value;
    ScriptPlace place;
};

/// A function that takes a URL: the word before its argument, or where the argument stands.
struct Taker {
    const char *function;
    Way way;
    int position; ///< -1: only by keyword
    int optionAt = -1; ///< where "sqlalchemy.url" must stand
};

constexpr std::array Takers {Taker {"set_main_option", Way::MainOption, 1, 0},
    Taker {"set_section_option", Way::MainOption, 2, 1}, Taker {"create_engine", Way::Engine, 0},
    Taker {"create_async_engine", Way::Engine, 0}, Taker {"engine_from_config", Way::Engine, -1},
    Taker {"async_engine_from_config", Way::Engine, -1}, Taker {"configure", Way::Configure, -1}};

bool isOption(const Expression *expression)
{
    const auto *text = expression ? std::get_if<StringLiteral>(&expression->node) : nullptr;
    return text && text->value == Option;
}

const Expression *argument(const CallExpression &call, int position)
{
    const bool has = position >= 0 && std::size_t(position) < call.arguments.size()
        && call.arguments[std::size_t(position)].kind == Argument::Kind::Positional;
    return has ? call.arguments[std::size_t(position)].value.get() : nullptr;
}

const Expression *urlOf(const CallExpression &call, const Taker &taker)
{
    if (taker.optionAt >= 0 && !isOption(argument(call, taker.optionAt)))
        return nullptr;
    for (const Argument &each : call.arguments) {
        if (each.kind == Argument::Kind::Keyword && each.name == "url"_L1)
            return each.value.get();
    }
    return argument(call, taker.position);
}

QList<Candidate> candidates(const Module &module)
{
    QList<Candidate> found;
    const auto call = [&found](const CallExpression &node, const ScriptPlace &place) {
        const QString name = lastName(*node.function);
        for (const Taker &taker : Takers) {
            const Expression *value = name == QLatin1StringView(taker.function) ? urlOf(node, taker) : nullptr;
            if (value)
                found << Candidate {taker.way, value, place};
        }
    };
    const auto assignment = [&found](const Assignment &node, const ScriptPlace &place) {
        for (const ExpressionPtr &target : node.targets) {
            const auto *item = std::get_if<SubscriptExpression>(&target->node);
            if (item && node.value && isOption(item->index.get()))
                found << Candidate {Way::SectionItem, node.value.get(), place};
        }
    };
    ScriptWalk {.call = call, .assignment = assignment}.through(module.body);
    std::ranges::stable_sort(found, {}, &Candidate::way);
    return found;
}

} // namespace

std::optional<EnvironmentScript::Url> urlOfScript(const Module &module, const StaticTexts &texts)
{
    using Kind = StaticTexts::Obstacle::Kind;
    for (const Candidate &candidate : candidates(module)) {
        const StaticTexts::Found found = texts.text(*candidate.value, candidate.place.function);
        const bool isConditional = candidate.place.isConditional;
        if (found) {
            if (isConditional && found->source.kind == ValueSource::Kind::File)
                continue;
            QString text = found->text;
            if (candidate.way == Way::MainOption)
                text.replace(u"%%"_s, u"%"_s); // goes through ConfigParser
            return EnvironmentScript::Url {.text = text, .source = found->source};
        }
        if (found.error().kind == Kind::Option || isConditional)
            continue;
        const Position at = found.error().at;
        return EnvironmentScript::Url {.source = ValueSource::file({module.file, at.line, at.column}),
            .missingVariable = found.error().variable};
    }
    return std::nullopt;
}

} // namespace Migrations
