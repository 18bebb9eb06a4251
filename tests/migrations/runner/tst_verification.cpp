#include "migrations/runner/verification.h"
#include "tests/migrations/runner/runnertestcase.h"

using namespace Migrations;
using namespace Migrations::Runner;
using namespace Qt::StringLiterals;

/// What a run claims is looked for when it is done.
class TestVerification : public RunnerTestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everythingIsThere_data() { databases(); }
    void everythingIsThere();
    void anotherTableIsToldOf_data() { databases(); }
    void anotherTableIsToldOf();
    void otherSchemasAreLookedAt();
    void rolledBackStepsClaimNothing();
};

void TestVerification::initTestCase()
{
    RunnerTestCase::initTestCase();
    QVERIFY2(startCluster(), qPrintable(cluster().problem()));
}

void TestVerification::everythingIsThere()
{
    QFETCH(const QString, database);
    makeProject(database);
    const QString trigger = isSqlite()
        ? u"op.execute('CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; END')"_s
        : u"op.execute('CREATE TRIGGER Tr AFTER INSERT ON t EXECUTE FUNCTION f()')"_s;
    QStringList lines {u"op.create_table('t', sa.Column('id', sa.Integer(), primary_key=True), "
                       "sa.Column('e', sa.Enum('x', 'y', name='e')), sa.Column('n', sa.Integer(), index=True))"_s,
        u"op.create_index('ix', 't', ['e'])"_s, u"op.add_column('t', sa.Column('m', sa.Integer()))"_s};
    if (!isSqlite())
        lines << u"op.execute('CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$')"_s;
    add(u"a"_s, lines + QStringList {trigger});
    add(u"b"_s,
        {u"with op.batch_alter_table('t') as batch_op:"_s, u"    batch_op.alter_column('m', new_column_name='k')"_s});
    const RunReport report = run();
    QVERIFY2(report.succeeded(), qPrintable(report.error ? report.error->toText() : QString()));
    QVERIFY2(report.warnings.isEmpty(),
        qPrintable(report.warnings.isEmpty() ? QString() : report.warnings.front().toText()));
}

// if_not_exists is silent when there is something else of that name
void TestVerification::anotherTableIsToldOf()
{
    QFETCH(const QString, database);
    makeProject(database);
    QVERIFY(connect()->execute(u"CREATE TABLE t (x INTEGER)"_s));
    add(u"a"_s, {u"op.create_table('t', sa.Column('id', sa.Integer()), if_not_exists=True)"_s});
    const auto running = start();
    const RunReport report = running->report();
    QVERIFY2(report.succeeded(), qPrintable(report.error ? report.error->toText() : QString()));
    QCOMPARE(report.warnings.size(), 1);
    QVERIFY2(report.warnings.front().message.contains(u"column t.id"_s), qPrintable(report.warnings.front().message));
    QCOMPARE(running->only<RunWarning>().size(), 1);
}

void TestVerification::otherSchemasAreLookedAt()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s,
        {u"op.execute('CREATE SCHEMA other')"_s,
            u"op.create_table('t', sa.Column('id', sa.Integer()), sa.Column('e', sa.Enum('x', name='e', schema='other')), schema='other')"_s,
            u"op.create_index('ix', 't', ['id'], schema='other')"_s});
    const RunReport report = run();
    QVERIFY2(report.succeeded(), qPrintable(report.error ? report.error->toText() : QString()));
    QVERIFY2(report.warnings.isEmpty(),
        qPrintable(report.warnings.isEmpty() ? QString() : report.warnings.front().toText()));
}

void TestVerification::rolledBackStepsClaimNothing()
{
    makeProject(u"postgresql"_s);
    add(u"a"_s, {u"op.create_table('t', sa.Column('id', sa.Integer()))"_s, u"op.execute('SELECT * FROM nowhere')"_s});
    const RunReport report = run();
    QVERIFY(!report.succeeded());
    QVERIFY(report.warnings.isEmpty());
}

QTEST_GUILESS_MAIN(TestVerification)
#include "tst_verification.moc"
