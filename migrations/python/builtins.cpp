#include "migrations/python/builtins.h"

#include "migrations/python/argumentreader.h"

#include <cmath>

namespace Migrations::Python {

namespace {

Value print(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("print"), arguments);
    const Value separator = reader.keyword(QStringLiteral("sep")).value_or(Value(QStringLiteral(" ")));
    static_cast<void>(reader.keyword(QStringLiteral("end")));
    static_cast<void>(reader.keyword(QStringLiteral("flush")));
    static_cast<void>(reader.keyword(QStringLiteral("file")));
    QStringList texts;
    for (const Value &value : reader.rest())
        texts << interpreter.str(value);
    reader.finish();
    interpreter.world().print(
        texts.join(separator.isNone() ? QStringLiteral(" ") : interpreter.str(separator)), interpreter.location());
    return {};
}

Value input(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("input"), arguments);
    const QString prompt = interpreter.str(reader.optional(QStringLiteral("prompt"), Value(QString())));
    reader.finish();
    Result<QString> answer = interpreter.outside(
        [&] { return interpreter.world().input(prompt, interpreter.location()); });
    if (!answer)
        interpreter.abort(std::move(answer.error()));
    return *answer;
}

Value len(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("len"), arguments);
    const Value value = reader.required(QStringLiteral("obj"));
    reader.finish();
    return interpreter.length(value);
}

qint64 integer(Interpreter &interpreter, const Value &value)
{
    if (value.isInteger())
        return value.toInteger();
    interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("'%1' object cannot be interpreted as an integer").arg(Interpreter::typeName(value)));
}

Value range(Interpreter &interpreter, const Arguments &arguments)
{
    QList<qint64> bounds;
    for (const Value &value : arguments.positional)
        bounds << integer(interpreter, value);
    if (bounds.isEmpty() || bounds.size() > 3)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("range expected at least 1 and at most 3 arguments, got %1").arg(bounds.size()));
    if (bounds.size() == 1)
        bounds.prepend(0);
    if (bounds.size() == 2)
        bounds << 1;
    if (bounds[2] == 0)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("range() arg 3 must not be zero"));
    return Value(interpreter.make<Range>(bounds[0], bounds[1], bounds[2]));
}

// str(), list()… with no argument give the empty value
std::optional<Value> only(Interpreter &interpreter, const QString &name, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, name, arguments);
    const std::optional<Value> value = reader.optional(QStringLiteral("object"));
    reader.finish();
    return value;
}

Value str(Interpreter &interpreter, const Arguments &arguments)
{
    const std::optional<Value> value = only(interpreter, QStringLiteral("str"), arguments);
    return value ? interpreter.str(*value) : QString();
}

Value repr(Interpreter &interpreter, const Arguments &arguments)
{
    return interpreter.repr(ArgumentReader(interpreter, QStringLiteral("repr"), arguments).required(QStringLiteral("obj")));
}

Value boolean(Interpreter &interpreter, const Arguments &arguments)
{
    const std::optional<Value> value = only(interpreter, QStringLiteral("bool"), arguments);
    return value && interpreter.isTrue(*value);
}

Value toInteger(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("int"), arguments);
    const Value value = reader.optional(QStringLiteral("x"), Value(0));
    const Value base = reader.optional(QStringLiteral("base"), Value(10));
    reader.finish();
    if (value.isInteger())
        return value.toInteger();
    if (value.isFloat()) {
        const double whole = std::trunc(value.toFloat());
        if (!(std::fabs(whole) < 9.2e18))
            interpreter.unsupported(QStringLiteral("an integer of more than 64 bits"));
        return qint64(whole);
    }
    if (value.isString()) {
        bool valid = false;
        const qint64 number
            = value.toString().trimmed().remove(u'_').toLongLong(&valid, int(integer(interpreter, base)));
        if (valid)
            return number;
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("invalid literal for int() with base %1: %2")
                .arg(interpreter.str(base), interpreter.repr(value)));
    }
    interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("int() argument must be a string, a bytes-like object or a real number, not '%1'")
            .arg(Interpreter::typeName(value)));
}

Value toFloat(Interpreter &interpreter, const Arguments &arguments)
{
    const Value value = only(interpreter, QStringLiteral("float"), arguments).value_or(Value(0.0));
    if (value.isNumber())
        return value.toFloat();
    bool valid = false;
    const double number = value.isString() ? value.toString().trimmed().toDouble(&valid) : 0;
    if (valid)
        return number;
    interpreter.raise(QStringLiteral("ValueError"),
        QStringLiteral("could not convert string to float: %1").arg(interpreter.repr(value)));
}

QList<Value> items(Interpreter &interpreter, const QString &name, const Arguments &arguments)
{
    const std::optional<Value> iterable = only(interpreter, name, arguments);
    return iterable ? interpreter.toList(*iterable) : QList<Value>();
}

Value list(Interpreter &interpreter, const Arguments &arguments)
{
    return Value(interpreter.make<List>(items(interpreter, QStringLiteral("list"), arguments)));
}

