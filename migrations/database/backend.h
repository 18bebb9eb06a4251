#pragma once

#include "migrations/database/connection.h"
#include "migrations/database/nativesession.h"
#include "migrations/database/statementtext.h"

class QSqlDatabase;
class QSqlError;

namespace Migrations::Database {

/// What a statement with values becomes on the wire. The rows of interest are those of statement
/// `wanted` (-1: the last one).
struct Sending {
    QString sql;
    QVariantList values = {}; ///< for the driver's "?"
    int wanted = -1;
    QString afterFailure = {}; ///< to be sent when it failed outside a transaction
};

/// What differs between the two databases, for Connection. Stateless but for the connection's own
/// session.
class Backend
{
public:
    virtual ~Backend() = default;
    [[nodiscard]] static std::unique_ptr<Backend> make(const DatabaseUrl &url);

    [[nodiscard]] virtual QString driver() const = 0; ///< Qt's name
    [[nodiscard]] virtual StatementText::Syntax syntax() const = 0;

    /// Names, options and password for the driver; refuses what cannot work before it is tried.
    [[nodiscard]] virtual Result<void> configure(QSqlDatabase &target, const DatabaseUrl &url, Access access) const = 0;
    /// the client library's side of an open connection; null: the driver hides it
    [[nodiscard]] virtual std::unique_ptr<NativeSession> session(const QSqlDatabase &database) const = 0;
    /// sent once after opening
    [[nodiscard]] virtual QStringList greeting(Access access) const = 0;
    /// one row: the version for people, the session's number on the server
    [[nodiscard]] virtual QString identityQuery() const = 0;

    [[nodiscard]] virtual QString begin(Access access) const = 0;
    [[nodiscard]] virtual QStringList beginReadOnly() const = 0;
    /// sent after a read-only transaction of a connection that may write
    [[nodiscard]] virtual QStringList endReadOnly() const = 0;

    /// The text without values as the driver takes it; refuses what it cannot take.
    [[nodiscard]] virtual Result<Sending> plain(const StatementText &text, const QString &sql) const = 0;
    [[nodiscard]] virtual Result<Sending> withValues(
        const StatementText::Bound &bound, const QVariantList &values) const = 0;

    [[nodiscard]] virtual Error connectError(const QSqlError &error, const DatabaseUrl &url) const = 0;
    [[nodiscard]] virtual Error statementError(const QSqlError &error, const QString &statement) const = 0;
};

} // namespace Migrations::Database
