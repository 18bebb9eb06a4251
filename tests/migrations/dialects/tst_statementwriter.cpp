#include "migrations/dialects/dialect.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Dialects;
using namespace Qt::StringLiterals;
using Schema::Change;
using Schema::Expression;

/// What a connection gets otherwise than what is printed, and what no text can say. That the text is
/// SQLAlchemy's is for tst_statementsalembic to say.
class TestStatementWriter : public TestCase
{
    Q_OBJECT

private slots:
    void backslashesAreDoubledInPrintOnly();
    void defaultsOfTheClientAreSentAndNotPrinted();
    void functionsOfTheScriptCannotBeSent();
    void valuesThatAlembicLosesAreRefused();
    void unknownColumnsAreRefused();

private:
    [[nodiscard]] static Expression literal(const QVariant &value, const QString &type)
    {
        return {.kind = Expression::Kind::Value,
            .type = std::make_shared<const Schema::Type>(Schema::Type::named(type)),
            .value = value};
    }
    [[nodiscard]] static Change insert(const QList<Schema::Assignment> &row, const std::optional<Expression> &otherwise = {})
    {
        Schema::Relation table {.name = u"t"_s};
        table.columns << Schema::Column {.name = u"a"_s, .type = Schema::Type::named(u"String"_s)};
        if (otherwise)
            table.columns << Schema::Column {.name = u"b"_s,
                .type = Schema::Type::named(u"Integer"_s),
                .hasClientDefault = true,
                .clientDefault = otherwise};
        return {.table = std::make_shared<const Schema::Relation>(table), .rows = {row}};
    }
};

void TestStatementWriter::backslashesAreDoubledInPrintOnly()
{
    const Change change = insert({{.column = u"a"_s, .value = literal(u"x\\y"_s, u"String"_s)}});
    const Dialect &dialect = Dialect::postgresql();
    QCOMPARE(dialect.statement(change).value(), u"INSERT INTO t (a) VALUES ('x\\\\y')"_s);
    QCOMPARE(dialect.statement(change, Target::Live).value(), u"INSERT INTO t (a) VALUES ('x\\y')"_s);
}

void TestStatementWriter::defaultsOfTheClientAreSentAndNotPrinted()
{
    const Change change = insert({{.column = u"a"_s, .value = literal(u"x"_s, u"String"_s)}}, literal(5, u"Integer"_s));
    const Dialect &dialect = Dialect::sqlite();
    QCOMPARE(dialect.statement(change).value(), u"INSERT INTO t (a, b) VALUES ('x', NULL)"_s);
    QCOMPARE(dialect.statement(change, Target::Live).value(), u"INSERT INTO t (a, b) VALUES ('x', 5)"_s);
}

void TestStatementWriter::functionsOfTheScriptCannotBeSent()
{
    const Change change = insert(
        {{.column = u"a"_s, .value = literal(u"x"_s, u"String"_s)}}, Expression {.kind = Expression::Kind::Null});
    QVERIFY(Dialect::sqlite().statement(change));
    const Result<QString> sent = Dialect::sqlite().statement(change, Target::Live);
    QVERIFY(!sent && sent.error().message.contains(u"column b"_s));
}

void TestStatementWriter::valuesThatAlembicLosesAreRefused()
{
    Change change = insert({{.column = u"a"_s, .value = literal(u"x"_s, u"String"_s)}});
    change.conflict = Schema::ConflictClause {.dialect = u"postgresql"_s,
        .target = QList {Expression::column(u"a"_s)},
        .set = {{.column = u"a"_s, .value = literal(u"y"_s, u"String"_s)}}};
    QVERIFY(!Dialect::postgresql().statement(change));
    QCOMPARE(Dialect::postgresql().statement(change, Target::Live).value(),
        u"INSERT INTO t (a) VALUES ('x') ON CONFLICT (a) DO UPDATE SET a = 'y'"_s);
}

void TestStatementWriter::unknownColumnsAreRefused()
{
    const Change change = insert({{.column = u"nope"_s, .value = literal(1, u"Integer"_s)}});
    QCOMPARE(Dialect::sqlite().statement(change).error().message, u"Unconsumed column names: nope"_s);
}

QTEST_GUILESS_MAIN(TestStatementWriter)
#include "tst_statementwriter.moc"
