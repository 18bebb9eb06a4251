#include "migrations/python/argumentreader.h"
#include "migrations/python/builtins.h"
#include "migrations/python/numbers.h"

#include <cmath>

namespace Migrations::Python {

namespace {

/// A row of values, one of each source, while all of them have one.
class Sources final
{
public:
    Sources(Interpreter &interpreter, const QList<Value> &iterables)
    {
        for (const Value &iterable : iterables)
            m_iterators << interpreter.iterate(iterable);
    }

    [[nodiscard]] std::optional<QList<Value>> next(Interpreter &interpreter)
    {
        if (m_iterators.isEmpty())
            return std::nullopt;
        interpreter.checkStack();
        QList<Value> row;
        for (Iterator *iterator : std::as_const(m_iterators)) {
            const std::optional<Value> value = iterator->next(interpreter);
            m_exhausted = value ? -1 : row.size();
            if (!value)
                return std::nullopt;
            row << *value;
        }
        interpreter.step();
        return row;
    }

    /// ValueError when the sources did not all end together
    void refuseLeftOver(Interpreter &interpreter)
    {
        const auto refuse = [&](qsizetype at, const QString &how) {
            const QString others
                = at == 1 ? QStringLiteral(" 1") : QStringLiteral("s 1-%1").arg(at);
            interpreter.raise(QStringLiteral("ValueError"),
                QStringLiteral("zip() argument %1 is %2 than argument%3").arg(at + 1).arg(how, others));
        };
        if (m_exhausted > 0)
            refuse(m_exhausted, QStringLiteral("shorter"));
        for (qsizetype i = 1; i < m_iterators.size(); ++i) {
            if (m_iterators[i]->next(interpreter))
                refuse(i, QStringLiteral("longer"));
        }
    }

private:
    QList<Iterator *> m_iterators;
    qsizetype m_exhausted = -1; ///< the source that ended first
};

class ZipIterator final : public Iterator
{
public:
    ZipIterator(Sources sources, bool isStrict) : m_sources(std::move(sources)), m_isStrict(isStrict) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("zip"); }
    std::optional<Value> next(Interpreter &interpreter) override
    {
        const std::optional<QList<Value>> row = m_sources.next(interpreter);
        if (!row && m_isStrict)
            m_sources.refuseLeftOver(interpreter);
        return row ? std::optional(Value(interpreter.make<Tuple>(*row))) : std::nullopt;
    }

private:
    Sources m_sources;
    bool m_isStrict;
};

class MapIterator final : public Iterator
{
public:
    MapIterator(Value function, Sources sources) : m_function(std::move(function)), m_sources(std::move(sources)) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("map"); }
    std::optional<Value> next(Interpreter &interpreter) override
    {
        const std::optional<QList<Value>> row = m_sources.next(interpreter);
        if (!row)
            return std::nullopt;
        return interpreter.callValue(
            m_function, {.positional = *row, .keywords = {}, .at = interpreter.position()});
    }

private:
    Value m_function;
    Sources m_sources;
};

class FilterIterator final : public Iterator
{
public:
    FilterIterator(Value function, Iterator *source) : m_function(std::move(function)), m_source(source) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("filter"); }
    std::optional<Value> next(Interpreter &interpreter) override
    {
        interpreter.checkStack();
        while (const std::optional<Value> value = m_source->next(interpreter)) {
            interpreter.step();
            const Value verdict = m_function.isNone()
                ? *value
                : interpreter.callValue(
                    m_function, {.positional = {*value}, .keywords = {}, .at = interpreter.position()});
            if (interpreter.isTrue(verdict))
                return value;
        }
        return std::nullopt;
    }

private:
    Value m_function;
    Iterator *m_source;
};

class EnumerateIterator final : public Iterator
{
public:
    EnumerateIterator(Value index, Iterator *source) : m_index(std::move(index)), m_source(source) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("enumerate"); }
    std::optional<Value> next(Interpreter &interpreter) override
    {
        interpreter.checkStack();
        const std::optional<Value> value = m_source->next(interpreter);
        if (!value)
            return std::nullopt;
        const Value index = std::exchange(m_index, interpreter.binary(BinaryOperator::Add, m_index, 1));
        return Value(interpreter.make<Tuple>(QList<Value> {index, *value}));
    }

