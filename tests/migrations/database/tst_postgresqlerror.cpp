#include "tests/migrations/database/postgresqltestcase.h"

using namespace Migrations;
using namespace Migrations::Database;
using namespace Qt::StringLiterals;

class TestPostgresqlError : public PostgresqlTestCase
{
    Q_OBJECT

private slots:
    void whatCannotBeReachedIsAnError_data();
    void whatCannotBeReachedIsAnError();
    void failuresCarryTheServersReport();
    void sqlStatesHaveACode_data();
    void sqlStatesHaveACode();
    void lockTimeoutIsLocked();
    void lostConnectionIsAnError();
};

void TestPostgresqlError::whatCannotBeReachedIsAnError_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    QVERIFY(m_cluster.run(u"postgres"_s, u"DROP ROLE IF EXISTS locked_out; CREATE ROLE locked_out PASSWORD 'x'"_s));
    QTest::newRow("refused") << u"postgresql://u:hunter2@127.0.0.1:1/x"_s << ErrorCode::Connection
                             << u"Connection refused"_s;
    QTest::newRow("no socket") << u"postgresql://u:hunter2@/x?host=/nowhere"_s << ErrorCode::Connection
                               << u"/nowhere"_s;
    QTest::newRow("no such host") << u"postgresql://u:hunter2@no-such-host.invalid/x"_s << ErrorCode::Connection
                                  << u"no-such-host.invalid"_s;
    QTest::newRow("wrong password") << m_cluster.url(u"postgres"_s, u"stillroom"_s, u"hunter2"_s)
                                    << ErrorCode::Authentication
                                    << u"password authentication failed for user \"stillroom\""_s;
    QTest::newRow("no password") << m_cluster.url(u"postgres"_s, u"stillroom"_s, QString()) << ErrorCode::Authentication
                                 << u"no password supplied"_s;
    QTest::newRow("no such role") << m_cluster.url(u"postgres"_s, u"nobody here"_s, u"hunter2"_s)
                                  << ErrorCode::Authentication << u"nobody here"_s;
    QTest::newRow("no login") << m_cluster.url(u"postgres"_s, u"locked_out"_s, u"x"_s) << ErrorCode::Authentication
                              << u"locked_out"_s;
    QTest::newRow("no such database") << m_cluster.url(u"missing"_s) << ErrorCode::Connection
                                      << u"database \"missing\" does not exist"_s;
    QTest::newRow("unknown option") << m_cluster.url(u"postgres"_s) + u"&colour=blue"_s << ErrorCode::BadInput
                                    << u"colour"_s;
    QTest::newRow("wrong sslmode") << m_cluster.url(u"postgres"_s) + u"&sslmode=maybe"_s << ErrorCode::BadInput
                                   << u"maybe"_s;
    QTest::newRow("semicolon") << m_cluster.url(u"postgres"_s) + u"&options=a%3Bb"_s << ErrorCode::BadInput
                               << u"options"_s;
}

void TestPostgresqlError::whatCannotBeReachedIsAnError()
{
    QFETCH(QString, url);
    QFETCH(ErrorCode, code);
    QFETCH(QString, message);
    const auto connection = Connection::open(DatabaseUrl::parse(url).value());
    QVERIFY(!connection);
    const Error error = connection.error();
    QVERIFY2(error.code == code, qPrintable(error.toText()));
    QVERIFY2(error.message.contains(message), qPrintable(error.toText()));
    QVERIFY(!error.nextStep.isEmpty());
    for (const QString &unwanted : {u"hunter2"_s, u"QPSQL"_s, u"Unable to connect"_s, u"FATAL"_s})
        QVERIFY2(!error.toText().contains(unwanted), qPrintable(error.toText()));
}

