// os, sys, time and the source of random values: the outside as a script may see it. The environment is
// what the project says it is, and there is no file.
#include "migrations/standardlibrary/catalogue.h"

#include "migrations/python/builtins.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRandomGenerator>

#include <chrono>

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

// what there is, as far as anybody says
QMap<QString, QString> environment(Interpreter &interpreter, const QString &asked)
{
    if (const std::optional<QMap<QString, QString>> all = interpreter.world().environment())
        return *all;
    interpreter.abort({.code = ErrorCode::Unsupported,
        .message = asked.isEmpty() ? Tr::tr("The script looks at the environment, which differs from place to place.")
                                   : Tr::tr("The script reads the environment variable %1, which differs from place to place.")
                                         .arg(asked),
        .nextStep = Tr::tr("Write what scripts shall see under [environment] in stillroom.toml; the section alone says that "
                           "nothing is set.")});
}

QString variableName(Interpreter &interpreter, const Value &key)
{
    if (!key.isString())
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("str expected, not %1").arg(Interpreter::typeName(key)));
    return key.toString();
}

Dict *environmentDict(Interpreter &interpreter)
{
    auto *dict = interpreter.make<Dict>();
    for (const auto &[name, value] : environment(interpreter, {}).asKeyValueRange())
        dict->set(interpreter, Value(name), Value(value));
    return dict;
}

/// os.environ: what the world says of it, which nobody can change
class Environment final : public Object
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("_Environ"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override
    {
        return QStringLiteral("environ(%1)").arg(environmentDict(interpreter)->repr(interpreter));
    }
    [[nodiscard]] std::optional<qint64> length(Interpreter &interpreter) override
    {
        return environment(interpreter, {}).size();
    }
    [[nodiscard]] bool contains(Interpreter &interpreter, const Value &key) override
    {
        const QString name = variableName(interpreter, key);
        return environment(interpreter, name).contains(name);
    }
    [[nodiscard]] Iterator *iterate(Interpreter &interpreter) override
    {
        return environmentDict(interpreter)->iterate(interpreter);
    }
    [[nodiscard]] Value item(Interpreter &interpreter, const Value &key) override
    {
        const QString name = variableName(interpreter, key);
        const QMap<QString, QString> all = environment(interpreter, name);
        if (const auto found = all.constFind(name); found != all.cend())
            return Value(*found);
        auto *error = interpreter.make<Instance>(interpreter.exceptionClass(QStringLiteral("KeyError")));
        error->arguments << key;
        interpreter.raise(error);
    }
    void setItem(Interpreter &interpreter, const Value &, const Value &) override
    {
        interpreter.unsupported(QStringLiteral("os.environ[…] = …"));
    }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
};

// environ.get(name, default), getenv(name, default)
Value fromEnvironment(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("getenv"), arguments);
    const QString name = variableName(interpreter, reader.required(QStringLiteral("key")));
    const Value otherwise = reader.optional(QStringLiteral("default"), Value());
    reader.finish();
    const QMap<QString, QString> all = environment(interpreter, name);
    const auto found = all.constFind(name);
    return found == all.cend() ? otherwise : Value(*found);
}

Value copied(Interpreter &interpreter, const Arguments &)
{
    return Value(environmentDict(interpreter));
}

std::optional<Value> Environment::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"get")
        return Value(interpreter.make<Builtin>(name, fromEnvironment));
    if (name == u"copy")
        return Value(interpreter.make<Builtin>(name, copied));
    if (name == u"items" || name == u"keys" || name == u"values")
        return interpreter.attribute(Value(environmentDict(interpreter)), name);
    interpreter.unsupported(QStringLiteral("os.environ.%1").arg(name));
}

QByteArray random(qint64 count)
{
    QByteArray bytes(count, '\0');
    QRandomGenerator *generator = QRandomGenerator::system();
    for (char &byte : bytes)
        byte = char(generator->bounded(256));
    return bytes;
}

Value randomBytes(Interpreter &interpreter, const Arguments &arguments)
{
    const Value count = onlyArgument(interpreter, QStringLiteral("urandom"), arguments);
    if (!count.isInteger())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("'%1' object cannot be interpreted as an integer").arg(Interpreter::typeName(count)));
    if (count.toInteger() < 0)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("negative argument not allowed"));
    interpreter.spendBytes(count.toInteger());
    interpreter.step(count.toInteger());
    return random(count.toInteger());
}

