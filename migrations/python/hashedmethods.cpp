// The methods of dict and set.
#include "migrations/python/builtins.h"

namespace Migrations::Python {

namespace {

[[noreturn]] void raiseKeyError(Interpreter &interpreter, const Value &key)
{
    auto *error = interpreter.make<Instance>(interpreter.exceptionClass(QStringLiteral("KeyError")));
    error->arguments << key;
    interpreter.raise(error);
}

// the methods of dict

Value get(Interpreter &interpreter, Dict *self, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("get"), arguments, 1, 2);
    return self->get(interpreter, given[0]).value_or(given.value(1));
}

template<DictView::Kind Kind>
Value view(Interpreter &interpreter, Dict *self, const Arguments &)
{
    return Value(interpreter.make<DictView>(Kind, self));
}

Value popKey(Interpreter &interpreter, Dict *self, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("pop"), arguments, 1, 2);
    if (const std::optional<Value> value = self->take(interpreter, given[0]))
        return *value;
    return given.size() == 2 ? given[1] : self->item(interpreter, given[0]);
}

Value popLast(Interpreter &interpreter, Dict *self, const Arguments &)
{
    if (self->keys().isEmpty())
        raiseKeyError(interpreter, Value(QStringLiteral("popitem(): dictionary is empty")));
    const Value key = self->keys().back();
    const Value value = self->values().back();
    self->take(interpreter, key);
    return Value(interpreter.make<Tuple>(QList<Value> {key, value}));
}

Value setDefault(Interpreter &interpreter, Dict *self, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("setdefault"), arguments, 1, 2);
    if (const std::optional<Value> value = self->get(interpreter, given[0]))
        return *value;
    self->set(interpreter, given[0], given.value(1));
    return given.value(1);
}

Value updateDict(Interpreter &interpreter, Dict *self, const Arguments &arguments)
{
    const Value other = interpreter.callValue(interpreter.builtin(QStringLiteral("dict")), arguments);
    const auto *dict = other.as<Dict>();
    if (!dict)
        return {};
    for (qsizetype i = 0; i < dict->keys().size(); ++i)
        self->set(interpreter, dict->keys()[i], dict->values()[i]);
    return {};
}

Value copyDict(Interpreter &interpreter, Dict *self, const Arguments &)
{
    auto *copy = interpreter.make<Dict>();
    for (qsizetype i = 0; i < self->keys().size(); ++i)
        copy->set(interpreter, self->keys()[i], self->values()[i]);
    return Value(copy);
}

Value clearDict(Interpreter &, Dict *self, const Arguments &)
{
    self->clear();
    return {};
}

// the methods of set

Value add(Interpreter &interpreter, Set *self, const Arguments &arguments)
{
    self->members.insert(interpreter, onlyArgument(interpreter, QStringLiteral("set.add"), arguments));
    return {};
}

Value updateSet(Interpreter &interpreter, Set *self, const Arguments &arguments)
{
    for (const Value &iterable : arguments.positional) {
        for (const Value &value : interpreter.toList(iterable))
            self->members.insert(interpreter, value);
    }
    return {};
}

Value discard(Interpreter &interpreter, Set *self, const Arguments &arguments)
{
    const Value value = onlyArgument(interpreter, QStringLiteral("set.discard"), arguments);
    if (const qsizetype at = self->members.find(interpreter, value); at >= 0)
        self->members.removeAt(interpreter, at);
    return {};
}

Value removeMember(Interpreter &interpreter, Set *self, const Arguments &arguments)
{
    const Value value = onlyArgument(interpreter, QStringLiteral("set.remove"), arguments);
    const qsizetype at = self->members.find(interpreter, value);
    if (at < 0)
        raiseKeyError(interpreter, value);
    self->members.removeAt(interpreter, at);
    return {};
}

Value popMember(Interpreter &interpreter, Set *self, const Arguments &)
{
    if (self->members.size() == 0)
        raiseKeyError(interpreter, Value(QStringLiteral("pop from an empty set")));
    const Value value = self->members.values().front();
    self->members.removeAt(interpreter, 0);
    return value;
}

Value copySet(Interpreter &interpreter, Set *self, const Arguments &)
{
    auto *copy = interpreter.make<Set>(self->isFrozen);
    for (const Value &value : self->members.values())
        copy->members.insert(interpreter, value);
    return Value(copy);
}

