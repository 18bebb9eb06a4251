// The built-in functions about objects of any kind.
#include "migrations/python/builtins.h"

#include "migrations/python/argumentreader.h"
#include "migrations/python/namespaces.h"
#include "migrations/python/textform.h"

namespace Migrations::Python {

Value onlyArgument(Interpreter &interpreter, const QString &function, const Arguments &arguments)
{
    if (!arguments.keywords.isEmpty())
        interpreter.raise(
            QStringLiteral("TypeError"), QStringLiteral("%1() takes no keyword arguments").arg(function));
    if (arguments.positional.size() != 1)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("%1() takes exactly one argument (%2 given)")
                .arg(function)
                .arg(arguments.positional.size()));
    return arguments.positional.front();
}

QList<Value> positionalArguments(
    Interpreter &interpreter, const QString &function, const Arguments &arguments, qsizetype least, qsizetype most)
{
    if (!arguments.keywords.isEmpty())
        interpreter.raise(
            QStringLiteral("TypeError"), QStringLiteral("%1() takes no keyword arguments").arg(function));
    const qsizetype given = arguments.positional.size();
    if (given >= least && given <= most)
        return arguments.positional;
    const qsizetype limit = given < least ? least : most;
    const QString quantity = least == most ? QString()
        : given < least                    ? QStringLiteral("at least ")
                                           : QStringLiteral("at most ");
    interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("%1 expected %2%3 argument%4, got %5")
            .arg(function, quantity)
            .arg(limit)
            .arg(limit == 1 ? QString() : QStringLiteral("s"))
            .arg(given));
}

std::optional<Value> specialResult(
    Interpreter &interpreter, const Value &value, const QString &method, const QList<Value> &arguments)
{
    auto *object = value.object();
    return object ? object->special(interpreter, method, arguments) : std::nullopt;
}

bool isMapping(Interpreter &, const Value &value)
{
    return value.as<Dict>() || value.as<Namespace>() || Interpreter::typeHas(value, QStringLiteral("keys"));
}

bool isInstance(Interpreter &interpreter, const Value &value, const Value &type)
{
    interpreter.checkStack();
    const auto any = [&](const QList<Value> &types) {
        return std::ranges::any_of(types, [&](const Value &one) { return isInstance(interpreter, value, one); });
    };
    if (const auto *types = type.as<Tuple>())
        return any(types->items);
    if (const auto *types = type.as<TypeUnion>())
        return any(types->types);
    if (const auto *cls = type.as<Class>()) {
        const auto *instance = value.as<Instance>();
        return cls->name == u"object" || (instance && instance->type->isSubclassOf(cls));
    }
    const auto *builtin = type.as<Builtin>();
    if (builtin && builtin->kind == Builtin::Kind::Type) { // str, int, list…
        if (builtin->name == u"type")
            return interpreter.typeOf(value).isSame(type) || value.as<Class>();
        const QString name = Interpreter::typeName(value);
        const std::optional<Value> plain = value.isObject() ? value.object()->plain() : std::nullopt;
        if ((builtin->name == u"dict" && value.as<Dict>()) || (builtin->name == u"tuple" && value.as<Tuple>()))
            return true;
        return name == builtin->name || (name == u"bool" && builtin->name == u"int")
            || (plain && Interpreter::typeName(*plain) == builtin->name);
    }
    if (const std::optional<bool> verdict
        = type.isObject() ? type.object()->hasInstance(interpreter, value) : std::nullopt)
        return *verdict;
    if (type.as<Opaque>())
        static_cast<void>(interpreter.isTrue(type)); // says where it comes from
    interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("isinstance() arg 2 must be a type, a tuple of types, or a union"));
}

namespace {

Value print(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("print"), arguments);
    const auto text = [&](const QString &name, const QString &otherwise) {
        const Value value = reader.keyword(name).value_or(Value());
        if (!value.isNone() && !value.isString())
            interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("%1 must be None or a string, not %2").arg(name, Interpreter::typeName(value)));
        return value.isString() ? value.toString() : otherwise;
    };
    const QString separator = text(QStringLiteral("sep"), QStringLiteral(" "));
    const QString end = text(QStringLiteral("end"), QStringLiteral("\n"));
    static_cast<void>(reader.keyword(QStringLiteral("flush")));
    static_cast<void>(reader.keyword(QStringLiteral("file")));
    QStringList texts;
    for (const Value &value : reader.rest()) {
        texts << interpreter.str(value);
        interpreter.spendBytes((texts.back().size() + separator.size()) * 2);
    }
    reader.finish();
    interpreter.write(texts.join(separator), end);
    return {};
}

