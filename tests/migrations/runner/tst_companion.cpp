#include "migrations/runner/companion.h"
#include "tests/migrations/runner/runnertestcase.h"

#include <QProcess>

using namespace Migrations;
using namespace Migrations::Runner;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Several migrators at once, statements that wait, and statements that are stopped.
class TestCompanion : public RunnerTestCase
{
    Q_OBJECT

private slots:
    void initTestCase();

    void secondMigratorWaits();
    void secondMigratorLeavesWithoutPatience();
    void lockGoesWithItsConnection();
    void concurrentIndexIsNoDeadlock();
    void sixteenAtOnce_data() { databases(); }
    void sixteenAtOnce();
    void lockedTableIsTriedAgain();
    void readersGoOnMeanwhile();
    void patienceEndsWithWhoIsInTheWay();
    void lockedVersionTableIsWaitedFor();
    void autocommitStatementIsSentAgain();
    void lockedFileIsWaitedFor();
    void longStatementIsStopped_data();
    void longStatementIsStopped();
    void waitForALockIsStopped();
    void longIndexShowsItsProgress();
};

void TestCompanion::initTestCase()
{
    RunnerTestCase::initTestCase();
    QVERIFY2(startCluster(), qPrintable(cluster().problem()));
}

namespace {

QString table(const QString &name)
{
    return u"op.create_table('%1', sa.Column('id', sa.Integer(), primary_key=True))"_s.arg(name);
}

QString problem(const RunReport &report)
{
    return report.error ? report.error->toText() : QString();
}

} // namespace

void TestCompanion::secondMigratorWaits()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {table(u"t1"_s), u"op.execute('SELECT pg_sleep(1)')"_s});
    add(u"b"_s, {table(u"t2"_s)});
    const auto first = start();
    QTRY_VERIFY(!first->only<StatementStarted>().isEmpty());
    const auto second = start();
    QTRY_VERIFY(!second->only<LockWaiting>().isEmpty());
    const LockWaiting waiting = second->only<LockWaiting>().front();
    QVERIFY(waiting.object.isEmpty());
    QCOMPARE(waiting.holders.size(), 1);
    QCOMPARE(waiting.holders.front().application, u"stillroom"_s);
    QCOMPARE(waiting.holders.front().user, PostgresqlCluster::superuser());
    QVERIFY(waiting.holders.front().process > 0);
    QVERIFY(!first->isDone());
    const RunReport one = first->report();
    const RunReport other = second->report();
    QVERIFY2(one.succeeded(), qPrintable(problem(one)));
    QVERIFY2(other.succeeded(), qPrintable(problem(other)));
    QCOMPARE(one.done.size(), 2);
    QCOMPARE(other.done.size(), 0); // its plan is of what it found when it was its turn
    QCOMPARE(other.rowsBefore, QStringList {u"b"_s});
}

void TestCompanion::secondMigratorLeavesWithoutPatience()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {u"op.execute('SELECT pg_sleep(1)')"_s});
    const auto first = start();
    QTRY_VERIFY(!first->only<StatementStarted>().isEmpty());
    const RunReport second = run(u"head"_s, {.lockWait = 0ms});
    QCOMPARE(second.error->code, ErrorCode::Locked);
    QVERIFY2(second.error->message.contains(u"stillroom"_s), qPrintable(second.error->message));
    QVERIFY(!second.error->nextStep.isEmpty());
    QVERIFY(first->report().succeeded());
}

void TestCompanion::lockGoesWithItsConnection()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {u"op.execute('SELECT pg_sleep(30)')"_s});
    const auto first = start();
    QTRY_VERIFY(!first->only<StatementStarted>().isEmpty());
    const auto connection = connect();
    QCOMPARE(value(*connection,
                 u"SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' AND classid = %1"_s
                     .arg(Companion::LockClass))
                 .toInt(),
        1);
    QTRY_COMPARE(value(*connection, u"SELECT pg_try_advisory_lock(%1, 1)"_s.arg(Companion::LockClass)).toBool(), true);
    QVERIFY(value(*connection, u"SELECT pg_advisory_unlock_all()"_s).isValid());
    QTRY_VERIFY(!first->isDone()); // the statement itself goes on
    first->cancel();
    QCOMPARE(first->report().error->code, ErrorCode::Canceled);
}

// CREATE INDEX CONCURRENTLY waits for every snapshot, so who waits for the lock must not have one
void TestCompanion::concurrentIndexIsNoDeadlock()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {table(u"t"_s)});
    add(u"b"_s,
        {u"with op.get_context().autocommit_block():"_s,
            u"    op.create_index('ix', 't', ['id'], postgresql_concurrently=True)"_s});
    const auto first = start();
    const auto second = start();
    const RunReport one = first->report();
    const RunReport other = second->report();
    QVERIFY2(one.succeeded(), qPrintable(problem(one)));
    QVERIFY2(other.succeeded(), qPrintable(problem(other)));
    QCOMPARE(one.done.size() + other.done.size(), 2);
}

