#pragma once

#include "migrations/base/error.h"

#include <functional>
#include <memory>

class QSqlDatabase;

namespace Migrations::Database {

/// What the server says beside its answers: RAISE NOTICE, "relation already exists, skipping".
struct Notice {
    QString severity; ///< the server's own word: NOTICE, WARNING…
    QString text;
};

/// Called on the thread that waits for the answer. It must not use the connection.
using NoticeHandler = std::function<void(const Notice &)>;

/// What the database's client library offers beside Qt's driver, over the handle that the driver
/// gives out. Lives as long as the connection is open, and not longer.
class NativeSession
{
public:
    virtual ~NativeSession() = default;

    /// Stops the statement that is running; without one nothing happens. Any thread may call it.
    /// PostgreSQL: PQcancel, which needs neither a password nor a free connection; SQLite:
    /// sqlite3_interrupt.
    [[nodiscard]] virtual Result<void> cancel() const = 0;
    /// An empty handler: notices are dropped.
    virtual void setNoticeHandler(const NoticeHandler &handler) = 0;
};

} // namespace Migrations::Database
