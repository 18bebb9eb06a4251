#include "migrations/alembic/schemaitems.h"

#include "migrations/alembic/datastatement.h"
#include "migrations/alembic/modulecatalogue.h"
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
    if (const std::optional<Value> method = sqlMethod(interpreter, Value(this), name))
        return method;
    const auto order = orders.constFind(name);
    if (order == orders.cend())
        interpreter.unsupported(QStringLiteral(".%1 of a SQL expression").arg(name));
    return Value(interpreter.make<Builtin>(name, [this, word = *order](Interpreter &inner, const Arguments &) {
        auto *ordered = inner.make<ExpressionObject>(unbound());
        ordered->order = this->order.isEmpty() ? word : this->order + u' ' + word;
        return Value(ordered);
    }));
}

bool ExpressionObject::isTrue(Interpreter &interpreter)
{
    interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("Boolean value of this clause is not defined"));
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

// ColumnObject, ColumnsObject, TableObject

std::optional<Value> ColumnObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"name" || name == u"key")
        return Value(content.name);
    if (const std::optional<Value> method = sqlMethod(interpreter, Value(this), name))
        return method;
    if (name == u"asc" || name == u"desc" || name == u"label")
        return interpreter.attribute(makeExpression(interpreter, sqlOperand(Value(this))->expression), name);
    interpreter.unsupported(QStringLiteral("Column.%1").arg(name));
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

Value ColumnsObject::column(Interpreter &interpreter, const Schema::Column &column) const
{
    auto *object = interpreter.make<ColumnObject>(column);
    object->table = tableExpression(content);
    return Value(object);
}

std::optional<Value> ColumnsObject::attribute(Interpreter &interpreter, const QString &name)
{
    const Schema::Column *found = content.column(name);
    return found ? std::optional(column(interpreter, *found)) : std::nullopt;
}

Value ColumnsObject::item(Interpreter &interpreter, const Value &key)
{
    const Schema::Column *found = key.isString() ? content.column(key.toString()) : nullptr;
    if (!found)
        interpreter.raise(QStringLiteral("KeyError"), interpreter.repr(key));
    return column(interpreter, *found);
}

Iterator *ColumnsObject::iterate(Interpreter &interpreter)
{
    QList<Value> columns;
    for (const Schema::Column &each : std::as_const(content.columns))
        columns << column(interpreter, each);
    return interpreter.make<ListIterator>(columns);
}

std::optional<Value> TableObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"name")
        return Value(content.name);
    if (name == u"schema")
        return content.schema.isEmpty() ? Value() : Value(content.schema);
    if (name == u"c" || name == u"columns")
        return Value(interpreter.make<ColumnsObject>(content));
    static const QStringList statements {
        QStringLiteral("delete"), QStringLiteral("insert"), QStringLiteral("select"), QStringLiteral("update")};
    const auto constructor = std::ranges::find(statementConstructors(), QStringView(name), &ModuleFunction::name);
    if (!statements.contains(name) || constructor == statementConstructors().end())
        interpreter.unsupported(QStringLiteral("Table.%1").arg(name));
    return Value(interpreter.make<Builtin>(
        name, [this, code = constructor->code](Interpreter &inner, const Arguments &given) {
            Arguments withSelf = given;
            withSelf.positional.prepend(Value(this));
            return code(m_session, inner, withSelf);
        }));
}

} // namespace Migrations::Alembic
