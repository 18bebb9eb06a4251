#include "migrations/python/treebuilder.h"

#include <QCoreApplication>

namespace Migrations::Python {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

const std::unordered_map<std::string_view, BinaryOperator> binaryOperators {
    {"+", BinaryOperator::Add},
    {"-", BinaryOperator::Subtract},
    {"*", BinaryOperator::Multiply},
    {"/", BinaryOperator::Divide},
    {"//", BinaryOperator::FloorDivide},
    {"%", BinaryOperator::Modulo},
    {"**", BinaryOperator::Power},
    {"&", BinaryOperator::BitAnd},
    {"|", BinaryOperator::BitOr},
    {"^", BinaryOperator::BitXor},
    {"<<", BinaryOperator::ShiftLeft},
    {">>", BinaryOperator::ShiftRight},
    {"@", BinaryOperator::MatrixMultiply},
};

const std::unordered_map<std::string_view, Comparison> comparisons {
    {"==", Comparison::Equal},
    {"!=", Comparison::NotEqual},
    {"<>", Comparison::NotEqual},
    {"<", Comparison::Less},
    {"<=", Comparison::LessEqual},
    {">", Comparison::Greater},
    {">=", Comparison::GreaterEqual},
    {"in", Comparison::In},
    {"not in", Comparison::NotIn},
    {"is", Comparison::Is},
    {"is not", Comparison::IsNot},
};

} // namespace

const std::unordered_map<std::string_view, TreeBuilder::ExpressionMaker> &TreeBuilder::expressionMakers()
{
    static const std::unordered_map<std::string_view, ExpressionMaker> makers {
        {"identifier", &TreeBuilder::name},
        {"integer", &TreeBuilder::number},
        {"float", &TreeBuilder::number},
        {"string", &TreeBuilder::string},
        {"concatenated_string", &TreeBuilder::concatenatedString},
        {"true", &TreeBuilder::constant},
        {"false", &TreeBuilder::constant},
        {"none", &TreeBuilder::constant},
        {"ellipsis", &TreeBuilder::constant},
        {"attribute", &TreeBuilder::attribute},
        {"subscript", &TreeBuilder::subscript},
        {"slice", &TreeBuilder::slice},
        {"call", &TreeBuilder::call},
        {"unary_operator", &TreeBuilder::unary},
        {"not_operator", &TreeBuilder::notOperator},
        {"binary_operator", &TreeBuilder::binary},
        {"boolean_operator", &TreeBuilder::boolean},
        {"comparison_operator", &TreeBuilder::comparison},
        {"conditional_expression", &TreeBuilder::conditional},
        {"lambda", &TreeBuilder::lambda},
        {"tuple", &TreeBuilder::tuple},
        {"expression_list", &TreeBuilder::tuple},
        {"pattern_list", &TreeBuilder::tuple},
        {"tuple_pattern", &TreeBuilder::tuple},
        {"list", &TreeBuilder::list},
        {"list_pattern", &TreeBuilder::list},
        {"set", &TreeBuilder::set},
        {"dictionary", &TreeBuilder::dictionary},
        {"list_comprehension", &TreeBuilder::comprehension},
        {"set_comprehension", &TreeBuilder::comprehension},
        {"dictionary_comprehension", &TreeBuilder::comprehension},
        {"generator_expression", &TreeBuilder::comprehension},
        {"parenthesized_expression", &TreeBuilder::parenthesized},
        {"list_splat", &TreeBuilder::starred},
        {"list_splat_pattern", &TreeBuilder::starred},
        {"named_expression", &TreeBuilder::named},
        {"yield", &TreeBuilder::yield},
    };
    return makers;
}

ExpressionPtr TreeBuilder::expression(const ConcreteNode &node)
{
    if (node.isNull())
        return nullptr;
    if (!enter(node))
        return unsupported(node);
    const auto maker = expressionMakers().find(node.type());
    ExpressionPtr result = maker == expressionMakers().end() ? unsupported(node) : (this->*maker->second)(node);
    leave();
    return result;
}

ExpressionPtr TreeBuilder::unsupported(const ConcreteNode &node)
{
    const std::string_view type = node.type();
    QString what = QString::fromUtf8(type.data(), qsizetype(type.size()));
    return makeExpression(node.position(), UnsupportedSyntax {what.replace(u'_', u' ')});
}

ExpressionPtr TreeBuilder::name(const ConcreteNode &node)
{
    return makeExpression(node.position(), NameExpression {node.text()});
}

ExpressionPtr TreeBuilder::attribute(const ConcreteNode &node)
{
    return makeExpression(
        node.position(), AttributeExpression {expression(node.field("object")), node.field("attribute").text()});
}

