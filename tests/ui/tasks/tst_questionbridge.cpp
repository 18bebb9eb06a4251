#include "ui/tasks/questionbridge.h"

#include "tests/support/testcase.h"
#include "ui/tasks/databasethread.h"

#include <QSignalSpy>

using namespace Migrations;
using namespace Workbench;

class TestQuestionBridge : public TestCase
{
    Q_OBJECT

private slots:
    void theAnswerReachesTheThreadThatAsked();
    void theWindowStaysAliveWhileAQuestionIsOpen();
    void cancellingEndsOneQuestion();
    void closingEndsThisQuestionAndLaterOnes();
    void anAnswerNobodyAskedForIsIgnored();
};

namespace {

Question question()
{
    return Question::fromPrompt(QStringLiteral("确定要删除这些数据吗? (yes/no): "));
}

QFuture<Result<QString>> askOn(DatabaseThread &thread, QuestionBridge &bridge)
{
    return thread.submit([&bridge](DatabaseThread::Slot &) { return bridge.ask(question()); });
}

} // namespace

void TestQuestionBridge::theAnswerReachesTheThreadThatAsked()
{
    QuestionBridge bridge;
    DatabaseThread thread;
    QSignalSpy asked(&bridge, &QuestionBridge::asked);
    const auto answer = askOn(thread, bridge);
    QTRY_COMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().value<Question>().text, question().text);
    QVERIFY(!answer.isFinished());
    bridge.answer(QStringLiteral("yes"));
    QCOMPARE(answer.result().value(), QStringLiteral("yes"));
}

void TestQuestionBridge::theWindowStaysAliveWhileAQuestionIsOpen()
{
    QuestionBridge bridge;
    DatabaseThread thread;
    QSignalSpy asked(&bridge, &QuestionBridge::asked);
    const auto answer = askOn(thread, bridge);
    QTRY_COMPARE(asked.count(), 1);
    bool alive = false;
    QMetaObject::invokeMethod(this, [&alive] { alive = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(alive);
    QVERIFY(!answer.isFinished());
    bridge.answer(QStringLiteral("no"));
    QCOMPARE(answer.result().value(), QStringLiteral("no"));
}

void TestQuestionBridge::cancellingEndsOneQuestion()
{
    QuestionBridge bridge;
    DatabaseThread thread;
    QSignalSpy asked(&bridge, &QuestionBridge::asked);
    QSignalSpy withdrawn(&bridge, &QuestionBridge::withdrawn);
    const auto first = askOn(thread, bridge);
    QTRY_COMPARE(asked.count(), 1);
    bridge.cancel();
    QCOMPARE(first.result().error().code, ErrorCode::Canceled);
    QCOMPARE(withdrawn.count(), 1);
    const auto second = askOn(thread, bridge);
    QTRY_COMPARE(asked.count(), 2);
    bridge.answer(QStringLiteral("yes"));
    QCOMPARE(second.result().value(), QStringLiteral("yes"));
}

void TestQuestionBridge::closingEndsThisQuestionAndLaterOnes()
{
    QuestionBridge bridge;
    DatabaseThread thread;
    QSignalSpy asked(&bridge, &QuestionBridge::asked);
    const auto first = askOn(thread, bridge);
    QTRY_COMPARE(asked.count(), 1);
    bridge.close();
    QCOMPARE(first.result().error().code, ErrorCode::Canceled);
    const auto second = askOn(thread, bridge);
    QCOMPARE(second.result().error().code, ErrorCode::Canceled);
    QCOMPARE(asked.count(), 1);
}

void TestQuestionBridge::anAnswerNobodyAskedForIsIgnored()
{
    QuestionBridge bridge;
    DatabaseThread thread;
    bridge.answer(QStringLiteral("early"));
    bridge.cancel();
    QSignalSpy asked(&bridge, &QuestionBridge::asked);
    const auto answer = askOn(thread, bridge);
    QTRY_COMPARE(asked.count(), 1);
    bridge.answer(QStringLiteral("late"));
    QCOMPARE(answer.result().value(), QStringLiteral("late"));
}

QTEST_GUILESS_MAIN(TestQuestionBridge)
#include "tst_questionbridge.moc"
