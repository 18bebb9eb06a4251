#include "migrations/python/argumentreader.h"
#include "migrations/python/builtins.h"

#include <algorithm>

namespace Migrations::Python {

namespace {

Value keyOf(Interpreter &interpreter, const std::optional<Value> &key, const Value &value)
{
    return key && !key->isNone() ? interpreter.callValue(*key, {.positional = {value}, .keywords = {}, .at = {}})
                                 : value;
}

Value sorted(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("sorted"), arguments);
    const Value iterable = reader.required(QStringLiteral("iterable"));
    const std::optional<Value> key = reader.keyword(QStringLiteral("key"));
    const bool reverse = reader.truth(reader.keyword(QStringLiteral("reverse")), false);
    reader.finish();
    return Value(interpreter.make<List>(sortedValues(interpreter, interpreter.toList(iterable), key, reverse)));
}

Value reversed(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("reversed"), arguments);
    QList<Value> values = interpreter.toList(reader.required(QStringLiteral("sequence")));
    reader.finish();
    std::ranges::reverse(values);
    return Value(interpreter.make<ListIterator>(values));
}

Value enumerate(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("enumerate"), arguments);
    const QList<Value> values = interpreter.toList(reader.required(QStringLiteral("iterable")));
    Value index = reader.optional(QStringLiteral("start"), Value(0));
    reader.finish();
    QList<Value> pairs;
    for (const Value &value : values) {
        pairs << Value(interpreter.make<Tuple>(QList<Value> {index, value}));
        index = interpreter.binary(BinaryOperator::Add, index, 1);
    }
    return Value(interpreter.make<ListIterator>(pairs));
}

Value zip(Interpreter &interpreter, const Arguments &arguments)
{
    QList<QList<Value>> columns;
    qsizetype shortest = -1;
    for (const Value &iterable : arguments.positional) {
        columns << interpreter.toList(iterable);
        shortest = shortest < 0 ? columns.back().size() : std::min(shortest, columns.back().size());
    }
    QList<Value> rows;
    for (qsizetype i = 0; i < shortest; ++i) {
        QList<Value> row;
        for (const QList<Value> &column : columns)
            row << column[i];
        rows << Value(interpreter.make<Tuple>(row));
    }
    return Value(interpreter.make<ListIterator>(rows));
}

Value map(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("map"), arguments);
    const Value function = reader.required(QStringLiteral("function"));
    QList<Value> results;
    for (const Value &value : interpreter.toList(reader.required(QStringLiteral("iterable"))))
        results << interpreter.callValue(function, {.positional = {value}, .keywords = {}, .at = arguments.at});
    reader.finish();
    return Value(interpreter.make<ListIterator>(results));
}

Value filter(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("filter"), arguments);
    const Value function = reader.required(QStringLiteral("function"));
    QList<Value> results;
    for (const Value &value : interpreter.toList(reader.required(QStringLiteral("iterable")))) {
        const Value verdict = function.isNone()
            ? value
            : interpreter.callValue(function, {.positional = {value}, .keywords = {}, .at = arguments.at});
        if (interpreter.isTrue(verdict))
            results << value;
    }
    reader.finish();
    return Value(interpreter.make<ListIterator>(results));
}

Value any(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("any"), arguments);
    const QList<Value> values = interpreter.toList(reader.required(QStringLiteral("iterable")));
    return std::ranges::any_of(values, [&](const Value &value) { return interpreter.isTrue(value); });
}

Value all(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("all"), arguments);
    const QList<Value> values = interpreter.toList(reader.required(QStringLiteral("iterable")));
    return std::ranges::all_of(values, [&](const Value &value) { return interpreter.isTrue(value); });
}

Value sum(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("sum"), arguments);
    const Value iterable = reader.required(QStringLiteral("iterable"));
    Value total = reader.optional(QStringLiteral("start"), Value(0));
    reader.finish();
    for (const Value &value : interpreter.toList(iterable))
        total = interpreter.binary(BinaryOperator::Add, total, value);
    return total;
}

// min and max: of one iterable or of several arguments
Value extreme(Interpreter &interpreter, const QString &name, Comparison better, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, name, arguments);
    const std::optional<Value> key = reader.keyword(QStringLiteral("key"));
    const std::optional<Value> otherwise = reader.keyword(QStringLiteral("default"));
    QList<Value> values = reader.rest();
    reader.finish();
    if (values.size() == 1)
        values = interpreter.toList(values.front());
    if (values.isEmpty()) {
        if (otherwise)
            return *otherwise;
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("%1() iterable argument is empty").arg(name));
    }
    Value best = values.front();
    for (const Value &value : values) {
        const Value verdict
            = interpreter.compare(better, keyOf(interpreter, key, value), keyOf(interpreter, key, best));
        if (interpreter.isTrue(verdict))
            best = value;
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

const BuiltinFunction functions[] = {
    {QStringLiteral("all"), all},
    {QStringLiteral("any"), any},
    {QStringLiteral("enumerate"), enumerate},
    {QStringLiteral("filter"), filter},
    {QStringLiteral("map"), map},
    {QStringLiteral("max"), maximum},
    {QStringLiteral("min"), minimum},
    {QStringLiteral("reversed"), reversed},
    {QStringLiteral("sorted"), sorted},
    {QStringLiteral("sum"), sum},
    {QStringLiteral("zip"), zip},
};

} // namespace

QList<Value> sortedValues(
    Interpreter &interpreter, const QList<Value> &values, const std::optional<Value> &key, bool reverse)
{
    QList<std::pair<Value, Value>> keyed;
    for (const Value &value : values)
        keyed.emplace_back(keyOf(interpreter, key, value), value);
    std::ranges::stable_sort(keyed, [&](const auto &left, const auto &right) {
        interpreter.step();
        const Comparison op = reverse ? Comparison::Greater : Comparison::Less;
        return interpreter.isTrue(interpreter.compare(op, left.first, right.first));
    });
    QList<Value> result;
    for (const auto &[sortKey, value] : keyed)
        result << value;
    return result;
}

std::span<const BuiltinFunction> iterationFunctions()
{
    return functions;
}

} // namespace Migrations::Python
