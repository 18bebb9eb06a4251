#include "migrations/python/nativetype.h"

namespace Migrations::Python {

QString NativeType::repr(Interpreter &)
{
    return QStringLiteral("<class '%1.%2'>").arg(module, name);
}

std::optional<Value> NativeType::attribute(Interpreter &interpreter, const QString &member)
{
    if (const auto found = members.constFind(member); found != members.cend())
        return *found;
    if (member == u"__name__" || member == u"__qualname__")
        return Value(name);
    if (member == u"__module__")
        return Value(module);
    // what is missing here may well be in Python's: refused when it is used
    return Value(interpreter.make<Opaque>(QStringLiteral("%1.%2.%3").arg(module, name, member), Position()));
}

Value NativeType::call(Interpreter &interpreter, const Arguments &arguments)
{
    return m_construct(interpreter, arguments);
}

std::optional<bool> NativeType::hasInstance(Interpreter &, const Value &value)
{
    return m_holds(value);
}

std::optional<Value> NativeType::binary(Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    if (op != BinaryOperator::BitOr || !(other.isNone() || (other.isObject() && other.object()->isType())))
        return std::nullopt;
    return Value(interpreter.make<TypeUnion>(
        reflected ? QList<Value> {other, Value(this)} : QList<Value> {Value(this), other}));
}

} // namespace Migrations::Python
