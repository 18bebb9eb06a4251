#include "migrations/project/statictext.h"

#include "migrations/project/scriptwalk.h"

using namespace Qt::StringLiterals;

namespace Migrations {

using namespace Python;
using Found = StaticTexts::Found;
using Obstacle = StaticTexts::Obstacle;

namespace {

constexpr int MaximumDepth = 20;
constexpr int MaximumSteps = 1000; // names that double each other are many
constexpr qsizetype MaximumLength = 100'000;

const StringLiteral *literal(const ExpressionPtr &expression)
{
    return expression ? std::get_if<StringLiteral>(&expression->node) : nullptr;
}

const Expression *positional(const CallExpression &call, std::size_t index)
{
    const bool has = index < call.arguments.size() && call.arguments[index].kind == Argument::Kind::Positional;
    return has ? call.arguments[index].value.get() : nullptr;
}

} // namespace

/// Reads one expression; counts how deep it is in names and functions.
class StaticTexts::Reader final
{
public:
    Reader(const StaticTexts &texts, const FunctionBody *function) : m_texts(texts), m_function(function) {}

    Found read(const Expression *expression)
    {
        if (!expression || m_depth >= MaximumDepth || ++m_steps > MaximumSteps)
            return std::unexpected(Obstacle {.at = m_at});
        ++m_depth;
        m_at = expression->at;
        const Position at = m_at;
        Found found = std::visit([this](const auto &node) { return visit(node); }, expression->node);
        --m_depth;
        if (found && found->text.size() > MaximumLength)
            return std::unexpected(Obstacle {.at = at});
        return found;
    }

private:
    [[nodiscard]] Found unreadable() const { return std::unexpected(Obstacle {.at = m_at}); }

    [[nodiscard]] Found here(const QString &text) const
    {
        return Text {.text = text,
            .source = ValueSource::file({m_texts.m_module->file, m_at.line, m_at.column})};
    }

    [[nodiscard]] Found variable(const StringLiteral *name, const Expression *otherwise)
    {
        if (!name)
            return unreadable();
        const Position at = m_at;
        if (const auto found = m_texts.m_variables.find(name->value))
            return Text {.text = found->value, .source = found->source};
        if (otherwise && !std::holds_alternative<NoneLiteral>(otherwise->node))
            return read(otherwise);
        return std::unexpected(Obstacle {.kind = Obstacle::Kind::NoVariable, .at = at, .variable = name->value});
    }

    // two texts together; of both sources the variable is the one to know
    [[nodiscard]] static Found joined(const Found &left, const Found &right)
    {
        if (!left || !right)
            return left ? right : left;
        const bool hasVariable = left->source.kind == ValueSource::Kind::Variable;
        return Text {.text = left->text + right->text, .source = hasVariable ? left->source : right->source};
    }

    Found visit(const StringLiteral &node) { return here(node.value); }
    Found visit(const NameExpression &node)
    {
        const Expression *value = m_texts.resolvedName(node.name, m_function);
        return value ? read(value) : unreadable();
    }
    Found visit(const SubscriptExpression &node)
    {
        return lastName(*node.object) == "environ"_L1 ? variable(literal(node.index), nullptr) : unreadable();
    }
    Found visit(const BinaryExpression &node)
    {
        if (node.op != BinaryOperator::Add)
            return unreadable();
        const Found left = read(node.left.get());
        return left ? joined(left, read(node.right.get())) : left;
    }
    Found visit(const BooleanExpression &node)
    {
        const Found left = node.isAnd ? unreadable() : read(node.left.get());
        const bool isNothing = left ? left->text.isEmpty() : left.error().kind == Obstacle::Kind::NoVariable;
        return isNothing ? read(node.right.get()) : left;
    }
    Found visit(const FormattedString &node)
    {
        Found whole = here({});
        for (const auto &part : node.parts) {
            const auto *field = std::get_if<FormattedString::Field>(&part);
            if (field && (field->format || field->conversion || !field->selfText.isEmpty()))
                return unreadable();
            whole = joined(whole, field ? read(field->value.get()) : here(std::get<QString>(part)));
            if (!whole)
                return whole;
        }
        return whole;
    }
    Found visit(const CallExpression &node)
    {
        const QString name = lastName(*node.function);
        const auto *method = std::get_if<AttributeExpression>(&node.function->node);
        const bool isOfEnvironment = method && lastName(*method->object) == "environ"_L1;
        const auto *first = positional(node, 0);
        const auto *word = first ? std::get_if<StringLiteral>(&first->node) : nullptr;
        if (name == "getenv"_L1 || (isOfEnvironment && name == "get"_L1))
            return variable(word, defaultOf(node));
        if (method && name == "get_main_option"_L1 && word && word->value == "sqlalchemy.url"_L1)
            return std::unexpected(Obstacle {.kind = Obstacle::Kind::Option, .at = m_at});
        if (method && name == "replace"_L1 && node.arguments.size() == 2)
            return replaced(*method, read(first), read(positional(node, 1)));
        if (!method && name == "str"_L1 && node.arguments.size() == 1)
            return read(first);
        if (!method && node.arguments.empty())
            return returned(m_texts.m_functions.value(name));
        return unreadable();
    }
    template<class Other>
    Found visit(const Other &)
    {
        return unreadable();
    }

