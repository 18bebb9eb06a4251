#include "migrations/runner/invalidindexes.h"
#include "tests/migrations/runner/runnertestcase.h"

using namespace Migrations;
using namespace Migrations::Runner;
using namespace Qt::StringLiterals;

/// What a failed CREATE INDEX CONCURRENTLY leaves is found and told.
class TestInvalidIndexes : public RunnerTestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void failedIndexIsTold();
    void validIndexesAreNot();
    void noticesAreTold();
};

void TestInvalidIndexes::initTestCase()
{
    RunnerTestCase::initTestCase();
    QVERIFY2(startCluster(), qPrintable(cluster().problem()));
}

void TestInvalidIndexes::failedIndexIsTold()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {u"op.execute('CREATE TABLE t (x INTEGER)')"_s, u"op.execute('INSERT INTO t VALUES (1), (1)')"_s});
    add(u"b"_s,
        {u"with op.get_context().autocommit_block():"_s,
            u"    op.create_index('ix', 't', ['x'], unique=True, postgresql_concurrently=True)"_s});
    const auto running = start();
    const RunReport report = running->report();
    QVERIFY(!report.succeeded());
    QCOMPARE(report.warnings.size(), 2); // the first announces the autocommit block
    QVERIFY2(report.warnings.back().message.contains(u"ix"_s), qPrintable(report.warnings.back().message));
    QVERIFY(report.warnings.back().nextStep.contains(u"REINDEX INDEX CONCURRENTLY ix"_s));
    QCOMPARE(running->only<RunWarning>().size(), 2);
    const auto connection = connect();
    QCOMPARE(*invalidIndexes(*connection), QStringList {u"ix"_s});
}

void TestInvalidIndexes::validIndexesAreNot()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s,
        {u"op.execute('CREATE TABLE p (x INTEGER) PARTITION BY RANGE (x)')"_s,
            u"op.execute('CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2)')"_s,
            u"op.execute('CREATE INDEX ip ON ONLY p (x)')"_s});
    const RunReport report = run();
    QVERIFY(report.succeeded());
    QVERIFY(report.warnings.isEmpty());
}

void TestInvalidIndexes::noticesAreTold()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s,
        {u"op.execute('DROP TABLE IF EXISTS nothing')"_s,
            u"op.execute(\"DO $$ BEGIN RAISE WARNING 'take care' USING HINT = 'slowly'; END $$\")"_s});
    const auto running = start();
    QVERIFY(running->report().succeeded());
    const QList<ServerNotice> notices = running->only<ServerNotice>();
    QCOMPARE(notices.size(), 2);
    QCOMPARE(notices[0].toString(), u"NOTICE: table \"nothing\" does not exist, skipping"_s);
    QCOMPARE(notices[1].toString(), u"WARNING: take care\nslowly"_s);
}

QTEST_GUILESS_MAIN(TestInvalidIndexes)
#include "tst_invalidindexes.moc"
