#include "migrations/database/connection.h"
#include "migrations/inspection/inspector.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

using namespace Migrations;
using namespace Migrations::Inspection;
using namespace Qt::StringLiterals;
using Schema::Expression;

class TestSqliteInspector : public TestCase
{
    Q_OBJECT

private slots:
    void init();
    void emptyDatabaseHasNoTables();
    void columnsAreReadAsTheyAreWritten();
    void constraintsKeepTheirNames();
    void foreignKeysFindTheirColumns();
    void indexesHaveExpressionsAndPredicates();
    void tableOptionsAreKept();
    void tablesComeInNameOrderWithoutSqlitesOwn();
    void virtualTablesHaveTheirColumns();
    void renamedTablesAreReadAsTheyAreNow();
    void openTransactionIsKept();
    void otherConnectionsLockDoesNotMatterForReading();
    void viewsAreNoTables();

private:
    void run(const QStringList &statements);
    [[nodiscard]] Schema::Table table(const QString &name);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database::Connection> m_connection;
};

void TestSqliteInspector::init()
{
    TestCase::init();
    m_connection.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    const auto url = Database::DatabaseUrl::parse(u"sqlite:///shop.db?timeout=0.1"_s, m_folder->path()).value();
    m_connection = Database::Connection::open(url).value();
}

void TestSqliteInspector::run(const QStringList &statements)
{
    for (const QString &statement : statements) {
        const auto done = m_connection->execute(statement);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().toText()));
    }
}

Schema::Table TestSqliteInspector::table(const QString &name)
{
    const Result<Schema::Database> database = inspect(*m_connection);
    const Schema::Table *found = database ? database->table(name) : nullptr;
    return found ? *found : Schema::Table {};
}

void TestSqliteInspector::emptyDatabaseHasNoTables()
{
    const Schema::Database database = inspect(*m_connection).value();
    QVERIFY(database.tables.isEmpty());
    QVERIFY(database.enums.isEmpty());
    QVERIFY(!m_connection->inTransaction());
}

void TestSqliteInspector::columnsAreReadAsTheyAreWritten()
{
    run({u"CREATE TABLE \"odd \"\"t\" (id INTEGER NOT NULL PRIMARY KEY, \"名 字\" VARCHAR(50) COLLATE NOCASE "
         "DEFAULT 'it''s', flag BOOLEAN NOT NULL DEFAULT FALSE, at DATETIME DEFAULT CURRENT_TIMESTAMP, "
         "sum INTEGER DEFAULT (1+2), twice INTEGER GENERATED ALWAYS AS (id * 2) STORED, "
         "half AS (id / 2), price NUMERIC(10, 2), untyped)"_s});
    const Schema::Table found = table(u"odd \"t"_s);
    QStringList lines;
    for (const Schema::Column &column : found.columns)
        lines << u"%1 %2 %3"_s.arg(column.name, column.type.text, *column.nullable ? u"NULL"_s : u"NOT NULL"_s);
    QCOMPARE(lines,
        (QStringList {u"id INTEGER NOT NULL"_s, u"名 字 VARCHAR(50) NULL"_s, u"flag BOOLEAN NOT NULL"_s,
            u"at DATETIME NULL"_s, u"sum INTEGER NULL"_s, u"twice INTEGER NULL"_s, u"half  NULL"_s,
            u"price NUMERIC(10, 2) NULL"_s, u"untyped  NULL"_s}));
    QVERIFY(found.columns[0].primaryKey);
    QVERIFY(!found.columns[1].primaryKey);
    QCOMPARE(found.columns[1].type.collation, u"NOCASE"_s);
    QCOMPARE(found.columns[1].serverDefault, Expression::sql(u"'it''s'"_s));
    QCOMPARE(found.columns[2].serverDefault, Expression::sql(u"FALSE"_s));
    QCOMPARE(found.columns[3].serverDefault, Expression::sql(u"CURRENT_TIMESTAMP"_s));
    QCOMPARE(found.columns[4].serverDefault, Expression::sql(u"1+2"_s));
    QVERIFY(!found.columns[5].serverDefault);
    QCOMPARE(found.columns[5].computed, (Schema::Computed {Expression::sql(u"id * 2"_s), true}));
    QCOMPARE(found.columns[6].computed, (Schema::Computed {Expression::sql(u"id / 2"_s), false}));
    QVERIFY(!found.columns[7].serverDefault);
}

