#include "migrations/base/questions.h"
#include "tests/support/testcase.h"

using namespace Migrations;

class TestQuestions : public TestCase
{
    Q_OBJECT

private slots:
    void promptsThatOfferAChoiceAreConfirmations_data();
    void promptsThatOfferAChoiceAreConfirmations();
    void fixedAnswersUseTheWordsOfTheQuestion();
};

void TestQuestions::promptsThatOfferAChoiceAreConfirmations_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("yes");
    QTest::newRow("the seed's") << QStringLiteral("确定要删除这些数据吗? (yes/no): ") << QStringLiteral("yes");
    QTest::newRow("short") << QStringLiteral("Drop it [y/N]? ") << QStringLiteral("y");
    QTest::newRow("no first") << QStringLiteral("Keep? (no/yes)") << QStringLiteral("yes");
    QTest::newRow("capitals") << QStringLiteral("YES | NO") << QStringLiteral("yes");
    QTest::newRow("free text") << QStringLiteral("Name of the tenant: ") << QString();
    QTest::newRow("a word that ends so") << QStringLiteral("only/n") << QString();
}

void TestQuestions::promptsThatOfferAChoiceAreConfirmations()
{
    QFETCH(QString, prompt);
    QFETCH(QString, yes);
    const Question question = Question::fromPrompt(prompt);
    QCOMPARE(question.text, prompt);
    QCOMPARE(question.yes, yes);
    QCOMPARE(question.kind == Question::Kind::Confirmation, !yes.isEmpty());
}

void TestQuestions::fixedAnswersUseTheWordsOfTheQuestion()
{
    FixedAnswers yes(FixedAnswers::Answer::Yes);
    FixedAnswers no(FixedAnswers::Answer::No);
    const Question shortOne = Question::fromPrompt(QStringLiteral("Sure (y/n)"));
    QCOMPARE(yes.ask(shortOne).value(), QStringLiteral("y"));
    QCOMPARE(no.ask(shortOne).value(), QStringLiteral("n"));
    QCOMPARE(yes.ask(Question::fromPrompt(QStringLiteral("Sure?"))).value(), QStringLiteral("yes"));
}

QTEST_GUILESS_MAIN(TestQuestions)
#include "tst_questions.moc"
