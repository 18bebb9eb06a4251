#include "migrations/standardlibrary/catalogue.h"

#include "migrations/python/parser.h"

#include <QFile>

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

void fillNothing(Interpreter &, ModuleObject &) { }

const NativeModule natives[] = {
    {u"__future__", fillNothing},
    {u"_classes", fillClassDetails},
    {u"_random", fillRandom},
    {u"base64", fillBase64},
    {u"binascii", fillBinascii},
    {u"collections", fillCollections},
    {u"collections.abc", fillAbstractTypes},
    {u"datetime", fillDatetime},
    {u"decimal", fillDecimal},
    {u"enum", fillEnum},
    {u"hashlib", fillHashlib},
    {u"json", fillJson},
    {u"json.decoder", fillJsonDecoder},
    {u"logging", fillLogging},
    {u"math", fillMath},
    {u"os", fillOs},
    {u"re", fillRe},
    {u"sys", fillSys},
    {u"time", fillTime},
    {u"typing", fillTyping},
    {u"typing_extensions", fillTyping},
    {u"unicodedata", fillUnicodedata},
    {u"urllib", fillNothing},
    {u"uuid", fillUuid},
    {u"warnings", fillWarnings},
};

/// A module of modules/, and the file that has it.
struct SourceModule {
    QStringView name;
    QStringView file;
};

const SourceModule sources[] = {
    {u"_collections", u"_collections"},
    {u"_logging", u"_logging"},
    {u"abc", u"abc"},
    {u"bisect", u"bisect"},
    {u"contextlib", u"contextlib"},
    {u"copy", u"copy"},
    {u"dataclasses", u"dataclasses"},
    {u"functools", u"functools"},
    {u"html", u"html"},
    {u"itertools", u"itertools"},
    {u"numbers", u"numbers"},
    {u"operator", u"operator"},
    {u"os.path", u"posixpath"},
    {u"posixpath", u"posixpath"},
    {u"random", u"random"},
    {u"secrets", u"secrets"},
    {u"string", u"string"},
    {u"textwrap", u"textwrap"},
    {u"types", u"types"},
    {u"urllib.parse", u"urllib_parse"},
};

ModuleObject *executeSource(Interpreter &interpreter, const SourceModule &source)
{
    QFile file(QStringLiteral(":/standardlibrary/%1.py").arg(source.file));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const Result<std::shared_ptr<const Module>> module
        = parseLibrary(isOpen ? file.readAll() : QByteArray("!"), file.fileName());
    if (!module) // a mistake of ours
        interpreter.abort(module.error());
    return interpreter.executeModule(source.name.toString(), *module);
}

} // namespace

ModuleObject *importModule(Interpreter &interpreter, const QString &name)
{
    if (const auto native = std::ranges::find(natives, QStringView(name), &NativeModule::name);
        native != std::end(natives)) {
        auto *module = interpreter.make<ModuleObject>(name);
        native->fill(interpreter, *module);
        return module;
    }
    const auto source = std::ranges::find(sources, QStringView(name), &SourceModule::name);
    return source == std::end(sources) ? nullptr : executeSource(interpreter, *source);
}

QStringList moduleNames()
{
    QStringList names;
    for (const NativeModule &native : natives)
        names << native.name.toString();
    for (const SourceModule &source : sources)
        names << source.name.toString();
    return names;
}

void addFunctions(
    Interpreter &interpreter, QHash<QString, Value> &members, std::span<const ModuleFunction> functions)
{
    for (const ModuleFunction &function : functions) {
        const QString name = function.name.toString();
        members.insert(name, Value(interpreter.make<Builtin>(name, function.code)));
    }
}

NativeType *addType(Interpreter &interpreter, ModuleObject &module, const QString &name,
    NativeType::Construct construct, NativeType::Holds holds)
{
    auto *type = interpreter.make<NativeType>(module.name, name, construct, holds);
    module.members.insert(name, Value(type));
    interpreter.setType(name, Value(type));
    interpreter.setType(module.name + u'.' + name, Value(type)); // the values of C's types say where they come from
    return type;
}

} // namespace Migrations::StandardLibrary
