#include "migrations/alembic/packagedmodules.h"

#include "migrations/python/parser.h"

#include <QFile>

namespace Migrations::Alembic {

using namespace Python;

namespace {

/// A module, and the file of modules/ that has its names; several may share one, which the first executes.
struct PackagedModule {
    QStringView name;
    QStringView file;
};

const PackagedModule table[] = {
    {u"alembic_postgresql_enum", u"alembic_postgresql_enum"},
    {u"alembic_utils", u"alembic_utils"},
    {u"alembic_utils.replaceable_entity", u"alembic_utils_entities"},
    {u"alembic_utils.exceptions", u"alembic_utils_entities"},
    {u"alembic_utils.pg_extension", u"alembic_utils_entities"},
    {u"alembic_utils.pg_function", u"alembic_utils_entities"},
    {u"alembic_utils.pg_materialized_view", u"alembic_utils_entities"},
    {u"alembic_utils.pg_view", u"alembic_utils_entities"},
    {u"alembic_utils.statement", u"alembic_utils_entities"},
    {u"alembic_utils.on_entity_mixin", u"alembic_utils_tables"},
    {u"alembic_utils.pg_grant_table", u"alembic_utils_tables"},
    {u"alembic_utils.pg_policy", u"alembic_utils_tables"},
    {u"alembic_utils.pg_trigger", u"alembic_utils_tables"},
    {u"fastapi_users_db_sqlalchemy", u"fastapi_users_db_sqlalchemy"},
    {u"fastapi_users_db_sqlalchemy.generics", u"fastapi_users_db_sqlalchemy"},
    {u"geoalchemy2", u"geoalchemy2"},
    {u"geoalchemy2.types", u"geoalchemy2"},
    {u"loguru", u"loguru"},
    {u"oslo_log", u"oslo_log"},
    {u"oslo_log.log", u"oslo_log"},
    {u"sqlalchemy.util", u"sqlalchemy_util"},
    {u"sqlalchemy.util.langhelpers", u"sqlalchemy_util"},
    {u"sqlalchemy_jsonfield", u"sqlalchemy_jsonfield"},
    {u"sqlalchemy_jsonfield.jsonfield", u"sqlalchemy_jsonfield"},
    {u"sqlalchemy_utils", u"sqlalchemy_utils"},
    {u"sqlalchemy_utils.types", u"sqlalchemy_utils"},
    {u"sqlalchemy_utils.types.arrow", u"sqlalchemy_utils"},
    {u"sqlalchemy_utils.types.choice", u"sqlalchemy_utils"},
    {u"sqlalchemy_utils.types.color", u"sqlalchemy_utils"},
    {u"sqlalchemy_utils.types.email", u"sqlalchemy_utils"},
    {u"sqlalchemy_utils.types.encrypted", u"sqlalchemy_utils"},
    {u"sqlalchemy_utils.types.encrypted.encrypted_type", u"sqlalchemy_utils"},
    {u"sqlalchemy_utils.types.ip_address", u"sqlalchemy_utils"},
    {u"sqlalchemy_utils.types.json", u"sqlalchemy_utils"},
    {u"sqlalchemy_utils.types.ltree", u"sqlalchemy_utils"},
    {u"sqlalchemy_utils.types.password", u"sqlalchemy_utils"},
    {u"sqlalchemy_utils.types.phone_number", u"sqlalchemy_utils"},
    {u"sqlalchemy_utils.types.scalar_list", u"sqlalchemy_utils"},
    {u"sqlalchemy_utils.types.ts_vector", u"sqlalchemy_utils"},
    {u"sqlalchemy_utils.types.url", u"sqlalchemy_utils"},
    {u"sqlalchemy_utils.types.uuid", u"sqlalchemy_utils"},
};

} // namespace

ModuleObject *importPackaged(Interpreter &interpreter, const QString &name)
{
    const auto entry = std::ranges::find(table, QStringView(name), &PackagedModule::name);
    if (entry == std::end(table))
        return nullptr;
    // one set of classes, whatever name they are imported by
    const auto owner = std::ranges::find(table, entry->file, &PackagedModule::file);
    if (owner != entry) {
        ModuleObject *first = interpreter.world().import(interpreter, owner->name.toString());
        auto *module = interpreter.make<ModuleObject>(name);
        module->members = first->members;
        return module;
    }
    QFile file(QStringLiteral(":/packages/%1.py").arg(entry->file));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const Result<std::shared_ptr<const Module>> module
        = parseLibrary(isOpen ? file.readAll() : QByteArray("!"), file.fileName());
    if (!module) // a mistake of ours
        interpreter.abort(module.error());
    return interpreter.executeModule(name, *module);
}

QStringList packagedModuleNames()
{
    QStringList names;
    for (const PackagedModule &module : table)
        names << module.name.toString();
    return names;
}

} // namespace Migrations::Alembic
