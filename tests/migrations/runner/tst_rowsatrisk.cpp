#include "migrations/runner/rowsatrisk.h"
#include "tests/migrations/runner/runnertestcase.h"

using namespace Migrations;
using namespace Migrations::Runner;
using namespace Qt::StringLiterals;

/// What operations would take away, counted on real databases.
class TestRowsAtRisk : public RunnerTestCase
{
    Q_OBJECT

private slots:
    void initTestCase();

    void losses_data();
    void losses();
    void texts_data();
    void texts();
    void changedValues_data();
    void changedValues();
    void transactionGoesOn();
    void lines();
};

void TestRowsAtRisk::initTestCase()
{
    RunnerTestCase::initTestCase();
    QVERIFY2(startCluster(), qPrintable(cluster().problem()));
}

namespace {

using Kind = RowsAtRisk::Kind;

QString described(const QList<RowsAtRisk> &risks)
{
    QStringList texts;
    for (const RowsAtRisk &risk : risks)
        texts << u"%1 %2 %3"_s.arg(int(risk.kind)).arg(risk.name).arg(risk.rows);
    return texts.join(u", "_s);
}

} // namespace

void TestRowsAtRisk::losses_data()
{
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("expected");
    for (const char *database : {"sqlite", "postgresql"}) {
        const auto row = [database](const char *sql, const char *expected) {
            QTest::addRow("%s: %s", database, sql)
                << QString::fromLatin1(database) << QString::fromLatin1(sql) << QString::fromLatin1(expected);
        };
        row("DROP TABLE full_one", "0 full_one 3");
        row("drop table if exists FULL_ONE", "0 full_one 3");
        row("DROP TABLE empty_one", "");
        row("DROP TABLE IF EXISTS nothing", "");
        row("ALTER TABLE full_one DROP COLUMN n", "1 full_one.n 2");
        row("ALTER TABLE full_one DROP COLUMN nothing", "");
        row("ALTER TABLE full_one DROP COLUMN unused", "");
        row("ALTER TABLE empty_one DROP COLUMN n", "");
        row("DROP TABLE \"Odd \"\"name\"", "0 Odd \"name 1");
        row("SELECT 'DROP TABLE full_one'", "");
        row("INSERT INTO full_one VALUES (9, 9, NULL)", "");
    }
    const auto row = [](const char *sql, const char *expected) {
        QTest::addRow("postgresql: %s", sql) << u"postgresql"_s << QString::fromLatin1(sql) << QString::fromLatin1(expected);
    };
    row("TRUNCATE full_one", "0 full_one 3");
    row("DROP TABLE full_one, other.inner_one CASCADE", "0 full_one 3, 0 other.inner_one 1");
    row("ALTER TABLE ONLY other.inner_one DROP COLUMN IF EXISTS n CASCADE, DROP x", "1 other.inner_one.n 1, 1 other.inner_one.x 1");
    row("ALTER TABLE full_one DROP CONSTRAINT n", "");
    row("ALTER TABLE full_one ADD COLUMN y INTEGER, DROP COLUMN n", "1 full_one.n 2");
    row("DROP VIEW full_view", "");
}

void TestRowsAtRisk::losses()
{
    QFETCH(const QString, database);
    QFETCH(const QString, sql);
    QFETCH(const QString, expected);
    makeProject(database);
    const auto connection = connect();
    QStringList statements {u"CREATE TABLE full_one (id INTEGER, n INTEGER, unused INTEGER)"_s,
        u"INSERT INTO full_one VALUES (1, 1, NULL), (2, 2, NULL), (3, NULL, NULL)"_s,
        u"CREATE TABLE empty_one (id INTEGER, n INTEGER)"_s, u"CREATE TABLE \"Odd \"\"name\" (x INTEGER)"_s,
        u"INSERT INTO \"Odd \"\"name\" VALUES (1)"_s, u"CREATE VIEW full_view AS SELECT * FROM full_one"_s};
    if (!isSqlite())
        statements << u"CREATE SCHEMA other"_s << u"CREATE TABLE other.inner_one (n INTEGER, x INTEGER)"_s
                   << u"INSERT INTO other.inner_one VALUES (1, 1)"_s;
    for (const QString &statement : std::as_const(statements))
        QVERIFY(connection->execute(statement));
    const Result<QList<RowsAtRisk>> risks = rowsAtRisk(*connection, Operations::ExecuteSql {sql});
    QVERIFY2(risks, qPrintable(risks ? QString() : risks.error().toText()));
    QCOMPARE(described(*risks), expected);
}

