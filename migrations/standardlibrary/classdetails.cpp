// _classes: what our modules written in Python need to know of classes and copies, and cannot say there.
#include "migrations/standardlibrary/catalogue.h"
#include "migrations/standardlibrary/namedtuples.h"

#include "migrations/python/builtins.h"

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

/// abc.ABC and abc.ABCMeta: a base and a metaclass that change nothing here
class ErasedBase final : public Object
{
public:
    explicit ErasedBase(QString name) : m_name(std::move(name)) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("type"); }
    [[nodiscard]] QString repr(Interpreter &) override { return QStringLiteral("<class 'abc.%1'>").arg(m_name); }
    [[nodiscard]] bool isErasedBase() const override { return true; }
    [[nodiscard]] Value item(Interpreter &, const Value &) override { return Value(this); }

private:
    const QString m_name;
};

/// a kind of numbers, for isinstance()
class NumberKind final : public Object
{
public:
    explicit NumberKind(bool withFloats) : m_withFloats(withFloats) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("ABCMeta"); }
    [[nodiscard]] bool isType() const override { return true; }
    [[nodiscard]] std::optional<bool> hasInstance(Interpreter &, const Value &value) override
    {
        const QString type = Interpreter::typeName(value);
        return type == u"int" || type == u"bool" || (m_withFloats && type == u"float");
    }

private:
    const bool m_withFloats;
};

Value missing(Interpreter &interpreter)
{
    // one for all modules that ask
    static const QString name = QStringLiteral("_missing");
    ModuleObject *module = interpreter.world().import(interpreter, QStringLiteral("_classes"));
    return module ? module->members.value(name) : Value();
}

Class &classOf(Interpreter &interpreter, const Value &value)
{
    auto *type = value.as<Class>();
    if (!type)
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("a class is needed here"));
    return *type;
}

// the annotated names of a class's own body with the texts of their annotations
Value annotationsOf(Interpreter &interpreter, const Arguments &arguments)
{
    const Value given = onlyArgument(interpreter, QStringLiteral("annotations_of"), arguments);
    const Class &type = classOf(interpreter, given);
    QList<Value> pairs;
    for (const auto &[name, annotation] : type.annotated)
        pairs << Value(interpreter.make<Tuple>(QList<Value> {Value(name), Value(annotation)}));
    return Value(interpreter.make<List>(pairs));
}

Value ownMember(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("own_member"), arguments, 2, 2);
    const Class &type = classOf(interpreter, given[0]);
    const auto found = type.members.constFind(given[1].toString());
    return found == type.members.cend() ? missing(interpreter) : *found;
}

Value removeMember(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("remove_member"), arguments, 2, 2);
    classOf(interpreter, given[0]).members.remove(given[1].toString());
    return {};
}

Value basesOf(Interpreter &interpreter, const Arguments &arguments)
{
    const Value given = onlyArgument(interpreter, QStringLiteral("bases_of"), arguments);
    const Class &type = classOf(interpreter, given);
    QList<Value> bases;
    for (Class *base : type.order.mid(1))
        bases << Value(base);
    return Value(interpreter.make<List>(bases));
}

// copies

Value method(Interpreter &interpreter, const Value &value, const QString &name)
{
    return interpreter.callValue(interpreter.attribute(value, name), {});
}

Value shallowCopy(Interpreter &interpreter, const Arguments &arguments)
{
    const Value value = onlyArgument(interpreter, QStringLiteral("copy"), arguments);
    if (value.as<List>() || value.as<Dict>() || value.as<Set>())
        return method(interpreter, value, QStringLiteral("copy"));
    const auto *instance = value.as<Instance>();
    if (!instance)
        return value;
    auto *copy = interpreter.make<Instance>(instance->type);
    copy->arguments = instance->arguments;
    for (const QString &name : instance->memberOrder)
        copy->setMember(interpreter, name, instance->members.value(name));
    return Value(copy);
}

/// Copies what a value holds, every object once.
class DeepCopy final
{
public:
    explicit DeepCopy(Interpreter &interpreter) : m_interpreter(interpreter) {}

