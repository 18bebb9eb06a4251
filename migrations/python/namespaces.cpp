#include "migrations/python/namespaces.h"

#include "migrations/python/builtins.h"

namespace Migrations::Python {

namespace {

[[noreturn]] void raiseKey(Interpreter &interpreter, const Value &key)
{
    auto *error = interpreter.make<Instance>(interpreter.exceptionClass(QStringLiteral("KeyError")));
    error->arguments << key;
    interpreter.raise(error);
}

Value update(Interpreter &interpreter, Namespace *names, const Arguments &arguments)
{
    auto *dict = interpreter.make<Dict>();
    static_cast<void>(
        interpreter.callValue(interpreter.attribute(Value(dict), QStringLiteral("update")), arguments));
    for (qsizetype i = 0; i < dict->keys().size(); ++i)
        names->setItem(interpreter, dict->keys()[i], dict->values()[i]);
    return {};
}

Value setDefault(Interpreter &interpreter, Namespace *names, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("setdefault"), arguments, 1, 2);
    if (!names->contains(interpreter, given[0]))
        names->setItem(interpreter, given[0], given.value(1));
    return names->item(interpreter, given[0]);
}

Value pop(Interpreter &interpreter, Namespace *names, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("pop"), arguments, 1, 2);
    if (given.size() == 2 && !names->contains(interpreter, given[0]))
        return given[1];
    const Value value = names->item(interpreter, given[0]);
    names->deleteItem(interpreter, given[0]);
    return value;
}

} // namespace

Dict *Namespace::snapshot(Interpreter &interpreter)
{
    auto *result = interpreter.make<Dict>();
    for (const QString &name : names())
        result->set(interpreter, Value(name), find(name).value_or(Value()));
    return result;
}

bool Namespace::equals(Interpreter &interpreter, const Value &other)
{
    if (other.object() == this)
        return true;
    auto *names = other.as<Namespace>();
    return snapshot(interpreter)->equals(interpreter, names ? Value(names->snapshot(interpreter)) : other);
}

Value Namespace::item(Interpreter &interpreter, const Value &key)
{
    const std::optional<Value> found = key.isString() ? find(key.toString()) : std::nullopt;
    if (!found)
        raiseKey(interpreter, key);
    return *found;
}

void Namespace::setItem(Interpreter &interpreter, const Value &key, const Value &value)
{
    if (!key.isString())
        interpreter.unsupported(QStringLiteral("a variable whose name is no text"));
    interpreter.spendBytes(qint64(sizeof(Value)) + key.toString().size() * 2 + 64);
    set(interpreter, key.toString(), value);
}

void Namespace::deleteItem(Interpreter &interpreter, const Value &key)
{
    if (!key.isString() || !remove(interpreter, key.toString()))
        raiseKey(interpreter, key);
}

bool Namespace::contains(Interpreter &, const Value &value)
{
    return value.isString() && find(value.toString());
}

Iterator *Namespace::iterate(Interpreter &interpreter)
{
    return snapshot(interpreter)->iterate(interpreter);
}

std::optional<Value> Namespace::binary(
    Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    return snapshot(interpreter)->binary(interpreter, op, other, reflected);
}

std::optional<Value> Namespace::attribute(Interpreter &interpreter, const QString &name)
{
    static const QHash<QString, Value (*)(Interpreter &, Namespace *, const Arguments &)> changing {
        {QStringLiteral("pop"), pop},
        {QStringLiteral("setdefault"), setDefault},
        {QStringLiteral("update"), update},
    };
    static const QSet<QString> reading {QStringLiteral("copy"), QStringLiteral("get"), QStringLiteral("items"),
        QStringLiteral("keys"), QStringLiteral("values")};
    if (const std::optional<Value> method = methodFrom(interpreter, changing, this, name))
        return method;
    return reading.contains(name) ? snapshot(interpreter)->attribute(interpreter, name) : std::nullopt;
}

std::optional<Value> GlobalNames::find(const QString &name) const
{
    const auto found = m_scope->variables.constFind(name);
    return found == m_scope->variables.cend() ? std::nullopt : std::optional(*found);
}

void GlobalNames::set(Interpreter &, const QString &name, const Value &value)
{
    m_scope->variables.insert(name, value);
}

std::optional<Value> MemberNames::find(const QString &name) const
{
    const auto found = m_instance->members.constFind(name);
    return found == m_instance->members.cend() ? std::nullopt : std::optional(*found);
}

void MemberNames::set(Interpreter &interpreter, const QString &name, const Value &value)
{
    m_instance->setMember(interpreter, name, value);
}

bool MemberNames::remove(Interpreter &, const QString &name)
{
    m_instance->memberOrder.removeOne(name);
    return m_instance->members.remove(name);
}

} // namespace Migrations::Python
