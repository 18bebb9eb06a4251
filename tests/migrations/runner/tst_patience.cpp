#include "migrations/runner/patience.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Runner;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How long to wait, and when to try again.
class TestPatience : public TestCase
{
    Q_OBJECT

private slots:
    void durations_data();
    void durations();
    void wrongDurations_data();
    void wrongDurations();
    void onlyLocksAreTriedAgain_data();
    void onlyLocksAreTriedAgain();
    void pausesGrowAndAreNeverTheSame();
    void patienceEnds();
    void withoutPatienceThereIsNoSecondTry();
    void cancellingEndsAPause();
};

void TestPatience::durations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("without a unit") << u"1500"_s << qint64(1500);
    QTest::newRow("milliseconds") << u"300ms"_s << qint64(300);
    QTest::newRow("seconds") << u"5s"_s << qint64(5000);
    QTest::newRow("minutes, with blanks") << u" 2 min "_s << qint64(120'000);
    QTest::newRow("hours") << u"1h"_s << qint64(3'600'000);
    QTest::newRow("none") << u"0"_s << qint64(0);
    QTest::newRow("the longest") << u"2147483647ms"_s << qint64(-1);
    QTest::newRow("nine digits") << u"999999999"_s << qint64(999'999'999);
}

void TestPatience::durations()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, milliseconds);
    const Result<std::chrono::milliseconds> time = durationOf(text);
    QCOMPARE(time.has_value(), milliseconds >= 0);
    if (time)
        QCOMPARE(qint64(time->count()), milliseconds);
}

void TestPatience::wrongDurations_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "soon", "-5s", "5 days", "1.5s", "s", "600h", "5s5s"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestPatience::wrongDurations()
{
    QFETCH(const QString, text);
    const Result<std::chrono::milliseconds> time = durationOf(text);
    QVERIFY(!time);
    QCOMPARE(time.error().code, ErrorCode::BadInput);
    QVERIFY(time.error().message.contains(text));
    QVERIFY(!time.error().nextStep.isEmpty());
}

void TestPatience::onlyLocksAreTriedAgain_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("isAgain");
    QTest::newRow("locked") << ErrorCode::Locked << true;
    QTest::newRow("server") << ErrorCode::Server << false;
    QTest::newRow("connection") << ErrorCode::Connection << false;
    QTest::newRow("canceled") << ErrorCode::Canceled << false;
}

void TestPatience::onlyLocksAreTriedAgain()
{
    QFETCH(const ErrorCode, code);
    QFETCH(const bool, isAgain);
    LockRetry retry(1min);
    QCOMPARE(retry.pauseAfter({.code = code}).has_value(), isAgain);
    QCOMPARE(retry.tries(), isAgain ? 1 : 0);
}

void TestPatience::pausesGrowAndAreNeverTheSame()
{
    LockRetry one(1h, 1);
    LockRetry other(1h, 2);
    QSet<qint64> seen;
    auto middle = 50ms;
    for (int attempt = 0; attempt < 12; ++attempt) {
        const auto pause = one.pauseAfter({.code = ErrorCode::Locked});
        QVERIFY(pause);
        QVERIFY2(*pause >= middle / 2 && *pause <= middle * 3 / 2, qPrintable(QString::number(pause->count())));
        middle = std::min<std::chrono::milliseconds>(middle * 2, 2s);
        seen << qint64(pause->count()) << qint64(other.pauseAfter({.code = ErrorCode::Locked})->count());
    }
    QVERIFY(seen.size() > 15);
}

void TestPatience::patienceEnds()
{
    LockRetry retry(30ms);
    QVERIFY(retry.pauseAfter({.code = ErrorCode::Locked}));
    QVERIFY(LockRetry::pause(40ms, {}));
    QVERIFY(!retry.pauseAfter({.code = ErrorCode::Locked}));
    QVERIFY(retry.waited() >= 30ms);
}

void TestPatience::withoutPatienceThereIsNoSecondTry()
{
    LockRetry retry(0ms);
    QVERIFY(!retry.pauseAfter({.code = ErrorCode::Locked}));
}

void TestPatience::cancellingEndsAPause()
{
    CancelToken cancel;
    cancel.cancel();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!LockRetry::pause(1min, cancel));
    QVERIFY(timer.elapsed() < 1000);
}

QTEST_GUILESS_MAIN(TestPatience)
#include "tst_patience.moc"
