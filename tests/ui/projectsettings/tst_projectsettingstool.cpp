#include "ui/projectsettings/projectsettingstool.h"

#include "tests/support/testcase.h"
#include "tests/ui/support/sampleproject.h"
#include "ui/projectsettings/projectsettingspanel.h"
#include "ui/projectsettings/settingsmodel.h"
#include "ui/workspace/workspace.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QTreeView>

using namespace Migrations;
using namespace Workbench;
using namespace Qt::StringLiterals;

/// Keeps what would be opened.
class FileOpener : public QObject
{
    Q_OBJECT

public:
    FileOpener() { QDesktopServices::setUrlHandler(u"file"_s, this, "open"); }
    ~FileOpener() override { QDesktopServices::unsetUrlHandler(u"file"_s); }
    Q_DISABLE_COPY_MOVE(FileOpener)

    QList<QUrl> opened;

public slots:
    void open(const QUrl &url) { opened << url; }
};

class TestProjectSettingsTool : public TestCase
{
    Q_OBJECT

private slots:
    void showsNothingWithoutAProject();
    void groupsHaveTheirSettings();
    void problemsStandAbove();
    void aGivenAddressIsShownAsGiven();
    void actionsAreAboutTheCurrentRow();
    void theViewOpensOnDoubleClick();

private:
    [[nodiscard]] static QModelIndex find(const QAbstractItemModel &model, const QString &name)
    {
        const QModelIndexList found
            = model.match(model.index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.value(0);
    }
    [[nodiscard]] static QString text(const QModelIndex &index, SettingsModel::Column column)
    {
        return index.siblingAtColumn(column).data().toString();
    }
};

void TestProjectSettingsTool::showsNothingWithoutAProject()
{
    Workspace workspace;
    const ProjectSettingsTool tool(workspace);
    QVERIFY(!tool.hasProject());
    QCOMPARE(tool.model().rowCount(), 0);
    QVERIFY(!tool.openAction()->isEnabled());
    QVERIFY(!tool.copyAction()->isEnabled());
}

void TestProjectSettingsTool::groupsHaveTheirSettings()
{
    const SampleProject sample;
    sample.write(u"stillroom.toml"_s, u"version_table = \"own\"\n[lint]\nPG003 = \"off\"\n"_s);
    sample.write(u"migrations/env.py"_s, u"\ncontext.configure(c, transaction_per_migration=True, compare_type=f)\n"_s);
    Workspace workspace;
    const ProjectSettingsTool tool(workspace);
    const QAbstractItemModelTester tester(&tool.model());
    workspace.open(sample.path());
    QTRY_VERIFY(tool.hasProject());
    QStringList groups;
    for (int row = 0; row < tool.model().rowCount(); ++row)
        groups << tool.model().index(row, 0).data().toString();
    QCOMPARE(groups,
        (QStringList {u"Project"_s, u"Database"_s, u"Migrations"_s, u"Names of constraints"_s, u"Findings"_s}));
    const QModelIndex table = find(tool.model(), u"version_table"_s);
    QCOMPARE(text(table.parent(), SettingsModel::Name), u"Migrations"_s);
    QCOMPARE(text(table, SettingsModel::Value), u"own"_s);
    QCOMPARE(text(table, SettingsModel::Source), u"stillroom.toml:1"_s);
    const QModelIndex transactions = find(tool.model(), u"transaction_per_migration"_s);
    QCOMPARE(text(transactions, SettingsModel::Value), u"true"_s);
    QCOMPARE(text(transactions, SettingsModel::Source), u"migrations/env.py:2"_s);
    QVERIFY(text(find(tool.model(), u"compare_type"_s), SettingsModel::Source).startsWith(u"default – "_s));
    QCOMPARE(tool.summary(), QString());
}

void TestProjectSettingsTool::problemsStandAbove()
{
    const SampleProject sample;
    sample.write(u"stillroom.toml"_s, u"version_tabel = \"own\"\n"_s);
    Workspace workspace;
    const ProjectSettingsTool tool(workspace);
    workspace.open(sample.path());
    QTRY_COMPARE(tool.summary(), u"1 problem(s)"_s);
    const QModelIndex group = tool.model().index(0, 0);
    QCOMPARE(group.data().toString(), u"Problems"_s);
    QCOMPARE(tool.model().rowCount(group), 1);
    const QModelIndex problem = tool.model().index(0, 0, group);
    QCOMPARE(problem.data().toString(),
        u"stillroom.toml:1: Stillroom does not know the key version_tabel, so it is not used."_s);
    QVERIFY(problem.data(Qt::ToolTipRole).toString().contains(u"Did you mean version_table?"_s));
    QVERIFY(!problem.data(SettingsModel::HasColumnsRole).toBool());
    QVERIFY(!problem.data(Qt::DecorationRole).isNull());
}

void TestProjectSettingsTool::aGivenAddressIsShownAsGiven()
{
    const SampleProject sample;
    Workspace workspace;
    const ProjectSettingsTool tool(workspace);
    workspace.open(sample.path(), u"sqlite:////nowhere/else.db"_s);
    QTRY_VERIFY(tool.hasProject());
    QCOMPARE(text(find(tool.model(), u"url"_s), SettingsModel::Value), u"sqlite:////nowhere/else.db"_s);
    QCOMPARE(text(find(tool.model(), u"url"_s), SettingsModel::Source), u"given"_s);
    workspace.open(sample.path());
    QTRY_COMPARE(text(find(tool.model(), u"url"_s), SettingsModel::Source), u"alembic.ini:3"_s);
}

void TestProjectSettingsTool::actionsAreAboutTheCurrentRow()
{
    const SampleProject sample;
    Workspace workspace;
    ProjectSettingsTool tool(workspace);
    FileOpener opener;
    workspace.open(sample.path());
    QTRY_VERIFY(tool.hasProject());
    tool.setCurrent(find(tool.model(), u"url"_s));
    tool.copyAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"url = sqlite:///app.db  # alembic.ini:3"_s);
    tool.openAction()->trigger();
    QCOMPARE(opener.opened, QList<QUrl> {QUrl::fromLocalFile(sample.path())});
    tool.setCurrent(find(tool.model(), u"version_table"_s));
    QVERIFY(tool.copyAction()->isEnabled());
    QVERIFY(!tool.openAction()->isEnabled());
}

void TestProjectSettingsTool::theViewOpensOnDoubleClick()
{
    const SampleProject sample;
    Workspace workspace;
    ProjectSettingsTool tool(workspace);
    ProjectSettingsPanel panel(tool);
    auto *view = panel.findChild<QTreeView *>(u"settingsView"_s);
    QVERIFY(view);
    QVERIFY(view->isHidden());
    FileOpener opener;
    workspace.open(sample.path());
    QTRY_VERIFY(tool.hasProject());
    QVERIFY(!view->isHidden());
    view->setCurrentIndex(find(tool.model(), u"url"_s));
    emit view->doubleClicked(view->currentIndex());
    QCOMPARE(opener.opened, QList<QUrl> {QUrl::fromLocalFile(sample.path())});
}

QTEST_MAIN(TestProjectSettingsTool)
#include "tst_projectsettingstool.moc"
