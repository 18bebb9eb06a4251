#include "migrations/alembic/schemaitems.h"

#include "migrations/alembic/typedecorator.h"
#include "migrations/sqltext/textparameters.h"
#include "migrations/standardlibrary/enumclasses.h"

namespace Migrations::Alembic {

using namespace Python;
using namespace StandardLibrary;
using Schema::Expression;

Schema::Type toType(Session &session, Interpreter &interpreter, const Value &value)
{
    if (const auto *type = value.as<TypeObject>())
        return type->content;
    if (value.isNone())
        return {};
    if (const std::optional<Schema::Type> type = decoratedType(session, interpreter, value))
        return *type;
    if (value.isObject() && !value.as<Opaque>() && !value.as<Instance>()) { // a type may be given by its class
        const Value made = interpreter.callValue(value, {});
        if (const auto *type = made.as<TypeObject>())
            return type->content;
        if (const std::optional<Schema::Type> type = decoratedType(session, interpreter, made))
            return *type;
    }
    if (value.as<Opaque>())
        static_cast<void>(interpreter.str(value)); // says where it comes from
    Error error {.code = ErrorCode::BadInput,
        .message = QStringLiteral("%1 is not a type").arg(interpreter.repr(value))};
    session.raise(interpreter, error);
}

Schema::Name toName(Interpreter &interpreter, const Value &value)
{
    if (const auto *name = value.as<NameObject>())
        return {.text = name->content, .isFinal = true};
    return {.text = toText(interpreter, QStringLiteral("name"), value)};
}

QString toText(Interpreter &interpreter, const QString &argument, const Value &given)
{
    const Value value = plainValue(given);
    if (value.isString())
        return value.toString();
    if (value.isNone())
        return {};
    if (const auto *name = value.as<NameObject>())
        return name->content;
    if (value.as<Opaque>())
        return interpreter.str(value);
    interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("'%1' must be a string, not %2").arg(argument, Interpreter::typeName(value)));
}

QStringList toTexts(Interpreter &interpreter, const QString &argument, const Value &value)
{
    if (value.isString() || value.as<NameObject>())
        return {toText(interpreter, argument, value)};
    QStringList result;
    for (const Value &item : interpreter.toList(value))
        result << toText(interpreter, argument, item);
    return result;
}

Expression toExpression(Interpreter &interpreter, const Value &value)
{
    if (const auto *expression = value.as<ExpressionObject>())
        return expression->unbound();
    if (const auto *column = value.as<ColumnObject>())
        return Expression::column(column->content.name);
    if (value.isString())
        return Expression::sql(SqlText::TextParameters::unbound(value.toString()));
    return toOption(interpreter, value);
}

Expression toOption(Interpreter &interpreter, const Value &given)
{
    const Value value = plainValue(given);
    if (const auto *expression = value.as<ExpressionObject>())
        return expression->unbound();
    if (const auto *column = value.as<ColumnObject>())
        return Expression::column(column->content.name);
    if (value.isNone())
        return {.kind = Expression::Kind::Null};
    if (value.isBool())
        return Expression::boolean(value.toBool());
    if (value.isNumber())
        return Expression::number(interpreter.str(value));
    if (value.isString() || value.as<NameObject>())
        return Expression::string(interpreter.str(value));
    if (const auto *dict = value.as<Dict>()) {
        Expression result {.kind = Expression::Kind::Dict};
        for (qsizetype i = 0; i < dict->keys().size(); ++i) {
            result.arguments << Expression::string(interpreter.str(dict->keys()[i]));
            result.arguments << toOption(interpreter, dict->values()[i]);
        }
        return result;
    }
    if (value.as<Sequence>() || value.as<Set>()) {
        Expression result {.kind = Expression::Kind::List};
        for (const Value &item : interpreter.toList(value))
            result.arguments << toOption(interpreter, item);
        return result;
    }
    if (value.as<Opaque>())
        static_cast<void>(interpreter.str(value));
    interpreter.unsupported(QStringLiteral("a value of type %1 here").arg(Interpreter::typeName(value)));
}

Expression toServerDefault(Session &session, Interpreter &interpreter, const Value &given)
{
    const Value value = plainValue(given);
    if (value.isString())
        return Expression::string(value.toString());
    if (const auto *expression = value.as<ExpressionObject>())
        return expression->unbound();
    if (const auto *clause = value.as<DefaultClauseObject>())
        return clause->content;
    if (value.as<Opaque>())
        static_cast<void>(interpreter.str(value));
    session.raise(interpreter,
        {.code = ErrorCode::BadInput,
            .message = QStringLiteral("Argument 'arg' is expected to be one of type '<class 'str'>' or '<class "
                                      "'sqlalchemy.sql.elements.ClauseElement'>' or '<class "
                                      "'sqlalchemy.sql.elements.TextClause'>', got '%1'")
                           .arg(interpreter.repr(value)),
            .exception = QStringLiteral("ArgumentError")});
}

Schema::IndexPart toIndexPart(Interpreter &interpreter, const Value &value)
{
    if (const auto *expression = value.as<ExpressionObject>()) {
        Schema::IndexPart part {.expression = expression->content};
        if (part.expression.kind == Expression::Kind::Label) {
            part.key = part.expression.text;
            part.expression = Expression(part.expression.arguments.front());
        }
        while (part.expression.kind == Expression::Kind::Postfix) {
            part.order = part.expression.text + (part.order.isEmpty() ? QString() : u' ' + part.order);
            part.expression = Expression(part.expression.arguments.front());
        }
        if (part.expression.kind == Expression::Kind::LabelName) // desc('name')
            part.expression = Expression::sql(part.expression.text);
        if (part.expression.kind == Expression::Kind::Template)
            part.expression = Expression::sql(SqlText::TextParameters::unbound(part.expression.text));
        return part;
    }
    if (const auto *column = value.as<ColumnObject>())
        return {.expression = Expression::column(column->content.name)};
    return {.expression = Expression::column(toText(interpreter, QStringLiteral("column"), value))};
}

QString optionalText(Interpreter &interpreter, ArgumentReader &reader, const QString &argument)
{
    return toText(interpreter, argument, reader.keyword(argument).value_or(Value()));
}

Schema::Deferrability takeDeferrability(Interpreter &interpreter, ArgumentReader &reader)
{
    Schema::Deferrability result;
    if (const std::optional<Value> deferrable = reader.keyword(QStringLiteral("deferrable"));
        deferrable && !deferrable->isNone())
        result.deferrable = interpreter.isTrue(*deferrable);
    result.initially = optionalText(interpreter, reader, QStringLiteral("initially"));
    return result;
}

} // namespace Migrations::Alembic
