#include "migrations/database/statementtext.h"
#include "tests/support/testcase.h"

using namespace Migrations::Database;
using namespace Qt::StringLiterals;

using Syntax = StatementText::Syntax;
using Placeholders = StatementText::Placeholders;

class TestStatementText : public TestCase
{
    Q_OBJECT

private slots:
    void namesOutsideQuotesAreBound_data();
    void namesOutsideQuotesAreBound();
    void questionMarksAreBoundInOrder();
    void verbIsThatOfTheLastStatement_data();
    void verbIsThatOfTheLastStatement();
    void transactionsAreFollowed_data();
    void transactionsAreFollowed();
    void commentsAndSemicolonsAreNoStatement();
    void tailIsCutOff();
    void copyStreamsAreFound_data();
    void copyStreamsAreFound();
};

void TestStatementText::namesOutsideQuotesAreBound_data()
{
    QTest::addColumn<Syntax>("syntax");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("bound");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *name, Syntax syntax, const QString &sql, const QString &bound,
                         const QStringList &names) { QTest::newRow(name) << syntax << sql << bound << names; };
    const Syntax pg = Syntax::Postgresql;
    const Syntax lite = Syntax::Sqlite;
    row("plain", pg, u"SELECT :a, :b_2"_s, u"SELECT $1, $2"_s, {u"a"_s, u"b_2"_s});
    row("repeated", pg, u"SELECT :a + :b + :a"_s, u"SELECT $1 + $2 + $1"_s, {u"a"_s, u"b"_s});
    row("repeated on SQLite", lite, u"SELECT :a + :b + :a"_s, u"SELECT ? + ? + ?"_s, {u"a"_s, u"b"_s, u"a"_s});
    row("cast", pg, u"SELECT :a::int, b::text"_s, u"SELECT $1::int, b::text"_s, {u"a"_s});
    row("string", pg, u"SELECT ':a', 'it''s :b', :c"_s, u"SELECT ':a', 'it''s :b', $1"_s, {u"c"_s});
    row("escape string", pg, u"SELECT E'\\' :a', :b"_s, u"SELECT E'\\' :a', $1"_s, {u"b"_s});
    row("no escape", pg, u"SELECT '\\', :b, ':a'"_s, u"SELECT '\\', $1, ':a'"_s, {u"b"_s});
    row("dollar quotes", pg, u"SELECT $$:a$$, $t$ $$ :b $t$, :c"_s, u"SELECT $$:a$$, $t$ $$ :b $t$, $1"_s, {u"c"_s});
    row("identifier", pg, u"SELECT \"a:b\" :c"_s, u"SELECT \"a:b\" $1"_s, {u"c"_s});
    row("line comment", pg, u"SELECT 1 -- it's :a\n, :b"_s, u"SELECT 1 -- it's :a\n, $1"_s, {u"b"_s});
    row("nested comment", pg, u"SELECT /* /* ' */ :a */ :b"_s, u"SELECT /* /* ' */ :a */ $1"_s, {u"b"_s});
    row("flat comment", lite, u"SELECT /* /* ' */ :a"_s, u"SELECT /* /* ' */ ?"_s, {u"a"_s});
    row("slice", pg, u"SELECT a[1:n], :b"_s, u"SELECT a[1:n], $1"_s, {u"b"_s});
    row("operator", pg, u"SELECT j ? 'k' AND x @> :b"_s, u"SELECT j ? 'k' AND x @> $1"_s, {u"b"_s});
    row("named argument", pg, u"SELECT f(a := 1, b => :b)"_s, u"SELECT f(a := 1, b => $1)"_s, {u"b"_s});
    row("brackets are quotes", lite, u"SELECT [a:b], `:c`, :d"_s, u"SELECT [a:b], `:c`, ?"_s, {u"d"_s});
    row("time", lite, u"SELECT '12:30:00', :a"_s, u"SELECT '12:30:00', ?"_s, {u"a"_s});
    row("Chinese", pg, u"SELECT :名字"_s, u"SELECT $1"_s, {u"名字"_s});
    row("open quote", pg, u"SELECT 'a :b"_s, u"SELECT 'a :b"_s, {});
    row("at the end", pg, u"SELECT 1 :"_s, u"SELECT 1 :"_s, {});
}

void TestStatementText::namesOutsideQuotesAreBound()
{
    QFETCH(Syntax, syntax);
    QFETCH(QString, sql);
    QFETCH(QString, bound);
    QFETCH(QStringList, names);
    const StatementText::Bound found = StatementText(sql, syntax).bound(Placeholders::Named);
    QCOMPARE(found.sql, bound);
    QCOMPARE(found.values, names);
}

