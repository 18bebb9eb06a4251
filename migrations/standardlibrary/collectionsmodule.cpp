// collections: the dicts with something more. deque and ChainMap are in modules/_collections.py.
#include "migrations/standardlibrary/catalogue.h"
#include "migrations/standardlibrary/namedtuples.h"

#include "migrations/python/builtins.h"

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

Value dictOf(Interpreter &interpreter, const Arguments &arguments)
{
    return interpreter.callValue(interpreter.builtin(QStringLiteral("dict")), arguments);
}

void fill(Interpreter &interpreter, Dict &target, const Value &source)
{
    const auto *dict = source.as<Dict>();
    for (qsizetype i = 0; dict && i < dict->keys().size(); ++i)
        target.set(interpreter, dict->keys()[i], dict->values()[i]);
}

/// OrderedDict
class OrderedDict final : public Dict
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("collections.OrderedDict"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override
    {
        return QStringLiteral("OrderedDict(%1)").arg(keys().isEmpty() ? QString() : Dict::repr(interpreter));
    }
    [[nodiscard]] bool equals(Interpreter &interpreter, const Value &other) override
    {
        const auto *ordered = other.as<OrderedDict>();
        if (!Dict::equals(interpreter, other))
            return false;
        for (qsizetype i = 0; ordered && i < keys().size(); ++i) {
            if (!interpreter.equals(keys()[i], ordered->keys()[i]))
                return false;
        }
        return true;
    }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
};

Value orderedDict(Interpreter &interpreter, const Arguments &arguments)
{
    auto *result = interpreter.make<OrderedDict>();
    fill(interpreter, *result, dictOf(interpreter, arguments));
    return Value(result);
}

Value moveToEnd(Interpreter &interpreter, OrderedDict *self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("move_to_end"), arguments);
    const Value key = reader.required(QStringLiteral("key"));
    const bool last = reader.truth(reader.optional(QStringLiteral("last")), true);
    reader.finish();
    const Value value = self->item(interpreter, key);
    self->take(interpreter, key);
    const QList<Value> keys = self->keys();
    const QList<Value> values = self->values();
    self->set(interpreter, key, value);
    for (qsizetype i = 0; !last && i < keys.size(); ++i) {
        self->take(interpreter, keys[i]);
        self->set(interpreter, keys[i], values[i]);
    }
    return {};
}

Value popOrdered(Interpreter &interpreter, OrderedDict *self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("popitem"), arguments);
    const bool last = reader.truth(reader.optional(QStringLiteral("last")), true);
    reader.finish();
    if (self->keys().isEmpty())
        static_cast<void>(self->item(interpreter, Value(QStringLiteral("dictionary is empty"))));
    const Value key = last ? self->keys().back() : self->keys().front();
    const Value value = self->item(interpreter, key);
    self->take(interpreter, key);
    return Value(interpreter.make<Tuple>(QList<Value> {key, value}));
}

Value copyOrdered(Interpreter &interpreter, OrderedDict *self, const Arguments &)
{
    auto *result = interpreter.make<OrderedDict>();
    fill(interpreter, *result, Value(self));
    return Value(result);
}

std::optional<Value> OrderedDict::attribute(Interpreter &interpreter, const QString &name)
{
    static const QHash<QString, Value (*)(Interpreter &, OrderedDict *, const Arguments &)> methods {
        {QStringLiteral("copy"), copyOrdered},
        {QStringLiteral("move_to_end"), moveToEnd},
        {QStringLiteral("popitem"), popOrdered},
    };
    const std::optional<Value> own = methodFrom(interpreter, methods, this, name);
    return own ? own : Dict::attribute(interpreter, name);
}

