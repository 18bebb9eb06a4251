#include "ui/run/runtool.h"

#include "tests/support/testcase.h"
#include "tests/ui/support/fakedialogs.h"
#include "tests/ui/support/sampleproject.h"
#include "ui/workspace/workspace.h"

#include <QAction>

#include <algorithm>

using namespace Migrations;
using namespace Workbench;
using Graph::Direction;

class TestRunTool : public TestCase
{
    Q_OBJECT

private slots:
    void nothingCanBeDoneWithoutAProjectAndTheReasonIsSaid();
    void applyingUpToASelectionAsksNothingAndReports();
    void losingDataIsAskedFor();
    void aRefusedConfirmationChangesNothing();
    void rollingBackAlwaysAsks();
    void theQuestionOfAScriptIsAnswered();
    void givingUpOnAQuestionCancelsTheRun();
    void cancellingWhileAQuestionIsOpenWithdrawsIt();
    void theWindowMayBeClosedWhileAQuestionIsOpen();
    void aFailureIsReportedAndWhatWasCommittedStays();
    void whenNothingIsPendingApplySaysSo();

private:
    struct Setup {
        SampleProject sample;
        Workspace workspace;
        FakeDialogs dialogs;
        RunTool tool {workspace, dialogs};
        QList<LogEntry> log;

        explicit Setup(QObject *context);
        [[nodiscard]] bool isIdle() const;
        void apply(const QString &revision);
    };
};

TestRunTool::Setup::Setup(QObject *context)
{
    connect(&workspace, &Workspace::logged, context, [this](const QList<LogEntry> &entries) { log += entries; });
    workspace.open(sample.path());
}

bool TestRunTool::Setup::isIdle() const
{
    return !workspace.isLoading() && !tool.isRunning() && workspace.status().has_value();
}

void TestRunTool::Setup::apply(const QString &revision)
{
    QTRY_VERIFY(isIdle());
    workspace.select(revision);
    tool.applyAction()->trigger();
    QTRY_VERIFY(tool.report().has_value());
    QVERIFY2(tool.report()->succeeded(), qPrintable(tool.report()->error ? tool.report()->error->toText() : QString()));
    QTRY_VERIFY(isIdle());
    QTRY_COMPARE(workspace.stateOf(revision), RevisionState::Current);
}

void TestRunTool::nothingCanBeDoneWithoutAProjectAndTheReasonIsSaid()
{
    Workspace workspace;
    FakeDialogs dialogs;
    const RunTool tool(workspace, dialogs);
    QVERIFY(!tool.applyAction()->isEnabled());
    QVERIFY(!tool.rollBackAction()->isEnabled());
    QVERIFY(!tool.cancelAction()->isVisible());
    QCOMPARE(tool.applyAction()->toolTip(), QStringLiteral("No project is open."));
}

void TestRunTool::applyingUpToASelectionAsksNothingAndReports()
{
    Setup setup(this);
    setup.apply(QStringLiteral("002_names"));
    QVERIFY(setup.dialogs.confirmations.isEmpty());
    QCOMPARE(setup.tool.report()->done.size(), 2);
    QCOMPARE(setup.tool.report()->rowsAfter, QStringList {QStringLiteral("002_names")});
    QCOMPARE(setup.tool.progress().steps, 2);
    QVERIFY(std::ranges::any_of(setup.log, [](const LogEntry &entry) {
        return entry.level == LogLevel::Output && entry.text.contains(QStringLiteral("✓ 完成"));
    }));
    QVERIFY(std::ranges::any_of(setup.log, [](const LogEntry &entry) {
        return entry.level == LogLevel::Statement && entry.text.contains(QStringLiteral("CREATE TABLE accounts"));
    }));
    setup.tool.dismissReport();
    QVERIFY(!setup.tool.report().has_value());
}

void TestRunTool::losingDataIsAskedFor()
{
    Setup setup(this);
    setup.apply(QStringLiteral("002_names"));
    setup.apply(QStringLiteral("003_cleanup"));
    QCOMPARE(setup.dialogs.confirmations.size(), 1);
    QVERIFY(setup.dialogs.confirmations.first().isDangerous);
    QVERIFY(setup.dialogs.confirmations.first().details.contains(QStringLiteral("DROP TABLE old")));
}

void TestRunTool::aRefusedConfirmationChangesNothing()
{
    Setup setup(this);
    setup.apply(QStringLiteral("002_names"));
    setup.tool.dismissReport();
    setup.dialogs.confirmation = false;
    setup.tool.rollBackAction()->trigger();
    QTRY_COMPARE(setup.dialogs.confirmations.size(), 1);
    QTRY_VERIFY(setup.isIdle());
    QVERIFY(!setup.tool.report().has_value());
    QCOMPARE(setup.workspace.stateOf(QStringLiteral("002_names")), RevisionState::Current);
}

