// json.
#include "migrations/standardlibrary/catalogue.h"
#include "migrations/standardlibrary/jsonreader.h"
#include "migrations/standardlibrary/jsonwriter.h"

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

std::optional<Value> given(ArgumentReader &reader, const QString &name)
{
    const std::optional<Value> value = reader.keyword(name);
    return value && !value->isNone() ? value : std::nullopt;
}

std::optional<QString> indentOf(Interpreter &interpreter, const std::optional<Value> &indent)
{
    if (!indent)
        return std::nullopt;
    if (indent->isString())
        return indent->toString();
    if (!indent->isInteger())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("can't multiply sequence by non-int of type '%1'").arg(Interpreter::typeName(*indent)));
    const qint64 width = std::max<qint64>(0, indent->toInteger());
    interpreter.spendBytes(width * 2);
    return QString(width, u' ');
}

Value dumps(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("dumps"), arguments);
    const Value value = reader.required(QStringLiteral("obj"));
    JsonStyle style;
    style.skipsKeys = reader.truth(reader.keyword(QStringLiteral("skipkeys")), false);
    style.onlyAscii = reader.truth(reader.keyword(QStringLiteral("ensure_ascii")), true);
    static_cast<void>(reader.keyword(QStringLiteral("check_circular")));
    style.allowsNan = reader.truth(reader.keyword(QStringLiteral("allow_nan")), true);
    style.sortsKeys = reader.truth(reader.keyword(QStringLiteral("sort_keys")), false);
    style.fallback = given(reader, QStringLiteral("default"));
    style.indent = indentOf(interpreter, given(reader, QStringLiteral("indent")));
    if (given(reader, QStringLiteral("cls")))
        interpreter.unsupported(QStringLiteral("json.dumps(cls=…)"));
    if (style.indent)
        style.itemSeparator = QStringLiteral(",");
    if (const std::optional<Value> separators = given(reader, QStringLiteral("separators"))) {
        const QStringList both = reader.texts(QStringLiteral("separators"), *separators);
        if (both.size() != 2)
            interpreter.raise(QStringLiteral("ValueError"),
                QStringLiteral("not enough values to unpack (expected 2, got %1)").arg(both.size()));
        style.itemSeparator = both[0];
        style.keySeparator = both[1];
    }
    reader.finish();
    return JsonWriter(interpreter, style).write(value);
}

Value loads(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("loads"), arguments);
    const Value text = reader.required(QStringLiteral("s"));
    const JsonHooks hooks {.object = given(reader, QStringLiteral("object_hook")),
        .pairs = given(reader, QStringLiteral("object_pairs_hook")),
        .real = given(reader, QStringLiteral("parse_float")),
        .integer = given(reader, QStringLiteral("parse_int"))};
    if (given(reader, QStringLiteral("cls")) || given(reader, QStringLiteral("parse_constant")))
        interpreter.unsupported(QStringLiteral("json.loads(cls=…, parse_constant=…)"));
    if (!reader.truth(reader.keyword(QStringLiteral("strict")), true))
        interpreter.unsupported(QStringLiteral("json.loads(strict=False)"));
    reader.finish();
    if (text.as<Opaque>())
        static_cast<void>(interpreter.isTrue(text)); // says where it comes from
    if (!text.isString() && !text.isBytes())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("the JSON object must be str, bytes or bytearray, not %1").arg(Interpreter::typeName(text)));
    return JsonReader(interpreter, text.isBytes() ? QString::fromUtf8(text.toBytes()) : text.toString(), hooks).read();
}

Value refuseFile(Interpreter &interpreter, const Arguments &)
{
    interpreter.unsupported(QStringLiteral("json.load() and json.dump(): a script reads and writes no files"));
}

} // namespace

void fillJsonDecoder(Interpreter &interpreter, ModuleObject &module)
{
    auto *error = interpreter.makeExceptionClass(
        QStringLiteral("JSONDecodeError"), interpreter.exceptionClass(QStringLiteral("ValueError")));
    module.members.insert(error->name, Value(error));
}

void fillJson(Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[]
        = {{u"dump", refuseFile}, {u"dumps", dumps}, {u"load", refuseFile}, {u"loads", loads}};
    addFunctions(interpreter, module.members, functions);
    if (ModuleObject *decoder = interpreter.world().import(interpreter, QStringLiteral("json.decoder"))) {
        module.members.insert(QStringLiteral("decoder"), Value(decoder));
        module.members.insert(
            QStringLiteral("JSONDecodeError"), decoder->members.value(QStringLiteral("JSONDecodeError")));
    }
}

} // namespace Migrations::StandardLibrary