/// defaultdict
class DefaultDict final : public Dict
{
public:
    explicit DefaultDict(Value factory) : m_factory(std::move(factory)) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("collections.defaultdict"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override
    {
        return QStringLiteral("defaultdict(%1, %2)").arg(interpreter.repr(m_factory), Dict::repr(interpreter));
    }
    [[nodiscard]] Value item(Interpreter &interpreter, const Value &key) override
    {
        if (const std::optional<Value> value = get(interpreter, key))
            return *value;
        if (m_factory.isNone())
            return Dict::item(interpreter, key);
        interpreter.checkStack();
        const Value value = interpreter.callValue(m_factory, {});
        set(interpreter, key, value);
        return value;
    }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override
    {
        if (name == u"default_factory")
            return m_factory;
        if (name != u"copy")
            return Dict::attribute(interpreter, name);
        return Value(interpreter.make<Builtin>(name, [this](Interpreter &inner, const Arguments &) {
            auto *result = inner.make<DefaultDict>(m_factory);
            fill(inner, *result, Value(this));
            return Value(result);
        }));
    }
    [[nodiscard]] bool setAttribute(Interpreter &, const QString &name, const Value &value) override
    {
        if (name != u"default_factory")
            return false;
        m_factory = value;
        return true;
    }

private:
    Value m_factory;
};

Value defaultDict(Interpreter &interpreter, const Arguments &arguments)
{
    Arguments rest = arguments;
    const Value factory = rest.positional.isEmpty() ? Value() : rest.positional.takeFirst();
    const bool isCallable = factory.isNone()
        || interpreter.isTrue(interpreter.callValue(interpreter.builtin(QStringLiteral("callable")), {{factory}, {}, {}}));
    if (!isCallable)
        interpreter.raise(
            QStringLiteral("TypeError"), QStringLiteral("first argument must be callable or None"));
    auto *result = interpreter.make<DefaultDict>(factory);
    fill(interpreter, *result, dictOf(interpreter, rest));
    return Value(result);
}

/// Counter
class Counter final : public Dict
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("Counter"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] Value item(Interpreter &interpreter, const Value &key) override
    {
        return get(interpreter, key).value_or(Value(0));
    }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] std::optional<Value> binary(
        Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected) override;

    void add(Interpreter &interpreter, const Value &key, const Value &amount, BinaryOperator op = BinaryOperator::Add)
    {
        interpreter.step();
        set(interpreter, key, interpreter.binary(op, item(interpreter, key), amount));
    }
    /// the pairs, the most frequent first
    [[nodiscard]] QList<Value> mostCommon(Interpreter &interpreter);
};

QList<Value> Counter::mostCommon(Interpreter &interpreter)
{
    QList<Value> pairs;
    for (qsizetype i = 0; i < keys().size(); ++i)
        pairs << Value(interpreter.make<Tuple>(QList<Value> {keys()[i], values()[i]}));
    const Value key(interpreter.make<Builtin>(QStringLiteral("count"), [](Interpreter &inner, const Arguments &given) {
        return inner.item(given.positional.front(), Value(1));
    }));
    return sortedValues(interpreter, pairs, key, true);
}

QString Counter::repr(Interpreter &interpreter)
{
    const ReprGuard guard(interpreter, this);
    if (keys().isEmpty() || guard.isInside())
        return QStringLiteral("Counter()");
    QStringList texts;
    for (const Value &pair : mostCommon(interpreter)) {
        const QList<Value> &items = pair.as<Tuple>()->items;
        const QString key = interpreter.repr(items[0]);
        texts << key + u": " + interpreter.repr(items[1]);
    }
    return QStringLiteral("Counter({%1})").arg(texts.join(QStringLiteral(", ")));
}

// counts what an iterable has, adds what a mapping counts
void count(Interpreter &interpreter, Counter &counter, const Arguments &arguments, BinaryOperator op)
{
    for (const Value &source : arguments.positional) {
        if (const auto *dict = source.as<Dict>()) {
            const QList<Value> keys = dict->keys();
            for (const Value &key : keys)
                counter.add(interpreter, key, dict->get(interpreter, key).value_or(Value(0)), op);
        } else if (!source.isNone()) {
            Iterator *iterator = interpreter.iterate(source);
            while (const std::optional<Value> next = iterator->next(interpreter))
                counter.add(interpreter, *next, Value(1), op);
        }
    }
    for (const auto &[name, amount] : arguments.keywords)
        counter.add(interpreter, Value(name), amount, op);
}

Value counter(Interpreter &interpreter, const Arguments &arguments)
{
    auto *result = interpreter.make<Counter>();
    count(interpreter, *result, arguments, BinaryOperator::Add);
    return Value(result);
}

Value countMore(Interpreter &interpreter, Counter *self, const Arguments &arguments)
{
    count(interpreter, *self, arguments, BinaryOperator::Add);
    return {};
}

Value countLess(Interpreter &interpreter, Counter *self, const Arguments &arguments)
{
    count(interpreter, *self, arguments, BinaryOperator::Subtract);
    return {};
}

