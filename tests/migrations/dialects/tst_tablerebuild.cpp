#include "migrations/dialects/sqlite/tablerebuild.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Dialects::Sqlite;
using namespace Qt::StringLiterals;
using Operations::TableRecreation;

/// The statements of a rebuild, of what is stored and of what the batch says.
class TestTableRebuild : public TestCase
{
    Q_OBJECT

private slots:
    void statementsFollowWhatIsStored_data();
    void statementsFollowWhatIsStored();
    void columnsAreRenamedWhereTheyAreMentioned_data();
    void columnsAreRenamedWhereTheyAreMentioned();
    void indexOfDroppedColumnIsRefused();
};

namespace {

Schema::Table table()
{
    Schema::Table t {.name = u"t"_s};
    for (const QString &name : {u"id"_s, u"a"_s, u"b"_s})
        t.columns << Schema::Column {.name = name, .type = Schema::Type::named(u"INTEGER"_s), .nullable = name != u"id"};
    t.constraints << Schema::PrimaryKey {.columns = {u"id"_s}};
    return t;
}

TableRecreation recreation()
{
    return TableRecreation(table(), {}, [](const Schema::Type &, const Schema::Type &) { return true; });
}

const QString storedTable = u"CREATE TABLE t (id INTEGER NOT NULL, a INTEGER, b INTEGER, PRIMARY KEY (id))"_s;

StoredObjects stored(const QList<StoredObject> &more, const QString &sql = storedTable)
{
    return StoredObjects(QList<StoredObject> {{u"table"_s, u"t"_s, u"t"_s, sql}} + more);
}

QStringList texts(const QList<RebuildStatement> &statements)
{
    QStringList list;
    for (const RebuildStatement &statement : statements)
        list << statement.sql.simplified();
    return list;
}

} // namespace

void TestTableRebuild::statementsFollowWhatIsStored_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QList<StoredObject>>("objects");
    QTest::addColumn<QStringList>("wanted");
    const QStringList alembics {
        u"CREATE TABLE _alembic_tmp_t ( id INTEGER NOT NULL, a INTEGER, b INTEGER, PRIMARY KEY (id) )"_s,
        u"INSERT INTO _alembic_tmp_t (id, a, b) SELECT t.id, t.a, t.b FROM t"_s,
        u"DROP TABLE t"_s,
        u"ALTER TABLE _alembic_tmp_t RENAME TO t"_s,
    };
    QTest::newRow("Alembic's own") << storedTable << QList<StoredObject>() << alembics;
    QTest::newRow("index of a key has no text") << storedTable << QList<StoredObject> {{u"index"_s, u"sqlite_autoindex_t_1"_s, u"t"_s, {}}}
                                                << alembics;
    const QString index = u"CREATE INDEX i ON t (a DESC)"_s;
    const QString trigger = u"CREATE TRIGGER tr AFTER INSERT ON T BEGIN SELECT 1; END"_s;
    QTest::newRow("indexes, then triggers")
        << storedTable << QList<StoredObject> {{u"trigger"_s, u"tr"_s, u"T"_s, trigger}, {u"index"_s, u"i"_s, u"t"_s, index}}
        << alembics + QStringList {index, trigger};
    QTest::newRow("a view") << storedTable << QList<StoredObject> {{u"view"_s, u"v"_s, u"v"_s, u"CREATE VIEW v AS SELECT 1"_s}}
        << alembics.first(3) + QStringList {u"PRAGMA legacy_alter_table = ON"_s, alembics[3], u"PRAGMA legacy_alter_table = OFF"_s};
    QTest::newRow("another table's trigger")
        << storedTable << QList<StoredObject> {{u"trigger"_s, u"o"_s, u"other"_s, u"CREATE TRIGGER o AFTER DELETE ON other BEGIN SELECT 1; END"_s}}
        << alembics.first(3) + QStringList {u"PRAGMA legacy_alter_table = ON"_s, alembics[3], u"PRAGMA legacy_alter_table = OFF"_s};
    QTest::newRow("a sequence")
        << u"CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, a INTEGER, b INTEGER)"_s << QList<StoredObject>()
        << QStringList {u"CREATE TABLE _alembic_tmp_t ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, a INTEGER, b INTEGER )"_s,
               u"INSERT INTO sqlite_sequence (name, seq) SELECT '_alembic_tmp_t', seq FROM sqlite_sequence WHERE name = 't'"_s}
            + alembics.sliced(1);
}