private:
    Value m_index;
    Iterator *m_source;
};

/// iter(function, sentinel)
class SentinelIterator final : public Iterator
{
public:
    SentinelIterator(Value function, Value sentinel) : m_function(std::move(function)), m_sentinel(std::move(sentinel)) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("callable_iterator"); }
    std::optional<Value> next(Interpreter &interpreter) override
    {
        if (m_isOver)
            return std::nullopt;
        const Value value = interpreter.callValue(m_function, {});
        m_isOver = interpreter.equals(value, m_sentinel);
        return m_isOver ? std::nullopt : std::optional(value);
    }

private:
    const Value m_function;
    const Value m_sentinel;
    bool m_isOver = false;
};

Value keyOf(Interpreter &interpreter, const std::optional<Value> &key, const Value &value)
{
    return key && !key->isNone() ? interpreter.callValue(*key, {.positional = {value}, .keywords = {}, .at = {}})
                                 : value;
}

Value sorted(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("sorted"), arguments);
    const std::optional<Value> key = reader.keyword(QStringLiteral("key"));
    const bool reverse = reader.truth(reader.keyword(QStringLiteral("reverse")), false);
    const Arguments byPosition {.positional = arguments.positional, .keywords = {}, .at = arguments.at};
    const Value iterable
        = positionalArguments(interpreter, QStringLiteral("sorted"), byPosition, 1, 1).front();
    static_cast<void>(reader.rest());
    reader.finish();
    return Value(interpreter.make<List>(sortedValues(interpreter, interpreter.toList(iterable), key, reverse)));
}

Value reversed(Interpreter &interpreter, const Arguments &arguments)
{
    const Value source = onlyArgument(interpreter, QStringLiteral("reversed"), arguments);
    const bool ordered
        = source.isString() || source.isBytes() || source.as<Sequence>() || source.as<Dict>() || source.as<Range>();
    const bool opaque = source.as<Opaque>() || source.as<DictView>();
    if (!ordered && !opaque)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("'%1' object is not reversible").arg(Interpreter::typeName(source)));
    QList<Value> values = interpreter.toList(source);
    std::ranges::reverse(values);
    return Value(interpreter.make<ListIterator>(values));
}

Value enumerate(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("enumerate"), arguments);
    const std::optional<Value> iterable = reader.optional(QStringLiteral("iterable"));
    const Value start = reader.optional(QStringLiteral("start"), Value(0));
    reader.finish();
    if (!iterable)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("enumerate() missing required argument 'iterable'"));
    return Value(
        interpreter.make<EnumerateIterator>(Value(integerArgument(interpreter, start)), interpreter.iterate(*iterable)));
}

Value zip(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("zip"), arguments);
    const bool isStrict = reader.truth(reader.keyword(QStringLiteral("strict")), false);
    const QList<Value> iterables = reader.rest();
    reader.finish();
    return Value(interpreter.make<ZipIterator>(Sources(interpreter, iterables), isStrict));
}

Value map(Interpreter &interpreter, const Arguments &arguments)
{
    if (arguments.positional.size() < 2)
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("map() must have at least two arguments."));
    return Value(interpreter.make<MapIterator>(
        arguments.positional.front(), Sources(interpreter, arguments.positional.mid(1))));
}

Value filter(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("filter"), arguments, 2, 2);
    return Value(interpreter.make<FilterIterator>(given[0], interpreter.iterate(given[1])));
}

// whether an iterable has a value that is true, or false; not further than the first
bool has(Interpreter &interpreter, const Value &iterable, bool truth)
{
    Iterator *iterator = interpreter.iterate(iterable);
    while (const std::optional<Value> value = iterator->next(interpreter)) {
        interpreter.step();
        if (interpreter.isTrue(*value) == truth)
            return true;
    }
    return false;
}

Value any(Interpreter &interpreter, const Arguments &arguments)
{
    return has(interpreter, onlyArgument(interpreter, QStringLiteral("any"), arguments), true);
}

Value all(Interpreter &interpreter, const Arguments &arguments)
{
    return !has(interpreter, onlyArgument(interpreter, QStringLiteral("all"), arguments), false);
}

