#include "app/cli/echoedanswers.h"
#include "tests/support/testcase.h"

using namespace Cli;
using namespace Migrations;
using namespace Qt::StringLiterals;

class TestEchoedAnswers : public TestCase
{
    Q_OBJECT

private slots:
    void questionAndAnswerAreWritten_data();
    void questionAndAnswerAreWritten();
};

void TestEchoedAnswers::questionAndAnswerAreWritten_data()
{
    QTest::addColumn<bool>("yes");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("written");
    QTest::newRow("yes") << true << u"删除? (yes/no): "_s << u"yes"_s << u"删除? (yes/no): yes\n"_s;
    QTest::newRow("no") << false << u"Sure [y/n]"_s << u"n"_s << u"Sure [y/n] n\n"_s;
}

void TestEchoedAnswers::questionAndAnswerAreWritten()
{
    QFETCH(bool, yes);
    QFETCH(QString, question);
    QFETCH(QString, answer);
    QFETCH(QString, written);
    QString output;
    QTextStream out(&output);
    EchoedAnswers answers(yes ? FixedAnswers::Answer::Yes : FixedAnswers::Answer::No, out);
    QCOMPARE(answers.ask(Question::fromPrompt(question)).value(), answer);
    QCOMPARE(output, written);
}

QTEST_GUILESS_MAIN(TestEchoedAnswers)
#include "tst_echoedanswers.moc"
