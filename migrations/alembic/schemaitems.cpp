#include "migrations/alembic/schemaitems.h"

#include "migrations/alembic/queryobject.h"
#include "migrations/alembic/sqloperators.h"
#include "migrations/sqltext/textparameters.h"

namespace Migrations::Alembic {

using namespace Python;
using Schema::Expression;

namespace {

// Enum(…).create(bind) and .drop(bind); on a dialect without enum types they do nothing there
template<class Operation>
Value enumLifeCycle(Session &session, Interpreter &interpreter, const Schema::Type &type, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("create"), arguments);
    static_cast<void>(reader.optional(QStringLiteral("bind")));
    const bool checkFirst = reader.truth(reader.optional(QStringLiteral("checkfirst")), true);
    reader.finish();
    if constexpr (std::is_same_v<Operation, Operations::CreateEnum>)
        session.perform(interpreter,
            Operation {
                .type = {.name = type.typeName, .schema = type.typeSchema, .labels = type.labels},
                .checkFirst = checkFirst});
    else
        session.perform(
            interpreter, Operation {.name = type.typeName, .schema = type.typeSchema, .checkFirst = checkFirst});
    return {};
}

Value withVariant(Session &session, Interpreter &interpreter, Schema::Type type, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("with_variant"), arguments);
    const Schema::Type variant = toType(session, interpreter, reader.required(QStringLiteral("type_")));
    for (const Value &dialect : reader.rest())
        type.variants.insert(
            toText(interpreter, QStringLiteral("dialect_name"), dialect), std::make_shared<const Schema::Type>(variant));
    reader.finish();
    return Value(interpreter.make<TypeObject>(session, std::move(type)));
}

} // namespace

// TypeObject

QString TypeObject::repr(Interpreter &)
{
    return content.describe();
}

std::optional<Value> TypeObject::attribute(Interpreter &interpreter, const QString &name)
{
    using Method = Value (*)(Session &, Interpreter &, const Schema::Type &, const Arguments &);
    static const QHash<QString, Method> enumMethods {
        {QStringLiteral("create"), enumLifeCycle<Operations::CreateEnum>},
        {QStringLiteral("drop"), enumLifeCycle<Operations::DropEnum>},
    };
    const bool isEnum = typeName().toLower() == u"enum";
    Method method = isEnum ? enumMethods.value(name) : nullptr;
    if (name == u"with_variant")
        method = [](Session &session, Interpreter &inner, const Schema::Type &type, const Arguments &arguments) {
            return withVariant(session, inner, type, arguments);
        };
    if (method)
        return Value(interpreter.make<Builtin>(
            name, [session = &m_session, type = content, method](Interpreter &inner, const Arguments &arguments) {
                return method(*session, inner, type, arguments);
            }));
    if (name == u"compile")
        return compileMethod(interpreter, Value(this));
    if (name == u"name")
        return Value(content.typeName);
    if (name == u"length")
        return content.length ? Value(*content.length) : Value();
    interpreter.unsupported(QStringLiteral("%1.%2").arg(typeName(), name));
}

QString TypeObject::str(Interpreter &interpreter)
{
    return defaultText(interpreter, Value(this));
}

// ExpressionObject

Expression ExpressionObject::unbound() const
{
    const Expression &inner = content.kind == Expression::Kind::Label ? content.arguments.front() : content;
    const bool isText = inner.kind == Expression::Kind::Template && inner.arguments.isEmpty();
    return isText ? Expression::sql(SqlText::TextParameters::unbound(inner.text)) : inner;
}

QString ExpressionObject::typeName() const
{
    return content.kind == Expression::Kind::Template ? QStringLiteral("TextClause") : QStringLiteral("ColumnElement");
}

QString ExpressionObject::str(Interpreter &interpreter)
{
    const bool isText = content.kind == Expression::Kind::Text || content.kind == Expression::Kind::Template;
    return isText ? content.text : defaultText(interpreter, Value(this));
}

