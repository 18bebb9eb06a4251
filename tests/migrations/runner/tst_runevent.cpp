#include "migrations/runner/runevent.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Runner;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What people read of the events that wait.
class TestRunEvent : public TestCase
{
    Q_OBJECT

private slots:
    void texts_data();
    void texts();
};

void TestRunEvent::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const LockHolder full {.process = 4711,
        .user = u"alice"_s,
        .application = u"psql"_s,
        .client = u"10.0.0.7"_s,
        .since = u"12:00:05"_s,
        .query = u"SELECT 1"_s};
    const LockHolder bare {.process = 12};
    QTest::newRow("holder") << full.toString() << u"process 4711 (alice, psql, 10.0.0.7) since 12:00:05: SELECT 1"_s;
    QTest::newRow("holder without anything") << bare.toString() << u"process 12"_s;
    QTest::newRow("table") << LockWaiting {.object = u"t (AccessShareLock)"_s, .holders = {bare}, .waited = 1500ms}.toString()
                           << u"Waiting since 1.5 s for t (AccessShareLock), held by process 12"_s;
    QTest::newRow("migrators, nobody knows who") << LockWaiting {.waited = 60s}.toString()
                                                 << u"Waiting since 60.0 s for another migrator of this database."_s;
    QTest::newRow("progress") << StatementProgress {.phase = u"CREATE INDEX: building"_s, .done = 3, .total = 9}.toString()
                              << u"CREATE INDEX: building: 3 of 9 (33 %)"_s;
    QTest::newRow("progress of nobody knows what") << StatementProgress {.phase = u"VACUUM: truncating"_s}.toString()
                                                   << u"VACUUM: truncating"_s;
    QTest::newRow("once more")
        << StepRetried {.index = 0, .error = {.message = u"lock timeout"_s}, .pause = 100ms}.toString()
        << u"Rolled back, because somebody else held a lock; once more in 0.1 s: lock timeout"_s;
    QTest::newRow("plan") << PlanChanged {.rows = {u"a"_s, u"b"_s}, .steps = 2}.toString()
                          << u"Somebody else has brought the database to a, b; steps left: 2"_s;
    QTest::newRow("plan from base") << PlanChanged {.rows = {}, .steps = 0}.toString()
                                    << u"Somebody else has brought the database to base; steps left: 0"_s;
    QTest::newRow("notice") << ServerNotice {.severity = u"NOTICE"_s, .text = u"skipping"_s}.toString()
                            << u"NOTICE: skipping"_s;
}

void TestRunEvent::texts()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(text, expected);
}

QTEST_GUILESS_MAIN(TestRunEvent)
#include "tst_runevent.moc"
