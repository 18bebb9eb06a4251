#include "migrations/dialects/sqlite/completedtable.h"
#include "migrations/dialects/sqlite/tabletext.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Dialects::Sqlite;
using namespace Qt::StringLiterals;

/// What a CREATE TABLE of Alembic's gets from the one that is stored.
class TestCompletedTable : public TestCase
{
    Q_OBJECT

private slots:
    void textIsReadInItsParts_data();
    void textIsReadInItsParts();
    void sameTextsAreFound_data();
    void sameTextsAreFound();
    void lossesAreCompleted_data();
    void lossesAreCompleted();
    void whatTheScriptSaysStands_data();
    void whatTheScriptSaysStands();
    void namesAreFollowed();
    void checksOfDroppedColumnsAreLeftOut();
};

namespace {

CompletionSource source(const QString &stored, const QStringList &columns)
{
    CompletionSource result {.before = stored, .now = stored, .columns = {}, .droppedColumns = {}, .table = u"t"_s};
    for (const QString &column : columns)
        result.columns << Operations::TableRecreation::NewColumn {.name = column, .source = column};
    return result;
}

QString create(const QString &items, const QString &options = {})
{
    return u"CREATE TABLE _alembic_tmp_t (\n\t"_s + items + u"\n)"_s + options;
}

} // namespace

void TestCompletedTable::textIsReadInItsParts_data()
{
    QTest::addColumn<QString>("item");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QStringList>("clauses");
    QTest::newRow("type of words") << u"a DOUBLE PRECISION(3, 2) NOT NULL"_s << u"DOUBLE PRECISION(3, 2)"_s << QStringList {u"NOT NULL"_s};
    QTest::newRow("no type") << u"a"_s << QString() << QStringList();
    QTest::newRow("no type but a clause") << u"a UNIQUE"_s << QString() << QStringList {u"UNIQUE"_s};
    QTest::newRow("default NULL") << u"a INT DEFAULT NULL NOT NULL"_s << u"INT"_s << QStringList({u"DEFAULT NULL"_s, u"NOT NULL"_s});
    QTest::newRow("signed default") << u"a INT DEFAULT -1.5 CHECK (a)"_s << u"INT"_s << QStringList({u"DEFAULT -1.5"_s, u"CHECK (a)"_s});
    QTest::newRow("actions") << u"a INT REFERENCES p (x) ON DELETE SET NULL ON UPDATE SET DEFAULT NOT DEFERRABLE INITIALLY DEFERRED NULL"_s
        << u"INT"_s << QStringList({u"REFERENCES p (x) ON DELETE SET NULL ON UPDATE SET DEFAULT NOT DEFERRABLE INITIALLY DEFERRED"_s, u"NULL"_s});
    QTest::newRow("generated") << u"a INT GENERATED ALWAYS AS (b + 1) STORED UNIQUE"_s << u"INT"_s
        << QStringList({u"GENERATED ALWAYS AS (b + 1) STORED"_s, u"UNIQUE"_s});
    QTest::newRow("as") << u"a INT AS (b) COLLATE nocase"_s << u"INT"_s << QStringList({u"AS (b)"_s, u"COLLATE nocase"_s});
    QTest::newRow("named") << u"a INT CONSTRAINT \"unique\" CHECK (a) CONSTRAINT n PRIMARY KEY AUTOINCREMENT"_s << u"INT"_s
        << QStringList({u"CONSTRAINT \"unique\" CHECK (a)"_s, u"CONSTRAINT n PRIMARY KEY AUTOINCREMENT"_s});
    QTest::newRow("constraint of the table") << u"CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (b) ON DELETE SET NULL"_s << QString()
        << QStringList {u"CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (b) ON DELETE SET NULL"_s};
}

void TestCompletedTable::textIsReadInItsParts()
{
    QFETCH(const QString, item);
    QFETCH(const QString, type);
    QFETCH(const QStringList, clauses);
    const TableText text(u"CREATE TABLE t (%1 /* , */) WITHOUT  rowid, strict"_s.arg(item));
    QCOMPARE(text.items().size(), 1);
    QCOMPARE(text.items().constFirst().type, type);
    QStringList written;
    for (const TableText::Clause &clause : text.items().constFirst().clauses)
        written << clause.written();
    QCOMPARE(written, clauses);
    QCOMPARE(text.items().constFirst().written(), item);
    QCOMPARE(text.options(), QStringList({u"WITHOUT ROWID"_s, u"STRICT"_s}));
}

