// Objects of a script's classes: Python's protocols by their special methods.
#include "migrations/python/namespaces.h"

namespace Migrations::Python {

namespace {

struct OperatorNames {
    QString plain;
    QString reflected;
};

const OperatorNames &namesOf(BinaryOperator op)
{
    static const OperatorNames names[] = {
        {QStringLiteral("__add__"), QStringLiteral("__radd__")},
        {QStringLiteral("__sub__"), QStringLiteral("__rsub__")},
        {QStringLiteral("__mul__"), QStringLiteral("__rmul__")},
        {QStringLiteral("__truediv__"), QStringLiteral("__rtruediv__")},
        {QStringLiteral("__floordiv__"), QStringLiteral("__rfloordiv__")},
        {QStringLiteral("__mod__"), QStringLiteral("__rmod__")},
        {QStringLiteral("__pow__"), QStringLiteral("__rpow__")},
        {QStringLiteral("__and__"), QStringLiteral("__rand__")},
        {QStringLiteral("__or__"), QStringLiteral("__ror__")},
        {QStringLiteral("__xor__"), QStringLiteral("__rxor__")},
        {QStringLiteral("__lshift__"), QStringLiteral("__rlshift__")},
        {QStringLiteral("__rshift__"), QStringLiteral("__rrshift__")},
        {QStringLiteral("__matmul__"), QStringLiteral("__rmatmul__")},
    };
    return names[int(op)];
}

QString nameOf(Comparison op)
{
    static const QString names[] = {QStringLiteral("__eq__"), QStringLiteral("__ne__"), QStringLiteral("__lt__"),
        QStringLiteral("__le__"), QStringLiteral("__gt__"), QStringLiteral("__ge__")};
    return names[int(op)];
}

/// Asks an object of the script for one value after the other.
class InstanceIterator final : public Iterator
{
public:
    InstanceIterator(Instance *source, bool byIndex) : m_source(source), m_byIndex(byIndex) {}

    std::optional<Value> next(Interpreter &interpreter) override
    {
        if (m_done)
            return std::nullopt;
        try {
            if (m_byIndex)
                return m_source->item(interpreter, Value(m_index++));
            return m_source->special(interpreter, QStringLiteral("__next__"));
        } catch (const Raised &raised) {
            const QString end = m_byIndex ? QStringLiteral("IndexError") : QStringLiteral("StopIteration");
            if (!raised.exception->type->isSubclassOf(interpreter.exceptionClass(end)))
                throw;
            m_done = true;
            return std::nullopt;
        }
    }

private:
    Instance *const m_source;
    const bool m_byIndex;
    qint64 m_index = 0;
    bool m_done = false;
};

QString textOf(Interpreter &interpreter, const Value &text, const QString &method)
{
    if (!text.isString())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("%1 returned non-string (type %2)").arg(method, Interpreter::typeName(text)));
    return text.toString();
}

} // namespace

std::optional<Value> Instance::special(Interpreter &interpreter, const QString &name, const QList<Value> &given)
{
    const std::optional<Value> method = type->lookup(name);
    if (!method)
        return std::nullopt;
    interpreter.checkStack();
    const Value result = interpreter.callValue(boundMember(interpreter, *method, Value(this), type),
        {.positional = given, .keywords = {}, .at = interpreter.position()});
    if (result.isSame(interpreter.builtin(QStringLiteral("NotImplemented"))))
        return std::nullopt;
    return result;
}

bool Instance::isTrue(Interpreter &interpreter)
{
    if (const std::optional<Value> truth = special(interpreter, QStringLiteral("__bool__"))) {
        if (!truth->isBool())
            interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("__bool__ should return bool, returned %1").arg(Interpreter::typeName(*truth)));
        return truth->toBool();
    }
    return Object::isTrue(interpreter);
}

QString Instance::repr(Interpreter &interpreter)
{
    if (const std::optional<Value> text = special(interpreter, QStringLiteral("__repr__")))
        return textOf(interpreter, *text, QStringLiteral("__repr__"));
    if (!type->isException)
        return QStringLiteral("<%1 object>").arg(type->qualifiedName);
    QStringList texts;
    for (const Value &argument : arguments)
        texts << interpreter.repr(argument);
    return QStringLiteral("%1(%2)").arg(type->name, texts.join(QStringLiteral(", ")));
}

QString Instance::str(Interpreter &interpreter)
{
    if (const std::optional<Value> text = special(interpreter, QStringLiteral("__str__")))
        return textOf(interpreter, *text, QStringLiteral("__str__"));
    if (!type->isException || type->lookup(QStringLiteral("__repr__")))
        return repr(interpreter);
    const auto isA = [&](const QString &name) { return type->isSubclassOf(interpreter.exceptionClass(name)); };
    if (arguments.size() == 1)
        return isA(QStringLiteral("KeyError")) ? interpreter.repr(arguments.front())
                                               : interpreter.str(arguments.front());
    if (arguments.size() == 2 && isA(QStringLiteral("OSError")))
        return QStringLiteral("[Errno %1] %2").arg(interpreter.str(arguments[0]), interpreter.str(arguments[1]));
    return arguments.isEmpty() ? QString() : interpreter.make<Tuple>(arguments)->repr(interpreter);
}

