#include "app/cli/interrupt.h"
#include "tests/support/testcase.h"

#include <csignal>

using namespace Cli;
using namespace Migrations;

class TestInterrupt : public TestCase
{
    Q_OBJECT

private slots:
    void signalsCancelOnce_data();
    void signalsCancelOnce();
};

void TestInterrupt::signalsCancelOnce_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("terminate") << SIGTERM;
}

void TestInterrupt::signalsCancelOnce()
{
    QFETCH(int, signal);
    const CancelToken cancel;
    {
        const Interrupt interrupt(cancel);
        QVERIFY(!cancel.isCanceled());
        QCOMPARE(std::raise(signal), 0);
        QVERIFY(cancel.isCanceled());
        struct sigaction now = {};
        QCOMPARE(sigaction(signal, nullptr, &now), 0);
        QVERIFY(now.sa_handler == SIG_DFL);
    }
    struct sigaction after = {};
    QCOMPARE(sigaction(signal, nullptr, &after), 0);
    QVERIFY(after.sa_handler == SIG_DFL);
}

QTEST_GUILESS_MAIN(TestInterrupt)
#include "tst_interrupt.moc"
