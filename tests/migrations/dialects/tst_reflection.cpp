#include "migrations/dialects/sqlite/reflection.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Dialects;
using namespace Qt::StringLiterals;
using Schema::Expression;

/// The expected values are SQLAlchemy 2.0's, read from SQLiteDialect.get_columns and its like.
class TestReflection : public TestCase
{
    Q_OBJECT

private slots:
    void typesFollowTheAffinity_data();
    void typesFollowTheAffinity();
    void defaultsComeInParentheses_data();
    void defaultsComeInParentheses();
    void whatAlembicDoesNotSeeIsLeftOut();
    void typeThatMayHaveACheckIsRefused();
};

void TestReflection::typesFollowTheAffinity_data()
{
    QTest::addColumn<QString>("declared");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *declared, const char *text) {
        QTest::newRow(declared) << QString::fromLatin1(declared) << QString::fromLatin1(text);
    };
    row("VARCHAR(50)", "VARCHAR(50)");
    row("varchar(7)", "VARCHAR(7)");
    row("DOUBLE PRECISION", "REAL");
    row("FOOBAR", "NUMERIC");
    row("CHARACTER VARYING(20)", "TEXT(20)");
    row("NUMERIC(10, 2)", "NUMERIC(10, 2)");
    row("DECIMAL(5)", "DECIMAL(5)");
    row("BIGINT(20)", "BIGINT");
    row("TINYINT", "INTEGER");
    row("POINT", "INTEGER");
    row("BOOL", "BOOLEAN");
    row("DATETIME", "DATETIME");
    row("TIMESTAMP", "TIMESTAMP");
    row("CHAR(32)", "CHAR(32)");
    row("UUID", "NUMERIC");
    row("JSON", "JSON");
    row("FLOAT(24)", "FLOAT");
    row("VARCHAR (50)", "TEXT(50)");
}

void TestReflection::typesFollowTheAffinity()
{
    QFETCH(QString, declared);
    QFETCH(QString, text);
    QCOMPARE(Dialect::sqlite().typeText(Sqlite::reflectedType(declared)).value_or(QString()), text);
}

void TestReflection::defaultsComeInParentheses_data()
{
    QTest::addColumn<QString>("kept");
    QTest::addColumn<QString>("reflected");
    QTest::newRow("one digit") << u"0"_s << u"0"_s;
    QTest::newRow("two digits") << u"10"_s << u"(10)"_s;
    QTest::newRow("string") << u"'x'"_s << u"'x'"_s;
    QTest::newRow("function") << u"CURRENT_TIMESTAMP"_s << u"(CURRENT_TIMESTAMP)"_s;
    QTest::newRow("empty string") << u"''"_s << u"('')"_s;
    QTest::newRow("what looks like a parameter") << u"'{\"a\":1}'"_s << u"'{\"a\"NULL}'"_s;
}

void TestReflection::defaultsComeInParentheses()
{
    QFETCH(QString, kept);
    QFETCH(QString, reflected);
    const Schema::Table table {.name = u"t"_s,
        .columns = {{.name = u"a"_s,
            .type = Schema::Type::verbatim(u"TEXT"_s),
            .serverDefault = Expression::sql(kept)}}};
    const Result<Schema::Table> found = Dialect::sqlite().reflected(table);
    QVERIFY(found);
    QCOMPARE(found->columns.front().serverDefault->text, reflected);
}

void TestReflection::whatAlembicDoesNotSeeIsLeftOut()
{
    Schema::Type type = Schema::Type::verbatim(u"TEXT"_s);
    type.collation = u"NOCASE"_s;
    const Schema::Table table {.name = u"t"_s,
        .columns = {{.name = u"a"_s, .type = type}},
        .constraints = {Schema::CheckConstraint {.condition = Expression::sql(u"a <> 'x'"_s)},
            Schema::CheckConstraint {.name = {.text = u"ck"_s}, .condition = Expression::sql(u"a <> 'y'"_s)}},
        .indexes = {{.name = {.text = u"ixe"_s}, .parts = {{.expression = Expression::sql(u"lower(a)"_s)}}},
            {.name = {.text = u"ixd"_s}, .parts = {{.expression = Expression::column(u"a"_s), .order = u"DESC"_s}}}},
        .options = {{u"sqlite_strict"_s, Expression::boolean(true)}}};
    const Result<Schema::Table> found = Dialect::sqlite().reflected(table);
    QVERIFY(found);
    QVERIFY(found->columns.front().type.collation.isEmpty());
    QCOMPARE(found->constraints.size(), 1);
    QCOMPARE(found->indexes.size(), 1);
    QVERIFY(found->indexes.front().parts.front().order.isEmpty());
    QVERIFY(found->options.isEmpty());
}

void TestReflection::typeThatMayHaveACheckIsRefused()
{
    Schema::Type type = Schema::Type::named(u"Boolean"_s);
    type.createConstraint = true;
    const Schema::Table table {.name = u"t"_s, .columns = {{.name = u"a"_s, .type = type}}};
    QCOMPARE(Dialect::sqlite().reflected(table).error().code, ErrorCode::Unsupported);
    QCOMPARE(Dialect::postgresql().reflected({.name = u"t"_s}).error().code, ErrorCode::Unsupported);
}

QTEST_GUILESS_MAIN(TestReflection)
#include "tst_reflection.moc"
