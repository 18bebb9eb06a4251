#include "migrations/backup/tablecopies.h"
#include "migrations/database/connection.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

using namespace Migrations;
using namespace Migrations::Backup;
using namespace Qt::StringLiterals;

/// Tables copied beside themselves and put back, on both databases.
class TestTableCopies : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void rowsComeBack_data() { databases(); }
    void rowsComeBack();
    void triggersDoNotFire_data() { databases(); }
    void triggersDoNotFire();
    void otherColumnsAreRefused_data() { databases(); }
    void otherColumnsAreRefused();
    void allTablesOrNone_data() { databases(); }
    void allTablesOrNone();
    void rowsThatReferStay_data() { databases(); }
    void rowsThatReferStay();
    void rowsThatWouldLoseTheirsAreAConflict_data() { databases(); }
    void rowsThatWouldLoseTheirsAreAConflict();
    void namesMayBeOdd_data() { databases(); }
    void namesMayBeOdd();
    void longNamesAreShortened();
    void generatedAndIdentityColumns();
    void viewsAreRefused_data() { databases(); }
    void viewsAreRefused();

private:
    static void databases();
    [[nodiscard]] std::unique_ptr<Database::Connection> open();
    static void run(Database::Connection &connection, const QStringList &statements);
    [[nodiscard]] static QString values(Database::Connection &connection, const QString &sql);
    [[nodiscard]] static QList<TableCopy> copied(Database::Connection &connection, const QStringList &tables);

    const QDateTime m_moment {QDate(2026, 3, 4), QTime(5, 6, 7), QTimeZone::UTC};
    PostgresqlCluster m_cluster;
    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestTableCopies::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
}

void TestTableCopies::databases()
{
    QTest::addColumn<bool>("isSqlite");
    QTest::newRow("SQLite") << true;
    QTest::newRow("PostgreSQL") << false;
}

std::unique_ptr<Database::Connection> TestTableCopies::open()
{
    QFETCH(const bool, isSqlite);
    const QString url = isSqlite ? u"sqlite:///%1/%2.db"_s.arg(m_folder.path()).arg(++m_files)
                                          : m_cluster.createDatabase();
    return Database::Connection::open(Database::DatabaseUrl::parse(url).value()).value();
}

void TestTableCopies::run(Database::Connection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (const auto done = connection.execute(statement); !done)
            qFatal("%s", qPrintable(done.error().toText()));
    }
}

QString TestTableCopies::values(Database::Connection &connection, const QString &sql)
{
    const auto rows = connection.execute(sql);
    if (!rows)
        return rows.error().message;
    QStringList lines;
    for (const QVariantList &row : rows->rows) {
        QStringList cells;
        for (const QVariant &cell : row)
            cells << (cell.isNull() ? u"NULL"_s : cell.toString());
        lines << cells.join(u'|');
    }
    return lines.join(u' ');
}

QList<TableCopy> TestTableCopies::copied(Database::Connection &connection, const QStringList &tables)
{
    const QDateTime moment {QDate(2026, 3, 4), QTime(5, 6, 7), QTimeZone::UTC};
    const Result<QList<TableCopy>> copies = copyTables(connection, tables, moment);
    if (!copies)
        qFatal("%s", qPrintable(copies.error().toText()));
    return *copies;
}

void TestTableCopies::rowsComeBack()
{
    const auto connection = open();
    run(*connection, {u"CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT)"_s, u"CREATE TABLE b (x INTEGER)"_s,
        u"INSERT INTO a VALUES (1, 'one'), (2, NULL), (3, 'é')"_s, u"INSERT INTO b VALUES (5), (5)"_s});
    const QList<TableCopy> copies = copied(*connection, {u"a"_s, u"b"_s});
    QCOMPARE(copies[0].copy.section(u'.', -1), u"a_backup_20260304_050607"_s);
    QCOMPARE(copies[0].rows, 3);
    run(*connection, {u"DELETE FROM a WHERE id = 1"_s, u"UPDATE a SET x = 'changed' WHERE id = 2"_s, u"INSERT INTO a VALUES (9, 'later')"_s,
        u"DELETE FROM b"_s});
    const QList<TableCopy> found = checkCopies(*connection, {copies[0].copy, copies[1].copy}).value();
    QCOMPARE(found[0].rows, 3);
    QCOMPARE(found[0].currentRows, 3);
    QCOMPARE(found[1].currentRows, 0);
    const auto done = restoreTables(*connection, {copies[0].copy, copies[1].copy});
    QVERIFY2(done, done ? "" : qPrintable(done.error().toText()));
    QCOMPARE(values(*connection, u"SELECT * FROM a ORDER BY id"_s), u"1|one 2|NULL 3|é"_s);
    QCOMPARE(values(*connection, u"SELECT * FROM b"_s), u"5 5"_s);
    QCOMPARE(values(*connection, u"SELECT count(*) FROM a_backup_20260304_050607"_s), u"3"_s);
    QVERIFY(!connection->inTransaction());
}

