#include "migrations/alembic/script.h"

#include "migrations/alembic/modulecatalogue.h"
#include "migrations/python/parser.h"
#include "migrations/standardlibrary/catalogue.h"

#include <QCoreApplication>

namespace Migrations::Alembic {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

/// The world of a revision script: the catalogue's modules, the host's log and questions.
class ScriptWorld final : public Python::World
{
public:
    explicit ScriptWorld(Session &session) : m_session(session) {}

    Python::ModuleObject *import(Python::Interpreter &interpreter, const QString &name) override
    {
        if (Python::ModuleObject *known = m_modules.value(name))
            return known;
        const auto entry = std::ranges::find(moduleCatalogue(), QStringView(name), &ModuleEntry::name);
        if (entry == moduleCatalogue().end())
            return standardModule(interpreter, name);
        auto *module = interpreter.make<Python::ModuleObject>(name);
        m_modules.insert(name, module);
        entry->fill(m_session, interpreter, *module);
        addSubmodules(interpreter, *module);
        return module;
    }

    void print(const QString &line, const SourceLocation &at) override { m_session.host().print(line, at); }

    Result<QString> input(const QString &prompt, const SourceLocation &at) override
    {
        return m_session.host().ask(prompt, at);
    }

private:
    Python::ModuleObject *standardModule(Python::Interpreter &interpreter, const QString &name)
    {
        Python::ModuleObject *module = StandardLibrary::importModule(interpreter, name);
        if (module)
            m_modules.insert(name, module);
        return module;
    }

    // `import sqlalchemy as sa` makes sa.dialects.postgresql reachable
    void addSubmodules(Python::Interpreter &interpreter, Python::ModuleObject &module)
    {
        const QString prefix = module.name + u'.';
        for (const ModuleEntry &entry : moduleCatalogue()) {
            const QString name = entry.name.toString();
            if (name.startsWith(prefix) && !name.mid(prefix.size()).contains(u'.')
                && !module.members.contains(name.mid(prefix.size())))
                module.members.insert(name.mid(prefix.size()), Python::Value(import(interpreter, name)));
        }
    }

    Session &m_session;
    QHash<QString, Python::ModuleObject *> m_modules;
};

} // namespace

Result<void> evaluateScript(const QByteArray &source, const QString &path, const QString &function, Host &host,
    const Python::Budget &budget, const CancelToken &cancel)
{
    const Result<std::shared_ptr<const Python::Module>> module = Python::parse(source, path);
    if (!module)
        return failure(module.error());
    Session session(host);
    ScriptWorld world(session);
    Python::Interpreter interpreter(*module, world, budget, cancel);
    if (const Result<void> executed = interpreter.run(); !executed)
        return executed;
    if (!interpreter.hasFunction(function))
        return failure({
            .code = ErrorCode::Script,
            .message = Tr::tr("The script has no function %1().").arg(function),
            .at = {.file = path},
            .nextStep = Tr::tr("Add it; an empty one is `def %1(): pass`.").arg(function),
        });
    return interpreter.call(function).transform([](const Python::Value &) {});
}

} // namespace Migrations::Alembic
