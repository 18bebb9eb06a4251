#include "ui/tasks/runsession.h"

#include "tests/support/testcase.h"
#include "ui/tasks/databasethread.h"

using namespace Migrations;
using namespace Workbench;

class TestEventRelay : public TestCase
{
    Q_OBJECT

private slots:
    void eventsArriveInOrderAndInBatches();
    void flushingDeliversWhatIsLeftOnce();
    void aSessionWithoutDatabaseReportsThat();
};

namespace {

Runner::RunEvent line(int number)
{
    return Runner::ScriptOutput {.line = QString::number(number), .at = {}};
}

} // namespace

void TestEventRelay::eventsArriveInOrderAndInBatches()
{
    EventRelay relay;
    DatabaseThread thread;
    QStringList lines;
    int batches = 0;
    connect(&relay, &EventRelay::arrived, this, [&](const QList<Runner::RunEvent> &events) {
        QCOMPARE(QThread::currentThread(), qApp->thread());
        ++batches;
        for (const Runner::RunEvent &event : events)
            lines << std::get<Runner::ScriptOutput>(event).line;
    });
    constexpr int count = 5000;
    const auto work = thread.submit([&relay](DatabaseThread::Slot &) {
        for (int number = 0; number < count; ++number)
            relay.take(line(number));
        return true;
    });
    QVERIFY(work.result());
    QTRY_COMPARE(lines.size(), count);
    for (int number = 0; number < count; ++number)
        QCOMPARE(lines.at(number), QString::number(number));
    QCOMPARE(batches, 1); // nobody looked while they were sent
}

void TestEventRelay::flushingDeliversWhatIsLeftOnce()
{
    EventRelay relay;
    int events = 0;
    connect(&relay, &EventRelay::arrived, this,
        [&events](const QList<Runner::RunEvent> &batch) { events += int(batch.size()); });
    relay.take(line(1));
    relay.take(line(2));
    relay.flush();
    QCOMPARE(events, 2);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(events, 2);
}

void TestEventRelay::aSessionWithoutDatabaseReportsThat()
{
    DatabaseThread thread;
    RunSession session(thread);
    std::optional<Runner::RunReport> report;
    connect(&session, &RunSession::finished, this, [&report](const Runner::RunReport &one) { report = one; });
    session.start({.direction = Graph::Direction::Upgrade, .target = QStringLiteral("heads")});
    QVERIFY(session.isRunning());
    QTRY_VERIFY(report.has_value());
    QVERIFY(!session.isRunning());
    QVERIFY(report->error.has_value());
    QCOMPARE(report->error->code, ErrorCode::NeedsConnection);
}

QTEST_GUILESS_MAIN(TestEventRelay)
#include "tst_eventrelay.moc"
