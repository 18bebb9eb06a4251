#pragma once

#include "migrations/database/nativesession.h"

// libpq's own names for its types
using PGcancel = struct pg_cancel;
using PGconn = struct pg_conn;

namespace Migrations::Database {

/// libpq's side of a connection that Qt's driver has opened. Without a handler libpq writes notices
/// to the error stream of the program; this one drops them.
class PostgresqlSession final : public NativeSession
{
public:
    /// Null: the driver has given no handle of libpq.
    [[nodiscard]] static std::unique_ptr<NativeSession> of(const QSqlDatabase &database);
    ~PostgresqlSession() override;
    Q_DISABLE_COPY_MOVE(PostgresqlSession)

    [[nodiscard]] Result<void> cancel() const override;
    void setNoticeHandler(const NoticeHandler &handler) override { m_handler = handler; }

private:
    explicit PostgresqlSession(PGconn *connection);

    PGcancel *m_cancel;
    NoticeHandler m_handler;
};

} // namespace Migrations::Database
