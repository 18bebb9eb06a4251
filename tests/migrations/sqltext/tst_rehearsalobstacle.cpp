#include "migrations/sqltext/rehearsalobstacle.h"
#include "tests/support/testcase.h"

using namespace Migrations::SqlText;
using namespace Qt::StringLiterals;

/// Statements that a dry run cannot send.
class TestRehearsalObstacle : public TestCase
{
    Q_OBJECT

private slots:
    void statements_data();
    void statements();
};

void TestRehearsalObstacle::statements_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("obstacle");
    const auto row = [](const char *dialect, const char *sql, RehearsalObstacle obstacle) {
        QTest::addRow("%s: %s", dialect, sql) << QString::fromLatin1(dialect) << QString::fromLatin1(sql) << int(obstacle);
    };
    using enum RehearsalObstacle;
    for (const char *sql : {"CREATE INDEX CONCURRENTLY ix ON t (x)", "create unique index concurrently ix on t (x)",
             "-- why\nDROP INDEX CONCURRENTLY ix", "/* why */ REINDEX TABLE CONCURRENTLY t", "REINDEX DATABASE d",
             "REINDEX (VERBOSE) SYSTEM d", "ALTER TABLE p DETACH PARTITION c CONCURRENTLY", "VACUUM ANALYZE t",
             "CREATE DATABASE d", "DROP TABLESPACE s", "ALTER SYSTEM SET work_mem = '1GB'", "CLUSTER;",
             "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p"})
        row("postgresql", sql, NotInTransaction);
    for (const char *sql : {"SELECT setval('s', 10)", "SELECT pg_catalog.nextval ('s')", "COPY t TO '/tmp/t'",
             "COPY t TO PROGRAM 'cat'", "SELECT dblink_exec('x', 'y')", "SELECT pg_terminate_backend(1)"})
        row("postgresql", sql, NotUndone);
    for (const char *sql : {"CREATE INDEX ix ON t (x)", "CREATE TABLE vacuum_log (x int)", "CLUSTER t USING ix",
             "DROP TABLE nextval_of", "REINDEX TABLE t", "INSERT INTO t VALUES ('VACUUM')", "NOTIFY channel",
             "COPY t TO STDOUT", "ALTER TYPE e ADD VALUE 'x'"})
        row("postgresql", sql, None);
    for (const char *sql : {"VACUUM", "ATTACH 'x' AS y", "DETACH y"})
        row("sqlite", sql, NotInTransaction);
    row("sqlite", "PRAGMA journal_mode = WAL", NotUndone);
    for (const char *sql : {"PRAGMA table_info(t)", "CREATE INDEX ix ON t (x)", "DROP TABLE t"})
        row("sqlite", sql, None);
}

void TestRehearsalObstacle::statements()
{
    QFETCH(const QString, dialect);
    QFETCH(const QString, sql);
    QFETCH(const int, obstacle);
    QCOMPARE(int(rehearsalObstacle(sql, dialect)), obstacle);
}

QTEST_GUILESS_MAIN(TestRehearsalObstacle)
#include "tst_rehearsalobstacle.moc"
