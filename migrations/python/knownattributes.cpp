#include "migrations/python/knownattributes.h"

#include "migrations/python/interpreter.h"

namespace Migrations::Python {

namespace {

using Names = QSet<QString>;

Names namesIn(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ');
    return Names(list.cbegin(), list.cend());
}

// of every object, and of functions and classes
const Names &ofAll()
{
    static const Names names = namesIn(
        "__annotations__ __base__ __bases__ __builtins__ __call__ __class__ __closure__ __code__ __defaults__ "
        "__delattr__ __delete__ __dict__ __dir__ __doc__ __eq__ __format__ __func__ __ge__ __get__ __getattribute__ "
        "__getstate__ __globals__ __gt__ __hash__ __init__ __init_subclass__ __kwdefaults__ __le__ __loader__ __lt__ "
        "__module__ __mro__ __name__ __ne__ __new__ __qualname__ __reduce__ __reduce_ex__ __repr__ __self__ __set__ "
        "__set_name__ __setattr__ __sizeof__ __slots__ __spec__ __str__ __subclasses__ __subclasshook__ "
        "__type_params__ __weakref__ __wrapped__ mro");
    return names;
}

// of the types that are operands or containers
const Names &ofProtocols()
{
    static const Names names = namesIn(
        "__abs__ __add__ __and__ __bool__ __buffer__ __ceil__ __class_getitem__ __contains__ __delitem__ __divmod__ "
        "__float__ __floor__ __floordiv__ __getitem__ __getnewargs__ __iadd__ __imul__ __index__ __int__ __invert__ "
        "__ior__ __iter__ __len__ __lshift__ __mod__ __mul__ __neg__ __next__ __or__ __pos__ __pow__ __radd__ "
        "__rand__ __rdivmod__ __reversed__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ __round__ __rpow__ "
        "__rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __setitem__ __sub__ __truediv__ __trunc__ __xor__");
    return names;
}

const QHash<QString, Names> &byType()
{
    static const char *texts = "capitalize center count endswith expandtabs find index isalnum isalpha isascii isdigit "
                               "islower isspace istitle isupper join ljust lower lstrip maketrans partition "
                               "removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split "
                               "splitlines startswith strip swapcase title translate upper zfill";
    static const char *integers = "as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag "
                                  "is_integer numerator real to_bytes";
    static const char *sets = "copy difference intersection isdisjoint issubset issuperset symmetric_difference union";
    static const QHash<QString, Names> names {
        {QStringLiteral("str"),
            namesIn(texts)
                | namesIn("casefold encode format format_map isdecimal isidentifier isnumeric isprintable")},
        {QStringLiteral("bytes"), namesIn(texts) | namesIn("decode fromhex hex")},
        {QStringLiteral("int"), namesIn(integers)},
        {QStringLiteral("bool"), namesIn(integers)},
        {QStringLiteral("float"), namesIn("as_integer_ratio conjugate fromhex hex imag is_integer real")},
        {QStringLiteral("list"), namesIn("append clear copy count extend index insert pop remove reverse sort")},
        {QStringLiteral("tuple"), namesIn("count index")},
        {QStringLiteral("dict"),
            namesIn("clear copy fromkeys get items keys pop popitem setdefault update values move_to_end")},
        {QStringLiteral("dict_keys"), namesIn("isdisjoint mapping")},
        {QStringLiteral("dict_values"), namesIn("mapping")},
        {QStringLiteral("dict_items"), namesIn("isdisjoint mapping")},
        {QStringLiteral("set"),
            namesIn(sets)
                | namesIn("add clear difference_update discard intersection_update pop remove "
                          "symmetric_difference_update update")},
        {QStringLiteral("frozenset"), namesIn(sets)},
        {QStringLiteral("range"), namesIn("count index start step stop")},
        {QStringLiteral("slice"), namesIn("indices start step stop")},
        {QStringLiteral("generator"), namesIn("gi_code gi_frame gi_running gi_suspended gi_yieldfrom")},
        {QStringLiteral("property"), namesIn("deleter fdel fget fset getter setter")},
    };
    return names;
}

bool isIterable(const Value &value)
{
    return value.isString() || value.isBytes() || value.as<Sequence>() || value.as<Dict>() || value.as<Set>()
        || value.as<Range>() || value.as<DictView>() || value.as<Iterator>();
}

} // namespace

bool isPythonAttribute(const Value &value, const QString &name)
{
    const auto *builtin = value.as<Builtin>();
    const QString type = builtin && builtin->kind == Builtin::Kind::Type ? builtin->name : Interpreter::typeName(value);
    if (!name.startsWith(u'_') && name != u"mro")
        return byType().value(type).contains(name);
    if (name == u"mro" || value.as<Class>() || value.as<Builtin>())
        return (value.as<Class>() || value.as<Builtin>()) && (ofAll().contains(name) || ofProtocols().contains(name));
    if (name == u"__name__" || name == u"__qualname__" || name == u"__call__")
        return value.as<Function>() || value.as<BoundMethod>();
    if (ofAll().contains(name))
        return true;
    if (name == u"__iter__" || name == u"__len__" || name == u"__contains__" || name == u"__getitem__")
        return isIterable(value) && (name == u"__iter__" || !value.as<Iterator>());
    if (name == u"__next__")
        return value.as<Iterator>();
    return !value.as<Instance>() && !value.isNone() && ofProtocols().contains(name);
}

} // namespace Migrations::Python