Value input(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("input"), arguments, 0, 1);
    const QString prompt
        = interpreter.takeUnfinishedLine() + (given.isEmpty() ? QString() : interpreter.str(given.front()));
    Result<QString> answer = interpreter.outside(
        [&] { return interpreter.world().input(prompt, interpreter.location()); });
    if (!answer)
        interpreter.abort(std::move(answer.error()));
    return *answer;
}

Value len(Interpreter &interpreter, const Arguments &arguments)
{
    return interpreter.length(onlyArgument(interpreter, QStringLiteral("len"), arguments));
}

Value repr(Interpreter &interpreter, const Arguments &arguments)
{
    return interpreter.repr(onlyArgument(interpreter, QStringLiteral("repr"), arguments));
}

Value ascii(Interpreter &interpreter, const Arguments &arguments)
{
    return asciiOnly(interpreter.repr(onlyArgument(interpreter, QStringLiteral("ascii"), arguments)));
}

Value format(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("format"), arguments, 1, 2);
    const Value specification = given.value(1, Value(QString()));
    if (!specification.isString())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("format() argument 2 must be str, not %1").arg(Interpreter::typeName(specification)));
    return interpreter.format(given.front(), specification.toString());
}

QString attributeName(Interpreter &interpreter, const Value &name)
{
    if (!name.isString())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("attribute name must be string, not '%1'").arg(Interpreter::typeName(name)));
    return name.toString();
}

Value getattr(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("getattr"), arguments, 2, 3);
    const QString name = attributeName(interpreter, given[1]);
    return given.size() == 2 ? interpreter.attribute(given[0], name)
                             : interpreter.findAttribute(given[0], name).value_or(given[2]);
}

Value hasattr(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("hasattr"), arguments, 2, 2);
    return interpreter.findAttribute(given[0], attributeName(interpreter, given[1])).has_value();
}

Value setattr(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("setattr"), arguments, 3, 3);
    interpreter.setAttribute(given[0], attributeName(interpreter, given[1]), given[2]);
    return {};
}

Value delattr(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("delattr"), arguments, 2, 2);
    interpreter.deleteAttribute(given[0], attributeName(interpreter, given[1]));
    return {};
}

Value isinstance(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("isinstance"), arguments, 2, 2);
    return isInstance(interpreter, given[0], given[1]);
}

Value issubclass(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("issubclass"), arguments, 2, 2);
    const QList<Value> types = given[1].as<Tuple>() ? given[1].as<Tuple>()->items : QList<Value> {given[1]};
    const auto *own = given[0].as<Class>();
    const auto *builtin = given[0].as<Builtin>();
    if (!own && !(builtin && builtin->kind == Builtin::Kind::Type))
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("issubclass() arg 1 must be a class"));
    return std::ranges::any_of(types, [&](const Value &type) {
        const auto *cls = type.as<Class>();
        const auto *other = type.as<Builtin>();
        if (own && cls)
            return own->isSubclassOf(cls) || cls->name == u"object";
        return builtin
            && ((other && (builtin == other || (builtin->name == u"bool" && other->name == u"int")))
                || (cls && cls->name == u"object"));
    });
}

Value callable(Interpreter &interpreter, const Arguments &arguments)
{
    const Value value = onlyArgument(interpreter, QStringLiteral("callable"), arguments);
    return value.as<Function>() || value.as<Builtin>() || value.as<BoundMethod>() || value.as<Class>()
        || Interpreter::typeHas(value, QStringLiteral("__call__"));
}

Value globals(Interpreter &interpreter, const Arguments &arguments)
{
    static_cast<void>(positionalArguments(interpreter, QStringLiteral("globals"), arguments, 0, 0));
    return Value(interpreter.make<GlobalNames>(interpreter.globalScope()));
}

