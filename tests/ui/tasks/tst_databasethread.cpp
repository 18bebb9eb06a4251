#include "ui/tasks/databasethread.h"

#include "tests/support/testcase.h"
#include "ui/tasks/onfinished.h"

#include <QSemaphore>

using namespace Migrations;
using namespace Workbench;

class TestDatabaseThread : public TestCase
{
    Q_OBJECT

private slots:
    void jobsRunInOrderOnOneThreadThatIsNotOurs();
    void aQueryWithoutMigratorIsAnError();
    void ofSeveralRequestsTheLastIsAnswered();
    void aRequestThatWaitsIsNotRunWhenALaterOneComes();
    void nothingIsDeliveredToAReceiverThatIsGone();
    void droppingARequestDropsItsAnswer();
    void destroyingItWaitsForTheJobAndDropsTheOthers();
};

void TestDatabaseThread::jobsRunInOrderOnOneThreadThatIsNotOurs()
{
    DatabaseThread thread;
    QList<int> order;
    QList<QThread *> threads;
    QFuture<int> last;
    for (int number = 0; number < 20; ++number) {
        last = thread.submit([number, &order, &threads](DatabaseThread::Slot &) {
            order << number;
            threads << QThread::currentThread();
            return number;
        });
    }
    QCOMPARE(last.result(), 19);
    for (int number = 0; number < 20; ++number)
        QCOMPARE(order.at(number), number);
    QCOMPARE(QSet<QThread *>(threads.cbegin(), threads.cend()).size(), 1);
    QVERIFY(threads.first() != QThread::currentThread());
}

void TestDatabaseThread::aQueryWithoutMigratorIsAnError()
{
    DatabaseThread thread;
    const auto future = thread.query([](Migrator &migrator) { return migrator.status(); });
    QCOMPARE(future.result().error().code, ErrorCode::NeedsConnection);
    QVERIFY(!future.result().error().nextStep.isEmpty());
}

void TestDatabaseThread::ofSeveralRequestsTheLastIsAnswered()
{
    DatabaseThread thread;
    QObject receiver;
    LastRequest request;
    QList<int> answers;
    for (int number = 0; number < 10; ++number) {
        request.start(thread.submit([number](DatabaseThread::Slot &) { return number; }), &receiver,
            [&answers](int answer) { answers << answer; });
        QVERIFY(request.isRunning());
    }
    QTRY_COMPARE(answers, QList<int> {9});
    QVERIFY(!request.isRunning());
}

void TestDatabaseThread::aRequestThatWaitsIsNotRunWhenALaterOneComes()
{
    DatabaseThread thread;
    QObject receiver;
    LastRequest request;
    QSemaphore gate;
    QSemaphore begun;
    std::atomic_int ran = 0;
    const auto blocked = thread.submit([&](DatabaseThread::Slot &) {
        begun.release();
        gate.acquire();
        return 0;
    });
    begun.acquire();
    int answer = 0;
    for (int number = 1; number <= 5; ++number) {
        const auto job = [number, &ran](DatabaseThread::Slot &) {
            ++ran;
            return number;
        };
        request.start(thread.submit(job), &receiver, [&answer](int value) { answer = value; });
    }
    gate.release();
    QTRY_COMPARE(answer, 5);
    QCOMPARE(ran.load(), 1);
    QVERIFY(blocked.isFinished());
}

void TestDatabaseThread::nothingIsDeliveredToAReceiverThatIsGone()
{
    DatabaseThread thread;
    QSemaphore gate;
    bool called = false;
    auto receiver = std::make_unique<QObject>();
    auto future = thread.submit([&gate](DatabaseThread::Slot &) {
        gate.acquire();
        return 1;
    });
    onFinished(future, receiver.get(), [&called](int) { called = true; });
    receiver.reset();
    gate.release();
    future.waitForFinished();
    QCoreApplication::sendPostedEvents();
    QVERIFY(!called);
}

void TestDatabaseThread::droppingARequestDropsItsAnswer()
{
    DatabaseThread thread;
    QObject receiver;
    LastRequest request;
    bool called = false;
    auto future = thread.submit([](DatabaseThread::Slot &) { return 1; });
    request.start(future, &receiver, [&called](int) { called = true; });
    future.waitForFinished();
    request.drop();
    QCoreApplication::sendPostedEvents();
    QVERIFY(!called);
    QVERIFY(!request.isRunning());
}

void TestDatabaseThread::destroyingItWaitsForTheJobAndDropsTheOthers()
{
    auto thread = std::make_unique<DatabaseThread>();
    QSemaphore begun;
    std::atomic_bool finished = false;
    std::atomic_bool waitingRan = false;
    const auto running = thread->submit([&](DatabaseThread::Slot &) {
        begun.release();
        QThread::msleep(50);
        finished = true;
        return 1;
    });
    const auto waiting = thread->submit([&](DatabaseThread::Slot &) {
        waitingRan = true;
        return 2;
    });
    begun.acquire();
    thread.reset();
    QVERIFY(finished);
    QVERIFY(!waitingRan);
    QCOMPARE(running.result(), 1);
    QVERIFY(waiting.isCanceled());
    QVERIFY(waiting.isFinished());
}

QTEST_GUILESS_MAIN(TestDatabaseThread)
#include "tst_databasethread.moc"