void TestTableCopies::triggersDoNotFire()
{
    QFETCH(const bool, isSqlite);
    const auto connection = open();
    run(*connection, {u"CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT)"_s, u"CREATE TABLE log (x TEXT)"_s, u"INSERT INTO a VALUES (1, 'one')"_s});
    if (isSqlite)
        run(*connection, {u"CREATE TRIGGER g AFTER INSERT ON a BEGIN INSERT INTO log VALUES ('insert'); END"_s,
            u"CREATE TRIGGER h AFTER DELETE ON a BEGIN INSERT INTO log VALUES ('delete'); END"_s});
    else
        run(*connection, {u"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (TG_OP); RETURN NEW; END $$"_s,
            u"CREATE TRIGGER g AFTER INSERT OR UPDATE OR DELETE ON a FOR EACH ROW EXECUTE FUNCTION f()"_s,
            u"CREATE TRIGGER off AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION f()"_s,
            u"ALTER TABLE a DISABLE TRIGGER off"_s});
    const QString triggers = isSqlite ? u"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"_s
                                      : u"SELECT tgname, tgenabled::text FROM pg_trigger ORDER BY tgname"_s;
    const QString before = values(*connection, triggers);
    const QString copy = copied(*connection, {u"a"_s})[0].copy;
    run(*connection, {u"UPDATE a SET x = 'two'"_s, u"INSERT INTO a VALUES (2, 'x')"_s, u"DELETE FROM log"_s});
    QVERIFY(restoreTables(*connection, {copy}));
    QCOMPARE(values(*connection, u"SELECT * FROM a"_s), u"1|one"_s);
    QCOMPARE(values(*connection, u"SELECT count(*) FROM log"_s), u"0"_s);
    QCOMPARE(values(*connection, triggers), before);
}

void TestTableCopies::otherColumnsAreRefused()
{
    const auto connection = open();
    run(*connection, {u"CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT)"_s, u"INSERT INTO a VALUES (1, 'one')"_s});
    const QString copy = copied(*connection, {u"a"_s})[0].copy;
    run(*connection, {u"ALTER TABLE a ADD COLUMN y INTEGER"_s});
    const auto done = restoreTables(*connection, {copy});
    QCOMPARE(done.error().code, ErrorCode::Conflict);
    QVERIFY2(done.error().detail.contains(u"y"_s), qPrintable(done.error().detail));
    QCOMPARE(values(*connection, u"SELECT * FROM a"_s), u"1|one|NULL"_s);
}

void TestTableCopies::allTablesOrNone()
{
    const auto connection = open();
    run(*connection, {u"CREATE TABLE a (id INTEGER PRIMARY KEY)"_s, u"INSERT INTO a VALUES (1)"_s});
    QCOMPARE(copyTables(*connection, {u"a"_s, u"nothing"_s}, m_moment).error().code, ErrorCode::NotFound);
    QVERIFY(!checkCopies(*connection, {u"a_backup_20260304_050607"_s}));
    const QString copy = copied(*connection, {u"a"_s})[0].copy;
    run(*connection, {u"DELETE FROM a"_s});
    QCOMPARE(restoreTables(*connection, {copy, u"nothing"_s}).error().code, ErrorCode::NotFound);
    QCOMPARE(restoreTables(*connection, {copy, u"a"_s}).error().code, ErrorCode::BadInput);
    QCOMPARE(values(*connection, u"SELECT count(*) FROM a"_s), u"0"_s);
}

void TestTableCopies::rowsThatReferStay()
{
    const auto connection = open();
    run(*connection, {u"CREATE TABLE parent (id INTEGER PRIMARY KEY, x TEXT)"_s,
        u"CREATE TABLE child (id INTEGER, parent INTEGER REFERENCES parent ON DELETE CASCADE)"_s,
        u"INSERT INTO parent VALUES (1, 'one'), (2, 'two')"_s, u"INSERT INTO child VALUES (7, 1), (8, 2)"_s});
    if (connection->url().isSqlite())
        run(*connection, {u"PRAGMA foreign_keys = ON"_s});
    const QString copy = copied(*connection, {u"parent"_s})[0].copy;
    run(*connection, {u"UPDATE parent SET x = 'broken'"_s});
    const auto done = restoreTables(*connection, {copy});
    QVERIFY2(done, done ? "" : qPrintable(done.error().toText()));
    QCOMPARE(values(*connection, u"SELECT * FROM parent ORDER BY id"_s), u"1|one 2|two"_s);
    QCOMPARE(values(*connection, u"SELECT * FROM child ORDER BY id"_s), u"7|1 8|2"_s);
    if (connection->url().isSqlite())
        QCOMPARE(values(*connection, u"PRAGMA foreign_keys"_s), u"1"_s);
}

