#include "migrations/dialects/sqlite/types.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects::Sqlite {

Types::Types(const Identifiers &identifiers)
    : Dialects::Types(u"sqlite"_s, identifiers)
{
}

Schema::Type Types::implementation(const Schema::Type &type) const
{
    return isEnum(type) ? asVarchar(type) : type;
}

QString Types::noSuchType(const QString &name) const
{
    return u"Compiler <sqlalchemy.dialects.sqlite.base.SQLiteTypeCompiler> can't render element of type "_s + name;
}

} // namespace Migrations::Dialects::Sqlite
