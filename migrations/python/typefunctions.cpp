// str, list, dict… called, and what they have as attributes.
#include "migrations/python/argumentreader.h"
#include "migrations/python/builtins.h"
#include "migrations/python/numbers.h"

namespace Migrations::Python {

namespace {

// list(), tuple()… with no argument give the empty value
QList<Value> itemsOf(Interpreter &interpreter, const QString &name, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, name, arguments, 0, 1);
    return given.isEmpty() ? QList<Value>() : interpreter.toList(given.front());
}

Value list(Interpreter &interpreter, const Arguments &arguments)
{
    return Value(interpreter.make<List>(itemsOf(interpreter, QStringLiteral("list"), arguments)));
}

Value tuple(Interpreter &interpreter, const Arguments &arguments)
{
    return Value(interpreter.make<Tuple>(itemsOf(interpreter, QStringLiteral("tuple"), arguments)));
}

template<bool IsFrozen>
Value set(Interpreter &interpreter, const Arguments &arguments)
{
    auto *result = interpreter.make<Set>(IsFrozen);
    for (const Value &item : itemsOf(interpreter, result->typeName(), arguments))
        result->members.insert(interpreter, item);
    return Value(result);
}

// the keys and values of a mapping, or of pairs
void fill(Interpreter &interpreter, Dict &dict, const Value &source)
{
    if (const auto *other = source.as<Dict>()) {
        for (qsizetype i = 0; i < other->keys().size(); ++i)
            dict.set(interpreter, other->keys()[i], other->values()[i]);
        return;
    }
    if (isMapping(interpreter, source)) {
        for (const Value &key : interpreter.toList(interpreter.callValue(interpreter.attribute(source, QStringLiteral("keys")), {})))
            dict.set(interpreter, key, interpreter.item(source, key));
        return;
    }
    for (const Value &pair : interpreter.toList(source)) {
        Iterator *iterator = interpreter.tryIterate(pair);
        if (!iterator)
            interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("cannot convert dictionary update sequence element #%1 to a sequence")
                    .arg(dict.keys().size()));
        const QList<Value> parts = interpreter.toList(*iterator);
        if (parts.size() != 2)
            interpreter.raise(QStringLiteral("ValueError"),
                QStringLiteral("dictionary update sequence element #%1 has length %2; 2 is required")
                    .arg(dict.keys().size())
                    .arg(parts.size()));
        dict.set(interpreter, parts[0], parts[1]);
    }
}

Value dict(Interpreter &interpreter, const Arguments &arguments)
{
    const Arguments byPosition {.positional = arguments.positional, .keywords = {}, .at = arguments.at};
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("dict"), byPosition, 0, 1);
    auto *result = interpreter.make<Dict>();
    if (!given.isEmpty())
        fill(interpreter, *result, given.front());
    for (const auto &[name, value] : arguments.keywords)
        result->set(interpreter, Value(name), value);
    return Value(result);
}

Value str(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("str"), arguments);
    const std::optional<Value> value = reader.optional(QStringLiteral("object"));
    const std::optional<Value> encoding = reader.optional(QStringLiteral("encoding"));
    const std::optional<Value> errors = reader.optional(QStringLiteral("errors"));
    if (arguments.positional.size() > 3)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("str expected at most 3 arguments, got %1").arg(arguments.positional.size()));
    reader.finish();
    if (!value || (!encoding && !errors))
        return value ? interpreter.str(*value) : QString();
    if (!value->isBytes())
        interpreter.raise(QStringLiteral("TypeError"),
            value->isString() ? QStringLiteral("decoding str is not supported")
                              : QStringLiteral("decoding to str: need a bytes-like object, %1 found")
                                    .arg(Interpreter::typeName(*value)));
    Arguments decoding {.positional = {}, .keywords = {}, .at = arguments.at};
    if (encoding)
        decoding.positional << *encoding;
    if (errors)
        decoding.keywords.emplace_back(QStringLiteral("errors"), *errors);
    return interpreter.callValue(interpreter.attribute(*value, QStringLiteral("decode")), decoding);
}

Value bytes(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("bytes"), arguments, 0, 2);
    if (given.isEmpty())
        return QByteArray();
    const Value &source = given.front();
    if (source.isString() && given.size() == 2)
        return interpreter.callValue(interpreter.attribute(source, QStringLiteral("encode")),
            {.positional = {given[1]}, .keywords = {}, .at = arguments.at});
    if (source.isString())
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("string argument without an encoding"));
    if (source.isBytes())
        return source;
    QByteArray result;
    if (source.isInteger()) {
        if (source.toInteger() < 0)
            interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("negative count"));
        interpreter.spendBytes(source.toInteger());
        return QByteArray(source.toInteger(), '\0');
    }
    for (const Value &item : interpreter.toList(source)) {
        const qint64 byte = integerArgument(interpreter, item);
        if (byte < 0 || byte > 255)
            interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("bytes must be in range(0, 256)"));
        result += char(byte);
    }
    return result;
}

Value boolean(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("bool"), arguments, 0, 1);
    return !given.isEmpty() && interpreter.isTrue(given.front());
}

