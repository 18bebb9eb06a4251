#include "ui/workspace/workspace.h"

#include "tests/support/testcase.h"
#include "tests/ui/support/sampleproject.h"

#include <QFile>
#include <QSignalSpy>

using namespace Migrations;
using namespace Workbench;
using Graph::Direction;

class TestWorkspace : public TestCase
{
    Q_OBJECT

private slots:
    void openingReadsProjectThenStatusThenSchema();
    void aProjectThatIsNotThereIsAProblem();
    void aProjectWithoutUrlIsOpenWithoutDatabase();
    void aDatabaseThatCannotBeReachedLeavesTheProjectOpen();
    void theLastProjectThatIsOpenedWins();
    void applyGoesToTheHeadsOrToThePendingSelection();
    void rollBackGoesOneStepUnlessToldOtherwise();
    void refreshingReadsFilesAgain();
    void aBrokenRevisionIsLogged();
};

void TestWorkspace::openingReadsProjectThenStatusThenSchema()
{
    const SampleProject sample;
    Workspace workspace;
    QVERIFY(!workspace.isLoading());
    workspace.open(sample.path());
    QVERIFY(workspace.isLoading());
    QTRY_VERIFY(workspace.project());
    QTRY_VERIFY(workspace.status());
    QTRY_VERIFY(workspace.schema());
    QTRY_VERIFY(!workspace.isLoading());
    QVERIFY(!workspace.problem());
    QCOMPARE(workspace.pendingCount(), 3);
    QCOMPARE(workspace.stateOf(QStringLiteral("001_accounts")), RevisionState::Pending);
    QCOMPARE(workspace.stateOf(QStringLiteral("nobody")), RevisionState::Unread);
    QVERIFY(workspace.databaseName().contains(QStringLiteral("app.db")));
    QVERIFY(workspace.status()->serverVersion.startsWith(QStringLiteral("SQLite 3")));
}

void TestWorkspace::aProjectThatIsNotThereIsAProblem()
{
    Workspace workspace;
    workspace.open(QStringLiteral("/nowhere/alembic.ini"));
    QTRY_VERIFY(workspace.problem());
    QCOMPARE(workspace.problem()->code, ErrorCode::NotFound);
    QVERIFY(!workspace.project());
    QVERIFY(!workspace.isLoading());
}

void TestWorkspace::aProjectWithoutUrlIsOpenWithoutDatabase()
{
    const SampleProject sample;
    sample.write(QStringLiteral("alembic.ini"), QStringLiteral("[alembic]\nscript_location = %(here)s/migrations\n"));
    Workspace workspace;
    workspace.open(sample.path());
    QTRY_VERIFY(workspace.project() && !workspace.isLoading());
    QVERIFY(!workspace.problem());
    QVERIFY(!workspace.status());
    QCOMPARE(workspace.databaseName(), QString());
    QCOMPARE(workspace.stateOf(QStringLiteral("001_accounts")), RevisionState::Unread);
}

void TestWorkspace::aDatabaseThatCannotBeReachedLeavesTheProjectOpen()
{
    const SampleProject sample;
    Workspace workspace;
    workspace.open(sample.path(), QStringLiteral("sqlite:////nowhere/at/all.db"));
    QTRY_VERIFY(workspace.problem());
    QCOMPARE(workspace.problem()->code, ErrorCode::Connection);
    QVERIFY(workspace.project());
    QVERIFY(!workspace.status());
    workspace.setUrl(QString());
    QTRY_VERIFY(workspace.status());
    QVERIFY(!workspace.problem());
}

void TestWorkspace::theLastProjectThatIsOpenedWins()
{
    const SampleProject first;
    const SampleProject second;
    Workspace workspace;
    QSignalSpy changes(&workspace, &Workspace::projectChanged);
    workspace.open(first.path());
    workspace.open(second.path());
    QTRY_VERIFY(workspace.project() && !workspace.isLoading());
    QCOMPARE(workspace.project()->configFile(), second.path());
    QCOMPARE(changes.count(), 3); // closed, closed, the second
}

void TestWorkspace::applyGoesToTheHeadsOrToThePendingSelection()
{
    const SampleProject sample;
    Workspace workspace;
    QSignalSpy goals(&workspace, &Workspace::goalChanged);
    workspace.open(sample.path());
    QTRY_VERIFY(workspace.status());
    QCOMPARE(workspace.goal(Direction::Upgrade).target, QStringLiteral("heads"));
    goals.clear();
    workspace.select(QStringLiteral("002_names"));
    QCOMPARE(workspace.goal(Direction::Upgrade).target, QStringLiteral("002_names"));
    QCOMPARE(goals.count(), 1);
}

void TestWorkspace::rollBackGoesOneStepUnlessToldOtherwise()
{
    const SampleProject sample;
    Workspace workspace;
    workspace.open(sample.path());
    QTRY_VERIFY(workspace.status());
    workspace.select(QStringLiteral("001_accounts"));
    QCOMPARE(workspace.goal(Direction::Downgrade).target, QStringLiteral("-1"));
    const Goal further {.direction = Direction::Downgrade, .target = QStringLiteral("001_accounts")};
    workspace.setGoal(further);
    QCOMPARE(workspace.goal(Direction::Downgrade), further);
    workspace.select(QStringLiteral("002_names"));
    QCOMPARE(workspace.goal(Direction::Downgrade).target, QStringLiteral("-1"));
}

void TestWorkspace::refreshingReadsFilesAgain()
{
    const SampleProject sample;
    Workspace workspace;
    workspace.open(sample.path());
    QTRY_VERIFY(workspace.schema());
    sample.writeRevision(QStringLiteral("004_more"), QStringLiteral("003_cleanup"), QStringLiteral("More"),
        QStringLiteral("pass"), QStringLiteral("pass"));
    workspace.refresh();
    QTRY_COMPARE(workspace.pendingCount(), 4);
    QVERIFY(QFile::remove(sample.revisionPath(QStringLiteral("004_more"))));
    workspace.refresh();
    QTRY_COMPARE(workspace.pendingCount(), 3);
}

void TestWorkspace::aBrokenRevisionIsLogged()
{
    const SampleProject sample;
    sample.write(QStringLiteral("migrations/versions/004_broken.py"), QStringLiteral("def upgrade(:\n"));
    Workspace workspace;
    QList<LogEntry> entries;
    connect(&workspace, &Workspace::logged, this, [&entries](const QList<LogEntry> &more) { entries += more; });
    workspace.open(sample.path());
    QTRY_VERIFY(workspace.schema());
    QVERIFY(!entries.isEmpty());
    QCOMPARE(entries.first().level, LogLevel::Warning);
    QVERIFY(entries.first().text.contains(QStringLiteral("004_broken.py")));
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