void TestCompanion::sixteenAtOnce()
{
    QFETCH(const QString, database);
    makeProject(database);
    QStringList names;
    for (int number = 0; number < 8; ++number) {
        names << u"t%1"_s.arg(number);
        add(u"r%1"_s.arg(number), {table(names.constLast())});
    }
    std::vector<std::unique_ptr<Running>> all;
    for (int number = 0; number < 16; ++number)
        all.push_back(start());
    qsizetype done = 0;
    for (const auto &one : all) {
        const RunReport report = one->report();
        QVERIFY2(report.succeeded(), qPrintable(problem(report)));
        QCOMPARE(report.rowsAfter, QStringList {u"r7"_s});
        done += report.done.size();
    }
    QCOMPARE(done, 8);
    QCOMPARE(tables(), names);
}

void TestCompanion::lockedTableIsTriedAgain()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {table(u"t"_s)});
    add(u"b"_s, {table(u"t2"_s), u"op.add_column('t', sa.Column('n', sa.Integer()))"_s});
    QVERIFY(run(u"a"_s).succeeded());
    const auto other = connect();
    QVERIFY(other->begin());
    QVERIFY(other->execute(u"SELECT * FROM t"_s));
    const auto running = start(u"head"_s, {.lockTimeout = 300ms});
    QTRY_VERIFY(running->only<StepRetried>().size() >= 2);
    const QList<LockWaiting> waiting = running->only<LockWaiting>();
    QVERIFY(!waiting.isEmpty());
    QCOMPARE(waiting.front().object, u"t (AccessExclusiveLock)"_s);
    QCOMPARE(waiting.front().holders.size(), 1);
    QCOMPARE(waiting.front().holders.front().process, other->session());
    QVERIFY(waiting.front().holders.front().query.contains(u"SELECT * FROM t"_s));
    other->rollback();
    const RunReport report = running->report();
    QVERIFY2(report.succeeded(), qPrintable(problem(report)));
    QCOMPARE(report.done.size(), 1);
    QCOMPARE(tables(), (QStringList {u"t"_s, u"t2"_s}));
}

// with a lock_timeout those who queue behind us go on after it, instead of when the other is done
void TestCompanion::readersGoOnMeanwhile()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {table(u"t"_s)});
    add(u"b"_s, {u"op.add_column('t', sa.Column('n', sa.Integer()))"_s});
    QVERIFY(run(u"a"_s).succeeded());
    const auto other = connect();
    QVERIFY(other->begin());
    QVERIFY(other->execute(u"SELECT * FROM t"_s));
    const auto running = start();
    const auto reader = connect();
    QTRY_VERIFY(running->only<StatementStarted>().size() >= 1);
    for (int number = 0; number < 20; ++number) { // without a timeout the first of them would wait for ever
        QVERIFY(reader->execute(u"SELECT * FROM t"_s));
        QTest::qWait(50);
    }
    QVERIFY(!running->isDone());
    other->rollback();
    QVERIFY(running->report().succeeded());
}

void TestCompanion::patienceEndsWithWhoIsInTheWay()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {table(u"t"_s)});
    add(u"b"_s, {u"op.create_index('ix', 't', ['id'])"_s});
    QVERIFY(run(u"a"_s).succeeded());
    const auto other = connect();
    QVERIFY(other->begin());
    QVERIFY(other->execute(u"LOCK TABLE t"_s));
    const auto running = start(u"head"_s, {.lockTimeout = 250ms, .lockWait = 1s});
    const RunReport report = running->report();
    QCOMPARE(report.error->code, ErrorCode::Locked);
    QCOMPARE(report.error->statement.trimmed(), u"CREATE INDEX ix ON t (id)"_s);
    QVERIFY2(report.error->detail.contains(u"b"_s), qPrintable(report.error->detail));
    QCOMPARE(report.rowsAfter, QStringList {u"a"_s});
}

void TestCompanion::lockedVersionTableIsWaitedFor()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {table(u"t"_s)});
    add(u"b"_s, {table(u"t2"_s)});
    QVERIFY(run(u"a"_s).succeeded());
    const auto other = connect();
    QVERIFY(other->begin());
    QVERIFY(other->execute(u"LOCK TABLE alembic_version"_s));
    const auto running = start();
    QTest::qWait(800);
    QVERIFY(!running->isDone());
    other->rollback();
    QVERIFY(running->report().succeeded());

    QVERIFY(other->begin());
    QVERIFY(other->execute(u"LOCK TABLE alembic_version"_s));
    QCOMPARE(run(u"head"_s, {.lockWait = 400ms}).error->code, ErrorCode::Locked);
}

