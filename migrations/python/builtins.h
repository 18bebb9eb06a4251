#pragma once

#include "migrations/python/interpreter.h"

#include <span>

namespace Migrations::Python {

/// A function of ours under its Python name.
struct BuiltinFunction {
    QString name;
    Value (*code)(Interpreter &, const Arguments &);
};

/// print, len, range, str, isinstance… A new one is one more row.
[[nodiscard]] std::span<const BuiltinFunction> builtinFunctions();
/// those of them that are about iterables: sorted, zip, any, sum…
[[nodiscard]] std::span<const BuiltinFunction> iterationFunctions();

/// As sorted() and list.sort() do it: stable, by `key` when there is one.
[[nodiscard]] QList<Value> sortedValues(
    Interpreter &interpreter, const QList<Value> &values, const std::optional<Value> &key, bool reverse);

/// The attributes of values that are not Objects: the methods of str, bytes, int and float.
[[nodiscard]] std::optional<Value> simpleAttribute(Interpreter &interpreter, const Value &value, const QString &name);

// The methods of containers, bound to them; nullopt: there is none of that name.
[[nodiscard]] std::optional<Value> sequenceMethod(Interpreter &interpreter, Sequence &sequence, const QString &name);
[[nodiscard]] std::optional<Value> dictMethod(Interpreter &interpreter, Dict &dict, const QString &name);
[[nodiscard]] std::optional<Value> setMethod(Interpreter &interpreter, Set &set, const QString &name);

/// A method found in a table, with its object.
template<class Self>
[[nodiscard]] std::optional<Value> methodFrom(Interpreter &interpreter,
    const QHash<QString, Value (*)(Interpreter &, Self, const Arguments &)> &table, Self self, const QString &name)
{
    const auto found = table.constFind(name);
    if (found == table.cend())
        return std::nullopt;
    return Value(interpreter.make<Builtin>(
        name, [self, code = *found](Interpreter &inner, const Arguments &arguments) {
            return code(inner, self, arguments);
        }));
}

} // namespace Migrations::Python
