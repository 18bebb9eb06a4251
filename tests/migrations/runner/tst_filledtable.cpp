#include "tests/migrations/runner/rebuildproject.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Qt::StringLiterals;

/// ALTER TABLE … ADD COLUMN that works on an empty table only, beside SQLite's own judgement.
class TestFilledTable : public TestCase
{
    Q_OBJECT

private slots:
    void columnForEmptyTablesOnlyIsRefused_data();
    void columnForEmptyTablesOnlyIsRefused();
};

namespace {

const QStringList family {
    u"CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT)"_s,
    u"CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parent (id) ON DELETE CASCADE)"_s,
    u"INSERT INTO parent VALUES (1, 'x'), (2, 'y')"_s,
    u"INSERT INTO child VALUES (1, 1), (2, 1), (3, 2)"_s,
};

QString text(const Runner::RunReport &report)
{
    return report.error ? report.error->toText() : QString();
}

} // namespace

void TestFilledTable::columnForEmptyTablesOnlyIsRefused_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("message");
    const QString add = u"op.add_column('parent', sa.Column('n', %1))"_s;
    QTest::newRow("NOT NULL") << add.arg(u"sa.Integer(), nullable=False"_s) << u"Cannot add a NOT NULL column with default value NULL"_s;
    QTest::newRow("moment") << add.arg(u"sa.DateTime(), server_default=sa.func.now()"_s) << u"Cannot add a column with non-constant default"_s;
    QTest::newRow("expression") << add.arg(u"sa.Integer(), server_default=sa.text('(1+1)')"_s) << u"Cannot add a column with non-constant default"_s;
    QTest::newRow("stored") << u"op.execute('ALTER TABLE parent ADD n INTEGER AS (id) STORED')"_s << u"cannot add a STORED column"_s;
    QTest::newRow("reference") << u"op.execute('ALTER TABLE parent ADD COLUMN n INTEGER DEFAULT 5 REFERENCES child (id)')"_s
                               << u"Cannot add a REFERENCES column with non-NULL default value"_s;
}

// each beside SQLite's own judgement, on an empty table and on one with rows
void TestFilledTable::columnForEmptyTablesOnlyIsRefused()
{
    QFETCH(const QString, statement);
    QFETCH(const QString, message);
    RebuildProject filled(family);
    const Runner::RunReport report = filled.run({statement});
    QVERIFY(report.error);
    QVERIFY2(report.error->message.contains(message), qPrintable(text(report)));
    QVERIFY2(text(report).contains(u"parent has 2"_s), qPrintable(text(report)));
    QVERIFY(!report.error->nextStep.isEmpty());
    QCOMPARE(filled.sent(), QStringList()); // said before it is sent

    RebuildProject empty({family[0], family[1]});
    const Runner::RunReport added = empty.run({statement});
    QVERIFY2(added.succeeded(), qPrintable(text(added)));
    QCOMPARE(empty.sent().size(), 1);
    QVERIFY2(filled.rows(empty.sent().constFirst()).constFirst().contains(message), "SQLite says otherwise");
}

QTEST_GUILESS_MAIN(TestFilledTable)
#include "tst_filledtable.moc"
