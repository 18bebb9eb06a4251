// Attributes of values of every kind.
#include "migrations/python/builtins.h"
#include "migrations/python/interpreter.h"
#include "migrations/python/knownattributes.h"

namespace Migrations::Python {

namespace {

// as messages name what has no such attribute
QString ownerText(const Value &value)
{
    if (const auto *type = value.as<Class>())
        return QStringLiteral("type object '%1'").arg(type->name);
    if (const auto *builtin = value.as<Builtin>(); builtin && builtin->kind == Builtin::Kind::Type)
        return QStringLiteral("type object '%1'").arg(builtin->name);
    if (value.isObject() && value.object()->isType() && !value.as<Class>()) {
        const QString text = value.object()->typeTitle();
        if (!text.isEmpty())
            return QStringLiteral("type object '%1'").arg(text);
    }
    if (const auto *module = value.as<ModuleObject>())
        return QStringLiteral("module '%1'").arg(module->name);
    return QStringLiteral("'%1' object").arg(Interpreter::typeName(value));
}

// None and the attributes that every value has
std::optional<Value> commonAttribute(Interpreter &interpreter, const Value &value, const QString &name)
{
    if (name == u"__class__" && !value.as<Opaque>())
        return interpreter.typeOf(value);
    const auto bound = [&](Value (*code)(Interpreter &, const Value &)) {
        return Value(interpreter.make<Builtin>(
            name, [value, code](Interpreter &inner, const Arguments &) { return code(inner, value); }));
    };
    if (!isPythonAttribute(value, name))
        return std::nullopt;
    if (name == u"__iter__" && !value.as<Instance>())
        return bound([](Interpreter &inner, const Value &self) { return Value(inner.iterate(self)); });
    if (name == u"__len__" && !value.as<Instance>())
        return bound([](Interpreter &inner, const Value &self) { return Value(inner.length(self)); });
    if (name == u"__str__" && !value.as<Class>() && !value.as<Builtin>())
        return bound([](Interpreter &inner, const Value &self) { return Value(inner.str(self)); });
    if (name == u"__repr__" && !value.as<Class>() && !value.as<Builtin>())
        return bound([](Interpreter &inner, const Value &self) { return Value(inner.repr(self)); });
    interpreter.unsupported(QStringLiteral("%1 of %2").arg(name, ownerText(value)));
}

std::optional<Value> rawAttribute(Interpreter &interpreter, const Value &value, const QString &name)
{
    Object *object = value.object();
    std::optional<Value> found
        = object ? object->attribute(interpreter, name) : simpleAttribute(interpreter, value, name);
    return found ? found : commonAttribute(interpreter, value, name);
}

} // namespace

std::optional<Value> Interpreter::findAttribute(const Value &value, const QString &name)
{
    try {
        return rawAttribute(*this, value, name);
    } catch (const Raised &raised) {
        if (!raised.exception->type->isSubclassOf(exceptionClass(QStringLiteral("AttributeError"))))
            throw;
        return std::nullopt;
    }
}

Value Interpreter::attribute(const Value &value, const QString &name)
{
    checkStack();
    if (const std::optional<Value> found = rawAttribute(*this, value, name))
        return *found;
    raiseNamed(QStringLiteral("AttributeError"),
        QStringLiteral("%1 has no attribute '%2'").arg(ownerText(value), name), name);
}

void Interpreter::setAttribute(const Value &value, const QString &name, const Value &attribute)
{
    if (value.isObject() && value.object()->setAttribute(*this, name, attribute))
        return;
    if (const auto *type = value.as<Builtin>(); type && type->kind == Builtin::Kind::Type)
        raise(QStringLiteral("TypeError"),
            QStringLiteral("cannot set '%1' attribute of immutable type '%2'").arg(name, type->name));
    if (findAttribute(value, name))
        raiseNamed(QStringLiteral("AttributeError"),
            QStringLiteral("'%1' object attribute '%2' is read-only").arg(typeName(value), name), name);
    raiseNamed(QStringLiteral("AttributeError"),
        QStringLiteral("'%1' object has no attribute '%2' and no __dict__ for setting new attributes")
            .arg(typeName(value), name),
        name);
}

void Interpreter::deleteAttribute(const Value &value, const QString &name)
{
    if (value.isObject() && value.object()->deleteAttribute(*this, name))
        return;
    raiseNamed(QStringLiteral("AttributeError"),
        QStringLiteral("%1 has no attribute '%2'").arg(ownerText(value), name), name);
}

bool Interpreter::typeHas(const Value &value, const QString &method)
{
    const auto *instance = value.as<Instance>();
    return instance && instance->type->lookup(method);
}

Value Interpreter::typeOf(const Value &value)
{
    if (const auto *instance = value.as<Instance>())
        return Value(instance->type);
    if (const std::optional<Value> own = value.isObject() ? value.object()->type() : std::nullopt)
        return *own;
    const QString name = typeName(value);
    if (const Value type = builtin(name); type.as<Builtin>())
        return type;
    const auto known = m_types.constFind(name);
    if (known != m_types.cend())
        return *known;
    const auto refuse = [name](Interpreter &interpreter, const Arguments &) -> Value {
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("cannot create '%1' instances").arg(name));
    };
    return *m_types.insert(name, Value(make<Builtin>(name, refuse, Builtin::Kind::Type)));
}

} // namespace Migrations::Python
