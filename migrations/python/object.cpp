#include "migrations/python/object.h"

#include "migrations/python/interpreter.h"

namespace Migrations::Python {

namespace {

[[noreturn]] void typeError(Interpreter &interpreter, const QString &message, const Object &object)
{
    interpreter.raise(QStringLiteral("TypeError"), message.arg(object.typeName()));
}

} // namespace

bool Object::isTrue(Interpreter &interpreter)
{
    const std::optional<qint64> size = length(interpreter);
    return !size || *size != 0;
}

QString Object::repr(Interpreter &)
{
    return QStringLiteral("<%1 object>").arg(typeName());
}

bool Object::equals(Interpreter &, const Value &other)
{
    return other.object() == this;
}

std::optional<QString> Object::hashKey(Interpreter &)
{
    return QStringLiteral("o%1").arg(quintptr(this));
}

std::optional<Value> Object::attribute(Interpreter &, const QString &)
{
    return std::nullopt;
}

bool Object::setAttribute(Interpreter &, const QString &, const Value &)
{
    return false;
}

Value Object::call(Interpreter &interpreter, const Arguments &)
{
    typeError(interpreter, QStringLiteral("'%1' object is not callable"), *this);
}

std::optional<Value> Object::special(Interpreter &, const QString &, const QList<Value> &)
{
    return std::nullopt;
}

Value plainOf(const Value &value)
{
    const Object *object = value.object();
    return object ? object->plain().value_or(value) : value;
}

std::optional<bool> Object::hasInstance(Interpreter &, const Value &)
{
    return std::nullopt;
}

Value Object::makeClass(Interpreter &interpreter, const ClassBody &)
{
    typeError(interpreter, QStringLiteral("'%1' object is not a base class"), *this);
}

std::optional<qint64> Object::length(Interpreter &)
{
    return std::nullopt;
}

Value Object::item(Interpreter &interpreter, const Value &)
{
    typeError(interpreter, QStringLiteral("'%1' object is not subscriptable"), *this);
}

void Object::setItem(Interpreter &interpreter, const Value &, const Value &)
{
    typeError(interpreter, QStringLiteral("'%1' object does not support item assignment"), *this);
}

void Object::deleteItem(Interpreter &interpreter, const Value &)
{
    typeError(interpreter, QStringLiteral("'%1' object doesn't support item deletion"), *this);
}

bool Object::contains(Interpreter &interpreter, const Value &value)
{
    Iterator *iterator = iterate(interpreter);
    while (const std::optional<Value> next = iterator->next(interpreter)) {
        interpreter.step();
        if (interpreter.isSameOrEqual(*next, value))
            return true;
    }
    return false;
}

Iterator *Object::iterate(Interpreter &interpreter)
{
    typeError(interpreter, QStringLiteral("'%1' object is not iterable"), *this);
}

std::optional<Value> Object::binary(Interpreter &, BinaryOperator, const Value &, bool)
{
    return std::nullopt;
}

std::optional<Value> Object::compare(Interpreter &, Comparison, const Value &)
{
    return std::nullopt;
}

Value Object::enter(Interpreter &)
{
    return Value(this);
}

void Object::exit(Interpreter &, bool) { }

bool Object::exitWith(Interpreter &interpreter, Instance *exception)
{
    exit(interpreter, exception != nullptr);
    return false;
}

bool Object::deleteAttribute(Interpreter &, const QString &)
{
    return false;
}

} // namespace Migrations::Python
