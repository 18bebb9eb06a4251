#pragma once

#include "migrations/base/error.h"

#include <QMap>

namespace Migrations::Database {

/// Where a database is, in SQLAlchemy's form: dialect[+driver]://user:password@host:port/name?key=value,
/// sqlite:///relative.db, sqlite:////absolute.db, sqlite:// (memory). The driver suffix is only shown.
/// `postgresql://` without host uses libpq's defaults (socket, PGHOST…); `?host=/folder` names a
/// socket folder. postgres:// is accepted as postgresql://.
///
/// As in SQLAlchemy 2.0 user, password and options are percent-decoded and the database is not; an
/// option of the same name (host, port, user, password, dbname) wins over the part before it.
class DatabaseUrl final
{
public:
    DatabaseUrl() = default;
    /// A relative SQLite path is taken from `folder`. Errors: BadInput, Unsupported (a dialect that
    /// is neither); none of them shows what could be a part of the password.
    [[nodiscard]] static Result<DatabaseUrl> parse(const QString &text, const QString &folder = {});

    [[nodiscard]] QString dialect() const { return m_dialect; } ///< "postgresql", "sqlite"
    [[nodiscard]] bool isSqlite() const { return m_dialect == QStringLiteral("sqlite"); }
    [[nodiscard]] QString driver() const { return m_driver; } ///< "psycopg2"; empty: not said
    [[nodiscard]] QString database() const { return m_database; } ///< name, or absolute path; empty: memory
    [[nodiscard]] QString host() const { return m_host; }
    [[nodiscard]] int port() const { return m_port; } ///< 0: not said
    [[nodiscard]] QString user() const { return m_user; }
    [[nodiscard]] QString password() const { return m_password; }
    [[nodiscard]] QMap<QString, QString> options() const { return m_options; }

    /// as SQLAlchemy renders it, the password as ***
    [[nodiscard]] QString toDisplayString() const;

private:
    [[nodiscard]] Result<void> readServer(const QString &rest);
    [[nodiscard]] Result<void> readFile(const QString &rest, const QString &folder);
    [[nodiscard]] Result<void> setPort(const QString &text);
    [[nodiscard]] Result<void> applyOptions();

    QString m_dialect;
    QString m_driver;
    QString m_host;
    int m_port = 0;
    QString m_user;
    QString m_password;
    QString m_database;
    QMap<QString, QString> m_options;
};

} // namespace Migrations::Database
