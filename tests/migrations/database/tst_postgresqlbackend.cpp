#include "migrations/database/connection.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QThread>
#include <QTimeZone>
#include <QUuid>

using namespace Migrations;
using namespace Migrations::Database;
using namespace Qt::StringLiterals;

class TestPostgresqlBackend : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void versionIsForPeople();
    void sessionHasTheServersSettings();
    void whatCannotBeReachedIsAnError_data();
    void whatCannotBeReachedIsAnError();
    void valuesHaveTheTypeOfTheirColumn();
    void boundValuesArriveUnchanged();
    void boundValuesFitTheColumn();
    void boundValuesNeverBecomeSql();
    void castsQuotesAndOperatorsAreNoPlaceholders();
    void statementsThatCannotBePreparedAreRefused();
    void preparedStatementsAreDropped();
    void severalStatementsGiveTheLastRows();
    void laterStatementThatFailsIsAnError();
    void failureInTheMiddleOfTheRowsIsAnError();
    void affectedRowsAreToldForChangesOnly();
    void failuresCarryTheServersReport();
    void sqlStatesHaveACode_data();
    void sqlStatesHaveACode();
    void lockTimeoutIsLocked();
    void copyFromTheClientIsRefused();
    void readOnlyConnectionCannotWrite();
    void readOnlyTransactionCannotWrite();
    void committingASpoiledTransactionIsAnError();
    void lostConnectionIsAnError();
    void cancelStopsTheStatement();
    void oddNamesAndUnicodeWork();

private:
    [[nodiscard]] std::unique_ptr<Connection> open(Access access = Access::ReadWrite) const;

    PostgresqlCluster m_cluster;
    QString m_url;
    std::unique_ptr<Connection> m_connection;
};

void TestPostgresqlBackend::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
}

void TestPostgresqlBackend::init()
{
    TestCase::init();
    m_url = m_cluster.createDatabase();
    QVERIFY2(!m_url.isEmpty(), qPrintable(m_cluster.problem()));
    m_connection = open();
}

void TestPostgresqlBackend::cleanup()
{
    m_connection.reset();
}

std::unique_ptr<Connection> TestPostgresqlBackend::open(Access access) const
{
    return Connection::open(DatabaseUrl::parse(m_url).value(), access).value();
}

void TestPostgresqlBackend::versionIsForPeople()
{
    static const QRegularExpression form(u"^PostgreSQL \\d+(\\.\\d+)?$"_s);
    QVERIFY2(form.match(m_connection->serverVersion()).hasMatch(), qPrintable(m_connection->serverVersion()));
}

void TestPostgresqlBackend::sessionHasTheServersSettings()
{
    const Rows rows = m_connection
                          ->execute(u"SELECT current_setting('TimeZone'), current_setting('bytea_output'), "
                                    "current_setting('application_name')"_s)
                          .value();
    QCOMPARE(rows.rows, (QList<QVariantList> {{u"<+08>-08"_s, u"hex"_s, u"stillroom"_s}}));
}

void TestPostgresqlBackend::whatCannotBeReachedIsAnError_data()
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
    QTest::newRow("no password") << m_cluster.url(u"postgres"_s, u"stillroom"_s, QString())
                                 << ErrorCode::Authentication << u"no password supplied"_s;
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

void TestPostgresqlBackend::whatCannotBeReachedIsAnError()
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

