#include "migrations/python/argumentreader.h"
#include "migrations/python/builtins.h"

namespace Migrations::Python {

namespace {

Value single(Interpreter &interpreter, const QString &name, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, name, arguments);
    const Value value = reader.required(QStringLiteral("object"));
    reader.finish();
    return value;
}

// list and tuple

Value append(Interpreter &interpreter, Sequence *self, const Arguments &arguments)
{
    interpreter.spendBytes(qint64(sizeof(Value)));
    self->items << single(interpreter, QStringLiteral("append"), arguments);
    return {};
}

Value extend(Interpreter &interpreter, Sequence *self, const Arguments &arguments)
{
    self->items << interpreter.toList(single(interpreter, QStringLiteral("extend"), arguments));
    return {};
}

Value insert(Interpreter &interpreter, Sequence *self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("insert"), arguments);
    const Value index = reader.required(QStringLiteral("index"));
    const Value value = reader.required(QStringLiteral("object"));
    reader.finish();
    const qint64 at = index.isInteger() ? index.toInteger() : 0;
    self->items.insert(std::clamp<qint64>(at < 0 ? at + self->items.size() : at, 0, self->items.size()), value);
    return {};
}

qsizetype position(Interpreter &interpreter, Sequence *self, const Value &value, const QString &message)
{
    for (qsizetype i = 0; i < self->items.size(); ++i) {
        if (interpreter.equals(self->items[i], value))
            return i;
    }
    interpreter.raise(QStringLiteral("ValueError"), message);
}

Value removeItem(Interpreter &interpreter, Sequence *self, const Arguments &arguments)
{
    const Value value = single(interpreter, QStringLiteral("remove"), arguments);
    self->items.removeAt(position(interpreter, self, value, QStringLiteral("list.remove(x): x not in list")));
    return {};
}

Value popItem(Interpreter &interpreter, Sequence *self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("pop"), arguments);
    const Value index = reader.optional(QStringLiteral("index"), Value(-1));
    reader.finish();
    if (self->items.isEmpty())
        interpreter.raise(QStringLiteral("IndexError"), QStringLiteral("pop from empty list"));
    const Value value = self->item(interpreter, index);
    self->deleteItem(interpreter, index);
    return value;
}

Value index(Interpreter &interpreter, Sequence *self, const Arguments &arguments)
{
    const Value value = single(interpreter, QStringLiteral("index"), arguments);
    return qint64(position(interpreter, self, value,
        QStringLiteral("%1 is not in %2").arg(interpreter.repr(value), self->typeName())));
}

Value count(Interpreter &interpreter, Sequence *self, const Arguments &arguments)
{
    const Value value = single(interpreter, QStringLiteral("count"), arguments);
    return qint64(std::ranges::count_if(
        self->items, [&](const Value &item) { return interpreter.equals(item, value); }));
}

Value sort(Interpreter &interpreter, Sequence *self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("sort"), arguments);
    const std::optional<Value> key = reader.keyword(QStringLiteral("key"));
    const bool reverse = reader.truth(reader.keyword(QStringLiteral("reverse")), false);
    reader.finish();
    self->items = sortedValues(interpreter, self->items, key, reverse);
    return {};
}

Value reverse(Interpreter &, Sequence *self, const Arguments &)
{
    std::ranges::reverse(self->items);
    return {};
}

Value copyList(Interpreter &interpreter, Sequence *self, const Arguments &)
{
    return Value(interpreter.make<List>(self->items));
}

Value clearList(Interpreter &, Sequence *self, const Arguments &)
{
    self->items.clear();
    return {};
}

// dict

Value get(Interpreter &interpreter, Dict *self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("get"), arguments);
    const Value key = reader.required(QStringLiteral("key"));
    const Value otherwise = reader.optional(QStringLiteral("default"), Value());
    reader.finish();
    return self->get(interpreter, key).value_or(otherwise);
}

Value keys(Interpreter &interpreter, Dict *self, const Arguments &)
{
    return Value(interpreter.make<List>(self->keys()));
}

Value values(Interpreter &interpreter, Dict *self, const Arguments &)
{
    return Value(interpreter.make<List>(self->values()));
}

Value items(Interpreter &interpreter, Dict *self, const Arguments &)
{
    QList<Value> pairs;
    for (qsizetype i = 0; i < self->keys().size(); ++i)
        pairs << Value(interpreter.make<Tuple>(QList<Value> {self->keys()[i], self->values()[i]}));
    return Value(interpreter.make<List>(pairs));
}