Value clearSet(Interpreter &, Set *self, const Arguments &)
{
    self->members.clear();
    return {};
}

Set *asSet(Interpreter &interpreter, const Value &iterable)
{
    auto *set = interpreter.make<Set>();
    for (const Value &value : interpreter.toList(iterable))
        set->members.insert(interpreter, value);
    return set;
}

// union, intersection and difference are operators with any iterable on the right
template<BinaryOperator Operator>
Value combined(Interpreter &interpreter, Set *self, const Arguments &arguments)
{
    Value result = copySet(interpreter, self, {});
    for (const Value &iterable : arguments.positional)
        result = interpreter.binary(Operator, result, Value(asSet(interpreter, iterable)));
    return result;
}

template<BinaryOperator Operator>
Value combinedInPlace(Interpreter &interpreter, Set *self, const Arguments &arguments)
{
    self->members = combined<Operator>(interpreter, self, arguments).template as<Set>()->members;
    return {};
}

template<Comparison Operator>
Value compared(Interpreter &interpreter, Set *self, const Arguments &arguments)
{
    const Value other = onlyArgument(interpreter, QStringLiteral("set.issubset"), arguments);
    return interpreter.compare(Operator, Value(self), Value(asSet(interpreter, other)));
}

Value isDisjoint(Interpreter &interpreter, Set *self, const Arguments &arguments)
{
    const Set *other = asSet(interpreter, onlyArgument(interpreter, QStringLiteral("set.isdisjoint"), arguments));
    return std::ranges::none_of(other->members.values(),
        [&](const Value &value) { return self->members.find(interpreter, value) >= 0; });
}

} // namespace

std::optional<Value> dictMethod(Interpreter &interpreter, Dict &dict, const QString &name)
{
    static const QHash<QString, Value (*)(Interpreter &, Dict *, const Arguments &)> methods {
        {QStringLiteral("clear"), clearDict},
        {QStringLiteral("copy"), copyDict},
        {QStringLiteral("get"), get},
        {QStringLiteral("items"), view<DictView::Kind::Items>},
        {QStringLiteral("keys"), view<DictView::Kind::Keys>},
        {QStringLiteral("pop"), popKey},
        {QStringLiteral("popitem"), popLast},
        {QStringLiteral("setdefault"), setDefault},
        {QStringLiteral("update"), updateDict},
        {QStringLiteral("values"), view<DictView::Kind::Values>},
    };
    return methodFrom<Dict *>(interpreter, methods, &dict, name);
}

std::optional<Value> setMethod(Interpreter &interpreter, Set &set, const QString &name)
{
    using Method = Value (*)(Interpreter &, Set *, const Arguments &);
    static const QHash<QString, Method> readers {
        {QStringLiteral("copy"), copySet},
        {QStringLiteral("difference"), combined<BinaryOperator::Subtract>},
        {QStringLiteral("intersection"), combined<BinaryOperator::BitAnd>},
        {QStringLiteral("isdisjoint"), isDisjoint},
        {QStringLiteral("issubset"), compared<Comparison::LessEqual>},
        {QStringLiteral("issuperset"), compared<Comparison::GreaterEqual>},
        {QStringLiteral("symmetric_difference"), combined<BinaryOperator::BitXor>},
        {QStringLiteral("union"), combined<BinaryOperator::BitOr>},
    };
    static const QHash<QString, Method> writers {
        {QStringLiteral("add"), add},
        {QStringLiteral("clear"), clearSet},
        {QStringLiteral("difference_update"), combinedInPlace<BinaryOperator::Subtract>},
        {QStringLiteral("discard"), discard},
        {QStringLiteral("intersection_update"), combinedInPlace<BinaryOperator::BitAnd>},
        {QStringLiteral("pop"), popMember},
        {QStringLiteral("remove"), removeMember},
        {QStringLiteral("update"), updateSet},
    };
    if (const std::optional<Value> method = methodFrom<Set *>(interpreter, readers, &set, name))
        return method;
    return set.isFrozen ? std::nullopt : methodFrom<Set *>(interpreter, writers, &set, name);
}

} // namespace Migrations::Python