Value mostFrequent(Interpreter &interpreter, Counter *self, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("most_common"), arguments, 0, 1);
    const QList<Value> pairs = self->mostCommon(interpreter);
    const qint64 limit
        = given.isEmpty() || !given.front().isInteger() ? pairs.size() : std::max<qint64>(0, given.front().toInteger());
    return Value(interpreter.make<List>(pairs.first(std::min<qint64>(limit, pairs.size()))));
}

Value elements(Interpreter &interpreter, Counter *self, const Arguments &)
{
    QList<Value> all;
    for (qsizetype i = 0; i < self->keys().size(); ++i) {
        const qint64 times = self->values()[i].isInteger() ? self->values()[i].toInteger() : 0;
        interpreter.spendBytes(std::max<qint64>(0, std::min(times, qint64(1) << 40)) * qint64(sizeof(Value)));
        for (qint64 n = 0; n < times; ++n)
            all << self->keys()[i];
    }
    return Value(interpreter.make<ListIterator>(all));
}

Value total(Interpreter &interpreter, Counter *self, const Arguments &)
{
    Value sum(0);
    for (const Value &value : self->values())
        sum = interpreter.binary(BinaryOperator::Add, sum, value);
    return sum;
}

Value copyCounter(Interpreter &interpreter, Counter *self, const Arguments &)
{
    auto *result = interpreter.make<Counter>();
    fill(interpreter, *result, Value(self));
    return Value(result);
}

std::optional<Value> Counter::attribute(Interpreter &interpreter, const QString &name)
{
    static const QHash<QString, Value (*)(Interpreter &, Counter *, const Arguments &)> methods {
        {QStringLiteral("copy"), copyCounter},
        {QStringLiteral("elements"), elements},
        {QStringLiteral("most_common"), mostFrequent},
        {QStringLiteral("subtract"), countLess},
        {QStringLiteral("total"), total},
        {QStringLiteral("update"), countMore},
    };
    const std::optional<Value> own = methodFrom(interpreter, methods, this, name);
    return own ? own : Dict::attribute(interpreter, name);
}

// + and - keep what is more than nothing; & and | are the smaller and the larger
std::optional<Value> Counter::binary(Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    const auto *right = other.as<Counter>();
    const bool isKnown = op == BinaryOperator::Add || op == BinaryOperator::Subtract || op == BinaryOperator::BitAnd
        || op == BinaryOperator::BitOr;
    if (!right || reflected || !isKnown)
        return std::nullopt;
    QList<Value> all = keys();
    for (const Value &key : right->keys()) {
        if (!get(interpreter, key))
            all << key;
    }
    auto *result = interpreter.make<Counter>();
    for (const Value &key : std::as_const(all)) {
        const Value mine = item(interpreter, key);
        const Value theirs = right->get(interpreter, key).value_or(Value(0));
        const bool isLess = interpreter.isTrue(interpreter.compare(Comparison::Less, mine, theirs));
        const Value value = op == BinaryOperator::BitAnd ? (isLess ? mine : theirs)
            : op == BinaryOperator::BitOr                ? (isLess ? theirs : mine)
                                                         : interpreter.binary(op, mine, theirs);
        if (interpreter.isTrue(interpreter.compare(Comparison::Greater, value, Value(0))))
            result->set(interpreter, key, value);
    }
    return Value(result);
}

} // namespace

void fillCollections(Interpreter &interpreter, ModuleObject &module)
{
    addType(interpreter, module, QStringLiteral("OrderedDict"), orderedDict, holds<OrderedDict>);
    addType(interpreter, module, QStringLiteral("defaultdict"), defaultDict, holds<DefaultDict>);
    addType(interpreter, module, QStringLiteral("Counter"), counter, holds<Counter>);
    static const ModuleFunction functions[] = {{u"namedtuple", namedTuple}};
    addFunctions(interpreter, module.members, functions);
    if (ModuleObject *rest = interpreter.world().import(interpreter, QStringLiteral("_collections"))) {
        for (const QString &name : {QStringLiteral("deque"), QStringLiteral("ChainMap")})
            module.members.insert(name, rest->members.value(name));
    }
    if (ModuleObject *abstract = interpreter.world().import(interpreter, QStringLiteral("collections.abc")))
        module.members.insert(QStringLiteral("abc"), Value(abstract));
}

} // namespace Migrations::StandardLibrary
