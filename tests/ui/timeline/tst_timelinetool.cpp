#include "ui/timeline/timelinetool.h"

#include "tests/support/testcase.h"
#include "tests/ui/support/sampleproject.h"
#include "ui/models/timelinemodel.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QSignalSpy>

using namespace Migrations;
using namespace Workbench;

class TestTimelineTool : public TestCase
{
    Q_OBJECT

private slots:
    void listsTheNewestRevisionFirst();
    void selectsTheNewestRevisionOfAnEmptyDatabase();
    void theFilterFindsIdsAndSummaries_data();
    void theFilterFindsIdsAndSummaries();
    void applyToHereSetsTheGoalAndRuns();
    void tellsWhatCannotBeRead();
};

void TestTimelineTool::listsTheNewestRevisionFirst()
{
    const SampleProject sample;
    Workspace workspace;
    const TimelineTool tool(workspace);
    QVERIFY(!tool.hasProject());
    workspace.open(sample.path());
    QTRY_COMPARE(tool.model().rowCount(), 3);
    QCOMPARE(tool.model().index(0, TimelineModel::Id).data().toString(), QStringLiteral("003_cleanup"));
    QVERIFY(tool.model().index(0, 0).data(TimelineModel::HeadRole).toBool());
    QCOMPARE(tool.model().index(1, TimelineModel::Summary).data().toString(), QStringLiteral("账户名称"));
    QCOMPARE(tool.model().index(2, TimelineModel::Created).data().toString(), QStringLiteral("2025-01-30 10:00"));
    QVERIFY(!tool.model().index(2, 0).data(TimelineModel::HeadRole).toBool());
}

void TestTimelineTool::selectsTheNewestRevisionOfAnEmptyDatabase()
{
    const SampleProject sample;
    Workspace workspace;
    const TimelineTool tool(workspace);
    workspace.open(sample.path());
    QTRY_COMPARE(workspace.selected(), QStringLiteral("003_cleanup"));
    QVERIFY(tool.applyToAction()->isEnabled());
    QVERIFY(!tool.rollBackToAction()->isEnabled());
    QCOMPARE(tool.selectedIndex().row(), 0);
}

void TestTimelineTool::theFilterFindsIdsAndSummaries_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("rows");
    QTest::newRow("part of an id") << QStringLiteral("_NAMES") << 1;
    QTest::newRow("summary") << QStringLiteral("账户") << 1;
    QTest::newRow("several") << QStringLiteral("00") << 3;
    QTest::newRow("not a pattern") << QStringLiteral(".*") << 0;
    QTest::newRow("spaces around") << QStringLiteral("  drop ") << 1;
    QTest::newRow("nothing") << QString() << 3;
}

void TestTimelineTool::theFilterFindsIdsAndSummaries()
{
    QFETCH(QString, filter);
    QFETCH(int, rows);
    const SampleProject sample;
    Workspace workspace;
    TimelineTool tool(workspace);
    workspace.open(sample.path());
    QTRY_COMPARE(tool.model().rowCount(), 3);
    tool.setFilter(filter);
    QCOMPARE(tool.filtered().rowCount(), rows);
    QCOMPARE(tool.isFiltered(), !filter.isEmpty());
}

void TestTimelineTool::applyToHereSetsTheGoalAndRuns()
{
    const SampleProject sample;
    Workspace workspace;
    const TimelineTool tool(workspace);
    QSignalSpy runs(&workspace, &Workspace::runRequested);
    workspace.open(sample.path());
    QTRY_VERIFY(workspace.status());
    workspace.select(QStringLiteral("002_names"));
    tool.applyToAction()->trigger();
    QCOMPARE(runs.count(), 1);
    QCOMPARE(workspace.goal(Graph::Direction::Upgrade).target, QStringLiteral("002_names"));
}

void TestTimelineTool::tellsWhatCannotBeRead()
{
    const SampleProject sample;
    sample.writeRevision(QStringLiteral("004_foreign"), QStringLiteral("003_cleanup"), QStringLiteral("foreign"),
        QStringLiteral("from app.models import rename\n    rename('a')"), QStringLiteral("pass"));
    Workspace workspace;
    const TimelineTool tool(workspace);
    workspace.open(sample.path());
    QTRY_COMPARE(tool.model().index(0, 0).data(TimelineModel::ReadingRole).toString(), QStringLiteral("opaque"));
    QVERIFY(tool.model().index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("app.models.rename")));
    QCOMPARE(tool.model().index(1, 0).data(TimelineModel::ReadingRole).toString(), QString());
}

QTEST_MAIN(TestTimelineTool)
#include "tst_timelinetool.moc"