void TestStatementText::questionMarksAreBoundInOrder()
{
    const QString sql = u"SELECT ?, '?', :a, ? -- ?"_s;
    const StatementText::Bound lite = StatementText(sql, Syntax::Sqlite).bound(Placeholders::Positional);
    QCOMPARE(lite.sql, sql);
    QCOMPARE(lite.values, (QStringList {u"0"_s, u"1"_s}));
    const StatementText::Bound pg = StatementText(sql, Syntax::Postgresql).bound(Placeholders::Positional);
    QCOMPARE(pg.sql, u"SELECT $1, '?', :a, $2 -- ?"_s);
    QCOMPARE(pg.values, (QStringList {u"0"_s, u"1"_s}));
}

void TestStatementText::verbIsThatOfTheLastStatement_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("verb");
    QTest::newRow("plain") << u"  select 1"_s << u"SELECT"_s;
    QTest::newRow("comment before") << u"-- INSERT\n/* x */ Update t SET a = 1;"_s << u"UPDATE"_s;
    QTest::newRow("with") << u"WITH a AS (SELECT 1), b AS (DELETE FROM t RETURNING *) INSERT INTO c SELECT 1"_s
                          << u"INSERT"_s;
    QTest::newRow("with select") << u"WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a"_s << u"SELECT"_s;
    QTest::newRow("several") << u"SELECT 1; DELETE FROM t; -- end"_s << u"DELETE"_s;
    QTest::newRow("trigger") << u"CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; "
                                "UPDATE c SET d = CASE WHEN 1 THEN 2 END; END;"_s
                             << u"CREATE"_s;
    QTest::newRow("function") << u"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC DELETE FROM t; SELECT 1; END"_s
                              << u"CREATE"_s;
    QTest::newRow("nothing") << u" ; -- x"_s << QString();
}

void TestStatementText::verbIsThatOfTheLastStatement()
{
    QFETCH(QString, sql);
    QFETCH(QString, verb);
    QCOMPARE(StatementText(sql, Syntax::Postgresql).verb(), verb);
}

void TestStatementText::transactionsAreFollowed_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("after"); // -1: no change
    QTest::newRow("begin") << u"BEGIN IMMEDIATE"_s << 1;
    QTest::newRow("start") << u"START TRANSACTION"_s << 1;
    QTest::newRow("commit") << u"BEGIN; SELECT 1; COMMIT;"_s << 0;
    QTest::newRow("end") << u"END"_s << 0;
    QTest::newRow("rollback") << u"rollback"_s << 0;
    QTest::newRow("savepoint") << u"ROLLBACK TO SAVEPOINT a"_s << -1;
    QTest::newRow("chain") << u"COMMIT AND CHAIN"_s << 1;
    QTest::newRow("no chain") << u"COMMIT AND NO CHAIN"_s << 0;
    QTest::newRow("word in a string") << u"SELECT 'COMMIT'"_s << -1;
    QTest::newRow("body of a trigger") << u"CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; END"_s << -1;
    QTest::newRow("body of a block") << u"DO $$ BEGIN PERFORM 1; END $$"_s << -1;
}

void TestStatementText::transactionsAreFollowed()
{
    QFETCH(QString, sql);
    QFETCH(int, after);
    const std::optional<bool> found = StatementText(sql, Syntax::Postgresql).transactionAfter();
    QCOMPARE(found ? int(*found) : -1, after);
}

void TestStatementText::commentsAndSemicolonsAreNoStatement()
{
    QVERIFY(StatementText(u" -- x\n;/* y */ ;"_s, Syntax::Sqlite).isEmpty());
    QVERIFY(StatementText(QString(), Syntax::Postgresql).isEmpty());
    QVERIFY(!StatementText(u"''"_s, Syntax::Sqlite).isEmpty());
}

void TestStatementText::tailIsCutOff()
{
    QCOMPARE(StatementText(u" SELECT ';' ; -- done\n ;"_s, Syntax::Sqlite).withoutTail(), u" SELECT ';'"_s);
    QCOMPARE(StatementText(u"SELECT 1; SELECT 2;"_s, Syntax::Sqlite).withoutTail(), u"SELECT 1; SELECT 2"_s);
}

void TestStatementText::copyStreamsAreFound_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("streams");
    QTest::newRow("in") << u"SELECT 1; COPY t (a) FROM stdin;"_s << true;
    QTest::newRow("out") << u"COPY (SELECT 1) TO STDOUT"_s << true;
    QTest::newRow("file") << u"COPY t FROM '/tmp/stdin'"_s << false;
    QTest::newRow("column") << u"SELECT stdin FROM copy"_s << false;
}

void TestStatementText::copyStreamsAreFound()
{
    QFETCH(QString, sql);
    QFETCH(bool, streams);
    QCOMPARE(StatementText(sql, Syntax::Postgresql).streamsCopy(), streams);
}

QTEST_GUILESS_MAIN(TestStatementText)
#include "tst_statementtext.moc"