void TestCompletedTable::sameTextsAreFound_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("blanks and case") << u"create index I on T(a,b)"_s << u"CREATE INDEX i ON t (a, b)"_s << true;
    QTest::newRow("quotes") << u"CREATE INDEX \"i\" ON [t] (`a`)"_s << u"CREATE INDEX i ON t (a)"_s << true;
    QTest::newRow("comment") << u"CREATE INDEX i ON t (a /* b */)"_s << u"CREATE INDEX i ON t (a)"_s << true;
    QTest::newRow("order") << u"CREATE INDEX i ON t (a DESC)"_s << u"CREATE INDEX i ON t (a)"_s << false;
    QTest::newRow("text is no name") << u"a = 'B'"_s << u"a = b"_s << false;
    QTest::newRow("case of text") << u"a = 'B'"_s << u"a = 'b'"_s << false;
}

void TestCompletedTable::sameTextsAreFound()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const bool, same);
    QCOMPARE(saysTheSame(one, other), same);
}

void TestCompletedTable::lossesAreCompleted_data()
{
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("alembics");
    QTest::addColumn<QString>("wanted"); ///< empty: Alembic's
    QTest::newRow("nothing lost") << u"a VARCHAR(20), b INT"_s << create(u"a varchar (20), b INT"_s) << QString();
    QTest::newRow("type") << u"a TINYINT, b TEXT"_s << create(u"a INTEGER, \n\tb TEXT"_s) << create(u"a TINYINT, \n\tb TEXT"_s);
    QTest::newRow("collation") << u"a TEXT COLLATE NOCASE"_s << create(u"a TEXT NOT NULL"_s) << create(u"a TEXT NOT NULL COLLATE NOCASE"_s);
    QTest::newRow("conflict of NOT NULL") << u"a TEXT NOT NULL ON CONFLICT replace"_s << create(u"a TEXT NOT NULL"_s)
        << create(u"a TEXT NOT NULL ON CONFLICT REPLACE"_s);
    QTest::newRow("NOT NULL that goes") << u"a TEXT NOT NULL ON CONFLICT replace"_s << create(u"a TEXT"_s) << QString();
    QTest::newRow("check of a column") << u"a TEXT CHECK (a > 1)"_s << create(u"a TEXT"_s) << create(u"a TEXT, \n\tCHECK (a > 1)"_s);
    QTest::newRow("check of the table") << u"a TEXT, b INT, CHECK (a > b)"_s << create(u"a TEXT, \n\tb INT"_s)
        << create(u"a TEXT, \n\tb INT, \n\tCHECK (a > b)"_s);
    QTest::newRow("check that is there") << u"a TEXT, CHECK (a > 1)"_s << create(u"a TEXT, \n\tCONSTRAINT c CHECK (A>1)"_s) << QString();
    QTest::newRow("named check that the script dropped") << u"a TEXT, CONSTRAINT c CHECK (a > 1)"_s << create(u"a TEXT"_s) << QString();
    QTest::newRow("autoincrement") << u"a INTEGER PRIMARY KEY AUTOINCREMENT, b INT"_s
        << create(u"a INTEGER NOT NULL, \n\tb INT, \n\tPRIMARY KEY (a)"_s)
        << create(u"a INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, \n\tb INT"_s);
    QTest::newRow("autoincrement with a name") << u"a INTEGER CONSTRAINT pk PRIMARY KEY AUTOINCREMENT"_s
        << create(u"a INTEGER, \n\tCONSTRAINT pk PRIMARY KEY (a)"_s) << create(u"a INTEGER CONSTRAINT pk PRIMARY KEY AUTOINCREMENT"_s);
    QTest::newRow("other key") << u"a INTEGER PRIMARY KEY AUTOINCREMENT, b INT"_s
        << create(u"a INTEGER, \n\tb INT, \n\tPRIMARY KEY (b)"_s) << QString();
    QTest::newRow("orders of a key") << u"a INT, b INT, PRIMARY KEY (a DESC, b COLLATE binary)"_s
        << create(u"a INT, \n\tb INT, \n\tPRIMARY KEY (a, b)"_s)
        << create(u"a INT, \n\tb INT, \n\tPRIMARY KEY (a DESC, b COLLATE binary)"_s);
    QTest::newRow("conflict of a key") << u"a INT UNIQUE ON CONFLICT IGNORE"_s << create(u"a INT, \n\tUNIQUE (a)"_s)
        << create(u"a INT, \n\tUNIQUE (a) ON CONFLICT IGNORE"_s);
    QTest::newRow("name of a key stays") << u"a INT, CONSTRAINT u UNIQUE (a) ON CONFLICT IGNORE"_s
        << create(u"a INT, \n\tCONSTRAINT u UNIQUE (a)"_s) << create(u"a INT, \n\tCONSTRAINT u UNIQUE (a) ON CONFLICT IGNORE"_s);
}

