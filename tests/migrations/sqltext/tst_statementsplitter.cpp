#include "migrations/sqltext/statementsplitter.h"
#include "tests/support/testcase.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Migrations;
using namespace Migrations::SqlText;
using namespace Qt::StringLiterals;

class TestStatementSplitter : public TestCase
{
    Q_OBJECT

private slots:
    void textsAreSplit_data();
    void textsAreSplit();
    void offsetsAndLinesPointIntoTheText_data();
    void offsetsAndLinesPointIntoTheText();
    void sqliteRunsWhatWasSplit();
    void whatDoesNotEndIsAnError_data();
    void whatDoesNotEndIsAnError();
    void aWrongStatementIsStillSplit();
    void onlyTwoDialectsAreKnown();
};

void TestStatementSplitter::textsAreSplit_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("texts");
    const auto both = [](const char *name, const QString &sql, const QStringList &texts) {
        for (const QString &dialect : {u"postgresql"_s, u"sqlite"_s})
            QTest::addRow("%s, %s", name, qPrintable(dialect)) << dialect << sql << texts;
    };
    const auto row = [](const char *name, const QString &dialect, const QString &sql, const QStringList &texts) {
        QTest::newRow(name) << dialect << sql << texts;
    };
    both("nothing", u""_s, {});
    both("space and semicolons", u" ;\n;; \t"_s, {});
    both("comments alone", u"-- a; b\n/* c; d */"_s, {});
    both("one without terminator", u"SELECT 1"_s, {u"SELECT 1"_s});
    both("two", u"SELECT 1; SELECT 2;"_s, {u"SELECT 1"_s, u"SELECT 2"_s});
    both("semicolons in strings", u"SELECT ';', 'it''s;'; SELECT \"a;b\" FROM t;"_s,
        {u"SELECT ';', 'it''s;'"_s, u"SELECT \"a;b\" FROM t"_s});
    both("semicolons in comments", u"SELECT 1 /* ; */ + 2; -- ; x\nSELECT 3"_s,
        {u"SELECT 1 /* ; */ + 2"_s, u"-- ; x\nSELECT 3"_s});
    const QString postgresql = u"postgresql"_s;
    row("dollar quotes", postgresql, u"DO $x$ BEGIN; NULL; END $x$; SELECT $$;$$"_s,
        {u"DO $x$ BEGIN; NULL; END $x$"_s, u"SELECT $$;$$"_s});
    row("escape strings", postgresql, u"SELECT E'\\';'; SELECT 2"_s, {u"SELECT E'\\';'"_s, u"SELECT 2"_s});
    row("nested comments", postgresql, u"/* a /* ; */ ; */ SELECT 1; SELECT 2"_s,
        {u"/* a /* ; */ ; */ SELECT 1"_s, u"SELECT 2"_s});
    row("rules", postgresql, u"CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3"_s,
        {u"CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)"_s, u"SELECT 3"_s});
    const QString atomic = u"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END"_s;
    row("begin atomic", postgresql, atomic + u"; SELECT 3"_s, {atomic, u"SELECT 3"_s});
    row("characters of several bytes", postgresql, u"SELECT 'äöü😀'; SELECT '名'"_s,
        {u"SELECT 'äöü😀'"_s, u"SELECT '名'"_s});
    const QString sqlite = u"sqlite"_s;
    const QString trigger = u"CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET a = CASE WHEN 1 THEN 2 END; "
                            "DELETE FROM u; END"_s;
    row("a trigger", sqlite, trigger + u"; SELECT 1;"_s, {trigger, u"SELECT 1"_s});
    row("a temporary trigger", sqlite, u"create temp trigger x after delete on t begin select 1; end ; select 2"_s,
        {u"create temp trigger x after delete on t begin select 1; end"_s, u"select 2"_s});
    row("a trigger with comments", sqlite,
        u"/* ; */ CREATE /* x */ TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; /* ; */ END -- ;\n; SELECT 2"_s,
        {u"/* ; */ CREATE /* x */ TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; /* ; */ END -- ;"_s, u"SELECT 2"_s});
    row("a table named like one", sqlite, u"CREATE TABLE trigger_log (a); SELECT 1"_s,
        {u"CREATE TABLE trigger_log (a)"_s, u"SELECT 1"_s});
    row("a transaction", sqlite, u"BEGIN; SELECT 1; END; SELECT 2"_s,
        {u"BEGIN"_s, u"SELECT 1"_s, u"END"_s, u"SELECT 2"_s});
    row("all quotes", sqlite, u"SELECT [a;b], `c;``d`, \"e;\"\"f\"; SELECT 2"_s,
        {u"SELECT [a;b], `c;``d`, \"e;\"\"f\""_s, u"SELECT 2"_s});
    row("a comment that does not nest", sqlite, u"/* a /* ; */ SELECT 1; SELECT 2"_s,
        {u"/* a /* ; */ SELECT 1"_s, u"SELECT 2"_s});
}

