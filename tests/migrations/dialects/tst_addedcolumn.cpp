#include "migrations/dialects/sqlite/addedcolumn.h"
#include "tests/support/testcase.h"

using namespace Migrations::Dialects::Sqlite;
using namespace Qt::StringLiterals;

/// Columns that SQLite adds to a table without rows only.
class TestAddedColumn : public TestCase
{
    Q_OBJECT

private slots:
    void columnsForEmptyTablesAreFound_data();
    void columnsForEmptyTablesAreFound();
};

void TestAddedColumn::columnsForEmptyTablesAreFound_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("found"); ///< table, column and message; empty: SQLite takes it
    const QString add = u"ALTER TABLE t ADD COLUMN "_s;
    const QString null = u"Cannot add a NOT NULL column with default value NULL"_s;
    const QString computed = u"t.a Cannot add a column with non-constant default"_s;
    QTest::newRow("plain") << add + u"a INT"_s << QString();
    QTest::newRow("NOT NULL") << add + u"a INT NOT NULL"_s << u"t.a "_s + null;
    QTest::newRow("NOT NULL with NULL") << add + u"a INT NOT NULL DEFAULT (NULL)"_s << u"t.a "_s + null;
    QTest::newRow("NOT NULL with a constant") << add + u"a INT DEFAULT 'x' NOT NULL"_s << QString();
    QTest::newRow("schema and quotes") << u"alter table main.\"My T\" add \"a b\" int not null"_s << u"My T.a b "_s + null;
    QTest::newRow("moment") << add + u"a DATETIME DEFAULT CURRENT_TIMESTAMP"_s << computed;
    QTest::newRow("moment in brackets") << add + u"a DATETIME DEFAULT (CURRENT_TIMESTAMP)"_s << computed;
    QTest::newRow("sum") << add + u"a INT DEFAULT (1+1)"_s << computed;
    QTest::newRow("function") << add + u"a TEXT DEFAULT (random())"_s << computed;
    QTest::newRow("negative") << add + u"a INT DEFAULT (-1)"_s << QString();
    QTest::newRow("fraction") << add + u"a REAL DEFAULT -1.5"_s << QString();
    QTest::newRow("bytes") << add + u"a BLOB DEFAULT x'00'"_s << QString();
    QTest::newRow("constant in brackets") << add + u"a TEXT DEFAULT ((('x')))"_s << QString();
    QTest::newRow("stored") << add + u"a INT GENERATED ALWAYS AS (1) STORED"_s << u"t.a cannot add a STORED column"_s;
    QTest::newRow("virtual") << add + u"a INT AS (1) NOT NULL"_s << QString();
    QTest::newRow("reference") << add + u"a INT REFERENCES p (id) DEFAULT 1"_s
                               << u"t.a Cannot add a REFERENCES column with non-NULL default value (keys)"_s;
    QTest::newRow("reference without default") << add + u"a INT REFERENCES p (id)"_s << QString();
    for (const QString &other : {u"ALTER TABLE t RENAME TO u"_s, u"ALTER TABLE t ADD"_s, u"ALTER TABLE"_s,
             u"INSERT INTO t VALUES ('ALTER TABLE t ADD a INT NOT NULL')"_s, QString(),
             u"ALTER TABLE t ADD CONSTRAINT c CHECK (a)"_s, u"ALTER TABLE t DROP COLUMN a"_s})
        QTest::newRow(qPrintable(u"other: "_s + other)) << other << QString();
}

void TestAddedColumn::columnsForEmptyTablesAreFound()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, found);
    const std::optional<EmptyTableOnly> added = EmptyTableOnly::read(sql);
    const QString text = added ? u"%1.%2 %3%4"_s.arg(added->table, added->column, added->message,
                                     added->isWithForeignKeys ? u" (keys)"_s : QString())
                               : QString();
    QCOMPARE(text, found);
}

QTEST_GUILESS_MAIN(TestAddedColumn)
#include "tst_addedcolumn.moc"
