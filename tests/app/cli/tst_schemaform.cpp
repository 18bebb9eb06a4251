#include "app/cli/schemajson.h"
#include "app/cli/schematext.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Cli;
using namespace Migrations::Schema;
using namespace Qt::StringLiterals;

namespace {

Database example()
{
    const Table account {.name = u"account"_s,
        .columns = {{.name = u"id"_s, .type = Type::verbatim(u"INTEGER"_s), .nullable = false, .primaryKey = true},
            {.name = u"名称"_s,
                .type = Type::verbatim(u"VARCHAR(50)"_s),
                .nullable = true,
                .serverDefault = Expression::sql(u"'x'::text"_s),
                .comment = u"shown"_s},
            {.name = u"total"_s,
                .type = Type::verbatim(u"INTEGER"_s),
                .nullable = true,
                .computed = Computed {Expression::sql(u"id * 2"_s)}}},
        .constraints = {PrimaryKey {.name = {u"account_pkey"_s}, .columns = {u"id"_s}},
            ForeignKey {.name = {u"fk"_s},
                .columns = {u"id"_s},
                .referredTable = u"tenant"_s,
                .referredSchema = u"crm"_s,
                .referredColumns = {u"id"_s},
                .onDelete = u"CASCADE"_s},
            UniqueConstraint {.name = {}, .columns = {u"id"_s, u"名称"_s}},
            CheckConstraint {.name = {u"ck"_s}, .condition = Expression::sql(u"id > 0"_s)}},
        .indexes = {{.name = {u"ix"_s},
            .parts = {{Expression::column(u"名称"_s), u"DESC"_s}, {Expression::sql(u"lower(x)"_s)}},
            .unique = true}},
        .comment = u"who pays"_s};
    const Table empty {.name = u"empty"_s, .schema = u"crm"_s};
    return {.tables = {account, empty}, .enums = {{.name = u"mood"_s, .labels = {u"ok"_s, u"sad"_s}}}};
}

} // namespace

class TestSchemaForm : public TestCase
{
    Q_OBJECT

private slots:
    void textHasColumnsKeysAndIndexes();
    void textOfNothingIsEmpty();
    void jsonHasColumnsKeysAndIndexes();
    void expressionsAreReadable_data();
    void expressionsAreReadable();
};

void TestSchemaForm::textHasColumnsKeysAndIndexes()
{
    QCOMPARE(schemaText(example()),
        u"Table account\n"
        "  who pays\n"
        "  column  type         null  default\n"
        "  id      INTEGER      no\n"
        "  名称    VARCHAR(50)  yes   'x'::text                     shown\n"
        "  total   INTEGER      yes   GENERATED ALWAYS AS (id * 2)\n"
        "  primary key account_pkey (id)\n"
        "  foreign key fk (id) → crm.tenant (id) ON DELETE CASCADE\n"
        "  unique (id, 名称)\n"
        "  check ck (id > 0)\n"
        "  unique index ix (名称 DESC, lower(x))\n"
        "\n"
        "Table crm.empty\n"
        "  column  type  null  default\n"
        "\n"
        "Enum type mood: ok, sad\n"_s);
}

void TestSchemaForm::textOfNothingIsEmpty()
{
    QCOMPARE(schemaText({}), QString());
}

void TestSchemaForm::jsonHasColumnsKeysAndIndexes()
{
    const QJsonObject expected = QJsonDocument::fromJson(R"json({
        "tables": [
            {"name": "account", "comment": "who pays",
             "columns": [
                {"name": "id", "type": "INTEGER", "nullable": false, "default": null},
                {"name": "名称", "type": "VARCHAR(50)", "nullable": true, "default": "'x'::text", "comment": "shown"},
                {"name": "total", "type": "INTEGER", "nullable": true, "default": null, "computed": "id * 2"}],
             "primaryKey": {"name": "account_pkey", "columns": ["id"]},
             "foreignKeys": [{"name": "fk", "columns": ["id"], "referredTable": "tenant", "referredSchema": "crm",
                              "referredColumns": ["id"], "onDelete": "CASCADE"}],
             "unique": [{"name": null, "columns": ["id", "名称"]}],
             "checks": [{"name": "ck", "condition": "id > 0"}],
             "exclusions": [],
             "indexes": [{"name": "ix", "unique": true,
                          "parts": [{"expression": "名称", "order": "DESC"}, {"expression": "lower(x)"}]}]},
            {"name": "empty", "schema": "crm", "columns": [], "primaryKey": null, "foreignKeys": [], "unique": [],
             "checks": [], "exclusions": [], "indexes": []}],
        "enums": [{"name": "mood", "labels": ["ok", "sad"]}]})json")
                                     .object();
    QVERIFY(!expected.isEmpty());
    QCOMPARE(schemaJson(example()), expected);
}

void TestSchemaForm::expressionsAreReadable_data()
{
    QTest::addColumn<Expression>("expression");
    QTest::addColumn<QString>("text");
    const Expression a = Expression::column(u"a"_s);
    const Expression one = Expression::number(u"1"_s);
    using enum Expression::Kind;
    QTest::newRow("string") << Expression::string(u"it's"_s) << u"'it''s'"_s;
    QTest::newRow("function") << Expression {.kind = Function, .text = u"now"_s} << u"now()"_s;
    QTest::newRow("arguments") << Expression {.kind = Function, .text = u"coalesce"_s, .arguments = {a, one}}
                               << u"coalesce(a, 1)"_s;
    QTest::newRow("binary") << Expression {.kind = Binary, .text = u"AND"_s, .arguments = {a, one}} << u"a AND 1"_s;
    QTest::newRow("prefix") << Expression {.kind = Prefix, .text = u"NOT"_s, .arguments = {a}} << u"NOT a"_s;
    QTest::newRow("postfix") << Expression {.kind = Postfix, .text = u"DESC"_s, .arguments = {a}} << u"a DESC"_s;
    QTest::newRow("group") << Expression {.kind = Group, .arguments = {a}} << u"(a)"_s;
    QTest::newRow("list") << Expression {.kind = List, .arguments = {a, one}} << u"(a, 1)"_s;
    QTest::newRow("of a table") << Expression {.kind = Column, .text = u"b"_s, .arguments = {a}} << u"a.b"_s;
    QTest::newRow("null") << Expression {.kind = Null} << u"NULL"_s;
    QTest::newRow("true") << Expression::boolean(true) << u"true"_s;
    QTest::newRow("cast") << Expression {.kind = Cast,
        .arguments = {a},
        .type = std::make_shared<const Type>(Type::verbatim(u"TEXT"_s))} << u"CAST(a AS TEXT)"_s;
}

void TestSchemaForm::expressionsAreReadable()
{
    QFETCH(Expression, expression);
    QFETCH(QString, text);
    QCOMPARE(expressionText(expression), text);
}

QTEST_GUILESS_MAIN(TestSchemaForm)
#include "tst_schemaform.moc"
