#include "tests/migrations/database/postgresqltestcase.h"

#include <QElapsedTimer>
#include <QThread>

using namespace Migrations;
using namespace Migrations::Database;
using namespace Qt::StringLiterals;

class TestPostgresqlBackend : public PostgresqlTestCase
{
    Q_OBJECT

private slots:
    void versionIsForPeople();
    void sessionHasTheServersSettings();
    void severalStatementsGiveTheLastRows();
    void laterStatementThatFailsIsAnError();
    void failureInTheMiddleOfTheRowsIsAnError();
    void affectedRowsAreToldForChangesOnly();
    void copyFromTheClientIsRefused();
    void readOnlyConnectionCannotWrite();
    void readOnlyTransactionCannotWrite();
    void committingASpoiledTransactionIsAnError();
    void cancelStopsTheStatement();
};

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

QTEST_GUILESS_MAIN(TestPostgresqlBackend)
#include "tst_postgresqlbackend.moc"
