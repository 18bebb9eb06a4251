#include "migrations/sqltext/postgresqlparser.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::SqlText;
using namespace Qt::StringLiterals;

class TestPostgresqlParser : public TestCase
{
    Q_OBJECT

private slots:
    void goodTextPasses();
    void errorsSayWhere_data();
    void errorsSayWhere();
    void statementsAreClassified_data();
    void statementsAreClassified();
    void severalStatementsHaveOneClassEach();
};

void TestPostgresqlParser::goodTextPasses()
{
    QVERIFY(PostgresqlParser::check(u"CREATE TABLE t (a int DEFAULT 'ä'); SELECT * FROM t"_s).has_value());
    QVERIFY(PostgresqlParser::check({}).has_value());
}

void TestPostgresqlParser::errorsSayWhere_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("excerpt");
    QTest::newRow("first line") << u"CREAT TABLE t ()"_s << u"syntax error at or near \"CREAT\""_s << 1 << 1
                                << u"CREAT TABLE t ()\n^"_s;
    QTest::newRow("behind other characters")
        << u"SELECT 'äöü😀',\n\tFROM t"_s << u"syntax error at or near \"FROM\""_s << 2 << 2 << u"\tFROM t\n\t^"_s;
    QTest::newRow("on the line of them") << u"SELECT 'äöü😀' 5"_s << u"syntax error at or near \"5\""_s << 1 << 16
                                         << u"SELECT 'äöü😀' 5\n               ^"_s;
    QTest::newRow("at the end") << u"SELECT ("_s << u"syntax error at end of input"_s << 1 << 9
                                << u"SELECT (\n        ^"_s;
}

void TestPostgresqlParser::errorsSayWhere()
{
    QFETCH(QString, sql);
    const Result<void> result = PostgresqlParser::check(sql);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::Syntax);
    QTEST(result.error().message, "message");
    QTEST(result.error().at.line, "line");
    QTEST(result.error().at.column, "column");
    QTEST(result.error().excerpt, "excerpt");
}

void TestPostgresqlParser::statementsAreClassified_data()
{
    using enum StatementKind;
    QTest::addColumn<QString>("sql");
    QTest::addColumn<StatementKind>("kind");
    QTest::addColumn<bool>("needsAutocommit");
    const auto row = [](const QString &sql, StatementKind kind, bool needsAutocommit = false) {
        QTest::newRow(qPrintable(sql)) << sql << kind << needsAutocommit;
    };
    row(u"SELECT 1"_s, Query);
    row(u"WITH x AS (SELECT 1) SELECT * FROM x"_s, Query);
    row(u"EXPLAIN ANALYZE DELETE FROM t"_s, Query);
    row(u"INSERT INTO t VALUES (1)"_s, Dml);
    row(u"WITH x AS (SELECT 1) UPDATE t SET a = 1"_s, Dml);
    row(u"DELETE FROM t"_s, Dml);
    row(u"MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN DELETE"_s, Dml);
    row(u"TRUNCATE t"_s, Dml);
    row(u"CREATE TABLE t ()"_s, Ddl);
    row(u"CREATE TABLE t AS SELECT 1"_s, Ddl);
    row(u"ALTER TABLE t ADD COLUMN a int"_s, Ddl);
    row(u"ALTER TABLE t RENAME TO u"_s, Ddl);
    row(u"DROP TABLE t"_s, Ddl);
    row(u"CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'"_s, Ddl);
    row(u"CREATE VIEW v AS SELECT 1"_s, Ddl);
    row(u"COMMENT ON TABLE t IS 'x'"_s, Ddl);
    row(u"CREATE TYPE e AS ENUM ('a')"_s, Ddl);
    row(u"CREATE INDEX i ON t (a)"_s, Ddl);
    row(u"CREATE INDEX CONCURRENTLY i ON t (a)"_s, Ddl, true);
    row(u"DROP INDEX i"_s, Ddl);
    row(u"DROP INDEX CONCURRENTLY i"_s, Ddl, true);
    row(u"REINDEX TABLE t"_s, Utility);
    row(u"REINDEX TABLE CONCURRENTLY t"_s, Utility, true);
    row(u"REINDEX (CONCURRENTLY false) TABLE t"_s, Utility);
    row(u"REINDEX DATABASE d"_s, Utility, true);
    row(u"VACUUM t"_s, Utility, true);
    row(u"ANALYZE t"_s, Utility);
    row(u"CLUSTER"_s, Utility, true);
    row(u"CLUSTER t USING i"_s, Utility);
    row(u"CREATE DATABASE d"_s, Ddl, true);
    row(u"DROP DATABASE d"_s, Ddl, true);
    row(u"CREATE TABLESPACE s LOCATION '/x'"_s, Ddl, true);
    row(u"ALTER SYSTEM SET work_mem = '1MB'"_s, Utility, true);
    row(u"ALTER DATABASE d SET TABLESPACE s"_s, Ddl, true);
    row(u"ALTER TABLE p DETACH PARTITION c"_s, Ddl);
    row(u"ALTER TABLE p DETACH PARTITION c CONCURRENTLY"_s, Ddl, true);
    row(u"DISCARD ALL"_s, Utility, true);
    row(u"SET lock_timeout = '1s'"_s, Utility);
    row(u"DO $$ BEGIN NULL; END $$"_s, Utility);
    row(u"BEGIN"_s, Transaction);
    row(u"ALTER TYPE e ADD VALUE 'b'"_s, Ddl);
}

void TestPostgresqlParser::statementsAreClassified()
{
    QFETCH(QString, sql);
    const Result<QList<StatementClass>> classes = PostgresqlParser::classify(sql);
    QVERIFY2(classes.has_value(), qPrintable(sql));
    QCOMPARE(classes->size(), 1);
    QTEST(classes->constFirst().kind, "kind");
    QTEST(classes->constFirst().needsAutocommit, "needsAutocommit");
    QCOMPARE(classes->constFirst().addsEnumValue, sql.contains(u"ADD VALUE"));
}

void TestPostgresqlParser::severalStatementsHaveOneClassEach()
{
    const auto classes = PostgresqlParser::classify(
        u"ALTER TYPE e RENAME VALUE 'a' TO 'b'; CREATE INDEX CONCURRENTLY i ON t (a); SELECT 1;"_s);
    QVERIFY(classes.has_value());
    QCOMPARE(classes->size(), 3);
    QVERIFY(!classes->at(0).addsEnumValue);
    QVERIFY(classes->at(1).needsAutocommit);
    QCOMPARE(classes->at(1).node, u"IndexStmt"_s);
    QCOMPARE(classes->at(2).kind, StatementKind::Query);
}

QTEST_GUILESS_MAIN(TestPostgresqlParser)
#include "tst_postgresqlparser.moc"