void TestPostgresqlBackend::valuesHaveTheTypeOfTheirColumn()
{
    const Rows rows
        = m_connection
              ->execute(u"SELECT true, 7::int, 9007199254740993::bigint, 1.5::float8, 12345678901234567890.0123::numeric, "
                        "'数据'::text, '\\x00ff'::bytea, NULL::int, ''::text, date '2024-02-29', time '01:02:03', "
                        "timestamp '2024-02-29 01:02:03.25', timestamptz '2024-02-29 01:02:03+00', "
                        "'{\"a\": [1]}'::jsonb, '{1,2}'::int[], 'NaN'::float8, timestamp 'infinity'"_s)
              .value();
    const QVariantList row = rows.rows.value(0);
    const QVariantList expected {true, 7, 9007199254740993LL, 1.5, u"12345678901234567890.0123"_s, u"数据"_s,
        QByteArray("\0\xff", 2), QVariant(), QString(u""_s), QDate(2024, 2, 29), QTime(1, 2, 3)};
    QCOMPARE(row.first(expected.size()), expected);
    QVERIFY(!row[7].isValid());
    QCOMPARE(row[11].toDateTime().time(), QTime(1, 2, 3, 250));
    QCOMPARE(row[11].toDateTime().date(), QDate(2024, 2, 29));
    QCOMPARE(row[12].toDateTime(), QDateTime(QDate(2024, 2, 29), QTime(1, 2, 3), QTimeZone::UTC));
    QCOMPARE(row[13], QVariant(u"{\"a\": [1]}"_s));
    QCOMPARE(row[14], QVariant(u"{1,2}"_s));
    QVERIFY(qIsNaN(row[15].toDouble()));
    QVERIFY(row[16].isValid());
    QVERIFY(!row[16].toDateTime().isValid());
}

void TestPostgresqlBackend::boundValuesArriveUnchanged()
{
    const QVariantMap values {{u"text"_s, u"O'Neil \\ :text ? $1 数据"_s}, {u"bytes"_s, QByteArray("\0'\\\xff", 4)},
        {u"small"_s, -5}, {u"big"_s, 9007199254740993LL}, {u"huge"_s, 18446744073709551615ULL}, {u"real"_s, 0.1},
        {u"no"_s, false}, {u"none"_s, QVariant()}, {u"day"_s, QDate(2024, 2, 29)}, {u"nan"_s, qQNaN()}};
    const Rows rows = m_connection
                          ->execute(u"SELECT :text::text, :bytes, :small, :big, :huge, :real, :no, :none::text, :day, "
                                    ":nan, :text::text"_s,
                              values)
                          .value();
    const QVariantList row = rows.rows.value(0);
    const QVariantList expected {values[u"text"_s], values[u"bytes"_s], -5, 9007199254740993LL,
        u"18446744073709551615"_s, u"0.1"_s, false, QVariant(), QDate(2024, 2, 29)};
    QCOMPARE(row.first(expected.size()), expected);
    QVERIFY(qIsNaN(row[9].toDouble()));
    QCOMPARE(row[10], values[u"text"_s]);
}

void TestPostgresqlBackend::boundValuesFitTheColumn()
{
    QVERIFY(m_connection->execute(
        u"CREATE TYPE mood AS ENUM ('ok', 'it''s'); "
        "CREATE TABLE t (id uuid, m mood, j jsonb, d timestamptz, l timestamp, n smallint, a text[], f float8, i interval)"_s));
    const QUuid id = QUuid::createUuid();
    const QDateTime moment(QDate(2024, 2, 29), QTime(1, 2, 3, 4), QTimeZone::UTC);
    const QVariantMap values {{u"id"_s, id}, {u"m"_s, u"it's"_s}, {u"j"_s, QVariantMap {{u"k"_s, u"v\"'"_s}}},
        {u"d"_s, moment}, {u"l"_s, QDateTime(QDate(2024, 1, 1), QTime(3, 0))}, {u"n"_s, 3}, {u"f"_s, 0.1},
        {u"a"_s, QVariantList {u"a,\"b\"\\"_s, QVariant(), u"NULL"_s}}, {u"i"_s, u"2 days"_s}};
    const auto inserted = m_connection->execute(u"INSERT INTO t VALUES (:id, :m, :j, :d, :l, :n, :a, :f, :i)"_s, values);
    QVERIFY2(inserted, qPrintable(inserted ? QString() : inserted.error().toText()));
    QCOMPARE(inserted->affected, 1);
    const Rows rows = m_connection
                          ->execute(u"SELECT id, m, j ->> 'k', d, l::text, n, a[1], a[2], a[3], f, i = interval '48 h' "
                                    "FROM t WHERE id = :id AND n = ANY(:many) AND l < :l2"_s,
                              {{u"id"_s, id.toString(QUuid::WithoutBraces)}, {u"many"_s, QVariantList {1, 3}},
                                  {u"l2"_s, QDateTime(QDate(2024, 1, 2), QTime(0, 0))}})
                          .value();
    const QVariantList row = rows.rows.value(0);
    QCOMPARE(row.size(), 11);
    QCOMPARE(row[0].toString(), id.toString(QUuid::WithoutBraces));
    QCOMPARE(row[1].toString(), u"it's"_s);
    QCOMPARE(row[2].toString(), u"v\"'"_s);
    QCOMPARE(row[3].toDateTime(), moment);
    QCOMPARE(row[4].toString(), u"2024-01-01 03:00:00"_s);
    QCOMPARE(row[5], QVariant(3));
    QCOMPARE(row[6].toString(), u"a,\"b\"\\"_s);
    QVERIFY(row[7].isNull());
    QCOMPARE(row[8].toString(), u"NULL"_s);
    QCOMPARE(row[9], QVariant(0.1));
    QCOMPARE(row[10], QVariant(true));
}