void TestRowsAtRisk::texts_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("count");
    QTest::newRow("comment before") << u"-- all of it\nDROP TABLE t"_s << 1;
    QTest::newRow("comment between") << u"DROP /* really */ TABLE t"_s << 1;
    QTest::newRow("function") << u"DROP FUNCTION t"_s << 0;
    QTest::newRow("not null") << u"ALTER TABLE t ALTER COLUMN n DROP NOT NULL"_s << 0;
    QTest::newRow("default") << u"ALTER TABLE t ALTER n DROP DEFAULT, DROP m"_s << 1;
}

void TestRowsAtRisk::texts()
{
    QFETCH(const QString, sql);
    QFETCH(const int, count);
    QCOMPARE(lossesOf(sql).size(), count);
}

void TestRowsAtRisk::changedValues_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<Schema::Type>("type");
    QTest::addColumn<QString>("usingText");
    QTest::addColumn<QString>("expected");
    const auto string = [](int length) {
        Schema::Type type = Schema::Type::named(u"String"_s);
        type.length = length;
        return type;
    };
    const auto text = [](const char *type) { return Schema::Type::verbatim(QString::fromLatin1(type)); };
    QTest::newRow("shorter, cut") << u"s"_s << string(3) << u"s::varchar(3)"_s << u"2 t.s 1"_s;
    QTest::newRow("longer") << u"s"_s << string(30) << QString() << QString();
    QTest::newRow("text") << u"s"_s << Schema::Type::named(u"Text"_s) << QString() << QString();
    QTest::newRow("fewer digits") << u"n"_s << text("NUMERIC(9, 2)") << QString() << u"2 t.n 1"_s;
    QTest::newRow("whole numbers") << u"n"_s << text("INTEGER") << QString() << u"2 t.n 2"_s;
    QTest::newRow("day") << u"m"_s << text("DATE") << QString() << u"2 t.m 1"_s;
    QTest::newRow("what the server refuses") << u"s"_s << text("INTEGER") << u"s::integer"_s << QString();
    QTest::newRow("a bigger number") << u"i"_s << text("BIGINT") << QString() << QString();
    QTest::newRow("nothing there") << u"nothing"_s << text("BIGINT") << QString() << QString();
}

void TestRowsAtRisk::changedValues()
{
    QFETCH(const QString, column);
    QFETCH(const Schema::Type, type);
    QFETCH(const QString, usingText);
    QFETCH(const QString, expected);
    makeProject(u"postgresql"_s);
    const auto connection = connect();
    QVERIFY(connection->execute(u"CREATE TABLE t (s varchar(10), n numeric(9, 4), m timestamp, i integer)"_s));
    QVERIFY(connection->execute(
        u"INSERT INTO t VALUES ('abcdef', 1.2346, '2020-01-02 03:04:05', 1), ('abc', 1.5, '2020-01-02', 2), (NULL, 2, NULL, 3)"_s));
    for (const bool isInside : {false, true}) {
        if (isInside)
            QVERIFY(connection->begin());
        const Result<QList<RowsAtRisk>> risks = rowsAtRisk(*connection,
            Operations::AlterColumn {.table = u"t"_s, .column = column, .type = type, .postgresqlUsing = usingText});
        QVERIFY2(risks, qPrintable(risks ? QString() : risks.error().toText()));
        QCOMPARE(described(*risks), expected);
        QVERIFY(connection->execute(u"SELECT 1"_s));
    }
}

void TestRowsAtRisk::transactionGoesOn()
{
    makeProject(u"postgresql"_s);
    const auto connection = connect();
    QVERIFY(connection->begin());
    QVERIFY(rowsAtRisk(*connection, Operations::DropTable {.table = u"nothing"_s})->isEmpty());
    QVERIFY(rowsAtRisk(*connection, Operations::DropColumn {.table = u"nothing"_s, .column = u"x"_s})->isEmpty());
    QVERIFY(connection->execute(u"SELECT 1"_s));
    QVERIFY(connection->commit());
}

void TestRowsAtRisk::lines()
{
    QCOMPARE((RowsAtRisk {.kind = Kind::Table, .name = u"t"_s, .rows = 12}.toString()), u"table t with 12 row(s)"_s);
    QCOMPARE((RowsAtRisk {.kind = Kind::Column, .name = u"t.c"_s, .rows = 1}.toString()),
        u"column t.c with values in 1 row(s)"_s);
    QCOMPARE((RowsAtRisk {.kind = Kind::Table, .name = u"t"_s, .rows = RowsAtRisk::Most}.toString()),
        u"table t with at least 1000000 rows"_s);
}

QTEST_GUILESS_MAIN(TestRowsAtRisk)
#include "tst_rowsatrisk.moc"
