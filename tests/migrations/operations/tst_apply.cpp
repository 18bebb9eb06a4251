#include "migrations/operations/operation.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Operations;
using namespace Qt::StringLiterals;
using Schema::Expression;

namespace {

Schema::Column column(const QString &name, const QString &type = u"Integer"_s)
{
    return {.name = name, .type = Schema::Type::named(type)};
}

/// parent(id) and child(id, parent_id → parent, code unique and indexed, kind enum)
Schema::Database family()
{
    Schema::Column parentId = column(u"id"_s);
    parentId.primaryKey = true;
    Schema::Column reference = column(u"parent_id"_s);
    reference.foreignKeys = {{.name = {}, .columns = {}, .referredTable = u"parent"_s, .referredColumns = {u"id"_s}}};
    Schema::Column code = column(u"code"_s, u"String"_s);
    code.unique = true;
    Schema::Column rank = column(u"rank"_s);
    rank.index = true;
    Schema::Column kind = column(u"kind"_s, u"Enum"_s);
    kind.type.labels = {u"a"_s, u"b"_s};
    kind.type.typeName = u"kinds"_s;
    Schema::Database database;
    const CreateTable parent {.table = {.name = u"parent"_s, .columns = {parentId}}};
    const CreateTable child {.table = {.name = u"child"_s, .columns = {parentId, reference, code, rank, kind}}};
    if (!apply(database, parent) || !apply(database, child))
        qFatal("the schema to test with cannot be built");
    return database;
}

template <class T>
QList<T> all(const Schema::Table &table)
{
    QList<T> found;
    for (const Schema::Constraint &constraint : table.constraints) {
        if (const T *each = std::get_if<T>(&constraint))
            found << *each;
    }
    return found;
}

} // namespace

Q_DECLARE_METATYPE(Operation)

class TestApply : public TestCase
{
    Q_OBJECT

private slots:
    void createTableListsWhatItsColumnsImply();
    void enumTypesComeWithTheirTable();
    void addedColumnsBringTheirConstraintsAndIndexes();
    void droppedColumnsTakeTheirConstraintsAndIndexesAlong();
    void renamingAColumnReachesEverythingThatNamesIt();
    void renamingATableReachesForeignKeys();
    void alterColumnChangesOnlyWhatItNames();
    void unnamedConstraintsAreFoundByTheirColumns();
    void primaryKeysCanBeDroppedAndAdded();
    void sqlChangesNothing();
    void failuresSayWhy_data();
    void failuresSayWhy();
    void guardsTurnFailuresIntoNothing_data();
    void guardsTurnFailuresIntoNothing();
};

void TestApply::createTableListsWhatItsColumnsImply()
{
    const Schema::Database database = family();
    const Schema::Table *child = database.table(u"child"_s);
    QVERIFY(child);
    QCOMPARE(all<Schema::PrimaryKey>(*child).constFirst().columns, QStringList {u"id"_s});
    QCOMPARE(all<Schema::UniqueConstraint>(*child).constFirst().columns, QStringList {u"code"_s});
    QCOMPARE(all<Schema::ForeignKey>(*child).constFirst().columns, QStringList {u"parent_id"_s});
    QCOMPARE(child->indexes.size(), 1);
    QCOMPARE(child->indexes.constFirst().name.text, u"ix_child_rank"_s);
    QCOMPARE(child->column(u"id"_s)->nullable, std::optional<bool>(false));
    QCOMPARE(child->column(u"code"_s)->nullable, std::optional<bool>(true));
    QVERIFY(!child->column(u"code"_s)->unique);
    QVERIFY(child->column(u"parent_id"_s)->foreignKeys.isEmpty());
}

void TestApply::enumTypesComeWithTheirTable()
{
    Schema::Database database = family();
    QCOMPARE(database.enums.size(), 1);
    QCOMPARE(database.enums.constFirst().labels, QStringList({u"a"_s, u"b"_s}));
    QVERIFY(apply(database, DropTable {.table = u"child"_s}).has_value());
    QCOMPARE(database.enums.size(), 1);
    QVERIFY(apply(database, DropEnum {.name = u"kinds"_s}).has_value());
    QVERIFY(database.enums.isEmpty());
}

void TestApply::addedColumnsBringTheirConstraintsAndIndexes()
{
    Schema::Database database = family();
    Schema::Column added = column(u"owner"_s);
    added.unique = true;
    added.checks = {{.name = {u"positive"_s}, .condition = Expression::sql(u"owner > 0"_s)}};
    QVERIFY(apply(database, AddColumn {.table = u"parent"_s, .column = added}).has_value());
    Schema::Column indexed = column(u"place"_s);
    indexed.index = indexed.unique = true;
    QVERIFY(apply(database, AddColumn {.table = u"parent"_s, .column = indexed}).has_value());
    const Schema::Table *parent = database.table(u"parent"_s);
    QCOMPARE(all<Schema::UniqueConstraint>(*parent).size(), 1);
    QCOMPARE(all<Schema::CheckConstraint>(*parent).constFirst().name.text, u"positive"_s);
    QCOMPARE(parent->indexes.constFirst().name.text, u"ix_parent_place"_s);
    QVERIFY(parent->indexes.constFirst().unique);
}

