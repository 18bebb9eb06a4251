#include "migrations/alembic/headervalue.h"

#include "migrations/python/interpreter.h"
#include "migrations/python/parser.h"

#include <QCoreApplication>

namespace Migrations::Alembic {

using namespace Python;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

/// The project's own modules, the script as one of them, and nothing else. Modules are read as far as
/// that goes: what the header does not need may fail.
class LibraryWorld final : public World
{
public:
    LibraryWorld(ModuleLibrary &modules, const std::shared_ptr<const Module> &script)
        : m_library(modules), m_script(script) {}

    ModuleObject *import(Interpreter &interpreter, const QString &name) override
    {
        if (const auto known = m_modules.constFind(name); known != m_modules.cend())
            return *known;
        const ModuleLibrary::Entry entry
            = name == u"script" ? ModuleLibrary::Entry {.module = m_script} : m_library.find(name);
        ModuleObject *module = entry.module ? interpreter.make<ModuleObject>(name) : nullptr;
        m_modules.insert(name, module);
        if (module)
            interpreter.load(entry.module, entry.isPackage ? name : name.section(u'.', 0, -2), *module);
        return module;
    }
    void print(const QString &, const SourceLocation &) override { }
    Result<QString> input(const QString &, const SourceLocation &at) override
    {
        return failure({.code = ErrorCode::Unsupported, .message = QStringLiteral("input()"), .at = at});
    }

private:
    ModuleLibrary &m_library;
    const std::shared_ptr<const Module> m_script;
    QHash<QString, ModuleObject *> m_modules;
};

std::optional<QStringList> texts(const Value &value)
{
    if (value.isNone())
        return QStringList();
    if (value.isString())
        return value.toString().isEmpty() ? QStringList() : QStringList {value.toString()};
    const auto *sequence = value.as<Sequence>();
    if (!sequence)
        return std::nullopt;
    QStringList all;
    for (const Value &item : sequence->items) {
        if (!item.isString())
            return std::nullopt;
        all << item.toString();
    }
    return all;
}

} // namespace

Result<QStringList> headerValue(
    const QByteArray &source, const QString &path, const QString &name, ModuleLibrary &modules)
{
    const Result<std::shared_ptr<const Module>> module = Python::parse(source, path);
    if (!module)
        return failure(module.error());
    LibraryWorld world(modules, *module);
    const Result<std::shared_ptr<const Module>> question
        = Python::parse("import script\nvalue = script." + name.toUtf8() + '\n', path);
    if (!question)
        return failure(question.error());
    Interpreter interpreter(*question, world);
    if (const Result<void> done = interpreter.run(); !done)
        return failure(done.error());
    if (const std::optional<QStringList> all = texts(interpreter.globals().value(QStringLiteral("value"))))
        return *all;
    return failure({.code = ErrorCode::BadInput,
        .message = Tr::tr("%1 is neither text nor a list of texts.").arg(name),
        .at = {.file = path},
        .nextStep = Tr::tr("Write the revision id itself: a string, None, or a tuple of strings.")});
}

} // namespace Migrations::Alembic
