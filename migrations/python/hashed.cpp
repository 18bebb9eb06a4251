// dict and set
#include "migrations/python/builtins.h"
#include "migrations/python/interpreter.h"

namespace Migrations::Python {

// HashedValues

qsizetype HashedValues::find(Interpreter &interpreter, const Value &value) const
{
    return m_index.value(interpreter.hashKey(value), -1);
}

std::pair<qsizetype, bool> HashedValues::insert(Interpreter &interpreter, const Value &value)
{
    const QString key = interpreter.hashKey(value);
    if (const auto found = m_index.constFind(key); found != m_index.cend())
        return {*found, false};
    interpreter.spendBytes(qint64(sizeof(Value)) + key.size() * 2 + 32);
    m_index.insert(key, m_values.size());
    m_values << value;
    return {m_values.size() - 1, true};
}

void HashedValues::removeAt(Interpreter &interpreter, qsizetype index)
{
    m_index.remove(interpreter.hashKey(m_values[index]));
    m_values.removeAt(index);
    for (qsizetype &position : m_index) {
        if (position > index)
            --position;
    }
}

void HashedValues::clear()
{
    m_values.clear();
    m_index.clear();
}

// Dict

std::optional<Value> Dict::get(Interpreter &interpreter, const Value &key) const
{
    const qsizetype index = m_keys.find(interpreter, key);
    return index < 0 ? std::nullopt : std::optional(m_values[index]);
}

void Dict::set(Interpreter &interpreter, const Value &key, const Value &value)
{
    const auto [index, isNew] = m_keys.insert(interpreter, key);
    if (isNew)
        m_values << value;
    else
        m_values[index] = value;
}

std::optional<Value> Dict::take(Interpreter &interpreter, const Value &key)
{
    const qsizetype index = m_keys.find(interpreter, key);
    if (index < 0)
        return std::nullopt;
    m_keys.removeAt(interpreter, index);
    return m_values.takeAt(index);
}

void Dict::clear()
{
    m_keys.clear();
    m_values.clear();
}

QString Dict::repr(Interpreter &interpreter)
{
    QStringList texts;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        interpreter.step();
        texts << interpreter.repr(keys()[i]) + u": " + interpreter.repr(m_values[i]);
    }
    return QStringLiteral("{%1}").arg(texts.join(QStringLiteral(", ")));
}

bool Dict::equals(Interpreter &interpreter, const Value &other)
{
    const auto *dict = other.as<Dict>();
    if (!dict || dict->keys().size() != keys().size())
        return false;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const std::optional<Value> value = dict->get(interpreter, keys()[i]);
        if (!value || !interpreter.equals(m_values[i], *value))
            return false;
    }
    return true;
}

std::optional<QString> Dict::hashKey(Interpreter &)
{
    return std::nullopt;
}

std::optional<Value> Dict::attribute(Interpreter &interpreter, const QString &name)
{
    return dictMethod(interpreter, *this, name);
}

Value Dict::item(Interpreter &interpreter, const Value &key)
{
    if (const std::optional<Value> value = get(interpreter, key))
        return *value;
    auto *error = interpreter.make<Instance>(interpreter.exceptionClass(QStringLiteral("KeyError")));
    error->arguments << key;
    interpreter.raise(error);
}

void Dict::setItem(Interpreter &interpreter, const Value &key, const Value &value)
{
    set(interpreter, key, value);
}

void Dict::deleteItem(Interpreter &interpreter, const Value &key)
{
    static_cast<void>(item(interpreter, key));
    take(interpreter, key);
}

bool Dict::contains(Interpreter &interpreter, const Value &value)
{
    return m_keys.find(interpreter, value) >= 0;
}

Iterator *Dict::iterate(Interpreter &interpreter)
{
    return interpreter.make<ListIterator>(keys());
}

std::optional<Value> Dict::binary(Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    const auto *dict = other.as<Dict>();
    if (op != BinaryOperator::BitOr || reflected || !dict)
        return std::nullopt;
    auto *result = interpreter.make<Dict>();
    for (const Dict *part : {static_cast<const Dict *>(this), dict}) {
        for (qsizetype i = 0; i < part->keys().size(); ++i)
            result->set(interpreter, part->keys()[i], part->values()[i]);
    }
    return Value(result);
}

// Set

QString Set::repr(Interpreter &interpreter)
{
    if (members.size() == 0)
        return QStringLiteral("set()");
    QStringList texts;
    for (const Value &member : members.values())
        texts << interpreter.repr(member);
    return QStringLiteral("{%1}").arg(texts.join(QStringLiteral(", ")));
}

bool Set::equals(Interpreter &interpreter, const Value &other)
{
    const auto *set = other.as<Set>();
    return set && set->members.size() == members.size() && std::ranges::all_of(members.values(), [&](const Value &value) {
        return set->members.find(interpreter, value) >= 0;
    });
}

std::optional<QString> Set::hashKey(Interpreter &)
{
    return std::nullopt;
}

std::optional<Value> Set::attribute(Interpreter &interpreter, const QString &name)
{
    return setMethod(interpreter, *this, name);
}

bool Set::contains(Interpreter &interpreter, const Value &value)
{
    return members.find(interpreter, value) >= 0;
}

Iterator *Set::iterate(Interpreter &interpreter)
{
    return interpreter.make<ListIterator>(members.values());
}

std::optional<Value> Set::binary(Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    auto *right = other.as<Set>();
    if (reflected || !right)
        return std::nullopt;
    const bool fromLeftInBoth = op == BinaryOperator::BitAnd;
    const bool fromLeftOnly = op == BinaryOperator::Subtract || op == BinaryOperator::BitXor;
    if (!fromLeftInBoth && !fromLeftOnly && op != BinaryOperator::BitOr)
        return std::nullopt;
    auto *result = interpreter.make<Set>();
    for (const Value &value : members.values()) {
        const bool inRight = right->members.find(interpreter, value) >= 0;
        if (op == BinaryOperator::BitOr || inRight == fromLeftInBoth)
            result->members.insert(interpreter, value);
    }
    if (op == BinaryOperator::BitOr || op == BinaryOperator::BitXor) {
        for (const Value &value : right->members.values()) {
            if (op == BinaryOperator::BitOr || members.find(interpreter, value) < 0)
                result->members.insert(interpreter, value);
        }
    }
    return Value(result);
}

std::optional<Value> Set::compare(Interpreter &interpreter, Comparison op, const Value &other)
{
    auto *right = other.as<Set>();
    if (!right || op == Comparison::Equal || op == Comparison::NotEqual)
        return std::nullopt;
    const auto within = [&](const Set &inner, const Set &outer) {
        return std::ranges::all_of(inner.members.values(),
            [&](const Value &value) { return outer.members.find(interpreter, value) >= 0; });
    };
    const bool sameSize = members.size() == right->members.size();
    switch (op) {
    case Comparison::LessEqual: return within(*this, *right);
    case Comparison::Less: return within(*this, *right) && !sameSize;
    case Comparison::GreaterEqual: return within(*right, *this);
    default: return within(*right, *this) && !sameSize;
    }
}

} // namespace Migrations::Python
