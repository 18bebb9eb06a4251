#include "migrations/python/containers.h"

#include "migrations/python/builtins.h"
#include "migrations/python/interpreter.h"

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

class RangeIterator final : public Iterator
{
public:
    explicit RangeIterator(const Range &range) : m_next(range.start), m_step(range.step), m_left(range.size()) {}
    std::optional<Value> next(Interpreter &) override
    {
        if (m_left == 0)
            return std::nullopt;
        const qint64 value = m_next;
        if (--m_left > 0)
            m_next += m_step;
        return Value(value);
    }

private:
    qint64 m_next;
    qint64 m_step;
    qint64 m_left;
};

qsizetype indexOf(Interpreter &interpreter, const Value &key, qsizetype size, const QString &type)
{
    if (!key.isInteger())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("%1 indices must be integers or slices, not %2").arg(type, Interpreter::typeName(key)));
    const qint64 index = key.toInteger() < 0 ? key.toInteger() + size : key.toInteger();
    if (index < 0 || index >= size)
        interpreter.raise(QStringLiteral("IndexError"), QStringLiteral("%1 index out of range").arg(type));
    return index;
}

} // namespace

std::optional<Value> ListIterator::next(Interpreter &)
{
    if (m_next >= m_items.size())
        return std::nullopt;
    return m_items[m_next++];
}

// Sequence

bool Sequence::equals(Interpreter &interpreter, const Value &other)
{
    const auto *sequence = other.as<Sequence>();
    if (!sequence || sequence->typeName() != typeName() || sequence->items.size() != items.size())
        return false;
    for (qsizetype i = 0; i < items.size(); ++i) {
        interpreter.step();
        if (!interpreter.equals(items[i], sequence->items[i]))
            return false;
    }
    return true;
}

Value Sequence::item(Interpreter &interpreter, const Value &key)
{
    if (const auto *slice = key.as<Slice>()) {
        QList<Value> part;
        for (const qint64 position : slice->positions(interpreter, items.size()))
            part << items[position];
        return Value(sibling(interpreter, part));
    }
    return items[indexOf(interpreter, key, items.size(), typeName())];
}

bool Sequence::contains(Interpreter &interpreter, const Value &value)
{
    return std::ranges::any_of(items, [&](const Value &item) {
        interpreter.step();
        return interpreter.equals(item, value);
    });
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
        if (!sequence || sequence->typeName() != typeName())
            return std::nullopt;
        interpreter.spendBytes((items.size() + sequence->items.size()) * qint64(sizeof(Value)));
        return Value(sibling(interpreter, items + sequence->items));
    }
    if (op != BinaryOperator::Multiply || !other.isInteger())
        return std::nullopt;
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
    if (op == Comparison::Equal || op == Comparison::NotEqual || !sequence || sequence->typeName() != typeName())
        return std::nullopt;
    const qsizetype common = std::min(items.size(), sequence->items.size());
    for (qsizetype i = 0; i < common; ++i) {
        if (!interpreter.equals(items[i], sequence->items[i]))
            return interpreter.compare(op, items[i], sequence->items[i]);
    }
    return interpreter.compare(op, Value(qint64(items.size())), Value(qint64(sequence->items.size())));
}

QString Sequence::itemsRepr(Interpreter &interpreter) const
{
    QStringList texts;
    for (const Value &item : items) {
        interpreter.step();
        texts << interpreter.repr(item);
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
    if (key.as<Slice>())
        interpreter.unsupported(QStringLiteral("assignment to a slice"));
    items[indexOf(interpreter, key, items.size(), QStringLiteral("list assignment"))] = value;
}

void List::deleteItem(Interpreter &interpreter, const Value &key)
{
    if (key.as<Slice>())
        interpreter.unsupported(QStringLiteral("deletion of a slice"));
    items.removeAt(indexOf(interpreter, key, items.size(), QStringLiteral("list assignment")));
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
        const QString part = interpreter.hashKey(item);
        key += QStringLiteral("|%1:%2").arg(part.size()).arg(part);
    }
    return key;
}

// Range

qint64 Range::size() const
{
    if (step > 0)
        return start < stop ? (stop - start - 1) / step + 1 : 0;
    return start > stop ? (start - stop - 1) / -step + 1 : 0;
}

QString Range::repr(Interpreter &)
{
    return step == 1 ? QStringLiteral("range(%1, %2)").arg(start).arg(stop)
                     : QStringLiteral("range(%1, %2, %3)").arg(start).arg(stop).arg(step);
}

Value Range::item(Interpreter &interpreter, const Value &key)
{
    return start + step * indexOf(interpreter, key, size(), QStringLiteral("range object"));
}

Iterator *Range::iterate(Interpreter &interpreter)
{
    return interpreter.make<RangeIterator>(*this);
}

// Slice

QList<qint64> Slice::positions(Interpreter &interpreter, qint64 length) const
{
    const auto number = [&](const Value &value, qint64 otherwise) {
        if (value.isNone())
            return otherwise;
        if (!value.isInteger())
            interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("slice indices must be integers or None or have an __index__ method"));
        return value.toInteger();
    };
    const qint64 stride = number(step, 1);
    if (stride == 0)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("slice step cannot be zero"));
    const qint64 low = stride > 0 ? 0 : -1;
    const qint64 high = stride > 0 ? length : length - 1;
    const auto bound = [&](const Value &value, qint64 otherwise) {
        const qint64 given = number(value, otherwise);
        if (value.isNone())
            return given;
        return std::clamp(given < 0 ? given + length : given, low, high);
    };
    const qint64 last = bound(stop, stride > 0 ? length : -1);
    QList<qint64> result;
    for (qint64 i = bound(start, stride > 0 ? 0 : length - 1); stride > 0 ? i < last : i > last;) {
        interpreter.step();
        result << i;
        if (__builtin_add_overflow(i, stride, &i))
            break;
    }
    return result;
}

} // namespace Migrations::Python
