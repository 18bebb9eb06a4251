#pragma once

#include "migrations/base/canceltoken.h"
#include "migrations/base/error.h"
#include "migrations/database/databaseurl.h"
#include "migrations/database/nativesession.h"

#include <QStringList>
#include <QVariant>

#include <memory>

class QSqlQuery;

namespace Migrations::Database {

class Backend;
struct Sending;

/// The rows that a query gave, complete and detached from the connection. NULL is an invalid
/// QVariant. PostgreSQL: bool, int, qlonglong, double, QString, QByteArray, QDate, QTime, QDateTime
/// by the column's type; numeric, uuid, json, arrays and enums are QString in the server's own text.
/// Moments have milliseconds; one outside of the calendar (infinity) is an invalid QDateTime.
/// SQLite: qlonglong, double, QString, QByteArray as the value is stored.
struct Rows {
    QStringList columns;
    QList<QVariantList> rows;
    qint64 affected = -1; ///< of INSERT, UPDATE, DELETE, MERGE, REPLACE; -1: not told
};

/// What a connection may do. ReadOnly: SQLite opens the file so; PostgreSQL begins every
/// transaction READ ONLY unless a statement says otherwise.
enum class Access { ReadWrite, ReadOnly };

/// One connection to one database, QtSql wrapped once. Belongs to the thread that opened it. Does
/// not reconnect, does not retry, never begins a transaction that nobody asked for.
///
/// Notices of PostgreSQL go to the handler, and nowhere without one. COPY … FROM STDIN is refused
/// (Unsupported), the driver cannot stream.
class Connection final
{
public:
    /// Errors: Connection (unreachable, no such database, file or folder), Authentication, Locked,
    /// BadInput (a file that is not a database, an unknown option), Unsupported (no driver).
    /// SQLite: creates a missing file, foreign keys as the database's default (off), waits 5 s for
    /// a lock (`?timeout=SECONDS`). PostgreSQL: UTF-8, application_name "stillroom", gives up after
    /// 10 s (`?connect_timeout=SECONDS`), otherwise the session settings of the role and database.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(
        const DatabaseUrl &url, Access access = Access::ReadWrite);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] const DatabaseUrl &url() const { return m_url; }
    [[nodiscard]] Access access() const { return m_access; }
    [[nodiscard]] QString serverVersion() const { return m_serverVersion; } ///< "PostgreSQL 17.2", "SQLite 3.46.1"

    /// Runs one statement as it is (PostgreSQL: also several; the rows are the last one's). Errors
    /// carry the statement, the server's text, DETAIL/HINT, and the code Server, Locked, Canceled
    /// or Connection; BadInput for several statements on SQLite. A text of comments does nothing.
    [[nodiscard]] Result<Rows> execute(const QString &sql);
    /// The same with bound values for the placeholders ":name". PostgreSQL prepares the statement,
    /// so it has to be a SELECT, INSERT, UPDATE, DELETE, MERGE or VALUES. BadInput when a value is
    /// missing; one too many does no harm.
    [[nodiscard]] Result<Rows> execute(const QString &sql, const QVariantMap &parameters);
    /// The same for the placeholders "?" (so on PostgreSQL no operator may be spelled "?").
    [[nodiscard]] Result<Rows> executePositional(const QString &sql, const QVariantList &values);

    /// SQLite: BEGIN IMMEDIATE
    [[nodiscard]] Result<void> begin();
    /// A transaction that sees one state of the database and cannot change it.
    [[nodiscard]] Result<void> beginReadOnly();
    /// After a failure on SQLite the transaction is still there: roll back, or try again. A
    /// PostgreSQL transaction that a failed statement has spoiled gives an error, too.
    [[nodiscard]] Result<void> commit();
    /// Never fails: without a connection there is nothing left to undo.
    void rollback();
    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }

    /// Stops the statement that is running, which then fails with Canceled; without one nothing
    /// happens. May be called from any thread while the connection lives. See NativeSession.
    [[nodiscard]] Result<void> cancel() const;
    /// An empty handler: notices are dropped.
    void setNoticeHandler(const NoticeHandler &handler);
    /// The session's number on the server (pg_backend_pid()); SQLite: 0.
    [[nodiscard]] qint64 session() const { return m_session; }

private:
    Connection(const DatabaseUrl &url, Access access);

    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<void> greet();
    [[nodiscard]] Result<Rows> send(const QString &statement, const Sending &sending);
    [[nodiscard]] Result<Rows> sendBound(const QString &sql, bool named, const QVariantMap &parameters);
    [[nodiscard]] std::optional<Error> refusal(const QString &sql) const;
    [[nodiscard]] Result<void> all(const QStringList &statements);
    void endTransaction();

    DatabaseUrl m_url;
    Access m_access;
    QString m_name;
    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<NativeSession> m_native; ///< null: the driver hides it
    QString m_serverVersion;
    qint64 m_session = 0;
    bool m_inTransaction = false;
    bool m_isReadOnlyTransaction = false;
    bool m_hasFailed = false; ///< since the transaction began
};

} // namespace Migrations::Database