// the path of something with a path: a text
Value fileSystemPath(Interpreter &interpreter, const Arguments &arguments)
{
    const Value path = onlyArgument(interpreter, QStringLiteral("fspath"), arguments);
    if (!path.isString() && !path.isBytes())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("expected str, bytes or os.PathLike object, not %1").arg(Interpreter::typeName(path)));
    return path;
}

// sys

Value leave(Interpreter &interpreter, const Arguments &arguments)
{
    auto *exception = interpreter.make<Instance>(interpreter.exceptionClass(QStringLiteral("SystemExit")));
    exception->arguments << arguments.positional;
    interpreter.raise(exception);
}

// sys.stdout.write(text)
Value write(Interpreter &interpreter, const Arguments &arguments)
{
    const Value text = onlyArgument(interpreter, QStringLiteral("write"), arguments);
    if (!text.isString())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("write() argument must be str, not %1").arg(Interpreter::typeName(text)));
    const QString all = text.toString();
    if (all.endsWith(u'\n'))
        interpreter.write(all.chopped(1), QStringLiteral("\n"));
    else
        interpreter.write(all, QString());
    return interpreter.length(text);
}

Value nothing(Interpreter &, const Arguments &)
{
    return {};
}

Value recursionLimit(Interpreter &, const Arguments &)
{
    return 1000;
}

// what is being handled
Value exceptionInfo(Interpreter &interpreter, const Arguments &)
{
    Instance *handled = interpreter.handled();
    return Value(interpreter.make<Tuple>(handled ? QList<Value> {Value(handled->type), Value(handled), Value()}
                                                 : QList<Value> {Value(), Value(), Value()}));
}

// time

template<qint64 Unit>
Value elapsed(Interpreter &, const Arguments &)
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const qint64 nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
    return Unit == 0 ? Value(nanoseconds) : Value(double(nanoseconds) / double(Unit));
}

// nobody waits: what a script waits for is not there
Value sleep(Interpreter &interpreter, const Arguments &arguments)
{
    const Value seconds = onlyArgument(interpreter, QStringLiteral("sleep"), arguments);
    if (!seconds.isNumber())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("'%1' object cannot be interpreted as an integer").arg(Interpreter::typeName(seconds)));
    if (seconds.toFloat() < 0)
        interpreter.raise(
            QStringLiteral("ValueError"), QStringLiteral("sleep length must be non-negative"));
    return {};
}

// _random

Value randomBits(Interpreter &interpreter, const Arguments &arguments)
{
    const Value bits = onlyArgument(interpreter, QStringLiteral("getrandbits"), arguments);
    if (!bits.isInteger() || bits.toInteger() < 0)
        interpreter.raise(
            QStringLiteral("ValueError"), QStringLiteral("number of bits must be non-negative"));
    const qint64 count = (bits.toInteger() + 7) / 8;
    interpreter.spendBytes(count);
    interpreter.step(count);
    const Value number = integerFromBytes(interpreter, {{Value(random(count))}, {}, arguments.at});
    return interpreter.binary(BinaryOperator::ShiftRight, number, Value(count * 8 - bits.toInteger()));
}

Value randomFloat(Interpreter &, const Arguments &)
{
    return QRandomGenerator::system()->generateDouble();
}

Value shuffledPlaces(Interpreter &interpreter, const Arguments &arguments)
{
    const qint64 count = interpreter.length(interpreter.callValue(interpreter.builtin(QStringLiteral("range")), arguments));
    interpreter.spendBytes(count * qint64(sizeof(Value)));
    interpreter.step(count);
    QList<Value> places;
    for (qint64 i = 0; i < count; ++i) {
        places << Value(i);
        places.swapItemsAt(i, QRandomGenerator::system()->bounded(quint64(i + 1)));
    }
    return Value(interpreter.make<List>(places));
}

} // namespace

void fillOs(Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[]
        = {{u"fspath", fileSystemPath}, {u"getenv", fromEnvironment}, {u"urandom", randomBytes}};
    addFunctions(interpreter, module.members, functions);
    module.members.insert(QStringLiteral("environ"), Value(interpreter.make<Environment>()));
    static const std::pair<QStringView, QStringView> texts[]
        = {{u"sep", u"/"}, {u"linesep", u"\n"}, {u"pathsep", u":"}, {u"curdir", u"."}, {u"pardir", u".."},
            {u"extsep", u"."}, {u"name", u"posix"}, {u"devnull", u"/dev/null"}};
    for (const auto &[name, text] : texts)
        module.members.insert(name.toString(), Value(text.toString()));
    if (ModuleObject *path = interpreter.world().import(interpreter, QStringLiteral("os.path")))
        module.members.insert(QStringLiteral("path"), Value(path));
}