void TestStatementSplitter::textsAreSplit()
{
    QFETCH(QString, dialect);
    QFETCH(QString, sql);
    const Result<QList<Statement>> statements = StatementSplitter::forDialect(dialect, sql);
    QVERIFY2(statements.has_value(), statements ? "" : qPrintable(statements.error().toText()));
    QStringList texts;
    for (const Statement &each : *statements) {
        texts << each.text;
        QCOMPARE(sql.sliced(each.offset, each.text.size()), each.text);
    }
    QTEST(texts, "texts");
}

void TestStatementSplitter::offsetsAndLinesPointIntoTheText_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::newRow("PostgreSQL") << u"postgresql"_s;
    QTest::newRow("SQLite") << u"sqlite"_s;
}

void TestStatementSplitter::offsetsAndLinesPointIntoTheText()
{
    QFETCH(QString, dialect);
    const auto statements =
        StatementSplitter::forDialect(dialect, u"SELECT '😀';\n\n-- the second\n/* one */\nSELECT 2;\n  SELECT 3"_s);
    QVERIFY(statements.has_value());
    QCOMPARE(*statements,
        QList<Statement>(
            {{u"SELECT '😀'"_s, 0, 1}, {u"-- the second\n/* one */\nSELECT 2"_s, 14, 5}, {u"SELECT 3"_s, 50, 6}}));
}

void TestStatementSplitter::sqliteRunsWhatWasSplit()
{
    const auto statements = StatementSplitter::sqlite(
        u"CREATE TABLE t (a TEXT, [b;c] INT DEFAULT (1));\n"
        "CREATE TABLE log (x); -- what happened; when\n"
        "CREATE TRIGGER tr AFTER INSERT ON t WHEN new.a <> ';' BEGIN\n"
        "  INSERT INTO log VALUES (CASE WHEN new.a = 'x;' THEN 1 ELSE 2 END); UPDATE t SET [b;c] = 5;\nEND;\n"
        "INSERT INTO t (a) VALUES ('x;'), ('it''s; so');"_s);
    QVERIFY(statements.has_value());
    QCOMPARE(statements->size(), 4);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"splitter"_s);
        database.setDatabaseName(u":memory:"_s);
        QVERIFY(database.open());
        for (const Statement &each : *statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(each.text), qPrintable(query.lastError().text()));
        }
        QSqlQuery count(u"SELECT (SELECT group_concat(x) FROM log) || '/' || (SELECT sum([b;c]) FROM t)"_s, database);
        QVERIFY(count.next());
        QCOMPARE(count.value(0).toString(), u"1,2/10"_s);
    }
    QSqlDatabase::removeDatabase(u"splitter"_s);
}

void TestStatementSplitter::whatDoesNotEndIsAnError_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("line");
    QTest::newRow("a string, PostgreSQL") << u"postgresql"_s << u"SELECT 'ä';\nSELECT 'x"_s << 2;
    QTest::newRow("dollar quotes") << u"postgresql"_s << u"SELECT $$x"_s << 1;
    QTest::newRow("a comment") << u"postgresql"_s << u"SELECT 1;\n/* x"_s << 2;
    QTest::newRow("a string, SQLite") << u"sqlite"_s << u"SELECT 1;\nSELECT 'x;\n"_s << 2;
    QTest::newRow("a name, SQLite") << u"sqlite"_s << u"SELECT [x"_s << 1;
}

void TestStatementSplitter::whatDoesNotEndIsAnError()
{
    QFETCH(QString, dialect);
    QFETCH(QString, sql);
    const auto statements = StatementSplitter::forDialect(dialect, sql);
    QVERIFY(!statements.has_value());
    QCOMPARE(statements.error().code, ErrorCode::Syntax);
    QTEST(statements.error().at.line, "line");
    QVERIFY(!statements.error().message.isEmpty());
}

void TestStatementSplitter::aWrongStatementIsStillSplit()
{
    const auto statements = StatementSplitter::postgresql(u"SELECT 1;\nCREAT TABLE t ();\nSELECT 'a;b';"_s);
    QVERIFY(statements.has_value());
    QCOMPARE(*statements,
        QList<Statement>({{u"SELECT 1"_s, 0, 1}, {u"CREAT TABLE t ()"_s, 10, 2}, {u"SELECT 'a;b'"_s, 28, 3}}));
}

void TestStatementSplitter::onlyTwoDialectsAreKnown()
{
    const auto statements = StatementSplitter::forDialect(u"oracle"_s, u"SELECT 1"_s);
    QVERIFY(!statements.has_value());
    QCOMPARE(statements.error().code, ErrorCode::Unsupported);
}

QTEST_GUILESS_MAIN(TestStatementSplitter)
#include "tst_statementsplitter.moc"