void TestTableCopies::rowsThatWouldLoseTheirsAreAConflict()
{
    const auto connection = open();
    run(*connection, {u"CREATE TABLE parent (id INTEGER PRIMARY KEY, x TEXT)"_s,
        u"CREATE TABLE child (id INTEGER, parent INTEGER REFERENCES parent ON DELETE CASCADE)"_s,
        u"INSERT INTO parent VALUES (1, 'one')"_s});
    const QString copy = copied(*connection, {u"parent"_s})[0].copy;
    run(*connection, {u"INSERT INTO parent VALUES (2, 'later')"_s, u"INSERT INTO child VALUES (8, 2)"_s});
    const auto done = restoreTables(*connection, {copy});
    QCOMPARE(done.error().code, ErrorCode::Conflict);
    QVERIFY(done.error().detail.contains(u"as it was"_s));
    QCOMPARE(values(*connection, u"SELECT * FROM parent ORDER BY id"_s), u"1|one 2|later"_s);
    QCOMPARE(values(*connection, u"SELECT * FROM child"_s), u"8|2"_s);
}

void TestTableCopies::namesMayBeOdd()
{
    const auto connection = open();
    run(*connection, {u"CREATE TABLE \"We\"\"ird 'Name\" (\"Key\" INTEGER PRIMARY KEY, \"a b\" TEXT)"_s,
        u"INSERT INTO \"We\"\"ird 'Name\" VALUES (1, 'x')"_s});
    const QString copy = copied(*connection, {u"We\"ird 'Name"_s})[0].copy;
    run(*connection, {u"UPDATE \"We\"\"ird 'Name\" SET \"a b\" = 'y'"_s});
    const auto done = restoreTables(*connection, {copy});
    QVERIFY2(done, done ? "" : qPrintable(done.error().toText()));
    QCOMPARE(values(*connection, u"SELECT * FROM \"We\"\"ird 'Name\""_s), u"1|x"_s);
}

void TestTableCopies::longNamesAreShortened()
{
    const auto connection
        = Database::Connection::open(Database::DatabaseUrl::parse(m_cluster.createDatabase()).value()).value();
    const QString name = QString(20, u'é') + QString(20, u'x');
    run(*connection, {u"CREATE SCHEMA ops"_s, u"CREATE TABLE ops.%1 (x INTEGER)"_s.arg(name), u"INSERT INTO ops.%1 VALUES (1)"_s.arg(name)});
    const QString copy = copied(*connection, {u"ops."_s + name})[0].copy;
    QCOMPARE(copy.section(u'.', 1).toUtf8().size(), 63);
    QVERIFY(copy.startsWith(u"ops.é"_s));
    run(*connection, {u"DELETE FROM ops.%1"_s.arg(name)});
    QVERIFY(restoreTables(*connection, {copy}));
    QCOMPARE(values(*connection, u"SELECT * FROM ops."_s + name), u"1"_s);
}

void TestTableCopies::generatedAndIdentityColumns()
{
    const auto connection
        = Database::Connection::open(Database::DatabaseUrl::parse(m_cluster.createDatabase()).value()).value();
    run(*connection, {u"CREATE TYPE mood AS ENUM ('sad', 'ok')"_s,
        u"CREATE TABLE a (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n INTEGER, "
         "twice INTEGER GENERATED ALWAYS AS (n * 2) STORED, m mood, j JSON, v INTEGER[])"_s,
        u"INSERT INTO a (n, m, j, v) VALUES (4, 'ok', '{\"a\":  1}', '{1,2}')"_s});
    const QString copy = copied(*connection, {u"a"_s})[0].copy;
    const QString before = values(*connection, u"SELECT * FROM a"_s);
    run(*connection, {u"DELETE FROM a"_s});
    const auto done = restoreTables(*connection, {copy});
    QVERIFY2(done, done ? "" : qPrintable(done.error().toText()));
    QCOMPARE(values(*connection, u"SELECT * FROM a"_s), before);
    run(*connection, {u"UPDATE a SET n = 5"_s});
    QVERIFY(restoreTables(*connection, {copy}));
    QCOMPARE(values(*connection, u"SELECT * FROM a"_s), before);
}

void TestTableCopies::viewsAreRefused()
{
    const auto connection = open();
    run(*connection, {u"CREATE VIEW w AS SELECT 1 AS x"_s});
    QCOMPARE(copyTables(*connection, {u"w"_s}, m_moment).error().code, ErrorCode::Unsupported);
}

QTEST_GUILESS_MAIN(TestTableCopies)
#include "tst_tablecopies.moc"
