// logging and warnings: what a script says about itself goes where print() goes.
#include "migrations/standardlibrary/catalogue.h"

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

constexpr int Warning = 30;

const std::pair<QStringView, int> levels[] = {{u"CRITICAL", 50}, {u"FATAL", 50}, {u"ERROR", 40}, {u"WARNING", 30},
    {u"WARN", 30}, {u"INFO", 20}, {u"DEBUG", 10}, {u"NOTSET", 0}};

// the message with its arguments; a mistake in them is a line of logging's own in Python, and none here
QString message(Interpreter &interpreter, const QList<Value> &given)
{
    QString text = given.isEmpty() ? QString() : interpreter.str(given.front());
    if (given.size() < 2)
        return text;
    const bool isMapping = given.size() == 2 && given[1].as<Dict>() && given[1].as<Dict>()->keys().size() > 0;
    const Value values = isMapping ? given[1] : Value(interpreter.make<Tuple>(given.mid(1)));
    return interpreter.str(interpreter.binary(BinaryOperator::Modulo, Value(text), values));
}

Value log(Interpreter &interpreter, const Arguments &arguments)
{
    interpreter.write(message(interpreter, arguments.positional), QStringLiteral("\n"));
    return {};
}

// log(level, message, …)
Value logWithLevel(Interpreter &interpreter, const Arguments &arguments)
{
    interpreter.write(message(interpreter, arguments.positional.mid(1)), QStringLiteral("\n"));
    return {};
}

Value ignored(Interpreter &, const Arguments &)
{
    return {};
}

Value always(Interpreter &, const Arguments &)
{
    return true;
}

Value effectiveLevel(Interpreter &, const Arguments &)
{
    return Warning;
}

Value none(Interpreter &, const Arguments &)
{
    return false;
}

const ModuleFunction loggerMethods[] = {
    {u"addHandler", ignored},
    {u"critical", log},
    {u"debug", log},
    {u"error", log},
    {u"exception", log},
    {u"fatal", log},
    {u"getEffectiveLevel", effectiveLevel},
    {u"hasHandlers", none},
    {u"info", log},
    {u"isEnabledFor", always},
    {u"log", logWithLevel},
    {u"removeHandler", ignored},
    {u"setLevel", ignored},
    {u"warn", log},
    {u"warning", log},
};

/// What getLogger() gives.
class Logger final : public Object
{
public:
    Logger(QString name, ModuleObject *methods) : m_name(std::move(name)), m_methods(methods) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("Logger"); }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override
    {
        if (name == u"name")
            return Value(m_name);
        if (name == u"level")
            return Value(0);
        if (name == u"handlers")
            return Value(interpreter.make<List>(QList<Value>()));
        return m_methods->attribute(interpreter, name);
    }
    [[nodiscard]] bool setAttribute(Interpreter &, const QString &name, const Value &) override
    {
        return name == u"disabled" || name == u"propagate" || name == u"level";
    }

private:
    const QString m_name;
    ModuleObject *const m_methods;
};

Value getLogger(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("getLogger"), arguments);
    const Value name = reader.optional(QStringLiteral("name"), Value());
    reader.finish();
    auto *methods = interpreter.make<ModuleObject>(QStringLiteral("logging.Logger"));
    addFunctions(interpreter, methods->members, loggerMethods);
    return Value(interpreter.make<Logger>(name.isNone() ? QStringLiteral("root") : interpreter.str(name), methods));
}

// getLevelName(20) is INFO, and the other way round
Value levelName(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("getLevelName"), arguments);
    const Value level = reader.required(QStringLiteral("level"));
    reader.finish();
    for (const auto &[name, number] : levels) {
        if (level.isInteger() && level.toInteger() == number)
            return name.toString();
        if (level.isString() && level.toString() == name)
            return number;
    }
    return QStringLiteral("Level %1").arg(interpreter.str(level));
}

// warnings.warn(message, category=…)
Value warn(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("warn"), arguments);
    const Value text = reader.required(QStringLiteral("message"));
    const Value category = reader.optional(QStringLiteral("category"), Value());
    static_cast<void>(reader.otherKeywords());
    static_cast<void>(reader.rest());
    const auto *given = text.as<Instance>();
    const auto *type = category.as<Class>();
    const QString name = given && given->type->isException ? given->type->name
        : type                                             ? type->name
                                                           : QStringLiteral("UserWarning");
    interpreter.write(name + QStringLiteral(": ") + interpreter.str(text), QStringLiteral("\n"));
    return {};
}

/// with warnings.catch_warnings():
class NoWarnings final : public Object
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("catch_warnings"); }
    [[nodiscard]] bool isContextManager() const override { return true; }
    [[nodiscard]] Value enter(Interpreter &) override { return {}; }
};

Value catchWarnings(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("catch_warnings"), arguments);
    if (reader.truth(reader.keyword(QStringLiteral("record")), false))
        interpreter.unsupported(QStringLiteral("warnings.catch_warnings(record=True)"));
    return Value(interpreter.make<NoWarnings>());
}

} // namespace

void fillLogging(Interpreter &interpreter, ModuleObject &module)
{
    if (const ModuleObject *classes = interpreter.world().import(interpreter, QStringLiteral("_logging"))) {
        for (const QString &name : {QStringLiteral("Filter"), QStringLiteral("Formatter"), QStringLiteral("Handler"),
                 QStringLiteral("LoggerAdapter"), QStringLiteral("NullHandler"), QStringLiteral("StreamHandler")})
            module.members.insert(name, classes->members.value(name));
    }
    static const ModuleFunction functions[] = {
        {u"addLevelName", ignored},
        {u"basicConfig", ignored},
        {u"captureWarnings", ignored},
        {u"disable", ignored},
        {u"getLevelName", levelName},
        {u"getLogger", getLogger},
    };
    addFunctions(interpreter, module.members, functions);
    addFunctions(interpreter, module.members, loggerMethods);
    for (const auto &[name, level] : levels)
        module.members.insert(name.toString(), Value(level));
}

void fillWarnings(Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {
        {u"catch_warnings", catchWarnings},
        {u"filterwarnings", ignored},
        {u"resetwarnings", ignored},
        {u"simplefilter", ignored},
        {u"warn", warn},
    };
    addFunctions(interpreter, module.members, functions);
}

} // namespace Migrations::StandardLibrary
