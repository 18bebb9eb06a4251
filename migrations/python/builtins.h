#pragma once

#include "migrations/python/interpreter.h"

#include <span>

namespace Migrations::Python {

/// A function of ours under its Python name.
struct BuiltinFunction {
    QString name;
    Value (*code)(Interpreter &, const Arguments &);
    Builtin::Kind kind = Builtin::Kind::Function;
};

/// all of those below
[[nodiscard]] QList<BuiltinFunction> builtinFunctions();
// A new one is one more row in the table of its kind.
/// print, len, isinstance, getattr…
[[nodiscard]] std::span<const BuiltinFunction> objectFunctions();
/// sorted, zip, any, sum…
[[nodiscard]] std::span<const BuiltinFunction> iterationFunctions();
/// int, float, round, hex…
[[nodiscard]] std::span<const BuiltinFunction> numberFunctions();
/// str, list, dict…
[[nodiscard]] std::span<const BuiltinFunction> typeFunctions();
/// open, eval, exec…: named and refused when they are called
[[nodiscard]] std::span<const BuiltinFunction> refusedFunctions();

/// The one positional argument of a function that takes nothing else.
[[nodiscard]] Value onlyArgument(Interpreter &interpreter, const QString &function, const Arguments &arguments);
/// So many positional arguments of a function that takes no keywords.
[[nodiscard]] QList<Value> positionalArguments(Interpreter &interpreter, const QString &function,
    const Arguments &arguments, qsizetype least, qsizetype most);
/// Whether dict() takes it for a mapping: it has keys().
[[nodiscard]] bool isMapping(Interpreter &interpreter, const Value &value);
/// What a special method of an object of the script gives; nullopt: there is none.
[[nodiscard]] std::optional<Value> specialResult(
    Interpreter &interpreter, const Value &value, const QString &method, const QList<Value> &arguments = {});
[[nodiscard]] bool isInstance(Interpreter &interpreter, const Value &value, const Value &type);
/// str.upper, dict.fromkeys: what a type of ours has as attributes
[[nodiscard]] std::optional<Value> typeAttribute(
    Interpreter &interpreter, const QString &type, const QString &name);

/// As sorted() and list.sort() do it: stable, by `key` when there is one.
[[nodiscard]] QList<Value> sortedValues(
    Interpreter &interpreter, const QList<Value> &values, const std::optional<Value> &key, bool reverse);

/// The attributes of values that are not Objects: the methods of str, bytes, int and float.
[[nodiscard]] std::optional<Value> simpleAttribute(Interpreter &interpreter, const Value &value, const QString &name);

// The methods of simple values, nullopt: there is none of that name.
[[nodiscard]] std::optional<Value> textMethod(Interpreter &interpreter, const QString &text, const QString &name);
[[nodiscard]] std::optional<Value> bytesMethod(Interpreter &interpreter, const QByteArray &bytes, const QString &name);
/// int.from_bytes
[[nodiscard]] Value integerFromBytes(Interpreter &interpreter, const Arguments &arguments);
/// of any int, large or not
[[nodiscard]] std::optional<Value> integerMethod(Interpreter &interpreter, const Value &number, const QString &name);
[[nodiscard]] std::optional<Value> numberMethod(Interpreter &interpreter, const Value &number, const QString &name);

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
