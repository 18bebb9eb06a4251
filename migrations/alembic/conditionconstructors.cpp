// and_, or_, case, cast and the other functions that make an expression of expressions.
#include "migrations/alembic/connectionobjects.h"
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/sqloperators.h"
#include "migrations/alembic/windows.h"
#include "migrations/schema/operators.h"

namespace Migrations::Alembic {

using namespace Python;
using Schema::Expression;
using Kind = Expression::Kind;

namespace {

template<bool IsAnd>
Value junction(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, IsAnd ? QStringLiteral("and_") : QStringLiteral("or_"), arguments);
    QList<Expression> conditions;
    for (const Value &condition : reader.rest())
        conditions << sqlCondition(interpreter, condition);
    reader.finish();
    if (conditions.isEmpty())
        interpreter.unsupported(QStringLiteral("and_() or or_() without conditions"));
    return makeExpression(
        interpreter, Schema::joined(IsAnd ? QStringLiteral("AND") : QStringLiteral("OR"), conditions));
}

Value notTrue(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("not_"), arguments);
    const Expression condition = sqlElement(interpreter, reader.required(QStringLiteral("clause")));
    reader.finish();
    return makeExpression(interpreter, Schema::negated(condition));
}

template<Kind Kind_>
Value typed(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("cast"), arguments);
    const Value value = reader.required(QStringLiteral("expression"));
    const Schema::Type type = toType(session, interpreter, reader.required(QStringLiteral("type_")));
    reader.finish();
    std::optional<Expression> operand = sqlOperand(value);
    if (!operand && value.isNone())
        operand = Expression {.kind = Kind::Null};
    Expression inner = operand ? *operand : sqlLiteral(interpreter, value, type);
    if (Kind_ == Kind::Coerce && inner.kind == Kind::Value)
        inner.type = std::make_shared<const Schema::Type>(type);
    return makeExpression(interpreter,
        {.kind = Kind_, .arguments = {inner}, .type = std::make_shared<const Schema::Type>(type)});
}

// case((condition, value)…, value=…, else_=…), or a dict
Value caseOf(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("case"), arguments);
    const QList<Value> given = reader.rest();
    const std::optional<Value> compared = reader.keyword(QStringLiteral("value"));
    const std::optional<Value> otherwise = reader.keyword(QStringLiteral("else_"));
    reader.finish();
    QList<std::pair<Value, Value>> pairs;
    if (given.size() == 1 && given.front().as<List>())
        raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
            QStringLiteral("The \"whens\" argument to case(), when referring to a sequence of items, is now passed as a "
                           "series of positional elements, rather than as a list. "));
    if (const auto *dict = given.size() == 1 ? given.front().as<Dict>() : nullptr) {
        for (qsizetype i = 0; i < dict->keys().size(); ++i)
            pairs << std::pair(dict->keys()[i], dict->values()[i]);
    } else {
        for (const Value &pair : given) {
            const QList<Value> parts = interpreter.toList(pair);
            if (parts.size() != 2)
                interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("not enough values to unpack (expected 2)"));
            pairs << std::pair(parts[0], parts[1]);
        }
    }
    const bool hasValue = compared && !compared->isNone();
    Expression made {.kind = Kind::Case, .text = hasValue ? QStringLiteral("of") : QString()};
    if (hasValue)
        made.arguments << sqlElement(interpreter, *compared);
    for (const auto &[condition, result] : std::as_const(pairs)) {
        made.arguments << Schema::grouped(sqlElement(interpreter, condition)) << sqlElement(interpreter, result);
        if (const Schema::Type type = Schema::typeOf(made.arguments.back()); !type.name.isEmpty())
            made.type = made.arguments.back().type;
    }
    if (otherwise && !otherwise->isNone()) {
        made.arguments << sqlElement(interpreter, *otherwise);
        if (!made.type)
            made.type = made.arguments.back().type;
    }
    return makeExpression(interpreter, made);
}

// desc('name'): the label of that name
template<char16_t const *Word>
Value ordered(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QString::fromUtf16(Word), arguments);
    const Expression column = sqlOrder(interpreter, reader.required(QStringLiteral("column")));
    reader.finish();
    return makeExpression(interpreter, Schema::unary(Kind::Postfix, QString::fromUtf16(Word), column));
}

constexpr char16_t ascWord[] = u"ASC";
constexpr char16_t descWord[] = u"DESC";
constexpr char16_t firstWord[] = u"NULLS FIRST";
constexpr char16_t lastWord[] = u"NULLS LAST";

// distinct(x), collate(x, name), between(x, a, b), any_(x): methods of x
template<char16_t const *Name>
Value asMethod(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    Arguments rest = arguments;
    if (rest.positional.isEmpty())
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("missing 1 required positional argument: 'expr'"));
    const Value self = makeExpression(interpreter, sqlElement(interpreter, rest.positional.takeFirst()));
    return interpreter.callValue(interpreter.attribute(self, QString::fromUtf16(Name)), rest);
}

constexpr char16_t distinctName[] = u"distinct";
constexpr char16_t collateName[] = u"collate";
constexpr char16_t betweenName[] = u"between";
constexpr char16_t anyName[] = u"any_";
constexpr char16_t allName[] = u"all_";
constexpr char16_t bitwiseNotName[] = u"bitwise_not";

