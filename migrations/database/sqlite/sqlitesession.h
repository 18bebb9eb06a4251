#pragma once

#include "migrations/database/nativesession.h"

struct sqlite3;

namespace Migrations::Database {

/// SQLite's side of a connection that Qt's driver has opened. SQLite has no notices.
class SqliteSession final : public NativeSession
{
public:
    /// Null: the driver has given no handle of SQLite.
    [[nodiscard]] static std::unique_ptr<NativeSession> of(const QSqlDatabase &database);

    [[nodiscard]] Result<void> cancel() const override;
    void setNoticeHandler(const NoticeHandler &) override { }

private:
    explicit SqliteSession(sqlite3 *handle) : m_handle(handle) { }

    sqlite3 *m_handle; ///< the driver's
};

} // namespace Migrations::Database
