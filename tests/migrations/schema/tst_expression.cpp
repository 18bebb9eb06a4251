#include "migrations/schema/expression.h"
#include "tests/support/testcase.h"

using namespace Migrations::Schema;
using namespace Qt::StringLiterals;

class TestExpression : public TestCase
{
    Q_OBJECT

private slots:
    void truthIsPythons_data();
    void truthIsPythons();
    void listsGiveTheirTexts();
    void castsDifferByTheirType();
};

void TestExpression::truthIsPythons_data()
{
    using enum Expression::Kind;
    QTest::addColumn<Expression::Kind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isTrue");
    QTest::newRow("True") << True << QString() << true;
    QTest::newRow("False") << False << QString() << false;
    QTest::newRow("None") << Null << QString() << false;
    QTest::newRow("zero") << Number << u"0"_s << false;
    QTest::newRow("a number") << Number << u"2"_s << true;
    QTest::newRow("no text") << String << QString() << false;
    QTest::newRow("text") << String << u"x"_s << true;
    QTest::newRow("an empty list") << List << QString() << false;
    QTest::newRow("an empty dictionary") << Dict << QString() << false;
    QTest::newRow("a function") << Function << u"now"_s << true;
}

void TestExpression::truthIsPythons()
{
    QFETCH(Expression::Kind, kind);
    QFETCH(QString, text);
    QTEST((Expression {.kind = kind, .text = text}.isTrue()), "isTrue");
}

void TestExpression::listsGiveTheirTexts()
{
    QCOMPARE(Expression::list({u"a"_s, u"b"_s}).strings(), QStringList({u"a"_s, u"b"_s}));
    QVERIFY(Expression::list({u"a"_s}).isTrue());
    QCOMPARE(Expression::string(u"a"_s).strings(), QStringList {u"a"_s});
    QCOMPARE(Expression::boolean(true).strings(), QStringList());
}

void TestExpression::castsDifferByTheirType()
{
    const auto cast = [](const QString &type) {
        return Expression {.kind = Expression::Kind::Cast,
            .arguments = {Expression::column(u"a"_s)},
            .type = std::make_shared<const Type>(Type::named(type))};
    };
    QVERIFY(cast(u"Integer"_s) == cast(u"Integer"_s));
    QVERIFY(!(cast(u"Integer"_s) == cast(u"Text"_s)));
}

QTEST_GUILESS_MAIN(TestExpression)
#include "tst_expression.moc"