void TestPostgresqlBackend::boundValuesNeverBecomeSql()
{
    QVERIFY(m_connection->execute(u"CREATE TABLE t (a text)"_s));
    for (const QString &evil : {u"x'); DROP TABLE t; --"_s, u"\\'); DROP TABLE t; --"_s, u"$$; DROP TABLE t;"_s}) {
        QVERIFY(m_connection->execute(u"INSERT INTO t VALUES (:v)"_s, {{u"v"_s, evil}}));
        QCOMPARE(m_connection->executePositional(u"SELECT a FROM t WHERE a = ?"_s, QVariantList {evil})->rows,
            QList<QVariantList> {{evil}});
    }
    QVERIFY(m_connection->execute(u"SET standard_conforming_strings = off"_s));
    const QString slashes = u"\\' \\\\ '"_s;
    QCOMPARE(m_connection->execute(u"SELECT :v::text"_s, {{u"v"_s, slashes}})->rows, QList<QVariantList> {{slashes}});
    const auto nul = m_connection->execute(u"SELECT :v::text"_s, {{u"v"_s, u"a\0b"_s}});
    QVERIFY(!nul);
    QCOMPARE(nul.error().code, ErrorCode::BadInput);
}

void TestPostgresqlBackend::castsQuotesAndOperatorsAreNoPlaceholders()
{
    const Rows bare
        = m_connection->execute(u"SELECT '5'::int AS \"a:b\", ':x', $$:y ?$$, '{\"k\":1}'::jsonb ? 'k' -- it's :z"_s)
              .value();
    QCOMPARE(bare.columns.constFirst(), u"a:b"_s);
    QCOMPARE(bare.rows, (QList<QVariantList> {{5, u":x"_s, u":y ?"_s, true}}));
    const Rows bound = m_connection
                           ->execute(u"SELECT :n::int, ':n', '{\"k\":1}'::jsonb ? :k /* don't :stop */, "
                                     "(ARRAY[1,2,3])[1:2] -- :z's"_s,
                               {{u"n"_s, u"5"_s}, {u"k"_s, u"k"_s}})
                           .value();
    QCOMPARE(bound.rows, (QList<QVariantList> {{5, u":n"_s, true, u"{1,2}"_s}}));
}

void TestPostgresqlBackend::statementsThatCannotBePreparedAreRefused()
{
    const auto result = m_connection->execute(u"ALTER TABLE t SET (fillfactor = :f)"_s, {{u"f"_s, 50}});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QVERIFY(!result.error().nextStep.isEmpty());
    const auto unclear = m_connection->execute(u"SELECT jsonb_build_object('a', :v)"_s, {{u"v"_s, u"x"_s}});
    QVERIFY(!unclear);
    QCOMPARE(unclear.error().code, ErrorCode::Server);
    QVERIFY(unclear.error().nextStep.contains("CAST("_L1));
}