void TestCompanion::autocommitStatementIsSentAgain()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {table(u"t"_s)});
    add(u"b"_s,
        {u"with op.get_context().autocommit_block():"_s, u"    op.execute('ALTER TABLE t ADD COLUMN n INTEGER')"_s});
    QVERIFY(run(u"a"_s).succeeded());
    const auto other = connect();
    QVERIFY(other->begin());
    QVERIFY(other->execute(u"SELECT * FROM t"_s));
    const auto running = start();
    QTest::qWait(700);
    QVERIFY(!running->isDone());
    other->rollback();
    const RunReport report = running->report();
    QVERIFY2(report.succeeded(), qPrintable(problem(report)));
    QVERIFY(running->only<StepRetried>().isEmpty()); // what the block has committed is not done twice
}

void TestCompanion::lockedFileIsWaitedFor()
{
    makeProject(u"sqlite"_s);
    add(u"a"_s, {table(u"t"_s)});
    QProcess shell;
    shell.start(u"sqlite3"_s, {folder().database()});
    QVERIFY(shell.waitForStarted());
    shell.write("BEGIN IMMEDIATE;\nCREATE TABLE other (id);\nSELECT 'held';\n");
    QVERIFY(shell.waitForReadyRead());
    const auto running = start();
    QTRY_VERIFY(!running->only<LockWaiting>().isEmpty());
    const LockWaiting waiting = running->only<LockWaiting>().front();
    QCOMPARE(waiting.object, folder().database());
    QCOMPARE(waiting.holders.size(), 1);
    QCOMPARE(waiting.holders.front().process, shell.processId());
    QCOMPARE(waiting.holders.front().application, u"sqlite3"_s);
    QVERIFY(!running->isDone());
    QCOMPARE(run(u"head"_s, {.lockWait = 0ms}).error->code, ErrorCode::Locked);
    shell.write("COMMIT;\n.quit\n");
    QVERIFY(shell.waitForFinished());
    const RunReport report = running->report();
    QVERIFY2(report.succeeded(), qPrintable(problem(report)));
    QCOMPARE(tables(), (QStringList {u"other"_s, u"t"_s}));
}

void TestCompanion::longStatementIsStopped_data()
{
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("statement");
    QTest::newRow("PostgreSQL") << u"postgresql"_s << u"SELECT pg_sleep(60)"_s;
    QTest::newRow("SQLite") << u"sqlite"_s
                            << u"CREATE TABLE n AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c "
                               "LIMIT 500000000) SELECT max(x) AS m FROM c"_s;
}

void TestCompanion::longStatementIsStopped()
{
    QFETCH(const QString, database);
    QFETCH(const QString, statement);
    makeProject(database);
    add(u"a"_s, {table(u"t1"_s)});
    add(u"b"_s, {table(u"t2"_s), u"op.execute('%1')"_s.arg(statement)});
    const auto running = start();
    QTRY_COMPARE(running->only<StatementStarted>().size(), 3);
    QTest::qWait(200);
    QElapsedTimer timer;
    timer.start();
    running->cancel();
    const RunReport report = running->report();
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(report.error->code, ErrorCode::Canceled);
    QVERIFY2(report.error->detail.contains(u"b"_s), qPrintable(report.error->detail));
    QCOMPARE(report.rowsAfter, QStringList {u"a"_s});
    QCOMPARE(tables(), QStringList {u"t1"_s});
}

void TestCompanion::waitForALockIsStopped()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {u"op.execute('SELECT pg_sleep(1)')"_s});
    const auto first = start();
    QTRY_VERIFY(!first->only<StatementStarted>().isEmpty());
    const auto second = start();
    QTRY_VERIFY(!second->only<LockWaiting>().isEmpty());
    second->cancel();
    QCOMPARE(second->report().error->code, ErrorCode::Canceled);
    QVERIFY(first->report().succeeded());
}

void TestCompanion::longIndexShowsItsProgress()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {u"op.execute('CREATE TABLE t AS SELECT random() AS x FROM generate_series(1, 600000)')"_s});
    // the function makes it long on any machine: 600,000 calls
    add(u"b"_s,
        {u"op.execute('CREATE FUNCTION slow(x float8) RETURNS float8 IMMUTABLE LANGUAGE plpgsql AS "
         "$$ BEGIN FOR i IN 1..5 LOOP x := x + 1; END LOOP; RETURN x; END $$')"_s,
            u"op.execute('CREATE INDEX ix ON t (slow(x))')"_s});
    const auto running = start();
    const RunReport report = running->report();
    QVERIFY2(report.succeeded(), qPrintable(problem(report)));
    const QList<StatementProgress> progress = running->only<StatementProgress>();
    QVERIFY(!progress.isEmpty());
    QVERIFY2(progress.front().phase.startsWith(u"CREATE INDEX: "_s), qPrintable(progress.front().phase));
    QVERIFY(progress.front().total > 0);
}

QTEST_GUILESS_MAIN(TestCompanion)
#include "tst_companion.moc"