void TestRunTool::rollingBackAlwaysAsks()
{
    Setup setup(this);
    setup.apply(QStringLiteral("001_accounts"));
    setup.tool.rollBackAction()->trigger();
    QTRY_COMPARE(setup.dialogs.confirmations.size(), 1);
    QTRY_VERIFY(setup.workspace.status() && setup.workspace.status()->rows.isEmpty());
    QTRY_VERIFY(setup.isIdle());
    QVERIFY(!setup.tool.rollBackAction()->isEnabled());
    QCOMPARE(setup.tool.rollBackAction()->toolTip(), QStringLiteral("No revision is applied."));
}

void TestRunTool::theQuestionOfAScriptIsAnswered()
{
    Setup setup(this);
    setup.apply(QStringLiteral("003_cleanup"));
    setup.tool.rollBackAction()->trigger();
    QTRY_COMPARE(setup.dialogs.scriptQuestions, QStringList {QStringLiteral("Really? (yes/no): ")});
    QTRY_COMPARE(setup.workspace.stateOf(QStringLiteral("002_names")), RevisionState::Current);
    QTRY_VERIFY(setup.isIdle());
    QVERIFY(setup.tool.report()->succeeded());
}

void TestRunTool::givingUpOnAQuestionCancelsTheRun()
{
    Setup setup(this);
    setup.apply(QStringLiteral("003_cleanup"));
    setup.dialogs.scriptAnswer = std::nullopt;
    setup.tool.rollBackAction()->trigger();
    QTRY_VERIFY(setup.tool.report().has_value() && !setup.tool.report()->succeeded());
    QCOMPARE(setup.tool.report()->error->code, ErrorCode::Canceled);
    QTRY_VERIFY(setup.isIdle());
    QCOMPARE(setup.workspace.stateOf(QStringLiteral("003_cleanup")), RevisionState::Current);
}

void TestRunTool::cancellingWhileAQuestionIsOpenWithdrawsIt()
{
    Setup setup(this);
    setup.apply(QStringLiteral("003_cleanup"));
    setup.dialogs.scriptIsAnswered = false;
    setup.tool.rollBackAction()->trigger();
    QTRY_COMPARE(setup.dialogs.scriptQuestions.size(), 1);
    QVERIFY(setup.tool.cancelAction()->isEnabled());
    QVERIFY(!setup.tool.applyAction()->isEnabled());
    setup.tool.cancelAction()->trigger();
    QTRY_VERIFY(setup.tool.report().has_value());
    QCOMPARE(setup.dialogs.withdrawn, 1);
    QCOMPARE(setup.tool.report()->error->code, ErrorCode::Canceled);
    QTRY_VERIFY(setup.isIdle());
}

void TestRunTool::theWindowMayBeClosedWhileAQuestionIsOpen()
{
    auto setup = std::make_unique<Setup>(this);
    setup->apply(QStringLiteral("003_cleanup"));
    setup->dialogs.scriptIsAnswered = false;
    setup->tool.rollBackAction()->trigger();
    QTRY_COMPARE(setup->dialogs.scriptQuestions.size(), 1);
    setup.reset(); // must neither hang nor crash
    QVERIFY(!setup);
}

void TestRunTool::aFailureIsReportedAndWhatWasCommittedStays()
{
    Setup setup(this);
    setup.sample.writeRevision(QStringLiteral("002_names"), QStringLiteral("001_accounts"), QStringLiteral("Names"),
        QStringLiteral("op.execute('INSERT INTO nothing_there VALUES (1)')"), QStringLiteral("pass"));
    setup.workspace.refresh();
    QTRY_VERIFY(setup.isIdle());
    setup.workspace.select(QStringLiteral("002_names"));
    setup.tool.applyAction()->trigger();
    QTRY_VERIFY(setup.tool.report().has_value());
    QCOMPARE(setup.tool.report()->error->code, ErrorCode::Server);
    QCOMPARE(setup.tool.report()->done.size(), 1);
    QVERIFY(setup.tool.outcome().contains(QStringLiteral("1")));
    QTRY_COMPARE(setup.workspace.stateOf(QStringLiteral("001_accounts")), RevisionState::Current);
}

void TestRunTool::whenNothingIsPendingApplySaysSo()
{
    Setup setup(this);
    setup.apply(QStringLiteral("003_cleanup"));
    QVERIFY(!setup.tool.applyAction()->isEnabled());
    QVERIFY(setup.tool.applyAction()->toolTip().startsWith(QStringLiteral("Nothing is pending")));
}

QTEST_MAIN(TestRunTool)
#include "tst_runtool.moc"