bool Instance::equals(Interpreter &interpreter, const Value &other)
{
    if (const std::optional<Value> verdict = special(interpreter, QStringLiteral("__eq__"), {other}))
        return interpreter.isTrue(*verdict);
    return other.object() == this;
}

std::optional<QString> Instance::hashKey(Interpreter &interpreter)
{
    if (const std::optional<Value> own = type->lookup(QStringLiteral("__hash__")); own && own->isNone())
        return std::nullopt;
    if (const std::optional<Value> hash = special(interpreter, QStringLiteral("__hash__"))) {
        if (!hash->isInteger() && Interpreter::typeName(*hash) != u"int")
            interpreter.raise(
                QStringLiteral("TypeError"), QStringLiteral("__hash__ method should return an integer"));
        return QStringLiteral("i%1").arg(interpreter.hashKey(*hash));
    }
    // a class with its own equality and no hash cannot be a key
    return type->lookup(QStringLiteral("__eq__")) ? std::nullopt : Object::hashKey(interpreter);
}

Value Instance::call(Interpreter &interpreter, const Arguments &given)
{
    const std::optional<Value> method = type->lookup(QStringLiteral("__call__"));
    if (!method)
        return Object::call(interpreter, given);
    return interpreter.callValue(boundMember(interpreter, *method, Value(this), type), given);
}

std::optional<qint64> Instance::length(Interpreter &interpreter)
{
    const std::optional<Value> size = special(interpreter, QStringLiteral("__len__"));
    if (!size)
        return std::nullopt;
    if (!size->isInteger())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("'%1' object cannot be interpreted as an integer").arg(Interpreter::typeName(*size)));
    if (size->toInteger() < 0)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("__len__() should return >= 0"));
    return size->toInteger();
}

Value Instance::item(Interpreter &interpreter, const Value &key)
{
    if (const std::optional<Value> value = special(interpreter, QStringLiteral("__getitem__"), {key}))
        return *value;
    return Object::item(interpreter, key);
}

void Instance::setItem(Interpreter &interpreter, const Value &key, const Value &value)
{
    if (!special(interpreter, QStringLiteral("__setitem__"), {key, value}))
        Object::setItem(interpreter, key, value);
}

void Instance::deleteItem(Interpreter &interpreter, const Value &key)
{
    if (!special(interpreter, QStringLiteral("__delitem__"), {key}))
        Object::deleteItem(interpreter, key);
}

bool Instance::contains(Interpreter &interpreter, const Value &value)
{
    if (const std::optional<Value> verdict = special(interpreter, QStringLiteral("__contains__"), {value}))
        return interpreter.isTrue(*verdict);
    if (!type->lookup(QStringLiteral("__iter__")) && !type->lookup(QStringLiteral("__getitem__")))
        interpreter.raise(
            QStringLiteral("TypeError"), QStringLiteral("argument of type '%1' is not iterable").arg(type->name));
    return Object::contains(interpreter, value);
}

Iterator *Instance::iterate(Interpreter &interpreter)
{
    if (const std::optional<Value> iterator = special(interpreter, QStringLiteral("__iter__"))) {
        if (auto *own = iterator->as<Instance>(); own && own->type->lookup(QStringLiteral("__next__")))
            return interpreter.make<InstanceIterator>(own, false);
        if (auto *native = iterator->as<Iterator>())
            return native;
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("iter() returned non-iterator of type '%1'").arg(Interpreter::typeName(*iterator)));
    }
    return type->lookup(QStringLiteral("__getitem__")) ? interpreter.make<InstanceIterator>(this, true)
                                                        : Object::iterate(interpreter);
}

std::optional<Value> Instance::binary(Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    // -x, +x and ~x reach an object as (None op x)
    if (reflected && other.isNone() && op == BinaryOperator::Add)
        return special(interpreter, QStringLiteral("__pos__"));
    if (reflected && other.isNone() && op == BinaryOperator::Subtract)
        return special(interpreter, QStringLiteral("__neg__"));
    if (reflected && other.isNone() && op == BinaryOperator::BitXor)
        return special(interpreter, QStringLiteral("__invert__"));
    return special(interpreter, reflected ? namesOf(op).reflected : namesOf(op).plain, {other});
}

std::optional<Value> Instance::compare(Interpreter &interpreter, Comparison op, const Value &other)
{
    if (const std::optional<Value> verdict = special(interpreter, nameOf(op), {other}))
        return verdict;
    if (op != Comparison::NotEqual)
        return std::nullopt;
    const std::optional<Value> equal = special(interpreter, nameOf(Comparison::Equal), {other});
    return equal ? std::optional(Value(!interpreter.isTrue(*equal))) : std::nullopt;
}

