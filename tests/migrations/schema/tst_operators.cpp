#include "migrations/schema/operators.h"
#include "tests/support/testcase.h"

using namespace Migrations::Schema;
using namespace Qt::StringLiterals;
using Kind = Expression::Kind;

/// Where parentheses stand and what NOT makes of a condition. That the text is SQLAlchemy's is for
/// tst_statementsalembic to say.
class TestOperators : public TestCase
{
    Q_OBJECT

private slots:
    void operandsAreGrouped_data();
    void operandsAreGrouped();
    void negationFindsTheOppositeWord_data();
    void negationFindsTheOppositeWord();
    void listsOfOneOperatorAreFlat();
    void constantsDecideOrVanish();
    void columnsOfTruthBecomeConditions();
    void operatorsOfScriptsHaveTheirOwnPrecedence();

private:
    [[nodiscard]] static Expression made(const QString &name)
    {
        return binary(name, Expression::column(u"a"_s), Expression::number(u"1"_s), Type::named(u"Boolean"_s));
    }
};

void TestOperators::operandsAreGrouped_data()
{
    QTest::addColumn<QString>("inner");
    QTest::addColumn<QString>("against");
    QTest::addColumn<bool>("isGrouped");
    QTest::newRow("a sum in a product") << u"+"_s << u"*"_s << true;
    QTest::newRow("a product in a sum") << u"*"_s << u"+"_s << false;
    QTest::newRow("a difference in a difference") << u"-"_s << u"-"_s << true;
    QTest::newRow("a sum in a sum") << u"+"_s << u"+"_s << false;
    QTest::newRow("a comparison in AND") << u"="_s << u"AND"_s << false;
    QTest::newRow("OR in AND") << u"OR"_s << u"AND"_s << true;
    QTest::newRow("AND in OR") << u"AND"_s << u"OR"_s << false;
    QTest::newRow("contains in AND") << u"contains"_s << u"AND"_s << true;
    QTest::newRow("anything alone") << u"*"_s << QString() << true;
}

void TestOperators::operandsAreGrouped()
{
    QFETCH(QString, inner);
    QFETCH(QString, against);
    QTEST(grouped(made(inner), against).kind == Kind::Group, "isGrouped");
}

void TestOperators::negationFindsTheOppositeWord_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("opposite");
    QTest::newRow("=") << u"="_s << u"!="_s;
    QTest::newRow("<") << u"<"_s << u">="_s;
    QTest::newRow("IN") << u"IN"_s << u"NOT IN"_s;
    QTest::newRow("IS") << u"IS"_s << u"IS NOT"_s;
    QTest::newRow("LIKE") << u"LIKE"_s << u"NOT LIKE"_s;
    QTest::newRow("AND") << u"AND"_s << u"NOT"_s;
}

void TestOperators::negationFindsTheOppositeWord()
{
    QFETCH(QString, word);
    QTEST(negated(made(word)).text, "opposite");
}

void TestOperators::listsOfOneOperatorAreFlat()
{
    const Expression both = joined(u"AND"_s, {made(u"="_s), made(u"<"_s)});
    QCOMPARE(joined(u"AND"_s, {both, made(u">"_s)}).arguments.size(), 3);
    QCOMPARE(joined(u"AND"_s, {joined(u"OR"_s, {both, made(u">"_s)}), both}).arguments.front().kind, Kind::Group);
    const Type number = Type::named(u"Integer"_s);
    const Expression sum = binary(u"+"_s, Expression::number(u"1"_s), Expression::number(u"2"_s), number);
    QCOMPARE(binary(u"+"_s, sum, Expression::number(u"3"_s), number).arguments.size(), 3);
    QCOMPARE(binary(u"-"_s, sum, Expression::number(u"3"_s), number).arguments.front().kind, Kind::Group);
}

void TestOperators::constantsDecideOrVanish()
{
    const Expression yes {.kind = Kind::True};
    const Expression no {.kind = Kind::False};
    QCOMPARE(joined(u"AND"_s, {yes, made(u"="_s)}).text, u"="_s);
    QCOMPARE(joined(u"AND"_s, {no, made(u"="_s)}).kind, Kind::False);
    QCOMPARE(joined(u"OR"_s, {yes, made(u"="_s)}).kind, Kind::True);
    QCOMPARE(joined(u"OR"_s, {no, made(u"="_s)}).text, u"="_s);
    QVERIFY(conditions(u"AND"_s, {}).isEmpty());
}

void TestOperators::columnsOfTruthBecomeConditions()
{
    Expression flag = Expression::column(u"b"_s);
    QCOMPARE(grouped(flag, u"AND"_s).kind, Kind::Column);
    flag.type = std::make_shared<const Type>(Type::named(u"Boolean"_s));
    QCOMPARE(grouped(flag, u"AND"_s).kind, Kind::AsBoolean);
    QCOMPARE(grouped(flag, u"="_s).kind, Kind::Column);
    QCOMPARE(negated(flag).text, u"false"_s);
    QCOMPARE(negated(negated(flag)).text, u"true"_s);
}

void TestOperators::operatorsOfScriptsHaveTheirOwnPrecedence()
{
    const Expression loose {.kind = Kind::Binary, .text = u"||"_s, .precedence = 0};
    const Expression sum = made(u"+"_s);
    QCOMPARE(custom(loose, sum, sum).arguments.front().kind, Kind::Binary);
    Expression tight = loose;
    tight.precedence = 10;
    QCOMPARE(custom(tight, sum, sum).arguments.front().kind, Kind::Group);
    // it is not SQLAlchemy's operator of that name
    QCOMPARE(custom(loose, custom(loose, sum, sum), sum).arguments.front().kind, Kind::Group);
}

QTEST_GUILESS_MAIN(TestOperators)
#include "tst_operators.moc"