Value iter(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("iter"), arguments, 1, 2);
    if (given.size() == 2)
        return Value(interpreter.make<SentinelIterator>(given[0], given[1]));
    return Value(interpreter.iterate(given.front()));
}

Value next(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("next"), arguments, 1, 2);
    auto *iterator = given[0].as<Iterator>();
    if (!iterator && Interpreter::typeHas(given[0], QStringLiteral("__next__")))
        iterator = interpreter.iterate(given[0]);
    if (!iterator)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("'%1' object is not an iterator").arg(Interpreter::typeName(given[0])));
    if (const std::optional<Value> value = iterator->next(interpreter))
        return *value;
    if (given.size() == 2)
        return given[1];
    auto *stop = interpreter.make<Instance>(interpreter.exceptionClass(QStringLiteral("StopIteration")));
    if (const Value returned = iterator->returned(); !returned.isNone())
        stop->arguments << returned;
    interpreter.raise(stop);
}

Value sum(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("sum"), arguments);
    const Value iterable = reader.required(QStringLiteral("iterable"));
    Value total = reader.optional(QStringLiteral("start"), Value(0));
    reader.finish();
    if (total.isString())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("sum() can't sum strings [use ''.join(seq) instead]"));
    Iterator *iterator = interpreter.iterate(iterable);
    // floats are added with what the rounding lost (Neumaier), as Python does
    double lost = 0;
    while (const std::optional<Value> value = iterator->next(interpreter)) {
        interpreter.step();
        if (total.isFloat() && value->isNumber()) {
            const double left = total.toFloat();
            const double right = value->toFloat();
            const double both = left + right;
            lost += std::fabs(left) >= std::fabs(right) ? (left - both) + right : (right - both) + left;
            total = both;
        } else {
            total = interpreter.binary(BinaryOperator::Add, total, *value);
        }
    }
    return total.isFloat() && std::isfinite(lost) ? Value(total.toFloat() + lost) : total;
}

// min and max: of one iterable or of several arguments
Value extreme(Interpreter &interpreter, const QString &name, Comparison better, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, name, arguments);
    const std::optional<Value> key = reader.keyword(QStringLiteral("key"));
    const std::optional<Value> otherwise = reader.keyword(QStringLiteral("default"));
    QList<Value> values = reader.rest();
    reader.finish();
    if (values.isEmpty())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("%1 expected at least 1 argument, got 0").arg(name));
    if (values.size() == 1)
        values = interpreter.toList(values.front());
    if (values.isEmpty()) {
        if (otherwise)
            return *otherwise;
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("%1() iterable argument is empty").arg(name));
    }
    Value best = values.front();
    Value bestKey = keyOf(interpreter, key, best);
    for (const Value &value : values.mid(1)) {
        interpreter.step();
        const Value valueKey = keyOf(interpreter, key, value);
        if (interpreter.isTrue(interpreter.compare(better, valueKey, bestKey))) {
            best = value;
            bestKey = valueKey;
        }
    }
    return best;
}

Value minimum(Interpreter &interpreter, const Arguments &arguments)
{
    return extreme(interpreter, QStringLiteral("min"), Comparison::Less, arguments);
}

Value maximum(Interpreter &interpreter, const Arguments &arguments)
{
    return extreme(interpreter, QStringLiteral("max"), Comparison::Greater, arguments);
}

constexpr auto Type = Builtin::Kind::Type;

const BuiltinFunction functions[] = {
    {QStringLiteral("all"), all},
    {QStringLiteral("any"), any},
    {QStringLiteral("enumerate"), enumerate, Type},
    {QStringLiteral("filter"), filter, Type},
    {QStringLiteral("iter"), iter},
    {QStringLiteral("map"), map, Type},
    {QStringLiteral("max"), maximum},
    {QStringLiteral("min"), minimum},
    {QStringLiteral("next"), next},
    {QStringLiteral("reversed"), reversed, Type},
    {QStringLiteral("sorted"), sorted},
    {QStringLiteral("sum"), sum},
    {QStringLiteral("zip"), zip, Type},
};

} // namespace

std::span<const BuiltinFunction> iterationFunctions()
{
    return functions;
}

} // namespace Migrations::Python
