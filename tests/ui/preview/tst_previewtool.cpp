#include "ui/preview/previewtool.h"

#include "tests/support/testcase.h"
#include "tests/ui/support/sampleproject.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

using namespace Migrations;
using namespace Workbench;
using Graph::Direction;

class TestPreviewTool : public TestCase
{
    Q_OBJECT

private slots:
    void showsWhatApplyWouldSend();
    void followsThePendingSelection();
    void theOtherDirectionOfAnEmptyDatabaseIsEmpty();
    void aScriptThatCannotBePreviewedIsAnErrorWithItsLine();
    void withoutADatabaseItIsTheSelectedRevisionAlone();
    void withoutAUrlItAsksForOne();
    void copyPutsAScriptOnTheClipboard();
    void askingForAPreviewAnnouncesIt();
};

namespace {

QStringList revisions(const PreviewTool &tool)
{
    QStringList result;
    for (const Plan::PlannedStep &step : tool.preview().steps)
        result << step.step.revision;
    return result;
}

} // namespace

void TestPreviewTool::showsWhatApplyWouldSend()
{
    const SampleProject sample;
    Workspace workspace;
    const PreviewTool tool(workspace);
    workspace.open(sample.path());
    QTRY_COMPARE(revisions(tool),
        (QStringList {QStringLiteral("001_accounts"), QStringLiteral("002_names"), QStringLiteral("003_cleanup")}));
    QVERIFY(!tool.isOffline());
    QCOMPARE(tool.preview().dialect, QStringLiteral("sqlite"));
    QVERIFY(!tool.headline().isEmpty());
}

void TestPreviewTool::followsThePendingSelection()
{
    const SampleProject sample;
    Workspace workspace;
    const PreviewTool tool(workspace);
    workspace.open(sample.path());
    QTRY_COMPARE(revisions(tool).size(), 3);
    workspace.select(QStringLiteral("001_accounts"));
    QVERIFY(tool.isWorking());
    QTRY_COMPARE(revisions(tool), QStringList {QStringLiteral("001_accounts")});
}

void TestPreviewTool::theOtherDirectionOfAnEmptyDatabaseIsEmpty()
{
    const SampleProject sample;
    Workspace workspace;
    PreviewTool tool(workspace);
    workspace.open(sample.path());
    QTRY_COMPARE(revisions(tool).size(), 3);
    tool.downAction()->trigger();
    QCOMPARE(tool.direction(), Direction::Downgrade);
    QTRY_VERIFY(!tool.isWorking());
    QVERIFY(tool.preview().steps.isEmpty());
}

void TestPreviewTool::aScriptThatCannotBePreviewedIsAnErrorWithItsLine()
{
    const SampleProject sample;
    sample.writeRevision(QStringLiteral("002_names"), QStringLiteral("001_accounts"), QStringLiteral("Broken"),
        QStringLiteral("not_there.call()"), QStringLiteral("pass"));
    Workspace workspace;
    const PreviewTool tool(workspace);
    workspace.open(sample.path());
    QTRY_VERIFY(tool.preview().error.has_value());
    QCOMPARE(revisions(tool), QStringList {QStringLiteral("001_accounts")});
    QVERIFY(tool.preview().error->at.file.endsWith(QStringLiteral("002_names.py")));
    QCOMPARE(tool.preview().error->at.line, 18);
}

void TestPreviewTool::withoutADatabaseItIsTheSelectedRevisionAlone()
{
    const SampleProject sample;
    Workspace workspace;
    const PreviewTool tool(workspace);
    workspace.open(sample.path(), QStringLiteral("sqlite:////nowhere/at/all.db"));
    QTRY_VERIFY(workspace.problem());
    workspace.select(QStringLiteral("002_names"));
    QTRY_COMPARE(revisions(tool), QStringList {QStringLiteral("002_names")});
    QVERIFY(tool.isOffline());
}

void TestPreviewTool::withoutAUrlItAsksForOne()
{
    const SampleProject sample;
    sample.write(QStringLiteral("alembic.ini"), QStringLiteral("[alembic]\nscript_location = %(here)s/migrations\n"));
    Workspace workspace;
    const PreviewTool tool(workspace);
    workspace.open(sample.path());
    QTRY_VERIFY(workspace.project() && !workspace.isLoading());
    QVERIFY(tool.needsUrl());
    QVERIFY(tool.preview().isEmpty());
}

void TestPreviewTool::copyPutsAScriptOnTheClipboard()
{
    const SampleProject sample;
    Workspace workspace;
    const PreviewTool tool(workspace);
    QVERIFY(!tool.copyAction()->isEnabled());
    workspace.open(sample.path());
    QTRY_VERIFY(tool.copyAction()->isEnabled());
    tool.copyAction()->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("CREATE TABLE accounts")));
}

void TestPreviewTool::askingForAPreviewAnnouncesIt()
{
    Workspace workspace;
    const PreviewTool tool(workspace);
    bool shown = false;
    connect(&tool, &PreviewTool::shown, this, [&shown] { shown = true; });
    workspace.showPreview(Direction::Downgrade);
    QVERIFY(shown);
    QCOMPARE(tool.direction(), Direction::Downgrade);
    QVERIFY(tool.downAction()->isChecked());
}

QTEST_MAIN(TestPreviewTool)
#include "tst_previewtool.moc"