// text().bindparams(…) and .columns(…)
std::optional<Value> ExpressionObject::textMethod(Interpreter &interpreter, const QString &name)
{
    if (name == u"text")
        return Value(content.text);
    if (name != u"bindparams" && name != u"columns")
        return std::nullopt;
    return Value(interpreter.make<Builtin>(name, [this, name](Interpreter &inner, const Arguments &arguments) {
        ArgumentReader reader(inner, name, arguments);
        const QList<Value> given = reader.rest();
        const QList<std::pair<QString, Value>> keywords = reader.otherKeywords();
        reader.finish();
        if (name == u"columns") {
            if (!keywords.isEmpty())
                inner.unsupported(QStringLiteral("text().columns() with keywords"));
            return makeQuery(inner, {.text = content, .columns = selectedColumns(inner, given)});
        }
        Expression bound = content;
        const auto add = [&](const QString &key, const Expression &value) {
            if (!SqlText::TextParameters::names(content.text).contains(key))
                raiseSqlError(inner, QStringLiteral("ArgumentError"),
                    QStringLiteral("This text() construct doesn't define a bound parameter named '%1'").arg(key));
            bound.arguments << Expression::string(key) << value;
        };
        for (const Value &each : given) {
            const auto *parameter = each.as<ExpressionObject>();
            if (parameter && parameter->content.kind == Expression::Kind::ValueList && !parameter->content.text.isEmpty()) {
                if (parameter->content.arguments.isEmpty())
                    inner.unsupported(QStringLiteral("bindparams() with an empty list"));
                // in parentheses, whatever stands around it
                add(parameter->content.text, {.kind = Expression::Kind::Tuple, .arguments = parameter->content.arguments});
                continue;
            }
            if (!parameter || parameter->content.kind != Expression::Kind::Value || parameter->content.arguments.isEmpty())
                inner.unsupported(QStringLiteral("bindparams() of %1").arg(Interpreter::typeName(each)));
            add(parameter->content.arguments.front().text, parameter->content);
        }
        for (const auto &[key, value] : keywords)
            add(key, sqlElement(inner, value));
        return makeExpression(inner, bound);
    }));
}

std::optional<Value> ExpressionObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (content.kind == Expression::Kind::Template) {
        if (const std::optional<Value> found = textMethod(interpreter, name))
            return found;
    }
    if (name == u"compile")
        return compileMethod(interpreter, Value(this));
    if (content.kind == Expression::Kind::Text && name == u"text")
        return Value(content.text);
    const bool isNamed = content.kind == Expression::Kind::Label || content.kind == Expression::Kind::Function;
    if (isNamed && (name == u"name" || name == u"key"))
        return Value(content.text);
    if (const std::optional<Value> method = existsMethod(interpreter, content, name))
        return method;
    if (const std::optional<Value> method = sqlMethod(interpreter, Value(this), name))
        return method;
    interpreter.unsupported(QStringLiteral(".%1 of a SQL expression").arg(name));
}

bool ExpressionObject::isTrue(Interpreter &interpreter)
{
    const bool isEquality = content.kind == Expression::Kind::Binary && (content.text == u"=" || content.text == u"!=");
    if (isEquality)
        return sameObjects == (content.text == u"=");
    interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("Boolean value of this clause is not defined"));
}

Value ExpressionObject::item(Interpreter &interpreter, const Value &key)
{
    return makeExpression(interpreter, sqlElementAt(interpreter, content, key));
}

std::optional<Value> ExpressionObject::binary(
    Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    return binarySql(interpreter, Value(this), op, other, reflected);
}

std::optional<Value> ExpressionObject::compare(Interpreter &interpreter, Comparison op, const Value &other)
{
    return compareSql(interpreter, Value(this), op, other);
}

// ColumnObject

QString ColumnObject::str(Interpreter &interpreter)
{
    return defaultText(interpreter, Value(this));
}

std::optional<Value> ColumnObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"name" || name == u"key")
        return Value(content.name);
    if (name == u"primary_key" && !isLight)
        return Value(content.primaryKey);
    if (name == u"nullable" && !isLight)
        return Value(content.nullable.value_or(!content.primaryKey && !content.identity));
    if ((name == u"copy" || name == u"_copy") && !isLight) // which belongs to no table yet
        return Value(interpreter.make<Builtin>(name, [this, name](Interpreter &inner, const Arguments &arguments) {
            ArgumentReader(inner, name, arguments).finish();
            return Value(inner.make<ColumnObject>(content));
        }));
    if (const std::optional<Value> method = sqlMethod(interpreter, Value(this), name))
        return method;
    interpreter.unsupported(QStringLiteral("Column.%1").arg(name));
}

Value ColumnObject::item(Interpreter &interpreter, const Value &key)
{
    return makeExpression(interpreter, sqlElementAt(interpreter, *sqlOperand(Value(this)), key));
}

std::optional<Value> ColumnObject::binary(
    Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    return binarySql(interpreter, Value(this), op, other, reflected);
}

std::optional<Value> ColumnObject::compare(Interpreter &interpreter, Comparison op, const Value &other)
{
    return compareSql(interpreter, Value(this), op, other);
}

} // namespace Migrations::Alembic