    Value of(const Value &value)
    {
        Object *object = value.object();
        if (!object)
            return value;
        m_interpreter.step();
        m_interpreter.checkStack();
        if (const auto known = m_known.constFind(object); known != m_known.cend())
            return *known;
        if (const auto *list = value.as<List>())
            return ofList(object, list->items);
        if (const auto *tuple = value.as<Tuple>())
            return ofTuple(value, *tuple);
        if (value.as<Dict>())
            return ofDict(object, value);
        if (const auto *set = value.as<Set>())
            return ofSet(object, *set);
        if (auto *instance = value.as<Instance>())
            return ofInstance(*instance);
        return value;
    }

private:
    Value ofList(Object *original, const QList<Value> &items)
    {
        auto *copy = m_interpreter.make<List>(QList<Value>());
        m_known.insert(original, Value(copy));
        const QList<Value> now = items;
        for (const Value &item : now)
            copy->items << of(item);
        return Value(copy);
    }

    Value ofTuple(const Value &original, const Tuple &tuple)
    {
        QList<Value> items;
        bool isSame = true;
        for (const Value &item : tuple.items) {
            items << of(item);
            isSame = isSame && items.back().isSame(item);
        }
        if (isSame)
            return original;
        const auto *named = original.as<NamedTuple>();
        const Value copy = named ? Value(m_interpreter.make<NamedTuple>(named->shape, items))
                                 : Value(m_interpreter.make<Tuple>(items));
        m_known.insert(original.object(), copy);
        return copy;
    }

    Value ofDict(Object *original, const Value &value)
    {
        const Value copy = method(m_interpreter, value, QStringLiteral("copy"));
        auto *dict = copy.as<Dict>();
        m_known.insert(original, copy);
        const QList<Value> keys = dict->keys();
        const QList<Value> values = dict->values();
        dict->clear();
        for (qsizetype i = 0; i < keys.size(); ++i) {
            const Value key = of(keys[i]);
            dict->set(m_interpreter, key, of(values[i]));
        }
        return copy;
    }

    Value ofSet(Object *original, const Set &set)
    {
        auto *copy = m_interpreter.make<Set>(set.isFrozen);
        m_known.insert(original, Value(copy));
        const QList<Value> members = set.members.values();
        for (const Value &member : members)
            copy->members.insert(m_interpreter, of(member));
        return Value(copy);
    }

    Value ofInstance(Instance &instance)
    {
        auto *memo = m_interpreter.make<Dict>();
        if (const auto own = instance.special(m_interpreter, QStringLiteral("__deepcopy__"), {Value(memo)}))
            return *own;
        auto *copy = m_interpreter.make<Instance>(instance.type);
        m_known.insert(&instance, Value(copy));
        for (const Value &argument : std::as_const(instance.arguments))
            copy->arguments << of(argument);
        const QStringList names = instance.memberOrder;
        for (const QString &name : names)
            copy->setMember(m_interpreter, name, of(instance.members.value(name)));
        return Value(copy);
    }

    Interpreter &m_interpreter;
    QHash<const Object *, Value> m_known;
};

Value deepCopy(Interpreter &interpreter, const Arguments &arguments)
{
    return DeepCopy(interpreter).of(onlyArgument(interpreter, QStringLiteral("deepcopy"), arguments));
}

} // namespace

void fillClassDetails(Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {
        {u"annotations_of", annotationsOf},
        {u"bases_of", basesOf},
        {u"deep_copy", deepCopy},
        {u"own_member", ownMember},
        {u"remove_member", removeMember},
        {u"shallow_copy", shallowCopy},
    };
    addFunctions(interpreter, module.members, functions);
    module.members.insert(QStringLiteral("_missing"),
        Value(interpreter.make<Singleton>(QStringLiteral("object"), QStringLiteral("<missing>"))));
    for (const QString &name : {QStringLiteral("ABC"), QStringLiteral("ABCMeta")})
        module.members.insert(name, Value(interpreter.make<ErasedBase>(name)));
    module.members.insert(QStringLiteral("NoneType"), interpreter.typeOf(Value()));
    for (const QString &name : {QStringLiteral("Number"), QStringLiteral("Real")})
        module.members.insert(name, Value(interpreter.make<NumberKind>(true)));
    for (const QString &name : {QStringLiteral("Integral"), QStringLiteral("Rational")})
        module.members.insert(name, Value(interpreter.make<NumberKind>(false)));
}

} // namespace Migrations::StandardLibrary