void TestApply::droppedColumnsTakeTheirConstraintsAndIndexesAlong()
{
    Schema::Database database = family();
    for (const QString &name : {u"code"_s, u"rank"_s, u"parent_id"_s})
        QVERIFY(apply(database, DropColumn {.table = u"child"_s, .column = name}).has_value());
    const Schema::Table *child = database.table(u"child"_s);
    QCOMPARE(child->columns.size(), 2);
    QCOMPARE(child->constraints.size(), 1);
    QVERIFY(child->indexes.isEmpty());
}

void TestApply::renamingAColumnReachesEverythingThatNamesIt()
{
    Schema::Database database = family();
    QVERIFY(apply(database, AlterColumn {.table = u"child"_s, .column = u"rank"_s, .newName = u"place"_s}).has_value());
    QVERIFY(apply(database, AlterColumn {.table = u"parent"_s, .column = u"id"_s, .newName = u"key"_s}).has_value());
    QCOMPARE(database.table(u"child"_s)->indexes.constFirst().columns(), QStringList {u"place"_s});
    QCOMPARE(all<Schema::PrimaryKey>(*database.table(u"parent"_s)).constFirst().columns, QStringList {u"key"_s});
    QCOMPARE(all<Schema::ForeignKey>(*database.table(u"child"_s)).constFirst().referredColumns, QStringList {u"key"_s});
}

void TestApply::renamingATableReachesForeignKeys()
{
    Schema::Database database = family();
    QVERIFY(apply(database, RenameTable {.table = u"parent"_s, .newName = u"elder"_s}).has_value());
    QVERIFY(!database.table(u"parent"_s));
    QCOMPARE(all<Schema::ForeignKey>(*database.table(u"child"_s)).constFirst().referredTable, u"elder"_s);
}

void TestApply::alterColumnChangesOnlyWhatItNames()
{
    Schema::Database database = family();
    AlterColumn change {.table = u"child"_s, .column = u"code"_s};
    change.nullable = false;
    change.serverDefault = Expression::string(u"x"_s);
    change.comment = u"the code"_s;
    QVERIFY(apply(database, change).has_value());
    const Schema::Column code = *database.table(u"child"_s)->column(u"code"_s);
    QCOMPARE(code.nullable, std::optional<bool>(false));
    QCOMPARE(code.serverDefault->text, u"x"_s);
    QCOMPARE(code.comment, u"the code"_s);
    QCOMPARE(code.type.name, u"String"_s);
    AlterColumn drop {.table = u"child"_s, .column = u"code"_s};
    drop.serverDefault = std::optional<Expression>();
    QVERIFY(apply(database, drop).has_value());
    QVERIFY(!database.table(u"child"_s)->column(u"code"_s)->serverDefault);
    QCOMPARE(database.table(u"child"_s)->column(u"code"_s)->comment, u"the code"_s);
}

void TestApply::unnamedConstraintsAreFoundByTheirColumns()
{
    Schema::Database database = family();
    QVERIFY(apply(database,
        AddConstraint {
            .table = u"child"_s, .constraint = Schema::UniqueConstraint {.name = {}, .columns = {u"rank"_s}}}));
    const DropConstraint drop {.name = {u"child_rank_key"_s}, .table = u"child"_s, .kind = u"unique"_s};
    QVERIFY(apply(database, drop).has_value());
    const QList<Schema::UniqueConstraint> left = all<Schema::UniqueConstraint>(*database.table(u"child"_s));
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.constFirst().columns, QStringList {u"code"_s});
}

void TestApply::primaryKeysCanBeDroppedAndAdded()
{
    Schema::Database database = family();
    QVERIFY(apply(database, DropConstraint {.name = {u"child_pkey"_s}, .table = u"child"_s, .kind = u"primary"_s}));
    QVERIFY(!database.table(u"child"_s)->column(u"id"_s)->primaryKey);
    QVERIFY(apply(database,
        AddConstraint {.table = u"child"_s, .constraint = Schema::PrimaryKey {.name = {}, .columns = {u"code"_s}}}));
    QVERIFY(database.table(u"child"_s)->column(u"code"_s)->primaryKey);
}

void TestApply::sqlChangesNothing()
{
    Schema::Database database = family();
    const Schema::Database before = database;
    QVERIFY(apply(database, ExecuteSql {.sql = u"DROP TABLE child"_s}).has_value());
    QVERIFY(apply(database, InsertRows {.table = {.name = u"child"_s}, .rows = {{}}}).has_value());
    QCOMPARE(database, before);
}

