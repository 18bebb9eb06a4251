// typing and collections.abc: what says which type something has, and is nothing when a script runs.
#include "migrations/standardlibrary/catalogue.h"
#include "migrations/standardlibrary/namedtuples.h"

#include "migrations/python/builtins.h"

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

/// Union[str, None], TypeVar('T'), Protocol…
class TypingObject final : public Object
{
public:
    explicit TypingObject(QString name) : m_name(std::move(name)) {}

    [[nodiscard]] QString typeName() const override { return QStringLiteral("typing"); }
    [[nodiscard]] QString repr(Interpreter &) override { return QStringLiteral("typing.") + m_name; }
    [[nodiscard]] Value item(Interpreter &, const Value &) override { return Value(this); }
    [[nodiscard]] bool isType() const override { return true; }
    [[nodiscard]] bool isErasedBase() const override { return true; }
    [[nodiscard]] std::optional<Value> binary(Interpreter &, BinaryOperator op, const Value &, bool) override
    {
        return op == BinaryOperator::BitOr ? std::optional(Value(this)) : std::nullopt;
    }
    // TypeVar('T'), NewType('Id', int)
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override
    {
        static const QSet<QString> makers {
            QStringLiteral("TypeVar"), QStringLiteral("ParamSpec"), QStringLiteral("TypeVarTuple")};
        if (makers.contains(m_name) && !arguments.positional.isEmpty() && arguments.positional.front().isString())
            return Value(interpreter.make<TypingObject>(arguments.positional.front().toString()));
        interpreter.unsupported(QStringLiteral("typing.%1(…)").arg(m_name));
    }

private:
    const QString m_name;
};

// cast(type, value)
Value cast(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("cast"), arguments);
    static_cast<void>(reader.required(QStringLiteral("typ")));
    const Value value = reader.required(QStringLiteral("val"));
    reader.finish();
    return value;
}

Value itself(Interpreter &interpreter, const Arguments &arguments)
{
    return onlyArgument(interpreter, QStringLiteral("decorator"), arguments);
}

// NewType('Id', int): a function that gives what it is given
Value newType(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("NewType"), arguments);
    const QString name = reader.text(QStringLiteral("name"), reader.required(QStringLiteral("name")));
    static_cast<void>(reader.required(QStringLiteral("tp")));
    reader.finish();
    return Value(interpreter.make<Builtin>(name, itself));
}

/// TypedDict: a class of dicts
class TypedDictBase final : public Object
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("type"); }
    [[nodiscard]] bool makesClasses() const override { return true; }
    [[nodiscard]] Value makeClass(Interpreter &interpreter, const ClassBody &body) override
    {
        return Value(interpreter.make<Builtin>(body.name, [](Interpreter &inner, const Arguments &arguments) {
            return inner.callValue(inner.builtin(QStringLiteral("dict")), arguments);
        }));
    }
};

/// Mapping, Sequence, Iterable…: known by what their values can do.
class AbstractType final : public Object
{
public:
    using Holds = bool (*)(Interpreter &, const Value &);
    AbstractType(QString name, Holds holds) : m_name(std::move(name)), m_holds(holds) {}

    [[nodiscard]] QString typeName() const override { return QStringLiteral("ABCMeta"); }
    [[nodiscard]] QString repr(Interpreter &) override { return QStringLiteral("<class 'collections.abc.%1'>").arg(m_name); }
    [[nodiscard]] Value item(Interpreter &, const Value &) override { return Value(this); }
    [[nodiscard]] bool isType() const override { return true; }
    [[nodiscard]] std::optional<Value> binary(Interpreter &, BinaryOperator op, const Value &, bool) override
    {
        return op == BinaryOperator::BitOr ? std::optional(Value(this)) : std::nullopt;
    }
    [[nodiscard]] std::optional<bool> hasInstance(Interpreter &interpreter, const Value &value) override
    {
        if (value.as<Opaque>())
            static_cast<void>(interpreter.isTrue(value)); // says where it comes from
        return m_holds(interpreter, value);
    }

private:
    const QString m_name;
    const Holds m_holds;
};

bool isText(const Value &value)
{
    return value.isString() || value.isBytes();
}

bool holdsMapping(Interpreter &, const Value &value)
{
    return value.as<Dict>() || Interpreter::typeName(value) == u"dict";
}

bool holdsSequence(Interpreter &, const Value &value)
{
    return isText(value) || value.as<Sequence>() || value.as<Range>();
}

bool holdsMutableSequence(Interpreter &, const Value &value)
{
    return value.as<List>();
}

bool holdsSet(Interpreter &, const Value &value)
{
    const auto *view = value.as<DictView>();
    return value.as<Set>() || (view && view->kind != DictView::Kind::Values);
}

bool holdsMutableSet(Interpreter &, const Value &value)
{
    const auto *set = value.as<Set>();
    return set && !set->isFrozen;
}

bool holdsIterable(Interpreter &interpreter, const Value &value)
{
    return holdsSequence(interpreter, value) || holdsMapping(interpreter, value) || value.as<Set>() || value.as<DictView>()
        || value.as<Iterator>() || Interpreter::typeHas(value, QStringLiteral("__iter__"))
        || (value.isObject() && value.object()->length(interpreter));
}

bool holdsCollection(Interpreter &interpreter, const Value &value)
{
    return holdsIterable(interpreter, value) && !value.as<Iterator>();
}

