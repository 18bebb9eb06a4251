#include "migrations/runner/lostconnection.h"

#include "migrations/history/versiontable.h"
#include "migrations/runner/failurereport.h"
#include "tests/migrations/runner/runnertestcase.h"

using namespace Migrations;
using namespace Migrations::Runner;
using namespace Qt::StringLiterals;

/// Sessions that the server ends: what is told is what a new connection found.
class TestLostConnection : public RunnerTestCase
{
    Q_OBJECT

private slots:
    void initTestCase();

    void duringAStatement();
    void duringACommit();
    void nobodyAnswers();
    void outcomes_data();
    void outcomes();

private:
    void endSessionAt(const QString &statement);
};

void TestLostConnection::initTestCase()
{
    RunnerTestCase::initTestCase();
    QVERIFY2(startCluster(), qPrintable(cluster().problem()));
}

void TestLostConnection::endSessionAt(const QString &statement)
{
    const auto connection = connect();
    const QString victim = u"SELECT count(%1) FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
                           "pg_backend_pid() AND state = 'active' AND query = '%2'"_s;
    QTRY_COMPARE(value(*connection, victim.arg(u"pid"_s, statement)).toInt(), 1);
    QCOMPARE(value(*connection, victim.arg(u"pg_terminate_backend(pid)"_s, statement)).toInt(), 1);
}

void TestLostConnection::duringAStatement()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {u"op.execute('CREATE TABLE t1 (x INTEGER)')"_s});
    add(u"b"_s, {u"op.execute('CREATE TABLE t2 (x INTEGER)')"_s, u"op.execute('SELECT pg_sleep(30)')"_s});
    const auto running = start();
    endSessionAt(u"SELECT pg_sleep(30)"_s);
    const RunReport report = running->report();
    QCOMPARE(report.error->code, ErrorCode::Connection);
    QVERIFY2(report.error->detail.contains(u"rolled back"_s), qPrintable(report.error->toText()));
    QCOMPARE(report.rowsAfter, QStringList {u"a"_s});
    QVERIFY(report.possibleRows.isEmpty());
    QCOMPARE(report.done.size(), 1);
    QCOMPARE(tables(), QStringList {u"t1"_s});
}

// a constraint that is looked at when the transaction ends takes its time there
void TestLostConnection::duringACommit()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {u"op.execute('CREATE TABLE t1 (x INTEGER)')"_s});
    add(u"b"_s,
        {u"op.execute('CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS "
         "$$ BEGIN PERFORM pg_sleep(30); RETURN NULL; END $$')"_s,
            u"op.execute('CREATE CONSTRAINT TRIGGER late AFTER INSERT ON t1 DEFERRABLE INITIALLY DEFERRED FOR EACH ROW "
            "EXECUTE FUNCTION slow()')"_s,
            u"op.execute('INSERT INTO t1 VALUES (1)')"_s});
    const auto running = start();
    QTRY_VERIFY(running->only<StatementFinished>().size() == 4 || running->isDone());
    QVERIFY2(!running->isDone(), qPrintable(running->isDone() ? running->report().error->toText() : QString()));
    endSessionAt(u"COMMIT"_s);
    const RunReport report = running->report();
    QCOMPARE(report.error->code, ErrorCode::Connection);
    QVERIFY2(report.error->message.contains(u"being committed"_s), qPrintable(report.error->toText()));
    QVERIFY2(report.error->detail.contains(u"rolled back"_s), qPrintable(report.error->toText()));
    QCOMPARE(report.rowsAfter, QStringList {u"a"_s});
    QCOMPARE(report.done.size(), 1);
    QCOMPARE(running->only<StepFailed>().size(), 1);
}

void TestLostConnection::nobodyAnswers()
{
    makeProject(u"postgresql"_s);
    const auto connection = connect();
    const Dialects::Dialect &dialect = *Dialects::Dialect::byName(u"postgresql"_s);
    const History::VersionTable table {Dialects::VersionTableSql(dialect, {})};
    CancelToken cancel;
    cancel.cancel();
    // the session is there still, and the wait for its end is cancelled
    const Result<QStringList> rows = rowsAfterLosing(*connection, table, cancel);
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, ErrorCode::Canceled);
}

void TestLostConnection::outcomes_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("detail");
    QTest::newRow("committed") << int(CommitOutcome::Committed) << u"A new connection found step b committed."_s;
    QTest::newRow("rolled back") << int(CommitOutcome::RolledBack)
                                 << u"A new connection found that step b was rolled back."_s;
    QTest::newRow("moved") << int(CommitOutcome::Moved)
                           << u"A new connection found rows that this run has not written: somebody else migrates this "
                              "database."_s;
    QTest::newRow("unknown") << int(CommitOutcome::Unknown) << u"Nobody knows yet whether step b is committed."_s;
}

void TestLostConnection::outcomes()
{
    QFETCH(const int, outcome);
    QFETCH(const QString, detail);
    const Error error = lostCommitError({.code = ErrorCode::Connection, .message = u"gone"_s}, {.revision = u"b"_s},
        static_cast<CommitOutcome>(outcome));
    QCOMPARE(error.code, ErrorCode::Connection);
    QCOMPARE(error.message, u"The connection was lost while step b was being committed: gone"_s);
    QCOMPARE(error.detail, detail);
    QVERIFY(!error.nextStep.isEmpty());
}

QTEST_GUILESS_MAIN(TestLostConnection)
#include "tst_lostconnection.moc"
