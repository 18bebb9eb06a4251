// sa.text, sa.literal, sa.true… and the light tables for data.
#include "migrations/alembic/connectionobjects.h"
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/relationobjects.h"
#include "migrations/alembic/sqloperators.h"
#include "migrations/sqltext/textparameters.h"

namespace Migrations::Alembic {

using namespace Python;
using Schema::Expression;
using Kind = Expression::Kind;

namespace {

Value text(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("text"), arguments);
    const QString sql = toText(interpreter, QStringLiteral("text"), reader.required(QStringLiteral("text")));
    reader.finish();
    return makeExpression(interpreter, {.kind = Kind::Template, .text = sql});
}

std::shared_ptr<const Schema::Type> givenType(Session &session, Interpreter &interpreter, ArgumentReader &reader)
{
    const Value type = reader.optional(QStringLiteral("type_"), Value());
    return type.isNone() ? nullptr : std::make_shared<const Schema::Type>(toType(session, interpreter, type));
}

Value literalColumn(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("literal_column"), arguments);
    const QString sql = toText(interpreter, QStringLiteral("text"), reader.required(QStringLiteral("text")));
    const auto type = givenType(session, interpreter, reader);
    reader.finish();
    return makeExpression(interpreter, {.kind = Kind::Text, .text = sql, .type = type});
}

template<Kind Kind_>
Value constant(Session &, Interpreter &interpreter, const Arguments &)
{
    const Expression made {.kind = Kind_};
    return makeExpression(interpreter, Kind_ == Kind::Null ? made : ofBoolean(made));
}

Value literal(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("literal"), arguments);
    const Value value = reader.required(QStringLiteral("value"));
    const auto type = givenType(session, interpreter, reader);
    static_cast<void>(reader.keyword(QStringLiteral("literal_execute")));
    reader.finish();
    if (const std::optional<Expression> operand = sqlOperand(value))
        return makeExpression(interpreter, *operand);
    return makeExpression(interpreter, sqlLiteral(interpreter, value, type ? *type : typeOfValue(value)));
}

Value bindParameter(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("bindparam"), arguments);
    const QString key = toText(interpreter, QStringLiteral("key"), reader.required(QStringLiteral("key")));
    const Value value = reader.optional(QStringLiteral("value"), Value());
    const auto type = givenType(session, interpreter, reader);
    const bool isList = reader.truth(reader.keyword(QStringLiteral("expanding")), false);
    for (const QString &meaningless : {QStringLiteral("unique"), QStringLiteral("required"), QStringLiteral("quote"),
             QStringLiteral("isoutparam"), QStringLiteral("literal_execute")})
        static_cast<void>(reader.keyword(meaningless));
    if (reader.keyword(QStringLiteral("callable_")))
        interpreter.unsupported(QStringLiteral("bindparam(callable_=…)"));
    reader.finish();
    Expression made;
    if (isList) {
        made.kind = Kind::ValueList;
        made.text = key;
        if (value.isNone()) // nothing is known of it yet, which prints as NULL
            made.arguments << Expression {.kind = Kind::Null};
        for (const Value &each : value.isNone() ? QList<Value>() : interpreter.toList(value))
            made.arguments << sqlLiteral(interpreter, each, type ? *type : typeOfValue(each));
    } else {
        made = sqlLiteral(interpreter, value, type ? *type : typeOfValue(value));
        made.arguments = {Expression::string(key)};
    }
    return makeExpression(interpreter, made);
}

Value lightColumn(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("column"), arguments);
    Schema::Column column;
    column.name = toText(interpreter, QStringLiteral("text"), reader.required(QStringLiteral("text")));
    if (const std::optional<Value> type = reader.optional(QStringLiteral("type_")))
        column.type = toType(session, interpreter, *type);
    const bool isLiteral = reader.truth(reader.keyword(QStringLiteral("is_literal")), false);
    reader.finish();
    if (isLiteral)
        return makeExpression(interpreter, Expression::sql(column.name));
    auto *object = interpreter.make<ColumnObject>(std::move(column));
    object->isLight = true;
    return Value(object);
}

Value lightTable(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("table"), arguments);
    Schema::Table table;
    table.name = toText(interpreter, QStringLiteral("name"), reader.required(QStringLiteral("name")));
    table.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    const QList<Value> items = reader.rest();
    for (const Value &item : items) {
        const auto *column = item.as<ColumnObject>();
        if (!column)
            interpreter.raise(QStringLiteral("AttributeError"),
                QStringLiteral("'%1' object has no attribute 'table'").arg(Interpreter::typeName(item)));
        if (column->relation)
            raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
                QStringLiteral("column object '%1' already assigned to table '%2'")
                    .arg(column->content.name, column->relation->name));
        table.columns << column->content;
    }
    reader.finish();
    auto *object = interpreter.make<TableObject>(session, table, true);
    adoptColumns(*object, items);
    return Value(object);
}

const ModuleFunction functions[] = {
    {u"bindparam", bindParameter},
    {u"column", lightColumn},
    {u"false", constant<Kind::False>},
    {u"literal", literal},
    {u"literal_column", literalColumn},
    {u"null", constant<Kind::Null>},
    {u"table", lightTable},
    {u"text", text},
    {u"true", constant<Kind::True>},
};

} // namespace

void adoptColumns(RelationObject &relation, const QList<Value> &items)
{
    QList<Value> columns;
    for (const Value &item : items) {
        if (auto *column = item.as<ColumnObject>()) {
            column->relation = relation.relation;
            columns << item;
        }
    }
    relation.setColumns(columns);
}

std::span<const ModuleFunction> expressionConstructors()
{
    return functions;
}

} // namespace Migrations::Alembic