ExpressionPtr TreeBuilder::subscript(const ConcreteNode &node)
{
    const std::vector<ConcreteNode> indexes = node.fields("subscript");
    ExpressionPtr index;
    if (indexes.size() == 1 && !node.bytes().trimmed().endsWith(",]")) {
        index = expression(indexes.front());
    } else {
        DisplayExpression tuple {DisplayKind::Tuple, {}};
        for (const ConcreteNode &part : indexes)
            tuple.items.push_back(expression(part));
        index = makeExpression(node.position(), std::move(tuple));
    }
    return makeExpression(node.position(), SubscriptExpression {expression(node.field("value")), std::move(index)});
}

ExpressionPtr TreeBuilder::slice(const ConcreteNode &node)
{
    SliceExpression slice;
    ExpressionPtr *parts[] = {&slice.start, &slice.stop, &slice.step};
    int part = 0;
    for (const ConcreteNode &child : node.children()) {
        if (!child.isNamed())
            ++part;
        else if (part < 3)
            *parts[part] = expression(child);
    }
    return makeExpression(node.position(), std::move(slice));
}

ExpressionPtr TreeBuilder::call(const ConcreteNode &node)
{
    CallExpression call {expression(node.field("function")), {}};
    const ConcreteNode list = node.field("arguments");
    if (list.is("generator_expression"))
        call.arguments.push_back({.value = expression(list)});
    else
        call.arguments = arguments(list);
    return makeExpression(node.position(), std::move(call));
}

std::vector<Argument> TreeBuilder::arguments(const ConcreteNode &list)
{
    std::vector<Argument> result;
    QSet<QString> names;
    for (const ConcreteNode &child : list.namedChildren()) {
        if (child.is("keyword_argument")) {
            const QString name = child.field("name").text();
            if (names.contains(name))
                complain(child, Tr::tr("keyword argument repeated: %1").arg(name));
            names.insert(name);
            result.push_back({Argument::Kind::Keyword, child.field("name").text(), expression(child.field("value"))});
        } else if (child.is("list_splat") || child.is("dictionary_splat")) {
            const auto kind = child.is("list_splat") ? Argument::Kind::Star : Argument::Kind::DoubleStar;
            result.push_back({kind, {}, expression(child.namedChildren().front())});
        } else {
            const bool late = std::ranges::any_of(result, [](const Argument &argument) {
                return argument.kind == Argument::Kind::Keyword || argument.kind == Argument::Kind::DoubleStar;
            });
            if (late)
                complain(child, Tr::tr("positional argument follows keyword argument"));
            result.push_back({.value = expression(child)});
        }
    }
    return result;
}

ExpressionPtr TreeBuilder::unary(const ConcreteNode &node)
{
    const QByteArray sign = node.field("operator").bytes();
    const UnaryOperator op = sign == "-" ? UnaryOperator::Minus
        : sign == "+"                    ? UnaryOperator::Plus
                                         : UnaryOperator::Invert;
    return makeExpression(node.position(), UnaryExpression {op, expression(node.field("argument"))});
}

ExpressionPtr TreeBuilder::notOperator(const ConcreteNode &node)
{
    return makeExpression(node.position(), UnaryExpression {UnaryOperator::Not, expression(node.field("argument"))});
}

ExpressionPtr TreeBuilder::binary(const ConcreteNode &node)
{
    const auto op = binaryOperators.find(node.field("operator").type());
    if (op == binaryOperators.end())
        return unsupported(node);
    return makeExpression(node.position(),
        BinaryExpression {op->second, expression(node.field("left")), expression(node.field("right"))});
}

ExpressionPtr TreeBuilder::boolean(const ConcreteNode &node)
{
    return makeExpression(node.position(),
        BooleanExpression {
            node.field("operator").is("and"), expression(node.field("left")), expression(node.field("right"))});
}

ExpressionPtr TreeBuilder::comparison(const ConcreteNode &node)
{
    ComparisonExpression result;
    Comparison next = Comparison::Equal;
    for (const ConcreteNode &child : node.children()) {
        if (!child.isNamed()) {
            const auto op = comparisons.find(child.type());
            if (op == comparisons.end())
                return unsupported(child);
            next = op->second;
        } else if (!result.first) {
            result.first = expression(child);
        } else {
            result.rest.emplace_back(next, expression(child));
        }
    }
    return makeExpression(node.position(), std::move(result));
}