Value label(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("label"), arguments);
    const QString name = toText(interpreter, QStringLiteral("name"), reader.required(QStringLiteral("name")));
    const Expression inner = sqlElement(interpreter, reader.required(QStringLiteral("element")));
    reader.finish();
    return makeExpression(interpreter,
        {.kind = Kind::Label,
            .text = name,
            .arguments = {Schema::grouped(inner, QStringLiteral("AS"))},
            .type = inner.type});
}

Value extract(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("extract"), arguments);
    const QString field = toText(interpreter, QStringLiteral("field"), reader.required(QStringLiteral("field")));
    const Expression from = sqlElement(interpreter, reader.required(QStringLiteral("expr")));
    reader.finish();
    return makeExpression(interpreter,
        {.kind = Kind::Extract, .text = field, .arguments = {from}, .type = typeNamed(QStringLiteral("Integer"))});
}

Value tuple(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("tuple_"), arguments);
    Expression made {.kind = Kind::Tuple};
    for (const Value &each : reader.rest())
        made.arguments << Schema::grouped(sqlElement(interpreter, each), QStringLiteral(","));
    reader.finish();
    return makeExpression(interpreter, made);
}

template<Expression (*Make)(Interpreter &, const Expression &, ArgumentReader &)>
Value ofFunction(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("over"), arguments);
    const Expression function = sqlElement(interpreter, reader.required(QStringLiteral("element")));
    const Expression made = Make(interpreter, function, reader);
    reader.finish();
    return makeExpression(interpreter, made);
}

const ModuleFunction functions[] = {
    {u"all_", asMethod<allName>},
    {u"and_", junction<true>},
    {u"any_", asMethod<anyName>},
    {u"asc", ordered<ascWord>},
    {u"between", asMethod<betweenName>},
    {u"bitwise_not", asMethod<bitwiseNotName>},
    {u"case", caseOf},
    {u"cast", typed<Kind::Cast>},
    {u"collate", asMethod<collateName>},
    {u"desc", ordered<descWord>},
    {u"distinct", asMethod<distinctName>},
    {u"extract", extract},
    {u"funcfilter", ofFunction<filtered>},
    {u"label", label},
    {u"not_", notTrue},
    {u"nulls_first", ordered<firstWord>},
    {u"nulls_last", ordered<lastWord>},
    {u"nullsfirst", ordered<firstWord>},
    {u"nullslast", ordered<lastWord>},
    {u"or_", junction<false>},
    {u"over", ofFunction<over>},
    {u"tuple_", tuple},
    {u"type_coerce", typed<Kind::Coerce>},
    {u"within_group", ofFunction<withinGroup>},
};

// sqlalchemy.dialects.postgresql

Schema::Type arrayOf(const Schema::Type &item)
{
    Schema::Type type = Schema::Type::named(QStringLiteral("postgresql.ARRAY"));
    const bool isArray = item.item != nullptr;
    type.item = isArray ? item.item : std::make_shared<const Schema::Type>(item);
    type.dimensions = isArray ? std::max(1, item.dimensions) + 1 : 0;
    return type;
}

Value array(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("array"), arguments);
    const Value items = reader.required(QStringLiteral("clauses"));
    const std::optional<Value> type = reader.keyword(QStringLiteral("type_"));
    reader.finish();
    Expression made {.kind = Kind::Array};
    for (const Value &each : interpreter.toList(items))
        made.arguments << sqlElement(interpreter, each);
    const Schema::Type item = type && !type->isNone() ? toType(session, interpreter, *type)
        : made.arguments.isEmpty()                    ? Schema::Type()
                                                      : Schema::typeOf(made.arguments.front());
    made.type = std::make_shared<const Schema::Type>(arrayOf(item));
    return makeExpression(interpreter, made);
}

Value aggregateOrderBy(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("aggregate_order_by"), arguments);
    const Expression target = sqlElement(interpreter, reader.required(QStringLiteral("target")));
    Expression order {.kind = Kind::List};
    for (const Value &each : reader.rest())
        order.arguments << sqlElement(interpreter, each);
    reader.finish();
    if (order.arguments.isEmpty())
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("at least one ORDER BY element is required"));
    return makeExpression(
        interpreter, {.kind = Kind::OrderedArgument, .arguments = {target, order}, .type = target.type});
}

Value arrayAggregate(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("array_agg"), arguments);
    Expression made {.kind = Kind::Function, .text = QStringLiteral("array_agg")};
    for (const Value &each : reader.rest())
        made.arguments << Schema::grouped(sqlElement(interpreter, each), QStringLiteral(","));
    reader.finish();
    const Schema::Type item = made.arguments.isEmpty() ? Schema::Type() : Schema::typeOf(made.arguments.front());
    made.type = std::make_shared<const Schema::Type>(arrayOf(item));
    return makeExpression(interpreter, made);
}

const ModuleFunction ofPostgresql[] = {
    {u"aggregate_order_by", aggregateOrderBy},
    {u"array", array},
    {u"array_agg", arrayAggregate},
};

} // namespace

std::span<const ModuleFunction> conditionConstructors()
{
    return functions;
}

std::span<const ModuleFunction> postgresqlExpressions()
{
    return ofPostgresql;
}

} // namespace Migrations::Alembic
