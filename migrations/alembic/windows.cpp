#include "migrations/alembic/windows.h"

#include "migrations/alembic/relationobjects.h"
#include "migrations/schema/operators.h"

namespace Migrations::Alembic {

using namespace Python;
using Schema::Expression;
using Kind = Expression::Kind;

namespace {

// one thing or a list of them
Expression orders(Interpreter &interpreter, const std::optional<Value> &given)
{
    Expression list {.kind = Kind::List};
    if (!given || given->isNone())
        return list;
    const bool isMany = given->as<List>() || given->as<Tuple>();
    for (const Value &each : isMany ? interpreter.toList(*given) : QList {*given})
        list.arguments << Schema::grouped(sqlOrder(interpreter, each), QStringLiteral(","));
    return list;
}

QString bound(Interpreter &interpreter, const Value &value, bool isEnd)
{
    if (value.isNone())
        return isEnd ? QStringLiteral("UNBOUNDED FOLLOWING") : QStringLiteral("UNBOUNDED PRECEDING");
    if (!value.isInteger())
        raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
            QStringLiteral("Integer or None expected for range value"));
    const qint64 number = value.toInteger();
    if (number == 0)
        return QStringLiteral("CURRENT ROW");
    return QStringLiteral("%1 %2").arg(std::abs(number)).arg(
        number < 0 ? QStringLiteral("PRECEDING") : QStringLiteral("FOLLOWING"));
}

QString frame(Interpreter &interpreter, ArgumentReader &reader)
{
    static const std::pair<QString, QString> kinds[] = {{QStringLiteral("range_"), QStringLiteral("RANGE")},
        {QStringLiteral("rows"), QStringLiteral("ROWS")}, {QStringLiteral("groups"), QStringLiteral("GROUPS")}};
    QString result;
    for (const auto &[argument, word] : kinds) {
        const std::optional<Value> given = reader.keyword(argument);
        if (!given || given->isNone())
            continue;
        const auto *ends = given->as<Tuple>();
        if (!ends || ends->items.size() != 2)
            raiseSqlError(interpreter, QStringLiteral("ArgumentError"), QStringLiteral("2-tuple expected for range/rows"));
        if (!result.isEmpty())
            raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
                QStringLiteral("only one of 'rows', 'range_', or 'groups' may be provided"));
        result = QStringLiteral("%1 BETWEEN %2 AND %3")
                     .arg(word, bound(interpreter, ends->items[0], false), bound(interpreter, ends->items[1], true));
    }
    return result;
}

using Maker = Expression (*)(Interpreter &, const Expression &, ArgumentReader &);

// func.json_each(x).table_valued('key', 'value'), .alias()
Value tableValued(Interpreter &interpreter, const Expression &function, ArgumentReader &reader, bool hasColumns)
{
    auto relation = std::make_shared<Schema::Relation>();
    relation->kind = Schema::Relation::Kind::Function;
    relation->function = function;
    const Value name = hasColumns ? reader.keyword(QStringLiteral("name")).value_or(Value())
                                  : reader.optional(QStringLiteral("name"), Value());
    relation->name = toText(interpreter, QStringLiteral("name"), name);
    for (const Value &column : hasColumns ? reader.rest() : QList<Value>()) {
        const auto *object = column.as<ColumnObject>();
        relation->columns << (object ? object->content
                                     : Schema::Column {.name = toText(interpreter, QStringLiteral("name"), column)});
    }
    return Value(interpreter.make<RelationObject>(relation));
}

} // namespace

Expression over(Interpreter &interpreter, const Expression &expression, ArgumentReader &reader)
{
    const Expression partition = orders(interpreter, reader.keyword(QStringLiteral("partition_by")));
    const Expression order = orders(interpreter, reader.keyword(QStringLiteral("order_by")));
    return {.kind = Kind::Over,
        .text = frame(interpreter, reader),
        .arguments = {expression, partition, order},
        .type = expression.type};
}

Expression filtered(Interpreter &interpreter, const Expression &expression, ArgumentReader &reader)
{
    QList<Expression> conditions;
    for (const Value &each : reader.rest())
        conditions << sqlCondition(interpreter, each);
    if (conditions.isEmpty())
        return expression;
    return {.kind = Kind::Filter,
        .arguments = {expression,
            conditions.size() == 1 ? conditions.front() : Schema::joined(QStringLiteral("AND"), conditions)},
        .type = expression.type};
}

Expression withinGroup(Interpreter &interpreter, const Expression &expression, ArgumentReader &reader)
{
    Expression order {.kind = Kind::List};
    for (const Value &each : reader.rest())
        order.arguments << Schema::grouped(sqlOrder(interpreter, each), QStringLiteral(","));
    return {.kind = Kind::WithinGroup, .arguments = {expression, order}, .type = expression.type};
}

std::optional<Value> windowMethod(Interpreter &interpreter, const Value &self, const QString &name)
{
    static const QList<Kind> aggregates {Kind::Function, Kind::Filter, Kind::WithinGroup};
    const std::optional<Expression> operand = sqlOperand(self);
    if (!operand || !aggregates.contains(operand->kind))
        return std::nullopt;
    static const QHash<QString, Maker> makers {{QStringLiteral("over"), over}, {QStringLiteral("filter"), filtered},
        {QStringLiteral("within_group"), withinGroup}};
    if (const Maker maker = makers.value(name))
        return Value(interpreter.make<Builtin>(name, [self, name, maker](Interpreter &inner, const Arguments &arguments) {
            ArgumentReader reader(inner, name, arguments);
            const Expression made = maker(inner, *sqlOperand(self), reader);
            reader.finish();
            return makeExpression(inner, made);
        }));
    const bool isTable = name == u"table_valued" || name == u"alias";
    if (!isTable || operand->kind != Kind::Function)
        return std::nullopt;
    return Value(interpreter.make<Builtin>(name, [self, name](Interpreter &inner, const Arguments &arguments) {
        ArgumentReader reader(inner, name, arguments);
        const Value made = tableValued(inner, *sqlOperand(self), reader, name == u"table_valued");
        reader.finish();
        return made;
    }));
}

} // namespace Migrations::Alembic