ExpressionPtr TreeBuilder::conditional(const ConcreteNode &node)
{
    const std::vector<ConcreteNode> parts = node.namedChildren();
    if (parts.size() != 3)
        return unsupported(node);
    return makeExpression(
        node.position(), ConditionalExpression {expression(parts[1]), expression(parts[0]), expression(parts[2])});
}

ExpressionPtr TreeBuilder::tuple(const ConcreteNode &node)
{
    return display(node, DisplayKind::Tuple);
}

ExpressionPtr TreeBuilder::list(const ConcreteNode &node)
{
    return display(node, DisplayKind::List);
}

ExpressionPtr TreeBuilder::set(const ConcreteNode &node)
{
    return display(node, DisplayKind::Set);
}

ExpressionPtr TreeBuilder::display(const ConcreteNode &node, DisplayKind kind)
{
    DisplayExpression result {kind, {}};
    for (const ConcreteNode &child : node.namedChildren())
        result.items.push_back(expression(child));
    return makeExpression(node.position(), std::move(result));
}

ExpressionPtr TreeBuilder::dictionary(const ConcreteNode &node)
{
    DictExpression result;
    for (const ConcreteNode &child : node.namedChildren()) {
        if (child.is("pair"))
            result.items.emplace_back(expression(child.field("key")), expression(child.field("value")));
        else
            result.items.emplace_back(nullptr, expression(child.namedChildren().front()));
    }
    return makeExpression(node.position(), std::move(result));
}

ExpressionPtr TreeBuilder::comprehension(const ConcreteNode &node)
{
    static const std::unordered_map<std::string_view, ComprehensionKind> kinds {
        {"list_comprehension", ComprehensionKind::List},
        {"set_comprehension", ComprehensionKind::Set},
        {"dictionary_comprehension", ComprehensionKind::Dict},
        {"generator_expression", ComprehensionKind::Generator},
    };
    ComprehensionExpression result {.kind = kinds.at(node.type())};
    bool isAsync = false;
    m_scopes.push_back({.kind = Scope::Kind::Comprehension});
    for (const ConcreteNode &child : node.namedChildren()) {
        if (child.is("for_in_clause")) {
            isAsync = isAsync || child.children().front().is("async");
            ComprehensionExpression::Clause clause {expression(child.field("left")), nullptr, {}};
            bindTarget(*clause.target);
            // `for x in 1, 2` is not possible here: one iterable
            clause.iterable = expression(child.field("right"));
            result.clauses.push_back(std::move(clause));
        } else if (child.is("if_clause") && !result.clauses.empty()) {
            result.clauses.back().conditions.push_back(expression(child.namedChildren().front()));
        } else if (child.is("pair")) {
            result.element = expression(child.field("key"));
            result.value = expression(child.field("value"));
        } else {
            result.element = expression(child);
        }
    }
    result.locals = m_scopes.back().locals;
    m_scopes.pop_back();
    return isAsync ? unsupported(node) : makeExpression(node.position(), std::move(result));
}

ExpressionPtr TreeBuilder::starred(const ConcreteNode &node)
{
    return makeExpression(node.position(), StarredExpression {expression(node.namedChildren().front())});
}

ExpressionPtr TreeBuilder::parenthesized(const ConcreteNode &node)
{
    const std::vector<ConcreteNode> inner = node.namedChildren();
    return inner.size() == 1 ? expression(inner.front()) : unsupported(node);
}

ExpressionPtr TreeBuilder::named(const ConcreteNode &node)
{
    const QString target = node.field("name").text();
    // the names of a comprehension are its own, but this one belongs to the function around it
    const auto scope = std::ranges::find_if(m_scopes.rbegin(), m_scopes.rend(),
        [](const Scope &candidate) { return candidate.kind != Scope::Kind::Comprehension; });
    if (scope != m_scopes.rend())
        scope->locals.insert(target);
    return makeExpression(node.position(), NamedExpression {target, expression(node.field("value"))});
}

ExpressionPtr TreeBuilder::yield(const ConcreteNode &node)
{
    if (m_scopes.empty() || m_scopes.back().kind == Scope::Kind::Class)
        complain(node, Tr::tr("'yield' outside function"));
    else if (m_scopes.back().kind == Scope::Kind::Comprehension)
        complain(node, Tr::tr("'yield' inside a comprehension"));
    else
        m_scopes.back().isGenerator = true;
    if (!m_scopes.empty())
        ++m_scopes.back().yields;
    YieldExpression result;
    for (const ConcreteNode &child : node.children()) {
        if (child.is("from"))
            result.isFrom = true;
        else if (child.isNamed())
            result.value = expression(child);
    }
    return makeExpression(node.position(), std::move(result));
}

} // namespace Migrations::Python
