#include "migrations/schema/operators.h"

#include <QHash>

#include <algorithm>

namespace Migrations::Schema {

namespace {

using Kind = Expression::Kind;

constexpr int smallest = -100; ///< of an operator that has no place in SQLAlchemy's order
constexpr int largest = 100; ///< of an operand of one
const QString asBoolean = QStringLiteral("a condition alone");

// clang-format off
constexpr Operator table[] = {
    // what is printed otherwise has a word for its name
    {u"getitem",           15},
    {u"json_getitem",      15},
    {u"json_path_getitem", 15},
    {u"ANY",               15},
    {u"ALL",               15},
    {u"*",                 8, {}, false, true},
    {u"/",                 8},
    {u"//",                8},
    {u"%",                 8},
    {u"-x",                8},
    {u"~x",                8},
    {u"+",                 7, {}, false, true},
    {u"-",                 7},
    {u"#",                 7},
    {u"|",                 7},
    {u"&",                 7},
    {u"<<",                7},
    {u">>",                7},
    {u"FILTER",            6},
    {u"||",                5, {}, false, true},
    {u"MATCH",             5, u"NOT MATCH", true, false, true},
    {u"NOT MATCH",         5, u"MATCH", true, false, true},
    {u"~",                 5, u"!~", true, false, true},
    {u"!~",                5, u"~", true, false, true},
    {u"REGEXP_REPLACE",    5},
    {u"LIKE",              5, u"NOT LIKE", true, false, true},
    {u"NOT LIKE",          5, u"LIKE", true, false, true},
    {u"ILIKE",             5, u"NOT ILIKE", true, false, true},
    {u"NOT ILIKE",         5, u"ILIKE", true, false, true},
    {u"IN",                5, u"NOT IN", true, false, true},
    {u"NOT IN",            5, u"IN", true, false, true},
    {u"IS",                5, u"IS NOT", true, false, true},
    {u"IS NOT",            5, u"IS", true, false, true},
    {u"=",                 5, u"!=", true, false, true},
    {u"!=",                5, u"=", true, false, true},
    {u">",                 5, u"<=", true, false, true},
    {u"<",                 5, u">=", true, false, true},
    {u">=",                5, u"<", true, false, true},
    {u"<=",                5, u">", true, false, true},
    {u"IS DISTINCT FROM",  5, u"IS NOT DISTINCT FROM", true, false, true},
    {u"IS NOT DISTINCT FROM", 5, u"IS DISTINCT FROM", true, false, true},
    {u"BETWEEN",           5, u"NOT BETWEEN", true, false, true},
    {u"NOT BETWEEN",       5, u"BETWEEN", true, false, true},
    {u"BETWEEN SYMMETRIC", 5, u"NOT BETWEEN SYMMETRIC", true, false, true},
    {u"NOT BETWEEN SYMMETRIC", 5, u"BETWEEN SYMMETRIC", true, false, true},
    {u"DISTINCT",          5},
    {u"NOT",               5, {}, false, false, true},
    {u"COLLATE",           4},
    {u"AND",               3, {}, false, true, true},
    {u"OR",                2, {}, false, true, true},
    {u"DESC",              3},
    {u"ASC",               3},
    {u"NULLS FIRST",       smallest},
    {u"NULLS LAST",        smallest},
    {u"EXISTS",            0},
    {u",",                 -1},
    {u"AS",                -1},
    // these have no precedence of their own, so they always stand in parentheses
    {u"contains",          smallest, u"not contains", true, false, true},
    {u"not contains",      smallest, u"contains", true, false, true},
    {u"icontains",         smallest, u"not icontains", true, false, true},
    {u"not icontains",     smallest, u"icontains", true, false, true},
    {u"startswith",        smallest, u"not startswith", true, false, true},
    {u"not startswith",    smallest, u"startswith", true, false, true},
    {u"istartswith",       smallest, u"not istartswith", true, false, true},
    {u"not istartswith",   smallest, u"istartswith", true, false, true},
    {u"endswith",          smallest, u"not endswith", true, false, true},
    {u"not endswith",      smallest, u"endswith", true, false, true},
    {u"iendswith",         smallest, u"not iendswith", true, false, true},
    {u"not iendswith",     smallest, u"iendswith", true, false, true},
};
// clang-format on

int precedenceAgainst(const QString &name)
{
    if (name == asBoolean)
        return -10;
    const Operator *known = findOperator(name);
    if (!known)
        return largest;
    return known->precedence == smallest ? largest : known->precedence;
}

bool wantsCondition(const QString &against)
{
    return against == u"AND" || against == u"OR" || against == asBoolean;
}

Expression condition(const Expression &expression, bool isTrue)
{
    return {.kind = Kind::AsBoolean,
        .text = isTrue ? QStringLiteral("true") : QStringLiteral("false"),
        .arguments = {expression},
        .type = std::make_shared<const Type>(Type::named(QStringLiteral("Boolean")))};
}

Expression inParentheses(const Expression &expression)
{
    return {.kind = Kind::Group, .arguments = {expression}, .type = expression.type};
}

Expression withInner(Expression outer, const Expression &inner)
{
    outer.arguments.first() = inner;
    return outer;
}

bool isPlain(Kind kind)
{
    static const QList<Kind> plain {Kind::String, Kind::Number, Kind::Text, Kind::Column, Kind::Function, Kind::True,
        Kind::False, Kind::Null, Kind::Cast, Kind::Value, Kind::Case, Kind::Over, Kind::WithinGroup, Kind::Extract};
    return plain.contains(kind);
}

} // namespace

const Operator *findOperator(const QString &name)
{
    static const QHash<QStringView, const Operator *> byName = [] {
        QHash<QStringView, const Operator *> result;
        for (const Operator &each : table)
            result.insert(each.name, &each);
        return result;
    }();
    return byName.value(name);
}

Type typeOf(const Expression &expression)
{
    return expression.type ? *expression.type : Type();
}

bool isBooleanType(const Type &type)
{
    return type.name.section(u'.', -1).toLower() == u"boolean";
}

bool isImplicitlyBoolean(const Expression &expression)
{
    switch (expression.kind) {
    case Kind::Binary: {
        const Operator *known = expression.precedence ? nullptr : findOperator(expression.text);
        return known ? known->isBoolean : expression.isComparison;
    }
    case Kind::Label:
    case Kind::AsBoolean:
    case Kind::Group:
        return isImplicitlyBoolean(expression.arguments.front());
    default:
        return false;
    }
}

bool yields(const Expression &operation, const QString &against, std::optional<int> precedence)
{
    const Operator *known = operation.precedence ? nullptr : findOperator(operation.text);
    const bool keepsItself = operation.isGroupedEagerly || (known && known->isAssociative)
        || (known && operation.text.endsWith(QStringLiteral("getitem")));
    if (operation.text == against && precedence == operation.precedence && keepsItself)
        return false;
    if (against.isEmpty())
        return true;
    const int own = operation.precedence ? *operation.precedence : known ? known->precedence : smallest;
    return own <= precedence.value_or(precedenceAgainst(against));
}

Expression grouped(const Expression &expression, const QString &against, std::optional<int> precedence)
{
    switch (expression.kind) {
    case Kind::Binary: {
        const bool isOddlyNegated = against == u"NOT" && !isImplicitlyBoolean(expression);
        return yields(expression, against, precedence) || isOddlyNegated ? inParentheses(expression) : expression;
    }
    case Kind::Prefix:
        return yields(expression, against, precedence) ? inParentheses(expression) : expression;
    case Kind::Filter:
        return precedence.value_or(precedenceAgainst(against)) >= 6 ? inParentheses(expression) : expression;
    case Kind::List:
        return precedence.value_or(precedenceAgainst(against)) >= -1 ? inParentheses(expression) : expression;
    case Kind::Label:
    case Kind::Coerce:
        return withInner(expression, grouped(expression.arguments.front(), against, precedence));
    case Kind::Template:
        return against == u"IN" || against == u"NOT IN" ? inParentheses(expression) : expression;
    case Kind::Array:
        return against == u"ANY" || against == u"ALL" || against == u"getitem" ? inParentheses(expression)
                                                                               : expression;
    default:
        break;
    }
    if (!isPlain(expression.kind))
        return expression;
    if (wantsCondition(against) && isBooleanType(typeOf(expression)))
        return condition(expression, true);
    const bool isCollection = !precedence && (against == u"ANY" || against == u"ALL");
    const bool isIndexed = against == u"getitem" && expression.kind == Kind::Function;
    return isCollection || isIndexed ? inParentheses(expression) : expression;
}

Expression binary(const QString &name, const Expression &left, const Expression &right, const Type &type)
{
    Expression result {.kind = Kind::Binary, .text = name, .type = std::make_shared<const Type>(type)};
    const Operator *known = findOperator(name);
    const auto sameFamily = [&](const Expression &operand) {
        return known && known->isAssociative && operand.kind == Kind::Binary && operand.text == name
            && !operand.precedence;
    };
    for (const Expression &operand : {left, right}) {
        if (sameFamily(operand))
            result.arguments << operand.arguments;
        else
            result.arguments << grouped(operand, name);
    }
    return result;
}

Expression custom(const Expression &operation, const Expression &left, const Expression &right)
{
    Expression result = operation;
    result.arguments = {grouped(left, operation.text, operation.precedence),
        grouped(right, operation.text, operation.precedence)};
    return result;
}

Expression unary(Kind kind, const QString &name, const Expression &operand, const Type &type)
{
    return {.kind = kind,
        .text = name,
        .arguments = {grouped(operand, name)},
        .type = std::make_shared<const Type>(type)};
}

Expression negated(const Expression &given)
{
    const auto no = [](const Expression &operand, const Type &type = {}) {
        return unary(Kind::Prefix, QStringLiteral("NOT"), operand, type);
    };
    switch (given.kind) {
    case Kind::True:
    case Kind::False: {
        Expression other = given;
        other.kind = given.kind == Kind::True ? Kind::False : Kind::True;
        return other;
    }
    case Kind::Binary: {
        const Operator *known = given.precedence ? nullptr : findOperator(given.text);
        const bool isCollective = std::ranges::any_of(given.arguments, [](const Expression &each) {
            return each.kind == Kind::Prefix && (each.text == u"ANY" || each.text == u"ALL");
        });
        if (known && !known->opposite.isEmpty() && !isCollective) {
            Expression other = given;
            other.text = known->opposite.toString();
            return other;
        }
        const bool isList = known && known->isAssociative;
        return isList ? no(given) : negated(inParentheses(given));
    }
    case Kind::Prefix:
        return isBooleanType(typeOf(given)) ? no(given, typeOf(given)) : no(given);
    case Kind::AsBoolean: {
        const Expression &inner = given.arguments.front();
        const bool isConstant = inner.kind == Kind::True || inner.kind == Kind::False;
        return isConstant ? negated(inner) : condition(inner, given.text != u"true");
    }
    case Kind::Label:
        return withInner(given, negated(given.arguments.front()));
    case Kind::Template:
    case Kind::Postfix:
        return no(given);
    default:
        return isBooleanType(typeOf(given)) ? condition(given, false) : no(given);
    }
}

QList<Expression> conditions(const QString &name, const QList<Expression> &given)
{
    const Kind meaningless = name == u"AND" ? Kind::True : Kind::False;
    const Kind deciding = name == u"AND" ? Kind::False : Kind::True;
    QList<Expression> kept;
    for (const Expression &each : given) {
        if (each.kind == deciding) {
            kept = {each};
            break;
        }
        if (each.kind != meaningless)
            kept << each;
    }
    if (kept.isEmpty() && !given.isEmpty())
        kept = {given.back()};
    QList<Expression> result;
    const bool isAlone = kept.size() == 1;
    for (const Expression &each : std::as_const(kept))
        result << grouped(each, isAlone ? asBoolean : name);
    return result;
}

Expression joined(const QString &name, const QList<Expression> &given)
{
    const QList<Expression> kept = conditions(name, given);
    if (kept.size() == 1)
        return kept.front();
    Expression result {.kind = Kind::Binary,
        .text = name,
        .type = std::make_shared<const Type>(Type::named(QStringLiteral("Boolean")))};
    for (const Expression &each : kept) {
        if (each.kind == Kind::Binary && each.text == name)
            result.arguments << each.arguments;
        else
            result.arguments << each;
    }
    return result;
}

} // namespace Migrations::Schema
