#include "migrations/runner/dryrun.h"
#include "tests/migrations/runner/runnertestcase.h"

using namespace Migrations;
using namespace Migrations::Runner;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A run that is measured and rolled back: it leaves nothing and tells the truth.
class TestDryRun : public RunnerTestCase
{
    Q_OBJECT

private slots:
    void initTestCase();

    void nothingStays_data() { databases(); }
    void nothingStays();
    void schemaChangesAreThoseOfTheRun();
    void locksAndRewritesAreMeasured();
    void failureIsTold_data() { databases(); }
    void failureIsTold();
    void whatCannotBeRolledBackIsNotSent();
    void sequencesAreTold();
    void lockedTableIsTriedAgain();
    void nothingToDo();
};

void TestDryRun::initTestCase()
{
    RunnerTestCase::initTestCase();
    QVERIFY2(startCluster(), qPrintable(cluster().problem()));
}

namespace {

QString problem(const RunReport &report)
{
    return report.error ? report.error->toText() : QString();
}

const Rehearsal::Statement *statement(const RunReport &report, const QString &begin)
{
    for (const Rehearsal::Statement &one : report.rehearsal->statements) {
        if (one.sql.trimmed().startsWith(begin))
            return &one;
    }
    return nullptr;
}

} // namespace

void TestDryRun::nothingStays()
{
    QFETCH(const QString, database);
    makeProject(database);
    add(u"a"_s, {u"op.create_table('t', sa.Column('id', sa.Integer(), primary_key=True))"_s});
    add(u"b"_s, {u"op.execute('INSERT INTO t VALUES (1), (2)')"_s, u"op.create_index('ix', 't', ['id'])"_s});
    setDryRun(true);
    const RunReport report = run();
    QVERIFY2(report.succeeded(), qPrintable(problem(report)));
    QCOMPARE(report.done.size(), 2);
    QCOMPARE(report.rowsAfter, QStringList());
    QCOMPARE(tables(), QStringList());
    QVERIFY(report.rehearsal);
    QCOMPARE(report.rehearsal->statements.size(), 3);
    QCOMPARE(report.rehearsal->statements[0].revision, u"a"_s);
    QCOMPARE(report.rehearsal->statements[1].revision, u"b"_s);
    QCOMPARE(report.rehearsal->statements[1].rows, 2);
    QVERIFY(report.rehearsal->statements[1].at.line > 0);
    setDryRun(false);
    QVERIFY(run().succeeded()); // and nothing is in the way of the run itself
    QCOMPARE(tables(), QStringList {u"t"_s});
}

void TestDryRun::schemaChangesAreThoseOfTheRun()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {u"op.create_table('t', sa.Column('id', sa.Integer(), primary_key=True))"_s});
    add(u"b"_s, {u"op.add_column('t', sa.Column('n', sa.String(5)))"_s, u"op.create_index('ix', 't', ['n'])"_s});
    QVERIFY(run(u"a"_s).succeeded());
    setDryRun(true);
    const RunReport report = run();
    QVERIFY2(report.succeeded(), qPrintable(problem(report)));
    const QList<Diff::SchemaChange> &changes = report.rehearsal->changes;
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes[0].name, u"t"_s);
    QCOMPARE(changes[0].lines(), QStringList {u"+ n character varying(5)"_s});
    QCOMPARE(changes[1].name, u"ix"_s);
    QVERIFY(changes[1].isAdded());
}

void TestDryRun::locksAndRewritesAreMeasured()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s,
        {u"op.execute('CREATE TABLE t AS SELECT x, x::text AS n FROM generate_series(1, 5000) x')"_s,
            u"op.execute('CREATE TABLE other (x INTEGER)')"_s});
    add(u"b"_s,
        {u"op.execute('ALTER TABLE t ALTER COLUMN x TYPE BIGINT')"_s, u"op.execute('CREATE INDEX ix ON t (n)')"_s,
            u"op.execute('ALTER TABLE other ADD COLUMN y INTEGER')"_s,
            u"op.execute('UPDATE t SET n = n || x')"_s, u"op.execute('DROP TABLE other')"_s});
    QVERIFY(run(u"a"_s).succeeded());
    setDryRun(true);
    const RunReport report = run();
    QVERIFY2(report.succeeded(), qPrintable(problem(report)));

    const Rehearsal::Statement *alter = statement(report, u"ALTER TABLE t"_s);
    QVERIFY(alter && alter->measured);
    QVERIFY(alter->measured->locks.contains(RelationLock {.relation = u"t"_s, .mode = u"AccessExclusiveLock"_s}));
    QCOMPARE(alter->measured->rewritten, QStringList {u"t"_s});
    QVERIFY(alter->measured->walBytes > 5000 * 20);

    const Rehearsal::Statement *add = statement(report, u"ALTER TABLE other"_s);
    QVERIFY(add && add->measured);
    QCOMPARE(add->measured->locks, (QList<RelationLock> {{.relation = u"other"_s, .mode = u"AccessExclusiveLock"_s}}));
    QCOMPARE(add->measured->rewritten, QStringList());

    const Rehearsal::Statement *update = statement(report, u"UPDATE t"_s);
    QVERIFY(update && update->measured);
    QCOMPARE(update->rows, 5000);
    QVERIFY(update->measured->rowsRead >= 5000);
    QVERIFY(update->measured->rewritten.isEmpty());

    const Rehearsal::Statement *drop = statement(report, u"DROP TABLE other"_s);
    QVERIFY(drop && drop->measured);
    QVERIFY(drop->measured->locks.isEmpty()); // it had the strongest one already
}

