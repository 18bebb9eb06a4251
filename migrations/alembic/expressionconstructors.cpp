// sa.text, sa.func, sa.true… and the light tables for data.
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/schemaitems.h"
#include "migrations/alembic/sqloperators.h"

namespace Migrations::Alembic {

using namespace Python;
using Schema::Expression;

namespace {

// text(), and literal_column() without parameters
template<bool IsText>
Value text(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("text"), arguments);
    const QString sql = toText(interpreter, QStringLiteral("text"), reader.required(QStringLiteral("text")));
    if (!IsText)
        static_cast<void>(reader.optional(QStringLiteral("type_")));
    reader.finish();
    auto *expression = interpreter.make<ExpressionObject>(Expression::sql(sql));
    expression->isText = IsText;
    return Value(expression);
}

template<Expression::Kind Kind>
Value constant(Session &, Interpreter &interpreter, const Arguments &)
{
    return Value(interpreter.make<ExpressionObject>(Expression {.kind = Kind}));
}

Value literal(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("literal"), arguments);
    const Expression value = toOption(interpreter, reader.required(QStringLiteral("value")));
    static_cast<void>(reader.optional(QStringLiteral("type_")));
    reader.finish();
    const QString type = value.kind == Expression::Kind::String ? QStringLiteral("String") : QString();
    return makeExpression(interpreter, value, Schema::Type::named(type));
}

Value lightColumn(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("column"), arguments);
    Schema::Column column;
    column.name = toText(interpreter, QStringLiteral("text"), reader.required(QStringLiteral("text")));
    if (const std::optional<Value> type = reader.optional(QStringLiteral("type_")))
        column.type = toType(session, interpreter, *type);
    reader.finish();
    return Value(interpreter.make<ColumnObject>(std::move(column)));
}

Value lightTable(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("table"), arguments);
    Schema::Table table;
    table.name = toText(interpreter, QStringLiteral("name"), reader.required(QStringLiteral("name")));
    table.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    for (const Value &item : reader.rest()) {
        const auto *column = item.as<ColumnObject>();
        if (!column)
            interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("table() takes columns, not %1").arg(Interpreter::typeName(item)));
        table.columns << column->content;
    }
    reader.finish();
    return Value(interpreter.make<TableObject>(session, std::move(table)));
}

/// sa.func: any attribute is a SQL function of that name
class FunctionNamespace final : public Object
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("func"); }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override
    {
        return Value(interpreter.make<Builtin>(name, [name](Interpreter &inner, const Arguments &arguments) {
            Expression call {.kind = Expression::Kind::Function, .text = name};
            for (const Value &argument : arguments.positional) {
                const std::optional<SqlOperand> operand = sqlOperand(argument);
                call.arguments << (operand ? operand->expression : toOption(inner, argument));
            }
            return Value(inner.make<ExpressionObject>(std::move(call)));
        }));
    }
};

const ModuleFunction functions[] = {
    {u"column", lightColumn},
    {u"false", constant<Expression::Kind::False>},
    {u"literal", literal},
    {u"literal_column", text<false>},
    {u"null", constant<Expression::Kind::Null>},
    {u"table", lightTable},
    {u"text", text<true>},
    {u"true", constant<Expression::Kind::True>},
};

} // namespace

std::span<const ModuleFunction> expressionConstructors()
{
    return functions;
}

Value makeFunctionNamespace(Session &, Interpreter &interpreter)
{
    return Value(interpreter.make<FunctionNamespace>());
}

} // namespace Migrations::Alembic
