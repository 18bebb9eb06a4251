// range and slice
#include "migrations/python/interpreter.h"
#include "migrations/python/largeinteger.h"

#include <cmath>

namespace Migrations::Python {

namespace {

class RangeIterator final : public Iterator
{
public:
    explicit RangeIterator(const Range &range) : m_next(range.start), m_step(range.step), m_left(range.size()) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("range_iterator"); }
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

} // namespace

// Range

qint64 Range::size() const
{
    if (step > 0 ? start >= stop : start <= stop)
        return 0;
    const quint64 distance = step > 0 ? quint64(stop) - quint64(start) : quint64(start) - quint64(stop);
    const quint64 stride = step > 0 ? quint64(step) : 0 - quint64(step);
    const quint64 count = (distance - 1) / stride + 1;
    return qint64(std::min(count, quint64(std::numeric_limits<qint64>::max())));
}

QString Range::repr(Interpreter &)
{
    return step == 1 ? QStringLiteral("range(%1, %2)").arg(start).arg(stop)
                     : QStringLiteral("range(%1, %2, %3)").arg(start).arg(stop).arg(step);
}

bool Range::equals(Interpreter &, const Value &other)
{
    const auto *range = other.as<Range>();
    if (!range || range->size() != size())
        return false;
    return size() == 0 || (range->start == start && (size() == 1 || range->step == step));
}

Value Range::item(Interpreter &interpreter, const Value &key)
{
    if (const auto *slice = key.as<Slice>()) {
        const Slice::Part part = slice->part(interpreter, size());
        const qint64 stride = step * part.step;
        return Value(
            interpreter.make<Range>(start + step * part.start, start + step * part.start + stride * part.count, stride));
    }
    if (key.as<LargeInteger>())
        interpreter.raise(QStringLiteral("IndexError"), QStringLiteral("range object index out of range"));
    if (!key.isInteger())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("range indices must be integers or slices, not %1").arg(Interpreter::typeName(key)));
    const qint64 index = key.toInteger() < 0 ? key.toInteger() + size() : key.toInteger();
    if (index < 0 || index >= size())
        interpreter.raise(QStringLiteral("IndexError"), QStringLiteral("range object index out of range"));
    return start + step * index;
}

bool Range::contains(Interpreter &, const Value &value)
{
    if (!value.isNumber() || (value.isFloat() && std::trunc(value.toFloat()) != value.toFloat()))
        return false;
    const double number = value.toFloat();
    if (size() == 0 || number < double(std::min(start, stop)) || number > double(std::max(start, stop)))
        return false;
    const qint64 whole = value.isInteger() ? value.toInteger() : qint64(number);
    const bool within = step > 0 ? whole >= start && whole < stop : whole <= start && whole > stop;
    return within && (whole % step - start % step) % step == 0;
}

Iterator *Range::iterate(Interpreter &interpreter)
{
    return interpreter.make<RangeIterator>(*this);
}

// Slice

QString Slice::repr(Interpreter &interpreter)
{
    return QStringLiteral("slice(%1, %2, %3)")
        .arg(interpreter.repr(start), interpreter.repr(stop), interpreter.repr(step));
}

bool Slice::equals(Interpreter &interpreter, const Value &other)
{
    const auto *slice = other.as<Slice>();
    return slice && interpreter.equals(start, slice->start) && interpreter.equals(stop, slice->stop)
        && interpreter.equals(step, slice->step);
}

std::optional<Value> Slice::attribute(Interpreter &, const QString &name)
{
    if (name == u"start")
        return start;
    if (name == u"stop")
        return stop;
    return name == u"step" ? std::optional(step) : std::nullopt;
}

Slice::Part Slice::part(Interpreter &interpreter, qint64 length) const
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
    const bool forward = stride > 0;
    const auto bound = [&](const Value &value, qint64 otherwise) {
        const qint64 given = number(value, otherwise);
        if (value.isNone())
            return given;
        return std::clamp(given < 0 ? given + length : given, qint64(forward ? 0 : -1), forward ? length : length - 1);
    };
    const qint64 first = bound(start, forward ? 0 : length - 1);
    const qint64 last = bound(stop, forward ? length : -1);
    const qint64 distance = forward ? last - first : first - last;
    if (distance <= 0)
        return {.start = first, .step = stride, .count = 0};
    const quint64 size = forward ? quint64(stride) : 0 - quint64(stride);
    return {.start = first, .step = stride, .count = qint64(quint64(distance - 1) / size) + 1};
}

QList<qint64> Slice::positions(Interpreter &interpreter, qint64 length) const
{
    const Part taken = part(interpreter, length);
    interpreter.step(taken.count / 16);
    interpreter.spendBytes(taken.count * qint64(sizeof(Value)));
    QList<qint64> result;
    result.reserve(taken.count);
    for (qint64 i = 0; i < taken.count; ++i)
        result << taken.start + i * taken.step;
    return result;
}

} // namespace Migrations::Python
