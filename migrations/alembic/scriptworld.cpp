#include "migrations/alembic/scriptworld.h"

#include "migrations/alembic/mappedtype.h"
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/packagedmodules.h"
#include "migrations/standardlibrary/catalogue.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

/// The catalogue's modules inside of one: `import sqlalchemy as sa` makes sa.dialects.postgresql
/// reachable. What the module itself has under such a name goes before.
class Submodules final : public MemberTable
{
public:
    explicit Submodules(const QString &module) : m_prefix(module + u'.') {}

    [[nodiscard]] std::optional<Value> make(Interpreter &interpreter, const QString &name) const override
    {
        const QString dotted = m_prefix + name;
        if (!std::ranges::contains(moduleCatalogue(), QStringView(dotted), &ModuleEntry::name))
            return std::nullopt;
        return Value(interpreter.world().import(interpreter, dotted));
    }
    [[nodiscard]] QStringList names() const override
    {
        QStringList names;
        for (const ModuleEntry &entry : moduleCatalogue()) {
            const QStringView rest = entry.name.mid(m_prefix.size());
            if (entry.name.startsWith(m_prefix) && !rest.contains(u'.'))
                names << rest.toString();
        }
        return names;
    }

private:
    const QString m_prefix;
};

} // namespace

ModuleObject *ScriptWorld::import(Interpreter &interpreter, const QString &name)
{
    if (const auto known = m_modules.constFind(name); known != m_modules.cend())
        return *known;
    // of SQLAlchemy 1, which has no successor
    static const QStringList gone {QStringLiteral("sqlalchemy.databases")};
    if (gone.contains(name))
        interpreter.raise(QStringLiteral("ModuleNotFoundError"), QStringLiteral("No module named '%1'").arg(name));
    if (ModuleObject *module = importCatalogued(interpreter, name))
        return module;
    return importOwn(interpreter, name);
}

ModuleObject *ScriptWorld::importCatalogued(Interpreter &interpreter, const QString &name)
{
    const auto entry = std::ranges::find(moduleCatalogue(), QStringView(name), &ModuleEntry::name);
    if (entry == moduleCatalogue().end())
        return importStandard(interpreter, name);
    auto *module = interpreter.make<ModuleObject>(name);
    m_modules.insert(name, module);
    module->tables.push_back(std::make_unique<Submodules>(name));
    entry->fill(m_session, interpreter, *module);
    return module;
}

ModuleObject *ScriptWorld::importStandard(Interpreter &interpreter, const QString &name)
{
    if (ModuleObject *module = StandardLibrary::importModule(interpreter, name)) {
        m_modules.insert(name, module);
        return module;
    }
    ModuleObject *module = importPackaged(interpreter, name);
    if (!module)
        return nullptr;
    m_modules.insert(name, module);
    for (const QString &packaged : packagedModuleNames()) {
        if (packaged.section(u'.', 0, -2) == name)
            module->members.insert(packaged.section(u'.', -1), Value(import(interpreter, packaged)));
    }
    return module;
}

// A type that stillroom.toml names is that, whatever the module says; the rest of a module that the
// project does not have stays opaque.
ModuleObject *ScriptWorld::importOwn(Interpreter &interpreter, const QString &name)
{
    const QStringList types = mappedTypes(name);
    const ModuleLibrary::Entry entry
        = m_surroundings.modules ? m_surroundings.modules->find(name) : ModuleLibrary::Entry();
    if (!entry.module && types.isEmpty()) {
        m_modules.insert(name, nullptr);
        return nullptr;
    }
    auto *module = interpreter.make<ModuleObject>(name);
    m_modules.insert(name, module); // before it is read: modules import each other
    for (const QString &type : types)
        module->members.insert(type,
            Value(interpreter.make<MappedType>(
                m_session, name + u'.' + type, m_surroundings.types.value(name + u'.' + type))));
    if (entry.module)
        interpreter.load(entry.module, entry.isPackage ? name : name.section(u'.', 0, -2), *module);
    return module;
}


QStringList ScriptWorld::mappedTypes(const QString &module) const
{
    QStringList types;
    const QString prefix = module + u'.';
    for (auto type = m_surroundings.types.keyBegin(); type != m_surroundings.types.keyEnd(); ++type) {
        if (type->startsWith(prefix) && !type->mid(prefix.size()).contains(u'.'))
            types << type->mid(prefix.size());
    }
    return types;
}

} // namespace Migrations::Alembic
