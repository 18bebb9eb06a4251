#include "migrations/dialects/postgresql/types.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects::Postgresql {

Types::Types(const Identifiers &identifiers)
    : Dialects::Types(u"postgresql"_s, identifiers)
{
}

Schema::Type Types::implementation(const Schema::Type &type) const
{
    if (isEnum(type) && !type.native)
        return asVarchar(type);
    if (type.name == u"Uuid" && type.options.value(u"native_uuid"_s) == u"false")
        return {.name = u"CHAR"_s, .text = {}, .length = 32};
    if (type.name == u"Interval" && !type.native)
        return Schema::Type::named(u"DateTime"_s);
    return type;
}

QString Types::noSuchType(const QString &name) const
{
    return u"Compiler <sqlalchemy.dialects.postgresql.base.PGTypeCompiler> can't render element of type "_s + name;
}

} // namespace Migrations::Dialects::Postgresql