void TestApply::failuresSayWhy_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const Operation &operation, ErrorCode code, const QString &message) {
        QTest::newRow(name) << operation << code << message;
    };
    row("a table twice", CreateTable {.table = {.name = u"child"_s}}, ErrorCode::Conflict,
        u"The table child already exists."_s);
    row("an unknown table", DropTable {.table = u"t"_s, .schema = u"s"_s}, ErrorCode::NotFound,
        u"There is no table s.t."_s);
    row("a name that is taken", RenameTable {.table = u"child"_s, .newName = u"parent"_s}, ErrorCode::Conflict,
        u"The table parent already exists."_s);
    row("a column twice", AddColumn {.table = u"child"_s, .column = column(u"id"_s)}, ErrorCode::Conflict,
        u"The table child already has a column id."_s);
    row("an unknown column", DropColumn {.table = u"child"_s, .column = u"x"_s}, ErrorCode::NotFound,
        u"The table child has no column x."_s);
    row("an unknown column to alter", AlterColumn {.table = u"child"_s, .column = u"x"_s}, ErrorCode::NotFound,
        u"The table child has no column x."_s);
    row("a column's name that is taken",
        AlterColumn {.table = u"child"_s, .column = u"code"_s, .nullable = false, .newName = u"rank"_s},
        ErrorCode::Conflict, u"The table child already has a column rank."_s);
    row("an index of an unknown column",
        CreateIndex {
            .table = u"child"_s, .index = {.name = {u"ix"_s}, .parts = {{.expression = Expression::column(u"x"_s)}}}},
        ErrorCode::NotFound, u"The table child has no column x."_s);
    row("an index twice", CreateIndex {.table = u"child"_s, .index = {.name = {u"ix_child_rank"_s}, .parts = {}}},
        ErrorCode::Conflict, u"The index ix_child_rank already exists."_s);
    row("an unknown index", DropIndex {.name = {u"ix"_s}, .table = u"child"_s}, ErrorCode::NotFound,
        u"There is no index ix."_s);
    row("a second primary key",
        AddConstraint {.table = u"child"_s, .constraint = Schema::PrimaryKey {.name = {}, .columns = {u"code"_s}}},
        ErrorCode::Conflict, u"The table child already has a primary key."_s);
    row("an unknown constraint", DropConstraint {.name = {u"c"_s}, .table = u"parent"_s, .kind = u"check"_s},
        ErrorCode::NotFound, u"The table parent has no constraint c."_s);
    row("an enum twice", CreateEnum {.type = {.name = u"kinds"_s}, .checkFirst = false}, ErrorCode::Conflict,
        u"The type kinds already exists."_s);
    row("an unknown enum", DropEnum {.name = u"e"_s, .checkFirst = false}, ErrorCode::NotFound,
        u"There is no type e."_s);
}

void TestApply::failuresSayWhy()
{
    QFETCH(Operation, operation);
    Schema::Database database = family();
    const Schema::Database before = database;
    const Result<void> result = apply(database, operation);
    QVERIFY(!result.has_value());
    QTEST(result.error().code, "code");
    QTEST(result.error().message, "message");
    QCOMPARE(database, before);
}

void TestApply::guardsTurnFailuresIntoNothing_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::newRow("create table") << Operation(CreateTable {.table = {.name = u"child"_s}, .ifNotExists = true});
    QTest::newRow("drop table") << Operation(DropTable {.table = u"t"_s, .ifExists = true});
    QTest::newRow("add column") << Operation(
        AddColumn {.table = u"child"_s, .column = column(u"id"_s), .ifNotExists = true});
    QTest::newRow("drop column") << Operation(DropColumn {.table = u"child"_s, .column = u"x"_s, .ifExists = true});
    QTest::newRow("create index") << Operation(
        CreateIndex {.table = u"child"_s, .index = {.name = {u"ix_child_rank"_s}, .parts = {}}, .ifNotExists = true});
    QTest::newRow("drop index") << Operation(DropIndex {.name = {u"ix"_s}, .ifExists = true});
    QTest::newRow("drop constraint") << Operation(
        DropConstraint {.name = {u"c"_s}, .table = u"parent"_s, .kind = u"check"_s, .ifExists = true});
    QTest::newRow("create enum") << Operation(CreateEnum {.type = {.name = u"kinds"_s}});
    QTest::newRow("drop enum") << Operation(DropEnum {.name = u"e"_s});
}

void TestApply::guardsTurnFailuresIntoNothing()
{
    QFETCH(Operation, operation);
    Schema::Database database = family();
    const Schema::Database before = database;
    QVERIFY(apply(database, operation).has_value());
    QCOMPARE(database, before);
}

QTEST_GUILESS_MAIN(TestApply)
#include "tst_apply.moc"
