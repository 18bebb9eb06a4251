#include "migrations/dialects/dialect.h"

#include "migrations/dialects/postgresql/dialect.h"
#include "migrations/dialects/sqlite/dialect.h"

namespace Migrations::Dialects {

const Dialect &Dialect::postgresql()
{
    static const Postgresql::Dialect dialect;
    return dialect;
}

const Dialect &Dialect::sqlite()
{
    static const Sqlite::Dialect dialect;
    return dialect;
}

const Dialect *Dialect::byName(const QString &name)
{
    for (const Dialect *dialect : {&postgresql(), &sqlite()}) {
        if (dialect->name() == name)
            return dialect;
    }
    return nullptr;
}

} // namespace Migrations::Dialects