Value popKey(Interpreter &interpreter, Dict *self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("pop"), arguments);
    const Value key = reader.required(QStringLiteral("key"));
    const std::optional<Value> otherwise = reader.optional(QStringLiteral("default"));
    reader.finish();
    if (const std::optional<Value> value = self->take(interpreter, key))
        return *value;
    return otherwise ? *otherwise : self->item(interpreter, key);
}

Value setDefault(Interpreter &interpreter, Dict *self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("setdefault"), arguments);
    const Value key = reader.required(QStringLiteral("key"));
    const Value otherwise = reader.optional(QStringLiteral("default"), Value());
    reader.finish();
    if (const std::optional<Value> value = self->get(interpreter, key))
        return *value;
    self->set(interpreter, key, otherwise);
    return otherwise;
}

Value updateDict(Interpreter &interpreter, Dict *self, const Arguments &arguments)
{
    const Value other = interpreter.callValue(interpreter.builtin(QStringLiteral("dict")), arguments);
    const auto *dict = other.as<Dict>();
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

// set

Value add(Interpreter &interpreter, Set *self, const Arguments &arguments)
{
    self->members.insert(interpreter, single(interpreter, QStringLiteral("add"), arguments));
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
    const Value value = single(interpreter, QStringLiteral("discard"), arguments);
    if (const qsizetype at = self->members.find(interpreter, value); at >= 0)
        self->members.removeAt(interpreter, at);
    return {};
}

// union, intersection and difference are operators with any iterable on the right
template<BinaryOperator Operator>
Value combined(Interpreter &interpreter, Set *self, const Arguments &arguments)
{
    Value result(self);
    for (const Value &iterable : arguments.positional) {
        auto *right = interpreter.make<Set>();
        for (const Value &value : interpreter.toList(iterable))
            right->members.insert(interpreter, value);
        result = interpreter.binary(Operator, result, Value(right));
    }
    return result;
}

} // namespace

std::optional<Value> sequenceMethod(Interpreter &interpreter, Sequence &sequence, const QString &name)
{
    using Method = Value (*)(Interpreter &, Sequence *, const Arguments &);
    static const QHash<QString, Method> readers {
        {QStringLiteral("count"), count},
        {QStringLiteral("index"), index},
    };
    static const QHash<QString, Method> writers {
        {QStringLiteral("append"), append},
        {QStringLiteral("clear"), clearList},
        {QStringLiteral("copy"), copyList},
        {QStringLiteral("extend"), extend},
        {QStringLiteral("insert"), insert},
        {QStringLiteral("pop"), popItem},
        {QStringLiteral("remove"), removeItem},
        {QStringLiteral("reverse"), reverse},
        {QStringLiteral("sort"), sort},
    };
    if (const std::optional<Value> method = methodFrom<Sequence *>(interpreter, readers, &sequence, name))
        return method;
    return dynamic_cast<List *>(&sequence) ? methodFrom<Sequence *>(interpreter, writers, &sequence, name)
                                           : std::nullopt;
}

std::optional<Value> dictMethod(Interpreter &interpreter, Dict &dict, const QString &name)
{
    static const QHash<QString, Value (*)(Interpreter &, Dict *, const Arguments &)> methods {
        {QStringLiteral("clear"), clearDict},
        {QStringLiteral("copy"), copyDict},
        {QStringLiteral("get"), get},
        {QStringLiteral("items"), items},
        {QStringLiteral("keys"), keys},
        {QStringLiteral("pop"), popKey},
        {QStringLiteral("setdefault"), setDefault},
        {QStringLiteral("update"), updateDict},
        {QStringLiteral("values"), values},
    };
    return methodFrom<Dict *>(interpreter, methods, &dict, name);
}

std::optional<Value> setMethod(Interpreter &interpreter, Set &set, const QString &name)
{
    static const QHash<QString, Value (*)(Interpreter &, Set *, const Arguments &)> methods {
        {QStringLiteral("add"), add},
        {QStringLiteral("difference"), combined<BinaryOperator::Subtract>},
        {QStringLiteral("discard"), discard},
        {QStringLiteral("intersection"), combined<BinaryOperator::BitAnd>},
        {QStringLiteral("union"), combined<BinaryOperator::BitOr>},
        {QStringLiteral("update"), updateSet},
    };
    return methodFrom<Set *>(interpreter, methods, &set, name);
}

} // namespace Migrations::Python
