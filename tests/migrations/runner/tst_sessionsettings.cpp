#include "migrations/runner/sessionsettings.h"
#include "tests/migrations/runner/runnertestcase.h"

using namespace Migrations;
using namespace Migrations::Runner;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a session is told for a run, and that it gets back what it had.
class TestSessionSettings : public RunnerTestCase
{
    Q_OBJECT

private slots:
    void initTestCase();

    void settingsAreMadeAndPutBack();
    void ownTimeoutOfTheRoleHolds();
    void askedForTimeoutWins();
    void sqliteWaitsItself();
    void statementsThatMayWaitLong_data();
    void statementsThatMayWaitLong();
    void unlimitedWaitIsPutBack();
    void insideATransactionNothingChanges();
};

void TestSessionSettings::initTestCase()
{
    RunnerTestCase::initTestCase();
    QVERIFY2(startCluster(), qPrintable(cluster().problem()));
}

void TestSessionSettings::settingsAreMadeAndPutBack()
{
    makeProject(u"postgresql"_s);
    const auto connection = connect();
    QVERIFY(connection->execute(u"SET statement_timeout = '7s'"_s));
    {
        SessionSettings settings(*connection);
        QVERIFY(settings.apply({.statementTimeout = 5s, .transactionTimeout = 1min}));
        QCOMPARE(value(*connection, u"SHOW lock_timeout"_s).toString(), u"300ms"_s);
        QCOMPARE(value(*connection, u"SHOW statement_timeout"_s).toString(), u"5s"_s);
        QCOMPARE(value(*connection, u"SHOW transaction_timeout"_s).toString(), u"1min"_s);
        QCOMPARE(value(*connection, u"SHOW client_connection_check_interval"_s).toString(), u"500ms"_s);
    }
    QCOMPARE(value(*connection, u"SHOW lock_timeout"_s).toString(), u"0"_s);
    QCOMPARE(value(*connection, u"SHOW statement_timeout"_s).toString(), u"7s"_s);
    QCOMPARE(value(*connection, u"SHOW transaction_timeout"_s).toString(), u"0"_s);
    QCOMPARE(value(*connection, u"SHOW client_connection_check_interval"_s).toString(), u"0"_s);
}

void TestSessionSettings::ownTimeoutOfTheRoleHolds()
{
    makeProject(u"postgresql"_s);
    const auto connection = connect();
    QVERIFY(connection->execute(u"SET lock_timeout = '4s'"_s));
    SessionSettings settings(*connection);
    QVERIFY(settings.apply({}));
    QCOMPARE(value(*connection, u"SHOW lock_timeout"_s).toString(), u"4s"_s);
}

void TestSessionSettings::askedForTimeoutWins()
{
    makeProject(u"postgresql"_s);
    const auto connection = connect();
    QVERIFY(connection->execute(u"SET lock_timeout = '4s'"_s));
    SessionSettings settings(*connection);
    QVERIFY(settings.apply({.lockTimeout = 0ms}));
    QCOMPARE(value(*connection, u"SHOW lock_timeout"_s).toString(), u"0"_s);
}

void TestSessionSettings::sqliteWaitsItself()
{
    makeProject(u"sqlite"_s);
    const auto connection = connect();
    const QVariant before = value(*connection, u"PRAGMA busy_timeout"_s);
    {
        SessionSettings settings(*connection);
        QVERIFY(settings.apply({}));
        QCOMPARE(value(*connection, u"PRAGMA busy_timeout"_s).toInt(), 100);
    }
    QCOMPARE(value(*connection, u"PRAGMA busy_timeout"_s), before);
}

void TestSessionSettings::statementsThatMayWaitLong_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("mayWait");
    const auto row = [](const char *sql, bool mayWait) { QTest::newRow(sql) << QString::fromLatin1(sql) << mayWait; };
    row("CREATE INDEX CONCURRENTLY ix ON t (x)", true);
    row("create unique index\n concurrently if not exists ix on t (x)", true);
    row("DROP INDEX CONCURRENTLY ix", true);
    row("REINDEX TABLE CONCURRENTLY t", true);
    row("REINDEX (VERBOSE, CONCURRENTLY) INDEX ix", true);
    row("ALTER TABLE p DETACH PARTITION c CONCURRENTLY", true);
    row("VACUUM t", true);
    row("CREATE INDEX concurrently_built ON t (x)", false);
    row("CREATE INDEX ix ON t (x)", false);
    row("ALTER TABLE t ADD COLUMN x INTEGER", false);
    row("REFRESH MATERIALIZED VIEW CONCURRENTLY v", false); // it keeps writers of the view out
}

void TestSessionSettings::statementsThatMayWaitLong()
{
    QFETCH(const QString, sql);
    QFETCH(const bool, mayWait);
    QCOMPARE(UnlimitedLockWait::isFor(sql), mayWait);
}

void TestSessionSettings::unlimitedWaitIsPutBack()
{
    makeProject(u"postgresql"_s);
    const auto connection = connect();
    QVERIFY(connection->execute(u"SET lock_timeout = '300ms'"_s));
    {
        const UnlimitedLockWait unlimited(*connection, u"CREATE INDEX CONCURRENTLY ix ON t (x)"_s);
        QCOMPARE(value(*connection, u"SHOW lock_timeout"_s).toString(), u"0"_s);
    }
    QCOMPARE(value(*connection, u"SHOW lock_timeout"_s).toString(), u"300ms"_s);
}

void TestSessionSettings::insideATransactionNothingChanges()
{
    makeProject(u"postgresql"_s);
    const auto connection = connect();
    QVERIFY(connection->execute(u"SET lock_timeout = '300ms'"_s));
    QVERIFY(connection->begin());
    const UnlimitedLockWait unlimited(*connection, u"CREATE INDEX CONCURRENTLY ix ON t (x)"_s);
    QCOMPARE(value(*connection, u"SHOW lock_timeout"_s).toString(), u"300ms"_s);
}

QTEST_GUILESS_MAIN(TestSessionSettings)
#include "tst_sessionsettings.moc"
