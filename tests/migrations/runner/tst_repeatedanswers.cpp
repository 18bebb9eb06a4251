#include "migrations/runner/repeatedanswers.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Runner;
using namespace Qt::StringLiterals;

namespace {

/// Answers with what it was asked and how often it was asked anything.
class Counting final : public Questions
{
public:
    Result<QString> ask(const Question &question) override
    {
        if (question.text == u"refuse"_s)
            return failure(ErrorCode::Refused, u"no"_s);
        return question.text + QString::number(++asked);
    }
    int asked = 0;
};

Question question(const QString &text)
{
    return {.kind = Question::Kind::Text, .text = text};
}

} // namespace

/// A step that is tried again hears the same answers.
class TestRepeatedAnswers : public TestCase
{
    Q_OBJECT

private slots:
    void secondTryHearsTheFirstAnswers();
    void anotherWayIsAskedAnew();
    void stepsAreApart();
    void refusalsAreNotKept();
};

void TestRepeatedAnswers::secondTryHearsTheFirstAnswers()
{
    Counting person;
    RepeatedAnswers answers(person);
    answers.begin(u"a"_s);
    QCOMPARE(*answers.ask(question(u"x"_s)), u"x1"_s);
    QCOMPARE(*answers.ask(question(u"x"_s)), u"x2"_s);
    answers.begin(u"a"_s);
    QCOMPARE(*answers.ask(question(u"x"_s)), u"x1"_s);
    QCOMPARE(*answers.ask(question(u"x"_s)), u"x2"_s);
    QCOMPARE(*answers.ask(question(u"x"_s)), u"x3"_s);
    QCOMPARE(person.asked, 3);
}

void TestRepeatedAnswers::anotherWayIsAskedAnew()
{
    Counting person;
    RepeatedAnswers answers(person);
    answers.begin(u"a"_s);
    QCOMPARE(*answers.ask(question(u"x"_s)), u"x1"_s);
    QCOMPARE(*answers.ask(question(u"y"_s)), u"y2"_s);
    answers.begin(u"a"_s);
    QCOMPARE(*answers.ask(question(u"z"_s)), u"z3"_s);
    QCOMPARE(*answers.ask(question(u"y"_s)), u"y4"_s);
}

void TestRepeatedAnswers::stepsAreApart()
{
    Counting person;
    RepeatedAnswers answers(person);
    answers.begin(u"a"_s);
    QCOMPARE(*answers.ask(question(u"x"_s)), u"x1"_s);
    answers.begin(u"b"_s);
    QCOMPARE(*answers.ask(question(u"x"_s)), u"x2"_s);
    answers.begin(u"a"_s);
    QCOMPARE(*answers.ask(question(u"x"_s)), u"x1"_s);
}

void TestRepeatedAnswers::refusalsAreNotKept()
{
    Counting person;
    RepeatedAnswers answers(person);
    answers.begin(u"a"_s);
    QVERIFY(!answers.ask(question(u"refuse"_s)));
    answers.begin(u"a"_s);
    QCOMPARE(*answers.ask(question(u"x"_s)), u"x1"_s);
}

QTEST_GUILESS_MAIN(TestRepeatedAnswers)
#include "tst_repeatedanswers.moc"