void TestSqliteInspector::constraintsKeepTheirNames()
{
    run({u"CREATE TABLE t (a INTEGER UNIQUE ON CONFLICT IGNORE, b INTEGER CONSTRAINT ck_b CHECK (b > 0), c TEXT, "
         "CONSTRAINT pk_t PRIMARY KEY (c, a), CONSTRAINT \"uq 1\" UNIQUE (b, C), UNIQUE (c), CHECK (c <> ''))"_s});
    const QList<Schema::Constraint> expected {
        Schema::PrimaryKey {.name = {u"pk_t"_s, true}, .columns = {u"c"_s, u"a"_s}},
        Schema::UniqueConstraint {
            .name = {}, .columns = {u"a"_s}, .options = {{u"sqlite_on_conflict"_s, Expression::string(u"IGNORE"_s)}}},
        Schema::UniqueConstraint {.name = {u"uq 1"_s, true}, .columns = {u"b"_s, u"c"_s}},
        Schema::UniqueConstraint {.name = {}, .columns = {u"c"_s}},
        Schema::CheckConstraint {.name = {u"ck_b"_s, true}, .condition = Expression::sql(u"b > 0"_s)},
        Schema::CheckConstraint {.name = {}, .condition = Expression::sql(u"c <> ''"_s)},
    };
    const Schema::Table found = table(u"t"_s);
    QCOMPARE(found.constraints.size(), expected.size());
    for (qsizetype number = 0; number < expected.size(); ++number)
        QVERIFY2(found.constraints[number] == expected[number], qPrintable(QString::number(number)));
    QVERIFY(found.indexes.isEmpty());
    QVERIFY(found.columns[2].primaryKey);
    QVERIFY(!found.columns[1].primaryKey);
}

void TestSqliteInspector::foreignKeysFindTheirColumns()
{
    run({u"CREATE TABLE p (id INTEGER PRIMARY KEY)"_s, u"CREATE TABLE q (a, b, PRIMARY KEY (a, b))"_s,
        u"CREATE TABLE c (p INTEGER REFERENCES p ON DELETE CASCADE, a, b, later REFERENCES missing, "
        "CONSTRAINT fk_q FOREIGN KEY (a, b) REFERENCES Q (a, b) ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED)"_s});
    const QList<Schema::Constraint> expected {
        Schema::ForeignKey {.name = {},
            .columns = {u"p"_s},
            .referredTable = u"p"_s,
            .referredColumns = {u"id"_s},
            .onDelete = u"CASCADE"_s},
        Schema::ForeignKey {.name = {}, .columns = {u"later"_s}, .referredTable = u"missing"_s},
        Schema::ForeignKey {.name = {u"fk_q"_s, true},
            .columns = {u"a"_s, u"b"_s},
            .referredTable = u"Q"_s,
            .referredColumns = {u"a"_s, u"b"_s},
            .onUpdate = u"SET NULL"_s,
            .deferrability = {.deferrable = true, .initially = u"DEFERRED"_s}},
    };
    QVERIFY(table(u"c"_s).constraints == expected);
}

void TestSqliteInspector::indexesHaveExpressionsAndPredicates()
{
    run({u"CREATE TABLE t (a, b, \"c d\")"_s, u"CREATE UNIQUE INDEX ix_2 ON t (a DESC, \"c d\")"_s,
        u"CREATE INDEX ix_1 ON t (lower(a) DESC, b) WHERE b IS NOT NULL AND a <> ')'"_s});
    const QList<Schema::Index> expected {
        Schema::Index {.name = {u"ix_1"_s, true},
            .parts = {{.expression = Expression::sql(u"lower(a)"_s), .order = u"DESC"_s},
                {.expression = Expression::column(u"b"_s)}},
            .options = {{u"sqlite_where"_s, Expression::sql(u"b IS NOT NULL AND a <> ')'"_s)}}},
        Schema::Index {.name = {u"ix_2"_s, true},
            .parts = {{.expression = Expression::column(u"a"_s), .order = u"DESC"_s},
                {.expression = Expression::column(u"c d"_s)}},
            .unique = true},
    };
    QVERIFY(table(u"t"_s).indexes == expected);
}

void TestSqliteInspector::tableOptionsAreKept()
{
    run({u"CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT)"_s,
        u"CREATE TABLE b (id TEXT PRIMARY KEY) WITHOUT ROWID, STRICT"_s, u"CREATE TABLE c (id INT)"_s});
    QVERIFY(table(u"a"_s).options == (Schema::DialectOptions {{u"sqlite_autoincrement"_s, Expression::boolean(true)}}));
    QVERIFY(table(u"b"_s).options
        == (Schema::DialectOptions {
            {u"sqlite_with_rowid"_s, Expression::boolean(false)}, {u"sqlite_strict"_s, Expression::boolean(true)}}));
    QVERIFY(table(u"c"_s).options.isEmpty());
}

