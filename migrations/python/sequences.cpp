#include "migrations/python/containers.h"

#include "migrations/python/builtins.h"
#include "migrations/python/interpreter.h"
#include "migrations/python/numbers.h"

namespace Migrations::Python {

namespace {

/// Walks over a list that may grow or shrink meanwhile, as Python does.
class SequenceIterator final : public Iterator
{
public:
    explicit SequenceIterator(Sequence *sequence) : m_sequence(sequence) {}
    std::optional<Value> next(Interpreter &) override
    {
        if (m_next >= m_sequence->items.size())
            return std::nullopt;
        return m_sequence->items[m_next++];
    }

private:
    Sequence *m_sequence;
    qsizetype m_next = 0;
};

// `words` follow Python's: "list", "list assignment"
qsizetype indexOf(
    Interpreter &interpreter, const Value &key, qsizetype size, const QString &type, const QString &words)
{
    refuseLargeIndex(interpreter, key);
    if (!key.isInteger())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("%1 indices must be integers or slices, not %2").arg(type, Interpreter::typeName(key)));
    const qint64 index = key.toInteger() < 0 ? key.toInteger() + size : key.toInteger();
    if (index < 0 || index >= size)
        interpreter.raise(QStringLiteral("IndexError"), QStringLiteral("%1 index out of range").arg(words));
    return index;
}

} // namespace

std::optional<Value> ListIterator::next(Interpreter &)
{
    if (m_next >= m_items.size())
        return std::nullopt;
    return m_items[m_next++];
}

// ReprGuard

ReprGuard::ReprGuard(Interpreter &interpreter, const Object *object)
    : m_interpreter(interpreter)
    , m_object(object)
    , m_isInside(interpreter.reprs().contains(object))
{
    if (!m_isInside)
        interpreter.reprs().insert(object);
}

ReprGuard::~ReprGuard()
{
    if (!m_isInside)
        m_interpreter.reprs().remove(m_object);
}

// Sequence

bool Sequence::equals(Interpreter &interpreter, const Value &other)
{
    const auto *sequence = other.as<Sequence>();
    if (!sequence || sequence->kind() != kind() || sequence->items.size() != items.size())
        return false;
    for (qsizetype i = 0; i < std::min(items.size(), sequence->items.size()); ++i) {
        interpreter.step();
        if (!interpreter.isSameOrEqual(items[i], sequence->items[i]))
            return false;
    }
    return items.size() == sequence->items.size();
}

Value Sequence::item(Interpreter &interpreter, const Value &key)
{
    if (const auto *slice = key.as<Slice>()) {
        QList<Value> taken;
        for (const qint64 position : slice->positions(interpreter, items.size()))
            taken << items[position];
        return Value(sibling(interpreter, taken));
    }
    return items[indexOf(interpreter, key, items.size(), typeName(), typeName())];
}

bool Sequence::contains(Interpreter &interpreter, const Value &value)
{
    for (qsizetype i = 0; i < items.size(); ++i) { // an __eq__ may change them
        interpreter.step();
        const Value item = items[i];
        if (item.isSame(value) || interpreter.equals(item, value))
            return true;
    }
    return false;
}

Iterator *Sequence::iterate(Interpreter &interpreter)
{
    return interpreter.make<SequenceIterator>(this);
}

std::optional<Value> Sequence::attribute(Interpreter &interpreter, const QString &name)
{
    return sequenceMethod(interpreter, *this, name);
}

std::optional<Value> Sequence::binary(Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    if (op == BinaryOperator::Add && !reflected) {
        const auto *sequence = other.as<Sequence>();
        if (other.as<Instance>() && Interpreter::typeHas(other, QStringLiteral("__radd__")))
            return std::nullopt;
        if (!sequence || sequence->kind() != kind())
            interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("can only concatenate %1 (not \"%2\") to %1")
                    .arg(kind(), Interpreter::typeName(other)));
        interpreter.spendBytes((items.size() + sequence->items.size()) * qint64(sizeof(Value)));
        return Value(sibling(interpreter, items + sequence->items));
    }
    if (op != BinaryOperator::Multiply || other.isObject())
        return std::nullopt;
    if (!other.isInteger())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("can't multiply sequence by non-int of type '%1'").arg(Interpreter::typeName(other)));
    const qint64 times = std::max<qint64>(0, other.toInteger());
    qint64 size = 0;
    if (__builtin_mul_overflow(times, items.size() * qint64(sizeof(Value)), &size))
        size = std::numeric_limits<qint64>::max() / 4;
    interpreter.spendBytes(size);
    QList<Value> result;
    for (qint64 i = 0; i < times; ++i)
        result << items;
    return Value(sibling(interpreter, result));
}

