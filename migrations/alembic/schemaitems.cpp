#include "migrations/alembic/schemaitems.h"

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
    if (name == u"name")
        return Value(content.typeName);
    if (name == u"length")
        return content.length ? Value(*content.length) : Value();
    interpreter.unsupported(QStringLiteral("%1.%2").arg(typeName(), name));
}

// ExpressionObject

Expression ExpressionObject::unbound() const
{
    return isText ? Expression::sql(SqlText::TextParameters::unbound(content.text)) : content;
}

QString ExpressionObject::str(Interpreter &interpreter)
{
    return content.kind == Expression::Kind::Text ? content.text : repr(interpreter);
}

std::optional<Value> ExpressionObject::attribute(Interpreter &interpreter, const QString &name)
{
    static const QHash<QString, QString> orders {
        {QStringLiteral("asc"), QStringLiteral("ASC")},
        {QStringLiteral("desc"), QStringLiteral("DESC")},
        {QStringLiteral("nulls_first"), QStringLiteral("NULLS FIRST")},
        {QStringLiteral("nulls_last"), QStringLiteral("NULLS LAST")},
        {QStringLiteral("nullsfirst"), QStringLiteral("NULLS FIRST")},
        {QStringLiteral("nullslast"), QStringLiteral("NULLS LAST")},
    };
    if (name == u"text" && content.kind == Expression::Kind::Text)
        return Value(content.text);
    if (name == u"label")
        return Value(interpreter.make<Builtin>(name, [this](Interpreter &inner, const Arguments &arguments) {
            auto *labelled = inner.make<ExpressionObject>(unbound());
            labelled->label = arguments.positional.isEmpty() ? QString() : inner.str(arguments.positional.front());
            return Value(labelled);
        }));
    const auto order = orders.constFind(name);
    if (order == orders.cend())
        interpreter.unsupported(QStringLiteral(".%1 of a SQL expression").arg(name));
    return Value(interpreter.make<Builtin>(name, [this, word = *order](Interpreter &inner, const Arguments &) {
        auto *ordered = inner.make<ExpressionObject>(unbound());
        ordered->order = this->order.isEmpty() ? word : this->order + u' ' + word;
        return Value(ordered);
    }));
}

// ColumnObject, TableObject

std::optional<Value> ColumnObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"name" || name == u"key")
        return Value(content.name);
    interpreter.unsupported(QStringLiteral("Column.%1").arg(name));
}

std::optional<Value> TableObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"name")
        return Value(content.name);
    if (name == u"schema")
        return content.schema.isEmpty() ? Value() : Value(content.schema);
    interpreter.unsupported(QStringLiteral("Table.%1").arg(name));
}

} // namespace Migrations::Alembic
