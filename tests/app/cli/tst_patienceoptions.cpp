#include "app/cli/patienceoptions.h"
#include "tests/support/testcase.h"

using namespace Cli;
using namespace Migrations;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How long commands wait, from their options and the project, and how they end.
class TestPatienceOptions : public TestCase
{
    Q_OBJECT

private slots:
    void projectSaysWhatIsUsual();
    void optionsWin();
    void noWaitIsNone();
    void wrongDurationIsRefused();
    void exitCodes_data();
    void exitCodes();
};

void TestPatienceOptions::projectSaysWhatIsUsual()
{
    const Result<Runner::Patience> patience = patienceOf({}, {.lockTimeout = 5s, .lockWait = 7s});
    QVERIFY(patience);
    QCOMPARE(patience->lockTimeout, 5s);
    QCOMPARE(patience->lockWait, 7s);
    QVERIFY(!patience->statementTimeout);
}

void TestPatienceOptions::optionsWin()
{
    Arguments arguments;
    arguments.insert(u"lock-timeout"_s, {u"1s"_s});
    arguments.insert(u"lock-wait"_s, {u"2min"_s});
    arguments.insert(u"statement-timeout"_s, {u"3s"_s});
    arguments.insert(u"transaction-timeout"_s, {u"4s"_s});
    const Result<Runner::Patience> patience = patienceOf(arguments, {.lockTimeout = 5s, .lockWait = 7s});
    QVERIFY(patience);
    QCOMPARE(patience->lockTimeout, 1s);
    QCOMPARE(patience->lockWait, 2min);
    QCOMPARE(patience->statementTimeout, 3s);
    QCOMPARE(patience->transactionTimeout, 4s);
}

void TestPatienceOptions::noWaitIsNone()
{
    Arguments arguments;
    arguments.insert(u"no-wait"_s, {});
    const Result<Runner::Patience> patience = patienceOf(arguments, {});
    QVERIFY(patience);
    QCOMPARE(patience->lockWait, 0ms);
}

void TestPatienceOptions::wrongDurationIsRefused()
{
    Arguments arguments;
    arguments.insert(u"lock-wait"_s, {u"soon"_s});
    const Result<Runner::Patience> patience = patienceOf(arguments, {});
    QVERIFY(!patience);
    QCOMPARE(patience.error().code, ErrorCode::BadInput);
}

void TestPatienceOptions::exitCodes_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("possible");
    QTest::addColumn<int>("expected");
    QTest::newRow("done") << -1 << 0 << int(ExitCode::Done);
    QTest::newRow("failed") << int(ErrorCode::Server) << 0 << int(ExitCode::Failed);
    QTest::newRow("locked") << int(ErrorCode::Locked) << 0 << int(ExitCode::Locked);
    QTest::newRow("lost, but it is known where it stands") << int(ErrorCode::Connection) << 1 << int(ExitCode::Failed);
    QTest::newRow("unknown") << int(ErrorCode::Connection) << 2 << int(ExitCode::Unknown);
}

void TestPatienceOptions::exitCodes()
{
    QFETCH(const int, code);
    QFETCH(const int, possible);
    QFETCH(const int, expected);
    Runner::RunReport report;
    if (code >= 0)
        report.error = Error {.code = static_cast<ErrorCode>(code)};
    report.possibleRows.resize(possible);
    QCOMPARE(int(exitCodeOf(report)), expected);
}

QTEST_GUILESS_MAIN(TestPatienceOptions)
#include "tst_patienceoptions.moc"
