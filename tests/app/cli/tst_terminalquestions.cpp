#include "app/cli/terminalquestions.h"
#include "tests/support/testcase.h"

using namespace Cli;
using namespace Migrations;
using namespace Qt::StringLiterals;

class TestTerminalQuestions : public TestCase
{
    Q_OBJECT

private slots:
    void confirmationsAreAnsweredInTheWordsOfTheQuestion_data();
    void confirmationsAreAnsweredInTheWordsOfTheQuestion();
    void anyLineAnswersAFreeQuestion_data();
    void anyLineAnswersAFreeQuestion();
    void otherWordsAreAskedAgain();
    void questionsFollowEachOther();
    void endOfInputIsARefusal();
    void cancellingIsNoAnswer();
};

void TestTerminalQuestions::confirmationsAreAnsweredInTheWordsOfTheQuestion_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("answer");
    QTest::newRow("yes") << u"确定要删除这些数据吗? (yes/no): "_s << u"yes\n"_s << u"yes"_s;
    QTest::newRow("no") << u"Sure? (yes/no)"_s << u"no\n"_s << u"no"_s;
    QTest::newRow("capitals and spaces") << u"Sure? (yes/no)"_s << u"  YES \n"_s << u"yes"_s;
    QTest::newRow("short") << u"Sure [y/N]"_s << u"Y\n"_s << u"y"_s;
    QTest::newRow("without line end") << u"Sure [y/N]"_s << u"n"_s << u"n"_s;
}

void TestTerminalQuestions::confirmationsAreAnsweredInTheWordsOfTheQuestion()
{
    QFETCH(QString, question);
    QFETCH(QString, input);
    QFETCH(QString, answer);
    QString output;
    QTextStream in(&input);
    QTextStream out(&output);
    TerminalQuestions questions(in, out, {});
    QCOMPARE(questions.ask(Question::fromPrompt(question)).value(), answer);
    QCOMPARE(output, question.endsWith(u' ') ? question : question + u' ');
}

void TestTerminalQuestions::anyLineAnswersAFreeQuestion_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("answer");
    QTest::newRow("text") << u" my tenant \n"_s << u" my tenant "_s;
    QTest::newRow("empty line") << u"\n"_s << u""_s;
}

void TestTerminalQuestions::anyLineAnswersAFreeQuestion()
{
    QFETCH(QString, input);
    QFETCH(QString, answer);
    QString output;
    QTextStream in(&input);
    QTextStream out(&output);
    TerminalQuestions questions(in, out, {});
    QCOMPARE(questions.ask(Question::fromPrompt(u"Name: "_s)).value(), answer);
}

void TestTerminalQuestions::otherWordsAreAskedAgain()
{
    QString input = u"\nmaybe\ny\nyes\n"_s;
    QString output;
    QTextStream in(&input);
    QTextStream out(&output);
    TerminalQuestions questions(in, out, {});
    QCOMPARE(questions.ask(Question::fromPrompt(u"Sure? (yes/no)"_s)).value(), u"yes"_s);
    QCOMPARE(output.count(u"Sure? (yes/no)"_s), 4);
    QCOMPARE(output.count(u"Please answer with \"yes\" or \"no\"."_s), 3);
}

void TestTerminalQuestions::questionsFollowEachOther()
{
    QString input = u"yes\nno\n"_s;
    QString output;
    QTextStream in(&input);
    QTextStream out(&output);
    TerminalQuestions questions(in, out, {});
    QCOMPARE(questions.ask(Question::fromPrompt(u"One (yes/no)"_s)).value(), u"yes"_s);
    QCOMPARE(questions.ask(Question::fromPrompt(u"Two (yes/no)"_s)).value(), u"no"_s);
}

void TestTerminalQuestions::endOfInputIsARefusal()
{
    QString input;
    QString output;
    QTextStream in(&input);
    QTextStream out(&output);
    TerminalQuestions questions(in, out, {});
    Question question = Question::fromPrompt(u"Sure? (yes/no): "_s);
    question.askedAt = {u"001.py"_s, 12};
    const Error error = questions.ask(question).error();
    QCOMPARE(error.code, ErrorCode::Refused);
    QCOMPARE(error.at, (SourceLocation {u"001.py"_s, 12}));
    QVERIFY(error.message.contains(u"Sure? (yes/no):"_s));
    QCOMPARE(error.nextStep, u"Answer with --yes or --no."_s);
}

void TestTerminalQuestions::cancellingIsNoAnswer()
{
    QString input = u"yes\n"_s;
    QString output;
    QTextStream in(&input);
    QTextStream out(&output);
    CancelToken cancel;
    TerminalQuestions questions(in, out, cancel);
    cancel.cancel();
    QCOMPARE(questions.ask(Question::fromPrompt(u"Sure? (yes/no): "_s)).error().code, ErrorCode::Canceled);
}

QTEST_GUILESS_MAIN(TestTerminalQuestions)
#include "tst_terminalquestions.moc"
