#include "migrations/operations/claims.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Operations;
using namespace Qt::StringLiterals;

/// What operations claim, and what is not there of it.
class TestClaims : public TestCase
{
    Q_OBJECT

private slots:
    void nothingIsClaimedOfNothing();
    void missingThingsAreNamed();
    void whatIsTakenBackIsNoClaim_data();
    void whatIsTakenBackIsNoClaim();
    void renamedThingsKeepTheirClaims();
    void textClaimsTriggers_data();
    void textClaimsTriggers();
};

namespace {

Schema::Table table(const QString &name, const QStringList &columns)
{
    Schema::Table result {.name = name};
    for (const QString &column : columns)
        result.columns << Schema::Column {.name = column, .type = Schema::Type::named(u"Integer"_s)};
    return result;
}

Schema::Index index(const QString &name)
{
    return {.name = {.text = name}, .parts = {}};
}

} // namespace

void TestClaims::nothingIsClaimedOfNothing()
{
    Claims claims;
    claims.note(ExecuteSql {u"INSERT INTO t VALUES (1)"_s});
    claims.note(DropTable {u"t"_s});
    QCOMPARE(claims.size(), 0);
    QVERIFY(claims.missing({}, {}).isEmpty());
}

void TestClaims::missingThingsAreNamed()
{
    Claims claims;
    claims.note(CreateTable {.table = table(u"t"_s, {u"a"_s, u"b"_s})});
    claims.note(CreateTable {.table = table(u"u"_s, {u"a"_s})});
    claims.note(CreateIndex {.table = u"t"_s, .index = index(u"ix"_s)});
    claims.note(AddColumn {.table = u"t"_s, .column = {.name = u"c"_s, .type = {}}});
    claims.note(CreateEnum {.type = {.name = u"e"_s, .labels = {u"x"_s, u"y"_s}}});
    claims.note(CreateEnum {.type = {.name = u"f"_s, .labels = {u"x"_s}}});
    claims.note(ExecuteSql {u"CREATE TRIGGER tr AFTER INSERT ON t EXECUTE FUNCTION f()"_s});
    const Schema::Database found {.tables = {table(u"t"_s, {u"a"_s, u"c"_s})}, .enums = {{.name = u"e"_s, .labels = {u"x"_s}}}};
    QCOMPARE(claims.missing(found, {}),
        (QStringList {u"column t.b"_s, u"enum type f"_s, u"index ix"_s, u"label \"y\" of enum type e"_s, u"table u"_s,
            u"trigger tr"_s}));
    Schema::Table whole = table(u"t"_s, {u"a"_s, u"b"_s, u"c"_s});
    whole.indexes << index(u"ix"_s);
    const Schema::Database all {.tables = {whole, table(u"u"_s, {u"a"_s, u"more"_s})},
        .enums = {{.name = u"e"_s, .labels = {u"x"_s, u"y"_s}}, {.name = u"f"_s, .labels = {u"x"_s}}}};
    QVERIFY(claims.missing(all, {u"tr"_s}).isEmpty());
}

void TestClaims::whatIsTakenBackIsNoClaim_data()
{
    QTest::addColumn<QList<Operation>>("operations");
    const Operation create = CreateTable {.table = table(u"t"_s, {u"a"_s})};
    QTest::newRow("table") << QList<Operation> {create, DropTable {u"t"_s}};
    QTest::newRow("index") << QList<Operation> {CreateIndex {.table = u"t"_s, .index = index(u"ix"_s)}, DropIndex {.name = {u"ix"_s}}};
    QTest::newRow("column") << QList<Operation> {
        AddColumn {.table = u"t"_s, .column = {.name = u"c"_s, .type = {}}}, DropColumn {.table = u"t"_s, .column = u"c"_s}};
    QTest::newRow("enum type") << QList<Operation> {CreateEnum {.type = {.name = u"e"_s}}, DropEnum {.name = u"e"_s}};
    QTest::newRow("schema") << QList<Operation> {
        CreateEnum {.type = {.name = u"e"_s, .schema = u"s"_s}}, DropSchema {.name = u"s"_s, .cascade = true}};
    QTest::newRow("table, by text") << QList<Operation> {create, ExecuteSql {u"DROP TABLE IF EXISTS \"t\" CASCADE"_s}};
    QTest::newRow("index, by text") << QList<Operation> {
        CreateIndex {.table = u"t"_s, .index = index(u"ix"_s)}, ExecuteSql {u"alter index ix rename to iy"_s}};
    QTest::newRow("trigger, by text") << QList<Operation> {
        ExecuteSql {u"CREATE TRIGGER tr AFTER INSERT ON t EXECUTE FUNCTION f()"_s}, ExecuteSql {u"DROP TRIGGER tr ON t"_s}};
}

void TestClaims::whatIsTakenBackIsNoClaim()
{
    QFETCH(const QList<Operation>, operations);
    Claims claims;
    for (const Operation &operation : operations)
        claims.note(operation);
    QCOMPARE(claims.missing({}, {}), QStringList());
}

void TestClaims::renamedThingsKeepTheirClaims()
{
    Claims claims;
    claims.note(CreateTable {.table = table(u"t"_s, {u"a"_s})});
    claims.note(RenameTable {.table = u"t"_s, .newName = u"u"_s});
    claims.note(AlterColumn {.table = u"u"_s, .column = u"a"_s, .newName = u"b"_s});
    QCOMPARE(claims.missing({.tables = {table(u"u"_s, {u"a"_s})}, .enums = {}}, {}), QStringList {u"column u.b"_s});
    QVERIFY(claims.missing({.tables = {table(u"u"_s, {u"b"_s})}, .enums = {}}, {}).isEmpty());
}

void TestClaims::textClaimsTriggers_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("trigger");
    QTest::newRow("plain") << u"CREATE TRIGGER tr AFTER INSERT ON t EXECUTE FUNCTION f()"_s << u"tr"_s;
    QTest::newRow("every word") << u"\n create or replace constraint trigger \"Big one\" after insert on t"_s << u"Big one"_s;
    QTest::newRow("SQLite's") << u"CREATE TEMP TRIGGER IF NOT EXISTS tr2 BEFORE DELETE ON t BEGIN SELECT 1; END"_s << u"tr2"_s;
    QTest::newRow("none") << u"SELECT 'CREATE TRIGGER tr '"_s << QString();
}

void TestClaims::textClaimsTriggers()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, trigger);
    Claims claims;
    claims.note(ExecuteSql {sql});
    QCOMPARE(claims.hasTriggers(), !trigger.isEmpty());
    QCOMPARE(claims.missing({}, {}), trigger.isEmpty() ? QStringList() : QStringList {u"trigger "_s + trigger});
    QVERIFY(claims.missing({}, {trigger}).isEmpty());
}

QTEST_GUILESS_MAIN(TestClaims)
#include "tst_claims.moc"