void TestPostgresqlError::failuresCarryTheServersReport()
{
    QVERIFY(m_connection->execute(u"CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p)"_s));
    const QString statement = u"INSERT INTO c VALUES (7)"_s;
    const auto broken = m_connection->execute(statement);
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::Server);
    QCOMPARE(broken.error().message, u"insert or update on table \"c\" violates foreign key constraint \"c_p_fkey\""_s);
    QCOMPARE(broken.error().detail, u"DETAIL:  Key (p)=(7) is not present in table \"p\"."_s);
    QCOMPARE(broken.error().statement, statement);
    QVERIFY(!broken.error().nextStep.isEmpty());

    const auto missing = m_connection->execute(u"SELECT 1,\n  lentgh('x')"_s);
    QVERIFY(!missing);
    QCOMPARE(missing.error().message, u"function lentgh(unknown) does not exist"_s);
    QCOMPARE(missing.error().excerpt, u"LINE 2:   lentgh('x')\n          ^"_s);
    QVERIFY2(missing.error().detail.startsWith("HINT:  No function matches"_L1), qPrintable(missing.error().detail));

    const auto raised = m_connection->execute(
        u"DO $$ BEGIN RAISE EXCEPTION E'two\\nlines' USING DETAIL = '数据', HINT = 'stop'; END $$"_s);
    QVERIFY(!raised);
    QCOMPARE(raised.error().message, u"two\nlines"_s);
    QVERIFY2(raised.error().detail.startsWith(u"DETAIL:  数据\nHINT:  stop\nCONTEXT:  PL/pgSQL"_s),
        qPrintable(raised.error().detail));
    for (const Error &error : {broken.error(), missing.error(), raised.error()})
        QVERIFY2(!error.toText().contains("QPSQL"_L1), qPrintable(error.toText()));
}

void TestPostgresqlError::sqlStatesHaveACode_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("lock not available") << u"55P03"_s << ErrorCode::Locked;
    QTest::newRow("deadlock") << u"40P01"_s << ErrorCode::Locked;
    QTest::newRow("object in use") << u"55006"_s << ErrorCode::Locked;
    QTest::newRow("canceled") << u"57014"_s << ErrorCode::Canceled;
    QTest::newRow("privilege") << u"42501"_s << ErrorCode::Server;
    QTest::newRow("read only") << u"25006"_s << ErrorCode::Server;
    QTest::newRow("too many connections") << u"53300"_s << ErrorCode::Connection;
    QTest::newRow("of the user") << u"ZZ999"_s << ErrorCode::Server;
}

void TestPostgresqlError::sqlStatesHaveACode()
{
    QFETCH(QString, state);
    QFETCH(ErrorCode, code);
    const auto raised =
        m_connection->execute(u"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '%1'; END $$"_s.arg(state));
    QVERIFY(!raised);
    QCOMPARE(raised.error().code, code);
    QCOMPARE(raised.error().message, u"x"_s);
    QVERIFY(!raised.error().nextStep.isEmpty());
}

void TestPostgresqlError::lockTimeoutIsLocked()
{
    QVERIFY(m_connection->execute(u"CREATE TABLE t (a int)"_s));
    const auto holder = open();
    QVERIFY(holder->begin());
    QVERIFY(holder->execute(u"LOCK TABLE t"_s));
    QVERIFY(m_connection->execute(u"SET lock_timeout = '50ms'"_s));
    const auto blocked = m_connection->execute(u"ALTER TABLE t ADD b int"_s);
    QVERIFY(!blocked);
    QCOMPARE(blocked.error().code, ErrorCode::Locked);
    QVERIFY(blocked.error().nextStep.contains("pg_blocking_pids"_L1));
    QVERIFY(m_connection->execute(u"SET statement_timeout = '50ms'"_s));
    const auto slow = m_connection->execute(u"SELECT pg_sleep(5)"_s);
    QVERIFY(!slow);
    QCOMPARE(slow.error().code, ErrorCode::Server);
    QVERIFY(slow.error().nextStep.contains("statement_timeout"_L1));
}

void TestPostgresqlError::lostConnectionIsAnError()
{
    QVERIFY(m_connection->begin());
    const QVariant session = m_connection->execute(u"SELECT pg_backend_pid()"_s)->rows[0][0];
    QVERIFY(open()->execute(u"SELECT pg_terminate_backend(:pid, 5000)"_s, {{u"pid"_s, session}}));
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto result = m_connection->execute(u"SELECT 1"_s);
        QVERIFY(!result);
        QVERIFY2(result.error().code == ErrorCode::Connection, qPrintable(result.error().toText()));
        QVERIFY(!result.error().nextStep.isEmpty());
    }
    m_connection->rollback();
    QVERIFY(!m_connection->inTransaction());
}

QTEST_GUILESS_MAIN(TestPostgresqlError)
#include "tst_postgresqlerror.moc"
