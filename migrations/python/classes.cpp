// Classes, instances and exceptions.
#include "migrations/python/interpreter.h"

namespace Migrations::Python {

namespace {

// a function found on the class of an instance takes the instance first
Value bound(Interpreter &interpreter, const Value &member, Object *self)
{
    if (auto *function = member.as<Function>())
        return Value(interpreter.make<BoundMethod>(Value(self), function));
    return member;
}

} // namespace

bool Class::isSubclassOf(const Class *other) const
{
    return this == other
        || std::ranges::any_of(bases, [other](const Class *base) { return base->isSubclassOf(other); });
}

std::optional<Value> Class::lookup(const QString &member) const
{
    if (const auto found = members.constFind(member); found != members.cend())
        return *found;
    for (const Class *base : bases) {
        if (const std::optional<Value> found = base->lookup(member))
            return found;
    }
    return std::nullopt;
}

QString Class::repr(Interpreter &)
{
    return QStringLiteral("<class '%1'>").arg(name);
}

std::optional<Value> Class::attribute(Interpreter &, const QString &member)
{
    if (member == u"__name__")
        return Value(name);
    return lookup(member);
}

bool Class::setAttribute(Interpreter &, const QString &member, const Value &value)
{
    members.insert(member, value);
    return true;
}

Value Class::call(Interpreter &interpreter, const Arguments &arguments)
{
    auto *instance = interpreter.make<Instance>(this);
    if (isException)
        instance->arguments = arguments.positional;
    const std::optional<Value> initializer = lookup(QStringLiteral("__init__"));
    if (initializer && initializer->as<Function>()) {
        Arguments withSelf = arguments;
        withSelf.positional.prepend(Value(instance));
        static_cast<void>(interpreter.callValue(*initializer, withSelf));
    } else if (!isException && (!arguments.positional.isEmpty() || !arguments.keywords.isEmpty())) {
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("%1() takes no arguments").arg(name));
    }
    return Value(instance);
}

QString Instance::repr(Interpreter &interpreter)
{
    if (const std::optional<Value> method = type->lookup(QStringLiteral("__repr__")))
        return interpreter.str(interpreter.callValue(bound(interpreter, *method, this), {}));
    if (!type->isException)
        return QStringLiteral("<%1 object>").arg(type->name);
    QStringList texts;
    for (const Value &argument : arguments)
        texts << interpreter.repr(argument);
    return QStringLiteral("%1(%2)").arg(type->name, texts.join(QStringLiteral(", ")));
}

QString Instance::str(Interpreter &interpreter)
{
    if (const std::optional<Value> method = type->lookup(QStringLiteral("__str__")))
        return interpreter.str(interpreter.callValue(bound(interpreter, *method, this), {}));
    if (!type->isException)
        return repr(interpreter);
    if (arguments.size() == 1) {
        const bool quoted = type->isSubclassOf(interpreter.exceptionClass(QStringLiteral("KeyError")));
        return quoted ? interpreter.repr(arguments.front()) : interpreter.str(arguments.front());
    }
    return arguments.isEmpty() ? QString() : interpreter.make<Tuple>(arguments)->repr(interpreter);
}

std::optional<Value> Instance::attribute(Interpreter &interpreter, const QString &name)
{
    if (const auto found = members.constFind(name); found != members.cend())
        return *found;
    if (name == u"args" && type->isException)
        return Value(interpreter.make<Tuple>(arguments));
    if (name == u"__class__")
        return Value(type);
    if (const std::optional<Value> member = type->lookup(name))
        return bound(interpreter, *member, this);
    return std::nullopt;
}

bool Instance::setAttribute(Interpreter &, const QString &name, const Value &value)
{
    members.insert(name, value);
    return true;
}

} // namespace Migrations::Python
