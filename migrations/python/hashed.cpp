// dict and set
#include "migrations/python/builtins.h"
#include "migrations/python/interpreter.h"

namespace Migrations::Python {

namespace {

[[noreturn]] void changedMeanwhile(Interpreter &interpreter, const QString &message)
{
    interpreter.raise(QStringLiteral("RuntimeError"), message);
}

class DictIterator final : public Iterator
{
public:
    DictIterator(Dict *dict, DictView::Kind kind) : m_dict(dict), m_kind(kind), m_size(dict->keys().size()) {}

    std::optional<Value> next(Interpreter &interpreter) override
    {
        if (m_dict->keys().size() != m_size)
            changedMeanwhile(interpreter, QStringLiteral("dictionary changed size during iteration"));
        if (m_next >= m_size)
            return std::nullopt;
        const qsizetype at = m_next++;
        if (m_kind == DictView::Kind::Keys)
            return m_dict->keys()[at];
        if (m_kind == DictView::Kind::Values)
            return m_dict->values()[at];
        return Value(interpreter.make<Tuple>(QList<Value> {m_dict->keys()[at], m_dict->values()[at]}));
    }

private:
    Dict *const m_dict;
    const DictView::Kind m_kind;
    const qsizetype m_size;
    qsizetype m_next = 0;
};

class SetIterator final : public Iterator
{
public:
    explicit SetIterator(Set *set) : m_set(set), m_size(set->members.size()) {}

    std::optional<Value> next(Interpreter &interpreter) override
    {
        if (m_set->members.size() != m_size)
            changedMeanwhile(interpreter, QStringLiteral("Set changed size during iteration"));
        return m_next < m_size ? std::optional(m_set->members.values()[m_next++]) : std::nullopt;
    }

private:
    Set *const m_set;
    const qsizetype m_size;
    qsizetype m_next = 0;
};

} // namespace

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
    interpreter.step(m_values.size() / 16);
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
    const ReprGuard guard(interpreter, this);
    if (guard.isInside())
        return QStringLiteral("{...}");
    QStringList texts;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        interpreter.step();
        const QString key = interpreter.repr(keys()[i]);
        texts << key + u": " + interpreter.repr(m_values[i]);
        interpreter.spendBytes(texts.back().size() * 2);
    }
    return QStringLiteral("{%1}").arg(texts.join(QStringLiteral(", ")));
}

bool Dict::equals(Interpreter &interpreter, const Value &other)
{
    const auto *dict = other.as<Dict>();
    if (!dict || dict->keys().size() != keys().size())
        return false;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        interpreter.step();
        const std::optional<Value> value = dict->get(interpreter, keys()[i]);
        if (!value || !interpreter.isSameOrEqual(m_values[i], *value))
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
    return interpreter.make<DictIterator>(this, DictView::Kind::Keys);
}

std::optional<Value> Dict::binary(Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    const auto *dict = other.as<Dict>();
    if (op != BinaryOperator::BitOr || reflected || !dict)
        return std::nullopt;
    interpreter.step(m_values.size() + dict->m_values.size());
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
        return typeName() + QStringLiteral("()");
    QStringList texts;
    for (const Value &member : members.values()) {
        interpreter.step();
        texts << interpreter.repr(member);
        interpreter.spendBytes(texts.back().size() * 2);
    }
    const QString text = QStringLiteral("{%1}").arg(texts.join(QStringLiteral(", ")));
    return isFrozen ? QStringLiteral("frozenset(%1)").arg(text) : text;
}

bool Set::equals(Interpreter &interpreter, const Value &other)
{
    const auto *set = other.as<Set>();
    return set && set->members.size() == members.size() && std::ranges::all_of(members.values(), [&](const Value &value) {
        return set->members.find(interpreter, value) >= 0;
    });
}

std::optional<QString> Set::hashKey(Interpreter &interpreter)
{
    if (!isFrozen)
        return std::nullopt;
    QStringList keys;
    for (const Value &member : members.values())
        keys << interpreter.hashKey(member);
    keys.sort();
    return QStringLiteral("f%1").arg(keys.join(u'|'));
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
    return interpreter.make<SetIterator>(this);
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
    interpreter.step(members.size() + right->members.size());
    auto *result = interpreter.make<Set>(isFrozen);
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

// DictView

QString DictView::typeName() const
{
    switch (kind) {
    case Kind::Keys: return QStringLiteral("dict_keys");
    case Kind::Values: return QStringLiteral("dict_values");
    default: return QStringLiteral("dict_items");
    }
}

QString DictView::repr(Interpreter &interpreter)
{
    const ReprGuard guard(interpreter, this);
    if (guard.isInside())
        return QStringLiteral("...");
    const QList<Value> items = interpreter.toList(*iterate(interpreter));
    return QStringLiteral("%1(%2)").arg(typeName(), interpreter.make<List>(items)->repr(interpreter));
}

bool DictView::equals(Interpreter &interpreter, const Value &other)
{
    if (other.object() == this)
        return true;
    if (kind == Kind::Values)
        return false;
    if (auto *view = other.as<DictView>(); view && view->kind != Kind::Values)
        return toSet(interpreter)->equals(interpreter, Value(view->toSet(interpreter)));
    return other.as<Set>() && toSet(interpreter)->equals(interpreter, other);
}

bool DictView::contains(Interpreter &interpreter, const Value &value)
{
    return kind == Kind::Keys ? dict->contains(interpreter, value) : Object::contains(interpreter, value);
}

Iterator *DictView::iterate(Interpreter &interpreter)
{
    return interpreter.make<DictIterator>(dict, kind);
}

Set *DictView::toSet(Interpreter &interpreter)
{
    auto *set = interpreter.make<Set>();
    for (const Value &value : interpreter.toList(*iterate(interpreter)))
        set->members.insert(interpreter, value);
    return set;
}

std::optional<Value> DictView::binary(Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    Iterator *iterator = kind == Kind::Values || other.isNone() ? nullptr : interpreter.tryIterate(other);
    if (!iterator)
        return std::nullopt;
    auto *set = interpreter.make<Set>();
    for (const Value &value : interpreter.toList(*iterator))
        set->members.insert(interpreter, value);
    Set *own = toSet(interpreter);
    return reflected ? set->binary(interpreter, op, Value(own), false)
                     : own->binary(interpreter, op, Value(set), false);
}

} // namespace Migrations::Python