bool Instance::isContextManager() const
{
    return type->lookup(QStringLiteral("__enter__")) && type->lookup(QStringLiteral("__exit__"));
}

Value Instance::enter(Interpreter &interpreter)
{
    return special(interpreter, QStringLiteral("__enter__")).value_or(Value());
}

bool Instance::exitWith(Interpreter &interpreter, Instance *exception)
{
    const QList<Value> given = exception ? QList<Value> {Value(exception->type), Value(exception), Value()}
                                         : QList<Value> {Value(), Value(), Value()};
    const std::optional<Value> verdict = special(interpreter, QStringLiteral("__exit__"), given);
    return exception && verdict && interpreter.isTrue(*verdict);
}

std::optional<Value> Instance::exceptionAttribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"args")
        return Value(interpreter.make<Tuple>(arguments));
    if (name == u"__cause__" || name == u"__context__" || name == u"__traceback__")
        return Value();
    if (name == u"__suppress_context__")
        return Value(false);
    if (name == u"with_traceback" || name == u"add_note")
        return Value(interpreter.make<Builtin>(name, [self = Value(this), name](Interpreter &, const Arguments &) {
            return name == u"with_traceback" ? self : Value();
        }));
    const auto isA = [&](const QString &base) { return type->isSubclassOf(interpreter.exceptionClass(base)); };
    const auto argument = [this](qsizetype index) { return arguments.value(index); };
    if (name == u"value" && isA(QStringLiteral("StopIteration")))
        return argument(0);
    if (name == u"code" && isA(QStringLiteral("SystemExit")))
        return argument(0);
    if ((name == u"errno" || name == u"strerror") && isA(QStringLiteral("OSError")))
        return arguments.size() < 2 ? Value() : argument(name == u"errno" ? 0 : 1);
    return std::nullopt;
}

std::optional<Value> Instance::attribute(Interpreter &interpreter, const QString &name)
{
    const std::optional<Value> member = type->lookup(name);
    const auto *descriptor = member ? member->as<Descriptor>() : nullptr;
    const bool isProperty = descriptor && descriptor->kind == Descriptor::Kind::Property;
    if (const auto found = members.constFind(name); found != members.cend() && !isProperty)
        return *found;
    if (member)
        return boundMember(interpreter, *member, Value(this), type);
    if (name == u"__class__")
        return Value(type);
    if (name == u"__dict__")
        return Value(interpreter.make<MemberNames>(this));
    if (type->isException) {
        if (const std::optional<Value> found = exceptionAttribute(interpreter, name))
            return found;
    }
    return special(interpreter, QStringLiteral("__getattr__"), {Value(name)});
}

void Instance::rememberMember(Interpreter &interpreter, const QString &name)
{
    interpreter.spendBytes(qint64(sizeof(Value)) + name.size() * 2 + 64);
    memberOrder << name;
}

bool Instance::setAttribute(Interpreter &interpreter, const QString &name, const Value &value)
{
    const std::optional<Value> own = type->lookup(QStringLiteral("__setattr__"));
    if (own && own->as<Function>()) {
        static_cast<void>(special(interpreter, QStringLiteral("__setattr__"), {Value(name), value}));
        return true;
    }
    return assignAttribute(interpreter, name, value);
}

bool Instance::assignAttribute(Interpreter &interpreter, const QString &name, const Value &value)
{
    if (name == u"__class__" || name == u"__dict__")
        interpreter.unsupported(QStringLiteral("%1 that is set").arg(name));
    const std::optional<Value> member = type->lookup(name);
    const auto *descriptor = member ? member->as<Descriptor>() : nullptr;
    if (descriptor && descriptor->kind == Descriptor::Kind::Property) {
        if (descriptor->setter.isNone())
            interpreter.raise(QStringLiteral("AttributeError"),
                QStringLiteral("property '%1' of '%2' object has no setter").arg(name, type->name));
        static_cast<void>(interpreter.callValue(
            descriptor->setter, {.positional = {Value(this), value}, .keywords = {}, .at = interpreter.position()}));
        return true;
    }
    if (auto *own = member ? member->as<Instance>() : nullptr; own && own->type->lookup(QStringLiteral("__set__"))) {
        static_cast<void>(own->special(interpreter, QStringLiteral("__set__"), {Value(this), value}));
        return true;
    }
    if (type->isException && name == u"args")
        arguments = interpreter.toList(value);
    else
        setMember(interpreter, name, value);
    return true;
}

void Instance::setMember(Interpreter &interpreter, const QString &name, const Value &value)
{
    if (!members.contains(name))
        rememberMember(interpreter, name);
    members.insert(name, value);
}

bool Instance::deleteAttribute(Interpreter &interpreter, const QString &name)
{
    const std::optional<Value> own = type->lookup(QStringLiteral("__delattr__"));
    if (own && own->as<Function>()) {
        static_cast<void>(special(interpreter, QStringLiteral("__delattr__"), {Value(name)}));
        return true;
    }
    memberOrder.removeOne(name);
    return members.remove(name);
}

} // namespace Migrations::Python