Value type(Interpreter &interpreter, const Arguments &arguments)
{
    if (arguments.positional.size() == 3)
        interpreter.unsupported(QStringLiteral("type() with three arguments"));
    if (arguments.positional.size() != 1)
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("type() takes 1 or 3 arguments"));
    return interpreter.typeOf(arguments.positional.front());
}

Value slice(Interpreter &interpreter, const Arguments &arguments)
{
    QList<Value> given = positionalArguments(interpreter, QStringLiteral("slice"), arguments, 1, 3);
    if (given.size() == 1)
        given.prepend(Value());
    return Value(interpreter.make<Slice>(given[0], given[1], given.value(2)));
}

Value range(Interpreter &interpreter, const Arguments &arguments)
{
    QList<qint64> bounds;
    for (const Value &value : positionalArguments(interpreter, QStringLiteral("range"), arguments, 1, 3))
        bounds << integerArgument(interpreter, value);
    if (bounds.size() == 1)
        bounds.prepend(0);
    if (bounds.size() == 2)
        bounds << 1;
    if (bounds[2] == 0)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("range() arg 3 must not be zero"));
    return Value(interpreter.make<Range>(bounds[0], bounds[1], bounds[2]));
}

constexpr auto Type = Builtin::Kind::Type;

const BuiltinFunction functions[] = {
    {QStringLiteral("bool"), boolean, Type},
    {QStringLiteral("bytes"), bytes, Type},
    {QStringLiteral("dict"), dict, Type},
    {QStringLiteral("frozenset"), set<true>, Type},
    {QStringLiteral("list"), list, Type},
    {QStringLiteral("range"), range, Type},
    {QStringLiteral("set"), set<false>, Type},
    {QStringLiteral("slice"), slice, Type},
    {QStringLiteral("str"), str, Type},
    {QStringLiteral("tuple"), tuple, Type},
    {QStringLiteral("type"), type, Type},
};

// attributes that belong to the type itself

Value fromKeys(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("fromkeys"), arguments, 1, 2);
    auto *result = interpreter.make<Dict>();
    for (const Value &key : interpreter.toList(given.front()))
        result->set(interpreter, key, given.value(1));
    return Value(result);
}

Value makeTranslation(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("maketrans"), arguments, 2, 2);
    if (!given[0].isString() || !given[1].isString() || given[0].toString().size() != given[1].toString().size())
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("the first two maketrans arguments must have equal length"));
    auto *result = interpreter.make<Dict>();
    for (qsizetype i = 0; i < given[0].toString().size(); ++i)
        result->set(interpreter, Value(int(given[0].toString()[i].unicode())),
            Value(int(given[1].toString()[i].unicode())));
    return Value(result);
}

Value fromHex(Interpreter &interpreter, const Arguments &arguments)
{
    const Value text = onlyArgument(interpreter, QStringLiteral("fromhex"), arguments);
    return QByteArray::fromHex(text.isString() ? text.toString().toLatin1() : QByteArray());
}

// an empty value of the type: what it has as methods, the type has as functions
std::optional<Value> sample(Interpreter &interpreter, const QString &type)
{
    static const QHash<QString, Value (*)(Interpreter &, const Arguments &)> constructors {
        {QStringLiteral("str"), str}, {QStringLiteral("bytes"), bytes}, {QStringLiteral("list"), list},
        {QStringLiteral("tuple"), tuple}, {QStringLiteral("dict"), dict}, {QStringLiteral("set"), set<false>},
        {QStringLiteral("frozenset"), set<true>}};
    if (type == u"int" || type == u"float")
        return type == u"int" ? Value(0) : Value(0.0);
    const auto found = constructors.constFind(type);
    return found == constructors.cend() ? std::nullopt : std::optional((*found)(interpreter, {}));
}

} // namespace

std::span<const BuiltinFunction> typeFunctions()
{
    return functions;
}

std::optional<Value> typeAttribute(Interpreter &interpreter, const QString &type, const QString &name)
{
    static const QHash<QString, Builtin::Code> own {
        {QStringLiteral("dict.fromkeys"), fromKeys},
        {QStringLiteral("str.maketrans"), makeTranslation},
        {QStringLiteral("bytes.fromhex"), fromHex},
        {QStringLiteral("int.from_bytes"), integerFromBytes},
    };
    if (const auto found = own.constFind(type + u'.' + name); found != own.cend())
        return Value(interpreter.make<Builtin>(name, *found));
    const std::optional<Value> value = sample(interpreter, type);
    if (!value || name.startsWith(QStringLiteral("__")) || !interpreter.findAttribute(*value, name))
        return std::nullopt;
    return Value(interpreter.make<Builtin>(name, [type, name](Interpreter &inner, const Arguments &arguments) {
        if (arguments.positional.isEmpty())
            inner.raise(QStringLiteral("TypeError"),
                QStringLiteral("unbound method %1.%2() needs an argument").arg(type, name));
        Arguments rest = arguments;
        const Value self = rest.positional.takeFirst();
        if (Interpreter::typeName(self) != type)
            inner.raise(QStringLiteral("TypeError"),
                QStringLiteral("descriptor '%1' for '%2' objects doesn't apply to a '%3' object")
                    .arg(name, type, Interpreter::typeName(self)));
        return inner.callValue(inner.attribute(self, name), rest);
    }));
}

} // namespace Migrations::Python