void TestTableRebuild::statementsFollowWhatIsStored()
{
    QFETCH(const QString, sql);
    QFETCH(const QList<StoredObject>, objects);
    QFETCH(const QStringList, wanted);
    const TableRecreation::Steps steps = recreation().steps().value();
    const auto compiler = Dialects::Dialect::sqlite().compiler();
    const StoredObjects there = stored(objects, sql);
    TableRebuild rebuild(steps, there, Dialects::Dialect::sqlite(), *compiler);
    QVERIFY(rebuild.renames().isEmpty());
    const Result<QList<RebuildStatement>> statements = rebuild.statements(there);
    QVERIFY2(statements, qPrintable(statements ? QString() : statements.error().toText()));
    QCOMPARE(texts(*statements), wanted);
}

void TestTableRebuild::columnsAreRenamedWhereTheyAreMentioned_data()
{
    using Names = QList<std::pair<QString, QString>>;
    QTest::addColumn<Names>("names");
    QTest::addColumn<QList<StoredObject>>("objects");
    QTest::addColumn<QStringList>("wanted");
    const QString alter = u"ALTER TABLE t RENAME COLUMN "_s;
    const Names one {{u"a"_s, u"new"_s}};
    const auto view = [](const QString &sql) { return QList<StoredObject> {{u"view"_s, u"v"_s, u"v"_s, u"CREATE VIEW v AS "_s + sql}}; };
    QTest::newRow("nothing mentions it") << one << QList<StoredObject>() << QStringList();
    QTest::newRow("a plain index") << one << QList<StoredObject> {{u"index"_s, u"i"_s, u"t"_s, u"CREATE INDEX i ON t (a)"_s}} << QStringList();
    QTest::newRow("a partial index") << one << QList<StoredObject> {{u"index"_s, u"i"_s, u"t"_s, u"CREATE INDEX i ON t (b) WHERE a > 1"_s}}
                                     << QStringList {alter + u"a TO new"_s};
    QTest::newRow("a view") << one << view(u"SELECT \"A\" FROM t"_s) << QStringList {alter + u"a TO new"_s};
    QTest::newRow("a view of another table") << one << view(u"SELECT a FROM x"_s) << QStringList();
    QTest::newRow("a key of another table") << one
        << QList<StoredObject> {{u"table"_s, u"c"_s, u"c"_s, u"CREATE TABLE c (x REFERENCES t (a))"_s}} << QStringList {alter + u"a TO new"_s};
    QTest::newRow("swapped") << Names {{u"a"_s, u"b"_s}, {u"b"_s, u"a"_s}} << view(u"SELECT a FROM t"_s)
        << QStringList {alter + u"a TO _alembic_tmp_1"_s, alter + u"b TO _alembic_tmp_2"_s, alter + u"_alembic_tmp_1 TO b"_s,
               alter + u"_alembic_tmp_2 TO a"_s};
}

void TestTableRebuild::columnsAreRenamedWhereTheyAreMentioned()
{
    using Names = QList<std::pair<QString, QString>>;
    QFETCH(const Names, names);
    QFETCH(const QList<StoredObject>, objects);
    QFETCH(const QStringList, wanted);
    TableRecreation changed = recreation();
    for (const auto &[from, to] : names)
        QVERIFY(changed.alterColumn({.table = u"t"_s, .column = from, .newName = to}));
    const TableRecreation::Steps steps = changed.steps().value();
    const auto compiler = Dialects::Dialect::sqlite().compiler();
    QCOMPARE(texts(TableRebuild(steps, stored(objects), Dialects::Dialect::sqlite(), *compiler).renames()), wanted);
}

void TestTableRebuild::indexOfDroppedColumnIsRefused()
{
    TableRecreation changed = recreation();
    QVERIFY(changed.dropColumn({.table = u"t"_s, .column = u"b"_s}));
    const TableRecreation::Steps steps = changed.steps().value();
    const auto compiler = Dialects::Dialect::sqlite().compiler();
    const StoredObjects there = stored({{u"index"_s, u"ix"_s, u"t"_s, u"CREATE INDEX ix ON t (abs(b))"_s}});
    const Result<QList<RebuildStatement>> statements
        = TableRebuild(steps, there, Dialects::Dialect::sqlite(), *compiler).statements(there);
    QVERIFY(!statements);
    QCOMPARE(statements.error().code, ErrorCode::Conflict);
    QCOMPARE(statements.error().message, u"The index ix uses the column b of t, which is dropped."_s);
    QVERIFY(statements.error().nextStep.contains(u"op.drop_index(\"ix\", \"t\")"_s));
}

QTEST_GUILESS_MAIN(TestTableRebuild)
#include "tst_tablerebuild.moc"
