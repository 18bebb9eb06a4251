#include "tests/migrations/runner/rebuildproject.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Qt::StringLiterals;

/// Tables that an earlier run of Alembic has left: what is told about them, and what is asked.
class TestLeftoverTables : public TestCase
{
    Q_OBJECT

private slots:
    void leftoverIsExplained_data();
    void leftoverIsExplained();
    void rowsInTheNewTableOnlyAreToldWhere();
};

namespace {

const QStringList family {
    u"CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT)"_s,
    u"CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parent (id) ON DELETE CASCADE)"_s,
    u"INSERT INTO parent VALUES (1, 'x'), (2, 'y')"_s,
    u"INSERT INTO child VALUES (1, 1), (2, 1), (3, 2)"_s,
};

QStringList batch(const QString &table, const QStringList &lines)
{
    QStringList all {u"with op.batch_alter_table('%1', recreate='always') as b:"_s.arg(table)};
    for (const QString &line : lines)
        all << u"    "_s + line;
    return all;
}

QString text(const Runner::RunReport &report)
{
    return report.error ? report.error->toText() : QString();
}

} // namespace

void TestLeftoverTables::leftoverIsExplained_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("told");
    QTest::addColumn<bool>("agrees");
    QTest::newRow("all rows are there") << u"SELECT * FROM parent"_s << u"Rows in it: 2, in parent itself: 2. parent has all of these rows."_s << true;
    QTest::newRow("a row is not") << u"SELECT 5, 'only here'"_s << u"Rows in it: 1, in parent itself: 2. 1 of these row(s) are not in parent."_s << false;
    QTest::newRow("empty") << u"SELECT * FROM parent WHERE 0"_s << u"Rows in it: 0, in parent itself: 2. parent has all of these rows."_s << true;
}

void TestLeftoverTables::leftoverIsExplained()
{
    QFETCH(const QString, rows);
    QFETCH(const QString, told);
    QFETCH(const bool, agrees);
    RebuildProject project(family
        + QStringList {u"CREATE TABLE _alembic_tmp_parent (id INTEGER PRIMARY KEY, name TEXT)"_s,
            u"INSERT INTO _alembic_tmp_parent "_s + rows});
    const Runner::RunReport report = project.run(batch(u"parent"_s, {u"b.alter_column('name', nullable=False)"_s}),
        agrees ? FixedAnswers::Answer::Yes : FixedAnswers::Answer::No);
    QCOMPARE(project.asked().size(), 1);
    QString question = project.asked().constFirst();
    QVERIFY2(question.contains(told) || question.replace(u"(s) are"_s, u" is"_s).contains(told), qPrintable(question));
    QCOMPARE(report.succeeded(), agrees);
    QCOMPARE(project.sql(u"_alembic_tmp_parent"_s).isEmpty(), agrees);
    if (!agrees) {
        QCOMPARE(report.error->code, ErrorCode::Refused);
        QVERIFY(report.error->nextStep.contains(u"DROP TABLE _alembic_tmp_parent"_s));
    }
}

void TestLeftoverTables::rowsInTheNewTableOnlyAreToldWhere()
{
    RebuildProject project({u"CREATE TABLE _alembic_tmp_t (id INTEGER PRIMARY KEY)"_s});
    const Runner::RunReport report = project.run(batch(u"t"_s, {u"b.add_column(sa.Column('n', sa.Integer()))"_s}));
    QVERIFY(report.error);
    QVERIFY2(text(report).contains(u"ALTER TABLE _alembic_tmp_t RENAME TO t"_s), qPrintable(text(report)));
}

QTEST_GUILESS_MAIN(TestLeftoverTables)
#include "tst_leftovertables.moc"