Value tuple(Interpreter &interpreter, const Arguments &arguments)
{
    return Value(interpreter.make<Tuple>(items(interpreter, QStringLiteral("tuple"), arguments)));
}

Value set(Interpreter &interpreter, const Arguments &arguments)
{
    auto *result = interpreter.make<Set>();
    for (const Value &item : items(interpreter, QStringLiteral("set"), arguments))
        result->members.insert(interpreter, item);
    return Value(result);
}

Value dict(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("dict"), arguments);
    auto *result = interpreter.make<Dict>();
    for (const Value &source : reader.rest()) {
        if (const auto *other = source.as<Dict>()) {
            for (qsizetype i = 0; i < other->keys().size(); ++i)
                result->set(interpreter, other->keys()[i], other->values()[i]);
            continue;
        }
        for (const Value &pair : interpreter.toList(source)) {
            const QList<Value> parts = interpreter.toList(pair);
            if (parts.size() != 2)
                interpreter.raise(QStringLiteral("ValueError"),
                    QStringLiteral("dictionary update sequence element has length %1; 2 is required").arg(parts.size()));
            result->set(interpreter, parts[0], parts[1]);
        }
    }
    for (const auto &[name, value] : reader.otherKeywords())
        result->set(interpreter, Value(name), value);
    return Value(result);
}

Value getattr(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("getattr"), arguments);
    const Value object = reader.required(QStringLiteral("object"));
    const QString name = reader.text(QStringLiteral("name"), reader.required(QStringLiteral("name")));
    const std::optional<Value> otherwise = reader.optional(QStringLiteral("default"));
    reader.finish();
    if (!otherwise)
        return interpreter.attribute(object, name);
    return interpreter.findAttribute(object, name).value_or(*otherwise);
}

Value hasattr(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("hasattr"), arguments);
    const Value object = reader.required(QStringLiteral("object"));
    const QString name = reader.text(QStringLiteral("name"), reader.required(QStringLiteral("name")));
    reader.finish();
    return interpreter.findAttribute(object, name).has_value();
}

bool isInstance(Interpreter &interpreter, const Value &value, const Value &type)
{
    if (const auto *types = type.as<Tuple>())
        return std::ranges::any_of(types->items, [&](const Value &one) { return isInstance(interpreter, value, one); });
    if (const auto *cls = type.as<Class>()) {
        const auto *instance = value.as<Instance>();
        return instance && instance->type->isSubclassOf(cls);
    }
    if (const auto *builtin = type.as<Builtin>()) { // str, int, list…
        const QString name = Interpreter::typeName(value);
        return name == builtin->name || (name == u"bool" && builtin->name == u"int");
    }
    interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("isinstance() arg 2 must be a type, a tuple of types, or a union"));
}

Value isinstance(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("isinstance"), arguments);
    const Value value = reader.required(QStringLiteral("obj"));
    const Value type = reader.required(QStringLiteral("class_or_tuple"));
    reader.finish();
    return isInstance(interpreter, value, type);
}

Value globals(Interpreter &interpreter, const Arguments &)
{
    auto *result = interpreter.make<Dict>();
    const QHash<QString, Value> &variables = interpreter.globals();
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        result->set(interpreter, Value(variable.key()), variable.value());
    return Value(result);
}

Value absolute(Interpreter &interpreter, const Arguments &arguments)
{
    const Value value = only(interpreter, QStringLiteral("abs"), arguments).value_or(Value());
    if (value.isFloat())
        return std::fabs(value.toFloat());
    const qint64 number = integer(interpreter, value);
    return number < 0 ? interpreter.binary(BinaryOperator::Subtract, 0, number) : Value(number);
}

const BuiltinFunction functions[] = {
    {QStringLiteral("abs"), absolute},
    {QStringLiteral("bool"), boolean},
    {QStringLiteral("dict"), dict},
    {QStringLiteral("float"), toFloat},
    {QStringLiteral("getattr"), getattr},
    {QStringLiteral("globals"), globals},
    {QStringLiteral("hasattr"), hasattr},
    {QStringLiteral("input"), input},
    {QStringLiteral("int"), toInteger},
    {QStringLiteral("isinstance"), isinstance},
    {QStringLiteral("len"), len},
    {QStringLiteral("list"), list},
    {QStringLiteral("print"), print},
    {QStringLiteral("range"), range},
    {QStringLiteral("repr"), repr},
    {QStringLiteral("set"), set},
    {QStringLiteral("str"), str},
    {QStringLiteral("tuple"), tuple},
};

} // namespace

std::span<const BuiltinFunction> builtinFunctions()
{
    static const std::vector<BuiltinFunction> all = [] {
        std::vector<BuiltinFunction> rows(std::begin(functions), std::end(functions));
        const std::span<const BuiltinFunction> more = iterationFunctions();
        rows.insert(rows.end(), more.begin(), more.end());
        return rows;
    }();
    return all;
}

} // namespace Migrations::Python