std::optional<Value> Sequence::compare(Interpreter &interpreter, Comparison op, const Value &other)
{
    const auto *sequence = other.as<Sequence>();
    if (op == Comparison::Equal || op == Comparison::NotEqual || !sequence || sequence->kind() != kind())
        return std::nullopt;
    for (qsizetype i = 0; i < std::min(items.size(), sequence->items.size()); ++i) {
        interpreter.step();
        if (!interpreter.isSameOrEqual(items[i], sequence->items[i]))
            return interpreter.compare(op, items[i], sequence->items[i]);
    }
    return interpreter.compare(op, Value(qint64(items.size())), Value(qint64(sequence->items.size())));
}

QString Sequence::itemsRepr(Interpreter &interpreter) const
{
    const ReprGuard guard(interpreter, this);
    if (guard.isInside())
        return QStringLiteral("...");
    QStringList texts;
    for (qsizetype i = 0; i < items.size(); ++i) { // a __repr__ may change them
        interpreter.step();
        texts << interpreter.repr(items[i]);
        interpreter.spendBytes(texts.back().size() * 2);
    }
    return texts.join(QStringLiteral(", "));
}

// List

QString List::repr(Interpreter &interpreter)
{
    return QStringLiteral("[%1]").arg(itemsRepr(interpreter));
}

Sequence *List::sibling(Interpreter &interpreter, QList<Value> values) const
{
    return interpreter.make<List>(std::move(values));
}

void List::setItem(Interpreter &interpreter, const Value &key, const Value &value)
{
    if (const auto *slice = key.as<Slice>())
        assignSlice(interpreter, *slice, value);
    else
        items[indexOf(interpreter, key, items.size(), typeName(), QStringLiteral("list assignment"))] = value;
}

void List::assignSlice(Interpreter &interpreter, const Slice &slice, const Value &value)
{
    Iterator *iterator = interpreter.tryIterate(value);
    if (!iterator)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("must assign iterable to extended slice"));
    const QList<Value> values = interpreter.toList(*iterator);
    const Slice::Part part = slice.part(interpreter, items.size());
    if (part.step == 1) {
        items = items.first(part.start) + values + items.mid(part.start + part.count);
        interpreter.step(items.size() / 64);
        return;
    }
    if (values.size() != part.count)
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("attempt to assign sequence of size %1 to extended slice of size %2")
                .arg(values.size())
                .arg(part.count));
    for (qint64 i = 0; i < part.count; ++i)
        items[part.start + i * part.step] = values[i];
}

void List::deleteItem(Interpreter &interpreter, const Value &key)
{
    interpreter.step(items.size() / 64);
    const auto *slice = key.as<Slice>();
    if (!slice) {
        items.removeAt(indexOf(interpreter, key, items.size(), typeName(), QStringLiteral("list assignment")));
        return;
    }
    const QList<qint64> positions = slice->positions(interpreter, items.size());
    QList<bool> gone(items.size(), false);
    for (const qint64 position : positions)
        gone[position] = true;
    QList<Value> kept;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (!gone[i])
            kept << items[i];
    }
    items = kept;
}

// Tuple

QString Tuple::repr(Interpreter &interpreter)
{
    return QStringLiteral("(%1%2)").arg(itemsRepr(interpreter), items.size() == 1 ? QStringLiteral(",") : QString());
}

Sequence *Tuple::sibling(Interpreter &interpreter, QList<Value> values) const
{
    return interpreter.make<Tuple>(std::move(values));
}

std::optional<QString> Tuple::hashKey(Interpreter &interpreter)
{
    QString key = QStringLiteral("t%1").arg(items.size());
    for (const Value &item : items) {
        interpreter.step();
        const QString part = interpreter.hashKey(item);
        interpreter.spendBytes(part.size() * 2);
        key += QStringLiteral("|%1:%2").arg(part.size()).arg(part);
    }
    return key;
}

} // namespace Migrations::Python
