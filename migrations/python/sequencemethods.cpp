// The methods of list and tuple.
#include "migrations/python/argumentreader.h"
#include "migrations/python/builtins.h"
#include "migrations/python/numbers.h"

namespace Migrations::Python {

namespace {

// list and tuple

Value append(Interpreter &interpreter, Sequence *self, const Arguments &arguments)
{
    interpreter.spendBytes(qint64(sizeof(Value)));
    self->items << onlyArgument(interpreter, QStringLiteral("list.append"), arguments);
    return {};
}

Value extend(Interpreter &interpreter, Sequence *self, const Arguments &arguments)
{
    self->items << interpreter.toList(onlyArgument(interpreter, QStringLiteral("list.extend"), arguments));
    return {};
}

Value insert(Interpreter &interpreter, Sequence *self, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("insert"), arguments, 2, 2);
    const qint64 at = integerArgument(interpreter, given[0]);
    interpreter.step(self->items.size() / 64);
    interpreter.spendBytes(qint64(sizeof(Value)));
    self->items.insert(std::clamp<qint64>(at < 0 ? at + self->items.size() : at, 0, self->items.size()), given[1]);
    return {};
}

// the first place from `from` on, before `to`; -1: nowhere
qsizetype position(Interpreter &interpreter, Sequence *self, const Value &value, qint64 from, qint64 to)
{
    for (qsizetype i = from; i < std::min<qint64>(to, self->items.size()); ++i) {
        interpreter.step();
        if (interpreter.isSameOrEqual(self->items[i], value))
            return i;
    }
    return -1;
}

Value removeItem(Interpreter &interpreter, Sequence *self, const Arguments &arguments)
{
    const Value value = onlyArgument(interpreter, QStringLiteral("list.remove"), arguments);
    const qsizetype at = position(interpreter, self, value, 0, self->items.size());
    if (at < 0 || at >= self->items.size()) // an __eq__ may have changed the list
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("list.remove(x): x not in list"));
    self->items.removeAt(at);
    return {};
}

Value popItem(Interpreter &interpreter, Sequence *self, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("pop"), arguments, 0, 1);
    const qint64 index = integerArgument(interpreter, given.value(0, Value(-1)));
    if (self->items.isEmpty())
        interpreter.raise(QStringLiteral("IndexError"), QStringLiteral("pop from empty list"));
    const qint64 at = index < 0 ? index + self->items.size() : index;
    if (at < 0 || at >= self->items.size())
        interpreter.raise(QStringLiteral("IndexError"), QStringLiteral("pop index out of range"));
    interpreter.step((self->items.size() - at) / 64);
    return self->items.takeAt(at);
}

Value index(Interpreter &interpreter, Sequence *self, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("index"), arguments, 1, 3);
    const auto bound = [&](qsizetype at, qint64 otherwise) {
        if (given.size() <= at)
            return otherwise;
        const qint64 value = integerArgument(interpreter, given[at]);
        return value < 0 ? std::max<qint64>(0, value + self->items.size()) : value;
    };
    const qsizetype at = position(interpreter, self, given[0], bound(1, 0), bound(2, self->items.size()));
    if (at >= 0)
        return qint64(at);
    interpreter.raise(QStringLiteral("ValueError"),
        dynamic_cast<List *>(self) ? QStringLiteral("%1 is not in list").arg(interpreter.repr(given[0]))
                                   : QStringLiteral("tuple.index(x): x not in tuple"));
}

Value count(Interpreter &interpreter, Sequence *self, const Arguments &arguments)
{
    const Value value = onlyArgument(interpreter, self->typeName() + QStringLiteral(".count"), arguments);
    qint64 found = 0;
    for (qsizetype i = 0; i < self->items.size(); ++i) {
        interpreter.step();
        found += interpreter.isSameOrEqual(self->items[i], value) ? 1 : 0;
    }
    return found;
}

Value sort(Interpreter &interpreter, Sequence *self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("sort"), arguments);
    const std::optional<Value> key = reader.keyword(QStringLiteral("key"));
    const bool reverse = reader.truth(reader.keyword(QStringLiteral("reverse")), false);
    reader.finish();
    // the list is not the script's meanwhile
    const QList<Value> items = std::exchange(self->items, {});
    try {
        self->items = sortedValues(interpreter, items, key, reverse);
    } catch (const Raised &) {
        self->items = items;
        throw;
    }
    return {};
}

Value reverse(Interpreter &interpreter, Sequence *self, const Arguments &)
{
    interpreter.step(self->items.size() / 64);
    std::ranges::reverse(self->items);
    return {};
}

Value copyList(Interpreter &interpreter, Sequence *self, const Arguments &)
{
    interpreter.spendBytes(self->items.size() * qint64(sizeof(Value)));
    return Value(interpreter.make<List>(self->items));
}

Value clearList(Interpreter &, Sequence *self, const Arguments &)
{
    self->items.clear();
    return {};
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

} // namespace Migrations::Python