void TestDryRun::failureIsTold()
{
    QFETCH(const QString, database);
    makeProject(database);
    add(u"a"_s, {u"op.execute('CREATE TABLE t (x INTEGER)')"_s});
    add(u"b"_s, {u"op.execute('INSERT INTO t VALUES (1)')"_s, u"op.execute('SELECT * FROM nowhere')"_s});
    setDryRun(true);
    const RunReport report = run();
    QCOMPARE(report.error->statement, u"SELECT * FROM nowhere"_s);
    QVERIFY2(report.error->detail.contains(u"nothing was changed"_s), qPrintable(report.error->detail));
    QCOMPARE(report.rehearsal->statements.size(), 3);
    QCOMPARE(report.rowsAfter, QStringList());
    QCOMPARE(tables(), QStringList());
}

void TestDryRun::whatCannotBeRolledBackIsNotSent()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {u"op.execute('CREATE TABLE t (x INTEGER)')"_s, u"op.execute('CREATE SEQUENCE s')"_s});
    add(u"b"_s,
        {u"with op.get_context().autocommit_block():"_s,
            u"    op.create_index('ix', 't', ['x'], postgresql_concurrently=True)"_s,
            u"    op.execute('INSERT INTO t VALUES (1)')"_s,
            u"    count = op.get_bind().execute(sa.text('SELECT count(*) FROM t')).scalar()"_s,
            u"    print('rows', count)"_s, u"op.execute(\"SELECT setval('s', 10)\")"_s,
            u"op.execute('INSERT INTO t VALUES (2)')"_s});
    QVERIFY(run(u"a"_s).succeeded());
    setDryRun(true);
    const auto running = start();
    const RunReport report = running->report();
    QVERIFY2(report.succeeded(), qPrintable(problem(report)));
    QCOMPARE(running->only<StatementSkipped>().size(), 3);
    QVERIFY(statement(report, u"CREATE INDEX CONCURRENTLY"_s)->skipped.contains(u"outside of a transaction"_s));
    QVERIFY(!statement(report, u"INSERT INTO t VALUES (1)"_s)->skipped.isEmpty());
    QVERIFY(statement(report, u"SELECT setval"_s)->skipped.contains(u"ROLLBACK"_s));
    QVERIFY(statement(report, u"INSERT INTO t VALUES (2)"_s)->skipped.isEmpty());
    QCOMPARE(running->only<ScriptOutput>().front().line, u"rows 0"_s);
    const auto connection = connect();
    QCOMPARE(value(*connection, u"SELECT count(*) FROM t"_s).toInt(), 0);
    QCOMPARE(value(*connection, u"SELECT last_value FROM s"_s).toInt(), 1);
}

void TestDryRun::sequencesAreTold()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {u"op.execute('CREATE TABLE t (id SERIAL PRIMARY KEY, x INTEGER)')"_s});
    add(u"b"_s, {u"op.execute('INSERT INTO t (x) VALUES (1)')"_s});
    QVERIFY(run(u"a"_s).succeeded());
    setDryRun(true);
    const RunReport report = run();
    QVERIFY2(report.succeeded(), qPrintable(problem(report)));
    QCOMPARE(report.warnings.size(), 1);
    QVERIFY2(report.warnings.front().message.contains(u"public.t_id_seq"_s), qPrintable(report.warnings.front().message));
}

void TestDryRun::lockedTableIsTriedAgain()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {u"op.execute('CREATE TABLE t (x INTEGER)')"_s});
    add(u"b"_s, {u"op.execute('CREATE TABLE t2 (x INTEGER)')"_s, u"op.execute('ALTER TABLE t ADD COLUMN y INTEGER')"_s});
    QVERIFY(run(u"a"_s).succeeded());
    const auto other = connect();
    QVERIFY(other->begin());
    QVERIFY(other->execute(u"SELECT * FROM t"_s));
    setDryRun(true);
    const auto running = start();
    QTRY_VERIFY(!running->only<StepRetried>().isEmpty());
    other->rollback();
    const RunReport report = running->report();
    QVERIFY2(report.succeeded(), qPrintable(problem(report)));
    QCOMPARE(report.rehearsal->statements.size(), 2); // of the try that came through
    QCOMPARE(tables(), QStringList {u"t"_s});
}

void TestDryRun::nothingToDo()
{
    makeProject(u"sqlite"_s);
    add(u"a"_s, {u"op.execute('CREATE TABLE t (x INTEGER)')"_s});
    QVERIFY(run().succeeded());
    setDryRun(true);
    const RunReport report = run();
    QVERIFY(report.succeeded());
    QVERIFY(report.rehearsal->statements.isEmpty());
    QVERIFY(report.rehearsal->changes.isEmpty());
}

QTEST_GUILESS_MAIN(TestDryRun)
#include "tst_dryrun.moc"
