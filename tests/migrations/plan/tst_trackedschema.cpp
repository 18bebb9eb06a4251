#include "migrations/plan/trackedschema.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Plan;
using namespace Qt::StringLiterals;

class TestTrackedSchema : public TestCase
{
    Q_OBJECT

private slots:
    void startIsLoadedOnlyWhenSomebodyAsks();
    void operationsBeforeAreApplied();
    void strictlyFailsAsADatabaseWould();
    void textThatChangesTheSchemaMakesItUnknown();
    void indexesAreRemembered();

private:
    static Operations::CreateTable table(const QString &name) { return {.table = {.name = name}}; }
};

void TestTrackedSchema::startIsLoadedOnlyWhenSomebodyAsks()
{
    int loads = 0;
    TrackedSchema schema([&loads] {
        ++loads;
        return Schema::Database();
    });
    QVERIFY(schema.apply(table(u"a"_s), {}));
    QCOMPARE(loads, 0);
    QVERIFY(schema.current());
    QVERIFY(schema.current());
    QCOMPARE(loads, 1);
}

void TestTrackedSchema::operationsBeforeAreApplied()
{
    TrackedSchema schema([] { return Schema::Database {.tables = {{.name = u"start"_s}}, .enums = {}}; });
    QVERIFY(schema.apply(table(u"a"_s), {}));
    QVERIFY(schema.apply(Operations::DropTable {.table = u"start"_s}, {}));
    const Result<Schema::Database> now = schema.current();
    QCOMPARE(now->tables.size(), 1);
    QCOMPARE(now->tables.front().name, u"a"_s);
}

void TestTrackedSchema::strictlyFailsAsADatabaseWould()
{
    TrackedSchema schema([] { return Schema::Database(); });
    QVERIFY(schema.applyStrictly(table(u"a"_s), {}));
    QCOMPARE(schema.applyStrictly(table(u"a"_s), {}).error().code, ErrorCode::Conflict);
    QCOMPARE(schema.applyStrictly(Operations::DropTable {.table = u"b"_s}, {}).error().code, ErrorCode::NotFound);
    QCOMPARE(schema.current()->tables.size(), 1);
}

void TestTrackedSchema::textThatChangesTheSchemaMakesItUnknown()
{
    TrackedSchema schema([] { return Schema::Database(); });
    QVERIFY(schema.apply(Operations::ExecuteSql {u"UPDATE t SET a = 1"_s}, {u"a.py"_s, 3, 1}));
    QVERIFY(schema.current());
    QVERIFY(schema.apply(Operations::ExecuteSql {u"create table x (id int)"_s}, {u"a.py"_s, 7, 1}));
    const Result<Schema::Database> now = schema.current();
    QCOMPARE(now.error().code, ErrorCode::NeedsConnection);
    QVERIFY(now.error().message.contains(u"a.py:7"_s));
}

void TestTrackedSchema::indexesAreRemembered()
{
    TrackedSchema schema([] { return Schema::Database(); });
    Operations::CreateTable made = table(u"a"_s);
    made.table.columns = {{.name = u"x"_s, .type = Schema::Type::named(u"Integer"_s)}};
    QVERIFY(schema.applyStrictly(made, {}));
    const Result<Schema::Database> before = schema.current();
    const Operations::CreateIndex index {.table = u"a"_s,
        .index = {.name = {.text = u"ix"_s}, .parts = {{.expression = Schema::Expression::column(u"x"_s)}}}};
    QVERIFY(schema.applyStrictly(index, {}));
    QCOMPARE(schema.current()->tables.front().indexes.size(), 1);
    QCOMPARE(before->tables.front().indexes.size(), 0); // a copy stays as it was
    QVERIFY(schema.applyStrictly(Operations::DropIndex {.name = {.text = u"ix"_s}, .table = u"a"_s}, {}));
    QCOMPARE(schema.current()->tables.front().indexes.size(), 0);
}

QTEST_GUILESS_MAIN(TestTrackedSchema)
#include "tst_trackedschema.moc"