    [[nodiscard]] static const Expression *defaultOf(const CallExpression &call)
    {
        for (const Argument &argument : call.arguments) {
            if (argument.kind == Argument::Kind::Keyword && argument.name == "default"_L1)
                return argument.value.get();
        }
        return positional(call, 1);
    }

    Found replaced(const AttributeExpression &method, const Found &before, const Found &after)
    {
        Found text = read(method.object.get());
        if (!text || !before || !after)
            return text ? unreadable() : text;
        if (before->text.isEmpty())
            return unreadable();
        text->text.replace(before->text, after->text);
        return text;
    }

    // a function of assignments that ends with `return …`
    Found returned(const FunctionBody *function)
    {
        if (!function || !function->parameters.empty() || function->isAsync || function->body.empty())
            return unreadable();
        const auto isPlain = [](const Statement &statement) {
            return std::holds_alternative<Assignment>(statement.node)
                || std::holds_alternative<ExpressionStatement>(statement.node)
                || std::holds_alternative<ImportStatement>(statement.node)
                || std::holds_alternative<ImportFromStatement>(statement.node);
        };
        const auto last = std::prev(function->body.cend());
        const auto *result = std::get_if<ReturnStatement>(&last->node);
        if (!result || !std::all_of(function->body.cbegin(), last, isPlain))
            return unreadable();
        const FunctionBody *outer = std::exchange(m_function, function);
        Found found = read(result->value.get());
        m_function = outer;
        return found;
    }

    const StaticTexts &m_texts;
    const FunctionBody *m_function;
    Position m_at;
    int m_depth = 0;
    int m_steps = 0;
};

StaticTexts::StaticTexts(std::shared_ptr<const Module> module, const EnvironmentVariables &variables)
    : m_module(std::move(module))
    , m_variables(variables)
    , m_names(namesOf(m_module->body))
{
    for (const Statement &statement : m_module->body) {
        if (const auto *function = std::get_if<FunctionStatement>(&statement.node))
            m_functions.insert(function->function->name, function->function.get());
    }
}

StaticTexts::Names StaticTexts::namesOf(const Block &body)
{
    Names names;
    const auto add = [&names](const Assignment &assignment, const ScriptPlace &place) {
        for (const ExpressionPtr &target : assignment.targets) {
            const auto *name = std::get_if<NameExpression>(&target->node);
            if (!name || !assignment.value || place.function)
                continue;
            const bool isCertain = !place.isConditional && !names.contains(name->name);
            names.insert(name->name, isCertain ? assignment.value.get() : nullptr);
        }
    };
    ScriptWalk {.assignment = add}.through(body);
    return names;
}

const Expression *StaticTexts::resolvedName(const QString &name, const FunctionBody *function) const
{
    if (!function || !function->locals.contains(name))
        return m_names.value(name);
    return namesOf(function->body).value(name);
}

const Expression *StaticTexts::resolved(const Expression &expression, const FunctionBody *function) const
{
    const Expression *found = &expression;
    for (int depth = 0; found && depth < MaximumDepth; ++depth) {
        const auto *name = std::get_if<NameExpression>(&found->node);
        if (!name)
            return found;
        found = resolvedName(name->name, function);
    }
    return nullptr;
}

Found StaticTexts::text(const Expression &expression, const FunctionBody *function) const
{
    return Reader(*this, function).read(&expression);
}

} // namespace Migrations