void TestCompletedTable::lossesAreCompleted()
{
    QFETCH(const QString, stored);
    QFETCH(const QString, alembics);
    QFETCH(const QString, wanted);
    const CompletedTable plain = completed(alembics, source(u"CREATE TABLE t (%1)"_s.arg(stored), {u"a"_s, u"b"_s}));
    QCOMPARE(plain.sql, wanted.isEmpty() ? alembics : wanted);
    QCOMPARE(plain.leftOut, QStringList());
    const CompletedTable withOptions
        = completed(alembics, source(u"CREATE TABLE t (%1) STRICT, without rowid"_s.arg(stored), {u"a"_s, u"b"_s}));
    QVERIFY(withOptions.sql.endsWith(u"\n)\n STRICT,\n WITHOUT ROWID"_s));
}

void TestCompletedTable::whatTheScriptSaysStands_data()
{
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("alembics");
    QTest::addColumn<QStringList>("leftOut");
    const QStringList check {u"CHECK (a IN (0, 1))"_s};
    QTest::newRow("type") << u"CREATE TABLE t (a TINYINT)"_s << create(u"a VARCHAR"_s) << QStringList();
    QTest::newRow("check of the type that goes") << u"CREATE TABLE t (a BOOLEAN, CHECK (a IN (0, 1)))"_s << create(u"a VARCHAR"_s) << check;
    QTest::newRow("options") << u"CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT) STRICT"_s
        << create(u"a INTEGER, \n\tPRIMARY KEY (a)"_s) << QStringList();
}

void TestCompletedTable::whatTheScriptSaysStands()
{
    QFETCH(const QString, stored);
    QFETCH(const QString, alembics);
    QFETCH(const QStringList, leftOut);
    CompletionSource given = source(stored, {u"a"_s});
    given.columns.first().hasNewType = true;
    given.statedOptions = {u"sqlite_strict"_s, u"sqlite_autoincrement"_s};
    const CompletedTable table = completed(alembics, given);
    QCOMPARE(table.sql, alembics);
    QCOMPARE(table.leftOut, leftOut);
}

void TestCompletedTable::namesAreFollowed()
{
    CompletionSource given = source(u"CREATE TABLE t (a INT, CONSTRAINT c CHECK (a > 0), g INT AS (a))"_s, {u"new"_s, u"g"_s});
    given.now = u"CREATE TABLE t (new INT, CONSTRAINT c CHECK (new > 0), g INT AS (new))"_s;
    given.newNames = {{u"a"_s, u"new"_s}};
    const QString alembics = create(u"new INT, \n\tg INT GENERATED ALWAYS AS (a) VIRTUAL, \n\tCONSTRAINT c CHECK (a > 0), \n\t"
                                    "FOREIGN KEY(g) REFERENCES t (a, \"a b\")"_s);
    QCOMPARE(completed(alembics, given).sql,
        create(u"new INT, \n\tg INT AS (new), \n\tCONSTRAINT c CHECK (new > 0), \n\tFOREIGN KEY(g) REFERENCES t (\"new\", \"a b\")"_s));
}

void TestCompletedTable::checksOfDroppedColumnsAreLeftOut()
{
    CompletionSource given = source(u"CREATE TABLE t (a INT, b INT CHECK (b <> 1), CHECK (a > b), CHECK (a > 0))"_s, {u"a"_s});
    given.droppedColumns = {u"b"_s};
    const CompletedTable table = completed(create(u"a INT"_s), given);
    QCOMPARE(table.sql, create(u"a INT, \n\tCHECK (a > 0)"_s));
    QCOMPARE(table.leftOut, QStringList({u"CHECK (b <> 1)"_s, u"CHECK (a > b)"_s}));
}

QTEST_GUILESS_MAIN(TestCompletedTable)
#include "tst_completedtable.moc"
