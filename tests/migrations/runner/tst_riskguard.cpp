#include "migrations/runner/riskguard.h"
#include "tests/migrations/runner/runnertestcase.h"

using namespace Migrations;
using namespace Migrations::Runner;
using namespace Qt::StringLiterals;

/// No data goes without a yes, and the question does not hold a lock.
class TestRiskGuard : public RunnerTestCase
{
    Q_OBJECT

private slots:
    void initTestCase();

    void yesLetsItGo_data() { databases(); }
    void yesLetsItGo();
    void noKeepsIt_data() { databases(); }
    void noKeepsIt();
    void oneQuestionForAStep();
    void emptyTablesGoUnasked_data() { databases(); }
    void emptyTablesGoUnasked();
    void autocommitBlockAsksBefore();
    void dryRunOnlyTells();
    void errorsOfTheStepComeFirst();
};

void TestRiskGuard::initTestCase()
{
    RunnerTestCase::initTestCase();
    QVERIFY2(startCluster(), qPrintable(cluster().problem()));
}

namespace {

QString problem(const RunReport &report)
{
    return report.error ? report.error->toText() : QString();
}

const QStringList filled {u"op.execute('CREATE TABLE t (x INTEGER, y INTEGER)')"_s, u"op.execute('CREATE TABLE u (x INTEGER)')"_s,
    u"op.execute('INSERT INTO t VALUES (1, 1), (2, NULL)')"_s, u"op.execute('INSERT INTO u VALUES (1)')"_s};

} // namespace

void TestRiskGuard::yesLetsItGo()
{
    QFETCH(const QString, database);
    makeProject(database);
    add(u"a"_s, filled);
    add(u"b"_s, {u"op.drop_table('t')"_s});
    QVERIFY(run(u"a"_s).succeeded());
    const auto running = start();
    const RunReport report = running->report();
    QVERIFY2(report.succeeded(), qPrintable(problem(report)));
    QCOMPARE(running->questions(), QStringList {u"Step b takes data away: table t with 2 row(s). Go on? (yes/no): "_s});
    QCOMPARE(tables(), QStringList {u"u"_s});
}

void TestRiskGuard::noKeepsIt()
{
    QFETCH(const QString, database);
    makeProject(database);
    add(u"a"_s, filled);
    add(u"b"_s, {u"op.execute('INSERT INTO u VALUES (2)')"_s, u"op.execute('ALTER TABLE t DROP COLUMN y')"_s});
    QVERIFY(run(u"a"_s).succeeded());
    answerNo();
    const auto running = start();
    const RunReport report = running->report();
    QCOMPARE(report.error->code, ErrorCode::Refused);
    QVERIFY2(report.error->message.contains(u"column t.y with values in 1 row(s)"_s), qPrintable(report.error->message));
    QCOMPARE(report.rowsAfter, QStringList {u"a"_s});
    const auto connection = connect();
    QCOMPARE(value(*connection, u"SELECT count(y) FROM t"_s).toInt(), 1);
    QCOMPARE(value(*connection, u"SELECT count(*) FROM u"_s).toInt(), 1);
}

void TestRiskGuard::oneQuestionForAStep()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, filled);
    add(u"b"_s, {u"op.drop_column('t', 'y')"_s, u"op.drop_table('u')"_s, u"op.execute('DROP TABLE t')"_s});
    add(u"c"_s, {u"op.execute('CREATE TABLE v (x INTEGER)')"_s});
    QVERIFY(run(u"a"_s).succeeded());
    const auto running = start();
    const RunReport report = running->report();
    QVERIFY2(report.succeeded(), qPrintable(problem(report)));
    QCOMPARE(running->questions(),
        QStringList {u"Step b takes data away: column t.y with values in 1 row(s); table u with 1 row(s); table t with 2 row(s). Go "
                     "on? (yes/no): "_s});
    QCOMPARE(report.done.size(), 2);
}

void TestRiskGuard::emptyTablesGoUnasked()
{
    QFETCH(const QString, database);
    makeProject(database);
    add(u"a"_s, {u"op.execute('CREATE TABLE t (x INTEGER, y INTEGER)')"_s});
    add(u"b"_s, {u"op.drop_table('t')"_s});
    answerNo();
    const auto running = start();
    QVERIFY(running->report().succeeded());
    QVERIFY(running->questions().isEmpty());
}

// what the block commits cannot be taken back, so the question comes before it
void TestRiskGuard::autocommitBlockAsksBefore()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, filled);
    add(u"b"_s,
        {u"op.drop_table('u')"_s, u"with op.get_context().autocommit_block():"_s, u"    op.drop_table('t')"_s});
    QVERIFY(run(u"a"_s).succeeded());
    answerNo();
    const RunReport refused = run();
    QCOMPARE(refused.error->code, ErrorCode::Refused);
    QCOMPARE(tables(), (QStringList {u"t"_s, u"u"_s}));
}

void TestRiskGuard::dryRunOnlyTells()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, filled);
    add(u"b"_s, {u"op.drop_table('t')"_s});
    QVERIFY(run(u"a"_s).succeeded());
    setDryRun(true);
    const auto running = start();
    const RunReport report = running->report();
    QVERIFY2(report.succeeded(), qPrintable(problem(report)));
    QVERIFY(running->questions().isEmpty());
    QCOMPARE(report.warnings.size(), 1);
    QVERIFY(report.warnings.front().message.contains(u"table t with 2 row(s)"_s));
}

void TestRiskGuard::errorsOfTheStepComeFirst()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, filled);
    add(u"b"_s, {u"op.drop_table('t')"_s, u"op.execute('SELECT * FROM nowhere')"_s});
    QVERIFY(run(u"a"_s).succeeded());
    const auto running = start();
    QCOMPARE(running->report().error->code, ErrorCode::Server);
    QVERIFY(running->questions().isEmpty());
}

QTEST_GUILESS_MAIN(TestRiskGuard)
#include "tst_riskguard.moc"