void fillSys(Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {
        {u"exc_info", exceptionInfo},
        {u"exit", leave},
        {u"getrecursionlimit", recursionLimit},
    };
    static const ModuleFunction streamFunctions[] = {{u"flush", nothing}, {u"write", write}};
    addFunctions(interpreter, module.members, functions);
    for (const QString &name : {QStringLiteral("stdout"), QStringLiteral("stderr")}) {
        auto *stream = interpreter.make<ModuleObject>(QStringLiteral("sys.") + name);
        addFunctions(interpreter, stream->members, streamFunctions);
        module.members.insert(name, Value(stream));
    }
    const QList<Value> version {Value(3), Value(13), Value(0), Value(QStringLiteral("final")), Value(0)};
    module.members.insert(QStringLiteral("version_info"), Value(interpreter.make<Tuple>(version)));
    module.members.insert(QStringLiteral("maxsize"), Value(std::numeric_limits<qint64>::max()));
    module.members.insert(QStringLiteral("maxunicode"), Value(0x10FFFF));
    module.members.insert(QStringLiteral("byteorder"), Value(QStringLiteral("little")));
    module.members.insert(QStringLiteral("platform"), Value(QStringLiteral("linux")));
}

void fillTime(Interpreter &interpreter, ModuleObject &module)
{
    constexpr qint64 Second = 1'000'000'000;
    static const ModuleFunction functions[] = {
        {u"monotonic", elapsed<Second>},
        {u"monotonic_ns", elapsed<0>},
        {u"perf_counter", elapsed<Second>},
        {u"perf_counter_ns", elapsed<0>},
        {u"process_time", elapsed<Second>},
        {u"sleep", sleep},
        {u"time", elapsed<Second>},
        {u"time_ns", elapsed<0>},
    };
    addFunctions(interpreter, module.members, functions);
}

void fillRandom(Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {
        {u"bits", randomBits},
        {u"bytes", randomBytes},
        {u"floating", randomFloat},
        {u"shuffled_places", shuffledPlaces},
    };
    addFunctions(interpreter, module.members, functions);
}

void fillUnicodedata(Interpreter &interpreter, ModuleObject &module)
{
    static const auto normalize = [](Interpreter &inner, const Arguments &arguments) -> Value {
        static const QHash<QString, QString::NormalizationForm> forms {
            {QStringLiteral("NFC"), QString::NormalizationForm_C},
            {QStringLiteral("NFD"), QString::NormalizationForm_D},
            {QStringLiteral("NFKC"), QString::NormalizationForm_KC},
            {QStringLiteral("NFKD"), QString::NormalizationForm_KD},
        };
        const QList<Value> given = positionalArguments(inner, QStringLiteral("normalize"), arguments, 2, 2);
        const auto form = given[0].isString() ? forms.constFind(given[0].toString()) : forms.cend();
        if (form == forms.cend() || !given[1].isString())
            inner.raise(QStringLiteral("ValueError"), QStringLiteral("invalid normalization form"));
        inner.step(given[1].toString().size() / 16);
        inner.spendBytes(given[1].toString().size() * 8);
        return given[1].toString().normalized(*form);
    };
    static const auto combining = [](Interpreter &inner, const Arguments &arguments) -> Value {
        const Value text = onlyArgument(inner, QStringLiteral("combining"), arguments);
        if (!text.isString() || inner.length(text) != 1)
            inner.raise(QStringLiteral("TypeError"),
                QStringLiteral("combining() argument must be a unicode character, not %1")
                    .arg(Interpreter::typeName(text)));
        return int(QChar::combiningClass(text.toString().toUcs4().front()));
    };
    static const auto category = [](Interpreter &inner, const Arguments &arguments) -> Value {
        static const QString names = QStringLiteral(
            "Mn Mc Me Nd Nl No Zs Zl Zp Cc Cf Cs Co Cn Lu Ll Lt Lm Lo Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So");
        const Value text = onlyArgument(inner, QStringLiteral("category"), arguments);
        if (!text.isString() || inner.length(text) != 1)
            inner.raise(QStringLiteral("TypeError"),
                QStringLiteral("category() argument must be a unicode character, not %1")
                    .arg(Interpreter::typeName(text)));
        return names.section(u' ', int(QChar::category(text.toString().toUcs4().front())),
            int(QChar::category(text.toString().toUcs4().front())));
    };
    static const ModuleFunction functions[]
        = {{u"category", category}, {u"combining", combining}, {u"normalize", normalize}};
    addFunctions(interpreter, module.members, functions);
}

} // namespace Migrations::StandardLibrary
