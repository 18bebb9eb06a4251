#include "migrations/database/sqlite/sqlitesession.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QVariant>

#include <sqlite3.h>

namespace Migrations::Database {

std::unique_ptr<NativeSession> SqliteSession::of(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return std::unique_ptr<NativeSession>(new SqliteSession(*static_cast<sqlite3 *const *>(handle.constData())));
}

Result<void> SqliteSession::cancel() const
{
    sqlite3_interrupt(m_handle);
    return {};
}

} // namespace Migrations::Database