Value leave(Interpreter &interpreter, const Arguments &arguments)
{
    auto *exception = interpreter.make<Instance>(interpreter.exceptionClass(QStringLiteral("SystemExit")));
    exception->arguments << arguments.positional;
    interpreter.raise(exception);
}

Value vars(Interpreter &interpreter, const Arguments &arguments)
{
    const Value value = onlyArgument(interpreter, QStringLiteral("vars"), arguments);
    if (const auto members = interpreter.findAttribute(value, QStringLiteral("__dict__")))
        return *members;
    interpreter.raise(
        QStringLiteral("TypeError"), QStringLiteral("vars() argument must have __dict__ attribute"));
}

Value hash(Interpreter &interpreter, const Arguments &arguments)
{
    const QString key = interpreter.hashKey(onlyArgument(interpreter, QStringLiteral("hash"), arguments));
    return qint64(qHash(key, 0) >> 2);
}

Value id(Interpreter &interpreter, const Arguments &arguments)
{
    const Value value = onlyArgument(interpreter, QStringLiteral("id"), arguments);
    return value.isObject() ? Value(qint64(quintptr(value.object())))
                            : Value(qint64(qHash(interpreter.hashKey(value), 0) >> 2));
}

// super() in a method, or super(Class, self)
Value superObject(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("super"), arguments, 0, 2);
    const Scope *frame = interpreter.frame();
    const Function *function = frame ? frame->function : nullptr;
    auto *after = given.size() == 2 ? given[0].as<Class>() : function ? function->owner : nullptr;
    Value self = given.value(1);
    if (given.isEmpty() && function && !function->body->parameters.empty())
        self = frame->variables.value(function->body->parameters.front().name);
    auto *type = self.as<Class>() ? self.as<Class>() : self.as<Instance>() ? self.as<Instance>()->type : nullptr;
    if (!after)
        interpreter.raise(QStringLiteral("RuntimeError"), QStringLiteral("super(): no arguments"));
    if (!type || !type->isSubclassOf(after))
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("super(type, obj): obj must be an instance or subtype of type"));
    return Value(interpreter.make<Super>(after, type, self));
}

template<Descriptor::Kind Kind>
Value descriptor(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("property"), arguments, 1, 2);
    auto *result = interpreter.make<Descriptor>(Kind, given[0]);
    result->setter = given.value(1);
    return Value(result);
}

constexpr auto Type = Builtin::Kind::Type;

const BuiltinFunction functions[] = {
    {QStringLiteral("ascii"), ascii},
    {QStringLiteral("callable"), callable},
    {QStringLiteral("classmethod"), descriptor<Descriptor::Kind::ClassMethod>, Type},
    {QStringLiteral("delattr"), delattr},
    {QStringLiteral("exit"), leave},
    {QStringLiteral("format"), format},
    {QStringLiteral("getattr"), getattr},
    {QStringLiteral("globals"), globals},
    {QStringLiteral("hasattr"), hasattr},
    {QStringLiteral("hash"), hash},
    {QStringLiteral("id"), id},
    {QStringLiteral("input"), input},
    {QStringLiteral("isinstance"), isinstance},
    {QStringLiteral("issubclass"), issubclass},
    {QStringLiteral("len"), len},
    {QStringLiteral("print"), print},
    {QStringLiteral("property"), descriptor<Descriptor::Kind::Property>, Type},
    {QStringLiteral("quit"), leave},
    {QStringLiteral("repr"), repr},
    {QStringLiteral("setattr"), setattr},
    {QStringLiteral("staticmethod"), descriptor<Descriptor::Kind::StaticMethod>, Type},
    {QStringLiteral("super"), superObject, Type},
    {QStringLiteral("vars"), vars},
};

} // namespace

std::span<const BuiltinFunction> objectFunctions()
{
    return functions;
}

QList<BuiltinFunction> builtinFunctions()
{
    QList<BuiltinFunction> all;
    for (const std::span<const BuiltinFunction> rows :
        {objectFunctions(), iterationFunctions(), numberFunctions(), typeFunctions(),
             refusedFunctions()})
        all.append(QList<BuiltinFunction>(rows.begin(), rows.end()));
    return all;
}

} // namespace Migrations::Python
