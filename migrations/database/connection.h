#pragma once

#include "migrations/base/canceltoken.h"
#include "migrations/base/error.h"
#include "migrations/database/databaseurl.h"

#include <QVariant>

namespace Migrations::Database {

/// The rows that a query gave, complete and detached from the connection.
struct Rows {
    QStringList columns;
    QList<QVariantList> rows;
    qint64 affected = -1; ///< for statements that give no rows; -1: not told
};

/// One connection to one database, QtSql wrapped once. Belongs to the thread that opened it. Does
/// not reconnect, does not retry, never begins a transaction that nobody asked for.
class Connection final
{
public:
    /// Errors: Connection (unreachable, no such file or folder), Authentication, Locked.
    /// SQLite: creates a missing file, foreign keys as the database's default (off), waits 5 s for
    /// a lock. PostgreSQL: UTF-8, application_name "stillroom".
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const DatabaseUrl &url);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] const DatabaseUrl &url() const { return m_url; }
    [[nodiscard]] QString serverVersion() const; ///< "PostgreSQL 17.2", "SQLite 3.46.1"

    /// Runs one statement as it is (PostgreSQL: also several). Errors carry the statement, the
    /// server's text, DETAIL/HINT, and the code Server, Locked or Connection.
    [[nodiscard]] Result<Rows> execute(const QString &sql);
    /// The same with bound values, for the named (":name") or positional ("?") placeholders.
    [[nodiscard]] Result<Rows> execute(const QString &sql, const QVariantMap &parameters);

    /// SQLite: BEGIN IMMEDIATE
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();
    /// Never fails: without a connection there is nothing left to undo.
    void rollback();
    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }

private:
    explicit Connection(const DatabaseUrl &url);

    DatabaseUrl m_url;
    QString m_name;
    bool m_inTransaction = false;
};

} // namespace Migrations::Database