void TestPostgresqlBackend::preparedStatementsAreDropped()
{
    QVERIFY(m_connection->execute(u"SELECT :a::int"_s, {{u"a"_s, 1}}));
    const auto failed = m_connection->execute(u"SELECT 1 / :a"_s, {{u"a"_s, 0}});
    QVERIFY(!failed);
    QCOMPARE(failed.error().message, u"division by zero"_s);
    QVERIFY(!failed.error().toText().contains("PREPARE"_L1));
    QCOMPARE(m_connection->execute(u"SELECT count(*) FROM pg_prepared_statements"_s)->rows,
        QList<QVariantList> {{0LL}});
}

void TestPostgresqlBackend::severalStatementsGiveTheLastRows()
{
    const Rows rows = m_connection
                          ->execute(u"CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2); SELECT 0; "
                                    "SELECT a FROM t ORDER BY a;"_s)
                          .value();
    QCOMPARE(rows.columns, QStringList {u"a"_s});
    QCOMPARE(rows.rows, (QList<QVariantList> {{1}, {2}}));
    const Rows ddl = m_connection->execute(u"SELECT 1; DROP TABLE t"_s).value();
    QVERIFY(ddl.rows.isEmpty());
    QVERIFY(m_connection->execute(u"-- nothing"_s)->rows.isEmpty());
}

void TestPostgresqlBackend::laterStatementThatFailsIsAnError()
{
    const auto result = m_connection->execute(u"CREATE TABLE t (a int); SELECT 1; SELECT nothing; SELECT 2"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().message, u"column \"nothing\" does not exist"_s);
    // several statements in one text are one transaction for the server
    QCOMPARE(m_connection->execute(u"SELECT to_regclass('t')"_s)->rows, QList<QVariantList> {{QVariant()}});
}

void TestPostgresqlBackend::failureInTheMiddleOfTheRowsIsAnError()
{
    const auto result = m_connection->execute(u"SELECT 1 / (500 - n) FROM generate_series(1, 1000) n"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().message, u"division by zero"_s);
    QCOMPARE(m_connection->execute(u"SELECT 1"_s)->rows, QList<QVariantList> {{1}});
}

void TestPostgresqlBackend::affectedRowsAreToldForChangesOnly()
{
    QCOMPARE(m_connection->execute(u"CREATE TABLE t (a int)"_s)->affected, -1);
    QCOMPARE(m_connection->execute(u"INSERT INTO t VALUES (1), (2), (3)"_s)->affected, 3);
    QCOMPARE(m_connection->execute(u"UPDATE t SET a = 0 WHERE a > 9"_s)->affected, 0);
    const Rows deleted = m_connection->execute(u"DELETE FROM t WHERE a > 1 RETURNING a"_s).value();
    QCOMPARE(deleted.affected, 2);
    QCOMPARE(deleted.rows.size(), 2);
    QCOMPARE(m_connection->execute(u"SELECT * FROM t"_s)->affected, -1);
}

void TestPostgresqlBackend::failuresCarryTheServersReport()
{
    QVERIFY(m_connection->execute(u"CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p)"_s));
    const QString statement = u"INSERT INTO c VALUES (7)"_s;
    const auto broken = m_connection->execute(statement);
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::Server);
    QCOMPARE(broken.error().message,
        u"insert or update on table \"c\" violates foreign key constraint \"c_p_fkey\""_s);
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

void TestPostgresqlBackend::sqlStatesHaveACode_data()
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

void TestPostgresqlBackend::sqlStatesHaveACode()
{
    QFETCH(QString, state);
    QFETCH(ErrorCode, code);
    const auto raised
        = m_connection->execute(u"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '%1'; END $$"_s.arg(state));
    QVERIFY(!raised);
    QCOMPARE(raised.error().code, code);
    QCOMPARE(raised.error().message, u"x"_s);
    QVERIFY(!raised.error().nextStep.isEmpty());
}

void TestPostgresqlBackend::lockTimeoutIsLocked()
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