void TestSqliteInspector::tablesComeInNameOrderWithoutSqlitesOwn()
{
    run({u"CREATE TABLE sqlitex (a)"_s, u"CREATE TABLE b (id INTEGER PRIMARY KEY AUTOINCREMENT)"_s,
        u"CREATE TABLE A (a)"_s, u"CREATE TEMP TABLE b (other)"_s, u"ANALYZE"_s});
    QStringList names;
    const Schema::Database database = inspect(*m_connection).value();
    for (const Schema::Table &found : database.tables)
        names << found.name;
    QCOMPARE(names, (QStringList {u"A"_s, u"b"_s, u"sqlitex"_s}));
    QCOMPARE(database.table(u"b"_s)->columns.size(), 1);
    QCOMPARE(database.table(u"b"_s)->columns[0].name, u"id"_s);
}

void TestSqliteInspector::virtualTablesHaveTheirColumns()
{
    run({u"CREATE VIRTUAL TABLE docs USING fts5(title, body)"_s});
    const Schema::Database database = inspect(*m_connection).value();
    QCOMPARE(database.tables.size(), 1); // without docs_data, docs_idx…
    QCOMPARE(database.tables[0].prefixes, QStringList {u"VIRTUAL"_s});
    QCOMPARE(database.tables[0].columns.size(), 2);
    QCOMPARE(database.tables[0].columns[1].name, u"body"_s);
    // a module that is not there
    run({u"PRAGMA writable_schema = ON"_s,
        u"UPDATE sqlite_master SET sql = 'CREATE VIRTUAL TABLE docs USING nomodule(title)' WHERE name = 'docs'"_s,
        u"PRAGMA writable_schema = RESET"_s});
    m_connection = Database::Connection::open(m_connection->url()).value();
    const Result<Schema::Database> without = inspect(*m_connection);
    QVERIFY2(without, qPrintable(without ? QString() : without.error().toText()));
    QVERIFY(without->table(u"docs"_s));
    QVERIFY(without->table(u"docs"_s)->columns.isEmpty());
}

void TestSqliteInspector::renamedTablesAreReadAsTheyAreNow()
{
    run({u"CREATE TABLE p (id INTEGER PRIMARY KEY)"_s,
        u"CREATE TABLE t (a INTEGER, p INTEGER, CONSTRAINT fk_p FOREIGN KEY (p) REFERENCES p (id), "
        "CONSTRAINT ck CHECK (a > 0))"_s,
        u"ALTER TABLE p RENAME TO parents"_s, u"ALTER TABLE t RENAME COLUMN a TO amount"_s,
        u"ALTER TABLE t ADD COLUMN note VARCHAR(5) DEFAULT 'x' CHECK (note <> '')"_s});
    const Schema::Table found = table(u"t"_s);
    QCOMPARE(found.columns.size(), 3);
    QCOMPARE(found.columns[2].type.text, u"VARCHAR(5)"_s);
    const auto key = std::get<Schema::ForeignKey>(found.constraints.at(0));
    QCOMPARE(key.name.text, u"fk_p"_s);
    QCOMPARE(key.referredTable, u"parents"_s);
    QCOMPARE(std::get<Schema::CheckConstraint>(found.constraints.at(1)).condition.text, u"note <> ''"_s);
    const auto check = std::get<Schema::CheckConstraint>(found.constraints.at(2));
    QCOMPARE(check.name.text, u"ck"_s);
    QVERIFY2(check.condition.text.contains("amount"_L1), qPrintable(check.condition.text));
}

void TestSqliteInspector::openTransactionIsKept()
{
    QVERIFY(m_connection->begin());
    run({u"CREATE TABLE t (a)"_s});
    QCOMPARE(inspect(*m_connection).value().tables.size(), 1);
    QVERIFY(m_connection->inTransaction());
    m_connection->rollback();
    QVERIFY(inspect(*m_connection).value().tables.isEmpty());
    run({u"CREATE TABLE u (a)"_s});
}

void TestSqliteInspector::otherConnectionsLockDoesNotMatterForReading()
{
    run({u"CREATE TABLE t (a)"_s});
    const auto other = Database::Connection::open(m_connection->url()).value();
    QVERIFY(other->begin());
    QVERIFY(other->execute(u"CREATE TABLE u (a)"_s));
    QCOMPARE(inspect(*m_connection).value().tables.size(), 1);
    other->rollback();
    QVERIFY(other->execute(u"BEGIN EXCLUSIVE"_s));
    const Result<Schema::Database> locked = inspect(*m_connection);
    QVERIFY(!locked);
    QCOMPARE(locked.error().code, ErrorCode::Locked);
    QVERIFY(!m_connection->inTransaction());
}

void TestSqliteInspector::viewsAreNoTables()
{
    run({u"CREATE TABLE t (a)"_s, u"CREATE VIEW v AS SELECT a FROM t"_s, u"CREATE VIEW broken AS SELECT x FROM t"_s});
    QCOMPARE(inspect(*m_connection).value().tables.size(), 1);
}

QTEST_GUILESS_MAIN(TestSqliteInspector)
#include "tst_sqliteinspector.moc"