bool holdsIterator(Interpreter &, const Value &value)
{
    return value.as<Iterator>() || Interpreter::typeHas(value, QStringLiteral("__next__"));
}

bool holdsGenerator(Interpreter &, const Value &value)
{
    return Interpreter::typeName(value) == u"generator";
}

bool holdsSized(Interpreter &interpreter, const Value &value)
{
    return isText(value) || (value.isObject() && value.object()->length(interpreter));
}

bool holdsHashable(Interpreter &interpreter, const Value &value)
{
    return !value.isObject() || value.object()->hashKey(interpreter);
}

bool holdsCallable(Interpreter &interpreter, const Value &value)
{
    return interpreter.isTrue(interpreter.callValue(interpreter.builtin(QStringLiteral("callable")), {{value}, {}, {}}));
}

const std::pair<QStringView, AbstractType::Holds> abstractTypes[] = {
    {u"Callable", holdsCallable},
    {u"Collection", holdsCollection},
    {u"Container", holdsCollection},
    {u"Generator", holdsGenerator},
    {u"Hashable", holdsHashable},
    {u"Iterable", holdsIterable},
    {u"Iterator", holdsIterator},
    {u"Mapping", holdsMapping},
    {u"MutableMapping", holdsMapping},
    {u"MutableSequence", holdsMutableSequence},
    {u"MutableSet", holdsMutableSet},
    {u"Reversible", holdsSequence},
    {u"Sequence", holdsSequence},
    {u"Set", holdsSet},
    {u"Sized", holdsSized},
};

/// the classes of collections.abc
class AbstractTypes final : public MemberTable
{
public:
    [[nodiscard]] std::optional<Value> make(Interpreter &interpreter, const QString &name) const override
    {
        const auto type = std::ranges::find(abstractTypes, QStringView(name), [](const auto &row) { return row.first; });
        if (type == std::end(abstractTypes))
            return std::nullopt;
        return Value(interpreter.make<AbstractType>(name, type->second));
    }
    [[nodiscard]] QStringList names() const override
    {
        QStringList names;
        for (const auto &row : abstractTypes)
            names << row.first.toString();
        return names;
    }
};

class TypingFunctions final : public MemberTable
{
public:
    explicit TypingFunctions(std::span<const ModuleFunction> functions) : m_functions(functions) {}
    [[nodiscard]] std::optional<Value> make(Interpreter &interpreter, const QString &name) const override
    {
        const auto row = std::ranges::find(m_functions, QStringView(name), &ModuleFunction::name);
        return row == m_functions.end() ? std::nullopt
                                        : std::optional(Value(interpreter.make<Builtin>(name, row->code)));
    }
    [[nodiscard]] QStringList names() const override
    {
        QStringList names;
        for (const ModuleFunction &row : m_functions)
            names << row.name.toString();
        return names;
    }

private:
    const std::span<const ModuleFunction> m_functions;
};

/// what of typing is nothing but a name
class TypingNames final : public MemberTable
{
public:
    explicit TypingNames(QStringList names) : m_names(std::move(names)) {}
    [[nodiscard]] std::optional<Value> make(Interpreter &interpreter, const QString &name) const override
    {
        return m_names.contains(name) ? std::optional(Value(interpreter.make<TypingObject>(name))) : std::nullopt;
    }
    [[nodiscard]] QStringList names() const override { return m_names; }

private:
    const QStringList m_names;
};

} // namespace

void fillAbstractTypes(Interpreter &, ModuleObject &module)
{
    static const QStringList others {QStringLiteral("AsyncGenerator"), QStringLiteral("AsyncIterable"),
        QStringLiteral("AsyncIterator"), QStringLiteral("Awaitable"), QStringLiteral("Coroutine")};
    module.tables.push_back(std::make_unique<TypingNames>(others));
    module.tables.push_back(std::make_unique<AbstractTypes>());
}

void fillTyping(Interpreter &interpreter, ModuleObject &module)
{
    fillAbstractTypes(interpreter, module);
    static const QStringList names = QStringLiteral(
        "AbstractSet Annotated Any AnyStr AsyncContextManager BinaryIO ByteString ChainMap ClassVar Concatenate "
        "ContextManager Counter DefaultDict Deque Dict Final FrozenSet Generic IO List Literal LiteralString Match "
        "NamedTupleMeta Never NoReturn NotRequired Optional OrderedDict ParamSpec Pattern Protocol ReadOnly Required "
        "Self Set SupportsFloat SupportsIndex SupportsInt Text TextIO Tuple Type TypeAlias TypeGuard TypeVar TypeVarTuple "
        "Union Unpack")
                                         .split(u' ');
    module.tables.push_back(std::make_unique<TypingNames>(names));
    module.members.insert(QStringLiteral("TYPE_CHECKING"), Value(false));
    module.members.insert(QStringLiteral("Text"), interpreter.builtin(QStringLiteral("str")));
    static const ModuleFunction functions[] = {
        {u"NewType", newType},
        {u"cast", cast},
        {u"final", itself},
        {u"no_type_check", itself},
        {u"overload", itself},
        {u"override", itself},
        {u"runtime_checkable", itself},
    };
    module.tables.push_back(std::make_unique<TypingFunctions>(functions));
    module.members.insert(QStringLiteral("TypedDict"), Value(interpreter.make<TypedDictBase>()));
    module.members.insert(QStringLiteral("NamedTuple"), Value(interpreter.make<NamedTupleBase>()));
}

} // namespace Migrations::StandardLibrary
