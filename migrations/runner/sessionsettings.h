#pragma once

#include "migrations/runner/patience.h"

#include <QStringList>

namespace Migrations::Database {
class Connection;
} // namespace Migrations::Database

namespace Migrations::Runner {

/// What the session of a run is told before its first statement, and what it gets back at the end.
/// PostgreSQL: lock_timeout, statement_timeout, transaction_timeout, and from version 14 on
/// client_connection_check_interval, so that the server drops the statement of a program that has
/// died. SQLite: a short busy timeout, because the run itself waits, and says so.
class SessionSettings final
{
public:
    explicit SessionSettings(Database::Connection &connection) : m_connection(connection) { }
    ~SessionSettings(); ///< puts back what it found
    Q_DISABLE_COPY_MOVE(SessionSettings)

    /// Errors: of the server; Unsupported: transaction_timeout before version 17.
    [[nodiscard]] Result<void> apply(const Patience &patience);

private:
    [[nodiscard]] Result<void> applyToPostgresql(const Patience &patience);
    [[nodiscard]] Result<void> applyToSqlite();

    Database::Connection &m_connection;
    QStringList m_putBack; ///< statements
};

/// Lets a statement of PostgreSQL that runs outside of a transaction and waits for other
/// transactions without being in their way (CREATE INDEX CONCURRENTLY…) wait as long as it has to:
/// a lock_timeout would leave an invalid index behind.
class UnlimitedLockWait final
{
public:
    UnlimitedLockWait(Database::Connection &connection, const QString &sql);
    ~UnlimitedLockWait();
    Q_DISABLE_COPY_MOVE(UnlimitedLockWait)

    /// Whether it is such a statement.
    [[nodiscard]] static bool isFor(const QString &sql);

private:
    Database::Connection &m_connection;
    QString m_before;
};

} // namespace Migrations::Runner