void TestPostgresqlBackend::copyFromTheClientIsRefused()
{
    QVERIFY(m_connection->execute(u"CREATE TABLE t (a int)"_s));
    for (const QString &sql : {u"COPY t FROM STDIN"_s, u"SELECT 1; COPY t TO STDOUT (FORMAT csv)"_s}) {
        const auto result = m_connection->execute(sql);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Unsupported);
        QCOMPARE(result.error().statement, sql);
    }
    QVERIFY(m_connection->execute(u"SELECT 1"_s));
}

void TestPostgresqlBackend::readOnlyConnectionCannotWrite()
{
    const auto reader = open(Access::ReadOnly);
    for (const bool inTransaction : {false, true}) {
        if (inTransaction)
            QVERIFY(reader->begin());
        const auto written = reader->execute(u"CREATE TABLE t (a int)"_s);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Server);
        QCOMPARE(written.error().message, u"cannot execute CREATE TABLE in a read-only transaction"_s);
    }
    reader->rollback();
    QCOMPARE(reader->execute(u"SELECT 1"_s)->rows, QList<QVariantList> {{1}});
}

void TestPostgresqlBackend::readOnlyTransactionCannotWrite()
{
    QVERIFY(m_connection->beginReadOnly());
    QVERIFY(m_connection->inTransaction());
    QVERIFY(!m_connection->execute(u"CREATE TABLE t (a int)"_s));
    m_connection->rollback();
    QVERIFY(m_connection->execute(u"CREATE TABLE t (a int)"_s));
}

void TestPostgresqlBackend::committingASpoiledTransactionIsAnError()
{
    QVERIFY(m_connection->begin());
    QVERIFY(m_connection->execute(u"CREATE TABLE t (a int)"_s));
    QVERIFY(!m_connection->execute(u"SELECT nothing"_s));
    const Result<void> committed = m_connection->commit();
    QVERIFY(!committed);
    QCOMPARE(committed.error().code, ErrorCode::Server);
    QVERIFY(!m_connection->inTransaction());
    QCOMPARE(m_connection->execute(u"SELECT to_regclass('t')"_s)->rows, QList<QVariantList> {{QVariant()}});

    QVERIFY(m_connection->begin());
    QVERIFY(m_connection->execute(u"CREATE TABLE t (a int); SAVEPOINT s"_s));
    QVERIFY(!m_connection->execute(u"SELECT nothing"_s));
    QVERIFY(m_connection->execute(u"ROLLBACK TO s"_s));
    QVERIFY(m_connection->commit());
    QVERIFY(m_connection->execute(u"SELECT * FROM t"_s));
}

void TestPostgresqlBackend::lostConnectionIsAnError()
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

void TestPostgresqlBackend::cancelStopsTheStatement()
{
    const Connection &running = *m_connection;
    std::unique_ptr<QThread> other(QThread::create([&running] {
        QThread::msleep(200);
        QVERIFY(running.cancel());
    }));
    QElapsedTimer timer;
    timer.start();
    other->start();
    const auto stopped = m_connection->execute(u"SELECT pg_sleep(30)"_s);
    QVERIFY(other->wait(10'000));
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Canceled);
    QVERIFY(timer.elapsed() < 10'000);
    QVERIFY(m_connection->cancel());
    QCOMPARE(m_connection->execute(u"SELECT 1"_s)->rows, QList<QVariantList> {{1}});
}

void TestPostgresqlBackend::oddNamesAndUnicodeWork()
{
    QVERIFY(m_connection->execute(u"CREATE TABLE \"数据 \"\"t\"\" ;--\" (\"a'b:c\" text)"_s));
    QVERIFY(m_connection->execute(u"INSERT INTO \"数据 \"\"t\"\" ;--\" VALUES (:v)"_s, {{u"v"_s, u"😀\u00a0"_s}}));
    const Rows rows = m_connection->execute(u"SELECT \"a'b:c\" FROM \"数据 \"\"t\"\" ;--\""_s).value();
    QCOMPARE(rows.columns, QStringList {u"a'b:c"_s});
    QCOMPARE(rows.rows, QList<QVariantList> {{u"😀\u00a0"_s}});
}

QTEST_GUILESS_MAIN(TestPostgresqlBackend)
#include "tst_postgresqlbackend.moc"
