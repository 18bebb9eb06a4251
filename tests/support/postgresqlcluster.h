#pragma once

#include <QProcess>

#include <optional>

/// A private PostgreSQL server in a temporary folder, for one test program: only a socket in that
/// folder, no port, no fsync, roles need their password. As root the server runs as "postgres" or
/// "nobody". Everything is stopped and removed when the object goes; when the test program dies,
/// the kernel ends the server.
///
/// Nothing is skipped without PostgreSQL: start() says why it cannot be used and the test fails with
/// it: `QVERIFY2(cluster.start(), qPrintable(cluster.problem()))` in initTestCase().
class PostgresqlCluster final
{
public:
    PostgresqlCluster() = default;
    ~PostgresqlCluster();
    Q_DISABLE_COPY_MOVE(PostgresqlCluster)

    [[nodiscard]] bool start();
    [[nodiscard]] QString problem() const { return m_problem; } ///< with the end of the server's log
    void stop();

    /// A new, empty database and its URL: postgresql://stillroom:…@/test_1?host=/folder. Empty after
    /// a failure, see problem().
    [[nodiscard]] QString createDatabase();
    /// The URL of a database, for another role, password or database name.
    [[nodiscard]] QString url(const QString &database, const QString &user = superuser(),
        const QString &password = superuserPassword()) const;
    /// Runs SQL with psql; false after a failure, see problem().
    [[nodiscard]] bool run(const QString &database, const QString &sql);

    [[nodiscard]] QString socketFolder() const { return m_folder; }
    [[nodiscard]] static QString superuser() { return QStringLiteral("stillroom"); }
    [[nodiscard]] static QString superuserPassword() { return QStringLiteral("pa:ss@w/rd"); }

private:
    struct Account {
        uint user;
        uint group;
    };

    [[nodiscard]] bool findPrograms();
    [[nodiscard]] bool makeFolder();
    [[nodiscard]] bool initialize();
    [[nodiscard]] bool waitUntilReady();
    [[nodiscard]] bool runProgram(const QString &program, const QStringList &arguments);
    void asServerAccount(QProcess &process) const;
    bool fail(const QString &problem);

    QString m_programs;
    QString m_folder;
    QString m_problem;
    std::optional<Account> m_account;
    QProcess m_server;
    int m_databases = 0;
};
