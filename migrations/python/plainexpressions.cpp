// The expressions that the plain parser reads.
#include "migrations/python/plainparser.h"
#include "migrations/python/stringescapes.h"
#include "migrations/python/treebuilder.h"

namespace Migrations::Python {

using Kind = Token::Kind;
using Keyword = Token::Keyword;

namespace {

struct OperatorRow {
    quint32 symbol;
    BinaryOperator op;
};

constexpr OperatorRow alternatives[] = {{symbolOf("|"), BinaryOperator::BitOr}};
constexpr OperatorRow sums[] = {{symbolOf("+"), BinaryOperator::Add}, {symbolOf("-"), BinaryOperator::Subtract}};
constexpr OperatorRow products[] = {{symbolOf("*"), BinaryOperator::Multiply}, {symbolOf("/"), BinaryOperator::Divide},
    {symbolOf("//"), BinaryOperator::FloorDivide}, {symbolOf("%"), BinaryOperator::Modulo}};

/// operators of two sides, the loosest first; those that are not here are the grammar's
constexpr std::span<const OperatorRow> levels[] = {alternatives, sums, products};

constexpr std::pair<quint32, Comparison> comparisons[] = {
    {symbolOf("=="), Comparison::Equal},
    {symbolOf("!="), Comparison::NotEqual},
    {symbolOf("<"), Comparison::Less},
    {symbolOf("<="), Comparison::LessEqual},
    {symbolOf(">"), Comparison::Greater},
    {symbolOf(">="), Comparison::GreaterEqual},
};

} // namespace

PlainParser::Part PlainParser::expression()
{
    const Descent descent(*this);
    Part value = disjunction();
    if (!take(Keyword::If))
        return value;
    Part condition = disjunction();
    expect(Keyword::Else);
    Part otherwise = expression();
    ConditionalExpression node {std::move(condition.value), std::move(value.value), std::move(otherwise.value)};
    return {makeExpression(value.begin, std::move(node)), value.begin};
}

PlainParser::Part PlainParser::disjunction()
{
    Part left = conjunction();
    for (int count = 0; take(Keyword::Or); limit(count)) {
        Part right = conjunction();
        left.value = makeExpression(
            left.begin, BooleanExpression {false, std::move(left.value), std::move(right.value)});
    }
    return left;
}

PlainParser::Part PlainParser::conjunction()
{
    Part left = inversion();
    for (int count = 0; take(Keyword::And); limit(count)) {
        Part right = inversion();
        left.value
            = makeExpression(left.begin, BooleanExpression {true, std::move(left.value), std::move(right.value)});
    }
    return left;
}

PlainParser::Part PlainParser::inversion()
{
    if (!isAt(Keyword::Not))
        return comparison();
    const Descent descent(*this);
    const Position begin = m_next->at;
    expect(Keyword::Not);
    Part operand = inversion();
    return {makeExpression(begin, UnaryExpression {UnaryOperator::Not, std::move(operand.value)}), begin};
}

PlainParser::Part PlainParser::comparison()
{
    Part first = operation(0);
    ComparisonExpression node;
    int count = 0;
    while (const std::optional<Comparison> op = takeComparison()) {
        limit(count);
        node.rest.emplace_back(*op, operation(0).value);
    }
    if (node.rest.empty())
        return first;
    node.first = std::move(first.value);
    return {makeExpression(first.begin, std::move(node)), first.begin};
}

std::optional<Comparison> PlainParser::takeComparison()
{
    if (isAt(Kind::Operator)) {
        const auto row = std::ranges::find(comparisons, m_next->symbol, &std::pair<quint32, Comparison>::first);
        if (row == std::end(comparisons))
            return std::nullopt;
        ++m_next;
        return row->second;
    }
    if (take(Keyword::In))
        return Comparison::In;
    if (take(Keyword::Is))
        return take(Keyword::Not) ? Comparison::IsNot : Comparison::Is;
    if (!take(Keyword::Not))
        return std::nullopt;
    expect(Keyword::In);
    return Comparison::NotIn;
}

PlainParser::Part PlainParser::operation(size_t level)
{
    if (level == std::size(levels))
        return factor();
    Part left = operation(level + 1);
    for (int count = 0; isAt(Kind::Operator); limit(count)) {
        const auto row = std::ranges::find(levels[level], m_next->symbol, &OperatorRow::symbol);
        if (row == levels[level].end())
            break;
        ++m_next;
        Part right = operation(level + 1);
        left.value = makeExpression(
            left.begin, BinaryExpression {row->op, std::move(left.value), std::move(right.value)});
    }
    return left;
}

PlainParser::Part PlainParser::factor()
{
    const bool isMinus = isAt("-");
    if (!isMinus && !isAt("+"))
        return primary();
    const Descent descent(*this);
    const Position begin = m_next++->at;
    Part operand = factor();
    const UnaryOperator op = isMinus ? UnaryOperator::Minus : UnaryOperator::Plus;
    return {makeExpression(begin, UnaryExpression {op, std::move(operand.value)}), begin};
}

PlainParser::Part PlainParser::primary()
{
    Part part = atom();
    for (int count = 0;; limit(count)) {
        if (take(".")) {
            part.value = makeExpression(part.begin, AttributeExpression {std::move(part.value), takeName()});
        } else if (isAt("(")) {
            part = callOf(std::move(part));
        } else if (isAt("[")) {
            part = itemOf(std::move(part));
        } else if (isAt("**")) {
            throw NotPlain();
        } else {
            return part;
        }
    }
}

PlainParser::Part PlainParser::callOf(Part function)
{
    expect("(");
    CallExpression call {std::move(function.value), {}};
    QList<QString> names;
    while (!take(")")) {
        argument(call.arguments, names);
        if (!take(",") && !isAt(")"))
            throw NotPlain();
    }
    return {makeExpression(function.begin, std::move(call)), function.begin};
}

void PlainParser::argument(std::vector<Argument> &arguments, QList<QString> &names)
{
    using ArgumentKind = Argument::Kind;
    if (isAt(Kind::Name) && m_next[1].kind == Kind::Operator && m_next[1].symbol == symbolOf("=")) {
        const QString name = takeName();
        expect("=");
        if (names.contains(name)) // a mistake
            throw NotPlain();
        names << name;
        arguments.push_back({ArgumentKind::Keyword, name, expression().value});
        return;
    }
    const ArgumentKind kind = take("*") ? ArgumentKind::Star
        : take("**")                    ? ArgumentKind::DoubleStar
                                        : ArgumentKind::Positional;
    const bool isLate = std::ranges::any_of(arguments, [](const Argument &earlier) {
        return earlier.kind == ArgumentKind::Keyword || earlier.kind == ArgumentKind::DoubleStar;
    });
    if (kind == ArgumentKind::Positional && isLate)
        throw NotPlain();
    arguments.push_back({kind, {}, expression().value});
}

PlainParser::Part PlainParser::itemOf(Part object)
{
    expect("[");
    Part index = expression();
    expect("]");
    SubscriptExpression node {std::move(object.value), std::move(index.value)};
    return {makeExpression(object.begin, std::move(node)), object.begin};
}

PlainParser::Part PlainParser::atom()
{
    switch (m_next->kind) {
    case Kind::Name: {
        const Position begin = m_next->at;
        return {makeExpression(begin, NameExpression {takeName()}), begin};
    }
    case Kind::String:
        return string();
    case Kind::Integer:
    case Kind::Float:
        return number();
    case Kind::Keyword:
        return constant();
    default:
        break;
    }
    if (isAt("("))
        return inBrackets();
    return isAt("[") ? list() : dictionary();
}

// (a), (a, b) and ()
PlainParser::Part PlainParser::inBrackets()
{
    const Descent descent(*this);
    const Position begin = m_next->at;
    expect("(");
    DisplayExpression tuple {DisplayKind::Tuple, {}};
    while (!take(")")) {
        tuple.items.push_back(expression().value);
        if (tuple.items.size() == 1 && take(")"))
            return {std::move(tuple.items.front()), begin};
        if (!take(",") && !isAt(")"))
            throw NotPlain();
    }
    return {makeExpression(begin, std::move(tuple)), begin};
}

PlainParser::Part PlainParser::list()
{
    const Descent descent(*this);
    const Position begin = m_next->at;
    expect("[");
    DisplayExpression list {DisplayKind::List, {}};
    while (!take("]")) {
        list.items.push_back(expression().value);
        if (!take(",") && !isAt("]"))
            throw NotPlain();
    }
    return {makeExpression(begin, std::move(list)), begin};
}

// a set is the grammar's
PlainParser::Part PlainParser::dictionary()
{
    const Descent descent(*this);
    const Position begin = m_next->at;
    expect("{");
    DictExpression dict;
    while (!take("}")) {
        ExpressionPtr key = expression().value;
        expect(":");
        dict.items.emplace_back(std::move(key), expression().value);
        if (!take(",") && !isAt("}"))
            throw NotPlain();
    }
    return {makeExpression(begin, std::move(dict)), begin};
}

// literals beside each other are one
PlainParser::Part PlainParser::string()
{
    const Position begin = m_next->at;
    QString text;
    for (; isAt(Kind::String); ++m_next) {
        const qsizetype quotes = m_next->quotes;
        const QString raw = m_source.mid(m_next->begin + quotes, m_next->end - m_next->begin - 2 * quotes);
        const bool hasEscapes = raw.contains(u'\\');
        if (hasEscapes && raw.contains(QStringLiteral("\\N{")))
            throw NotPlain();
        const QString part = hasEscapes ? unescapedText(raw) : raw;
        text = text.isEmpty() ? part : QString(text + part);
    }
    return {makeExpression(begin, StringLiteral {text.isEmpty() ? QString() : text}), begin};
}

PlainParser::Part PlainParser::number()
{
    const Token &token = *m_next++;
    const QStringView text = QStringView(m_source).sliced(token.begin, token.end - token.begin);
    if (token.kind == Kind::Float)
        return {makeExpression(token.at, FloatLiteral {text.toDouble()}), token.at};
    return {makeExpression(token.at, IntegerLiteral {text.toLongLong()}), token.at};
}

PlainParser::Part PlainParser::constant()
{
    const Position begin = m_next->at;
    if (take(Keyword::None))
        return {makeExpression(begin, NoneLiteral {}), begin};
    const bool isTrue = isAt(Keyword::True);
    if (!isTrue && !isAt(Keyword::False))
        throw NotPlain();
    ++m_next;
    return {makeExpression(begin, BooleanLiteral {isTrue}), begin};
}

void PlainParser::limit(int &count) const
{
    if (++count > LongestChain)
        throw NotPlain();
}

} // namespace Migrations::Python
