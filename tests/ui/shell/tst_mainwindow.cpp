#include "ui/shell/mainwindow.h"

#include "tests/support/testcase.h"
#include "tests/ui/support/fakedialogs.h"
#include "tests/ui/support/sampleproject.h"
#include "ui/style/theme.h"
#include "ui/workspace/workspace.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTextEdit>

using namespace Migrations;
using namespace Workbench;

class TestMainWindow : public TestCase
{
    Q_OBJECT

private slots:
    void withoutAProjectItOffersToOpenOne();
    void openingByTheActionShowsTheWholeProject();
    void applyAndRollBackByTheirActions();
    void aProjectThatCannotBeOpenedIsABanner();
    void recentProjectsAreRemembered();
    void anotherDatabaseIsAskedForAndUsed();
    void everyActionHasATextAndNoMenuHasAMnemonicTwice();
    void everyInputHasANameForThoseWhoDoNotSee();
    void theWindowFitsASmallScreen();
    void noShortcutIsThereTwice();
    void bothThemesPaintDifferentWindows();
    void closingKeepsTheArrangement();
    void closingWhileSomethingRunsAsks();

private:
    struct Setup {
        QTemporaryDir folder;
        QSettings settings {folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
        Theme theme {ThemeChoice::Light};
        Workspace workspace;
        FakeDialogs dialogs;
        MainWindow window {workspace, dialogs, settings, theme};

        [[nodiscard]] QAction *action(const char *name) const;
        void open(const QString &path);
    };
};

QAction *TestMainWindow::Setup::action(const char *name) const
{
    auto *found = window.findChild<QAction *>(QString::fromLatin1(name));
    Q_ASSERT(found);
    return found;
}

void TestMainWindow::Setup::open(const QString &path)
{
    dialogs.file = path;
    action("actionOpen")->trigger();
    QTRY_VERIFY(workspace.schema());
    QTRY_VERIFY(window.isSettled());
}

void TestMainWindow::withoutAProjectItOffersToOpenOne()
{
    Setup setup;
    setup.window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&setup.window));
    auto *open = setup.window.findChild<QAbstractButton *>(QStringLiteral("welcomeOpen"));
    QVERIFY(open && open->isVisible());
    QVERIFY(!setup.action("actionApply")->isEnabled());
    QVERIFY(setup.window.isSettled());
}

void TestMainWindow::openingByTheActionShowsTheWholeProject()
{
    const SampleProject sample;
    Setup setup;
    setup.window.show();
    setup.open(sample.path());
    const auto rows = [&setup](const char *name) {
        return setup.window.findChild<QAbstractItemView *>(QString::fromLatin1(name))->model()->rowCount();
    };
    QCOMPARE(rows("timelineView"), 3);
    const auto label = [&setup](const char *name) {
        return setup.window.findChild<QLabel *>(QString::fromLatin1(name))->text();
    };
    QVERIFY(label("statusDatabase").contains(QStringLiteral("app.db")));
    QVERIFY(label("statusServer").startsWith(QStringLiteral("SQLite")));
    QVERIFY(label("statusPending").contains(QStringLiteral("3")));
    QVERIFY(setup.action("actionApply")->isEnabled());
    QVERIFY(setup.window.windowTitle().contains(setup.workspace.project()->name()));
    QTRY_VERIFY(setup.window.findChild<QWidget *>(QStringLiteral("sqlView"))->isVisible());
}

void TestMainWindow::applyAndRollBackByTheirActions()
{
    const SampleProject sample;
    Setup setup;
    setup.window.show();
    setup.open(sample.path());
    setup.action("actionApply")->trigger();
    QTRY_COMPARE(setup.workspace.stateOf(QStringLiteral("003_cleanup")), RevisionState::Current);
    QTRY_VERIFY(setup.window.isSettled());
    auto *tree = setup.window.findChild<QAbstractItemView *>(QStringLiteral("schemaTree"));
    QTRY_COMPARE(tree->model()->rowCount(), 1); // accounts
    QVERIFY(setup.window.findChild<QAbstractItemView *>(QStringLiteral("logView"))->model()->rowCount() > 3);
    setup.action("actionRollBack")->trigger();
    QTRY_COMPARE(setup.workspace.stateOf(QStringLiteral("002_names")), RevisionState::Current);
    QTRY_VERIFY(setup.window.isSettled());
}

void TestMainWindow::aProjectThatCannotBeOpenedIsABanner()
{
    Setup setup;
    setup.window.show();
    setup.dialogs.file = QStringLiteral("/nowhere/alembic.ini");
    setup.action("actionOpen")->trigger();
    auto *message = setup.window.findChild<QLabel *>(QStringLiteral("bannerMessage"));
    QTRY_VERIFY(setup.workspace.problem());
    bool shown = false;
    for (const QLabel *label : setup.window.findChildren<QLabel *>(QStringLiteral("bannerMessage")))
        shown = shown || (label->isVisible() && label->text() == setup.workspace.problem()->message);
    QVERIFY(shown);
    QVERIFY(message);
}

void TestMainWindow::recentProjectsAreRemembered()
{
    const SampleProject sample;
    Setup setup;
    setup.window.show();
    setup.open(sample.path());
    QCOMPARE(setup.settings.value(QStringLiteral("recentProjects")).toStringList(), QStringList {sample.path()});
    auto *menu = setup.window.findChild<QMenu *>(QStringLiteral("recentMenu"));
    QVERIFY(menu);
    emit menu->aboutToShow();
    QCOMPARE(menu->actions().first()->text(), sample.path());
    menu->actions().last()->trigger();
    QVERIFY(setup.settings.value(QStringLiteral("recentProjects")).toStringList().isEmpty());
}

void TestMainWindow::anotherDatabaseIsAskedForAndUsed()
{
    const SampleProject sample;
    Setup setup;
    setup.window.show();
    setup.open(sample.path());
    setup.dialogs.text = QStringLiteral("sqlite:///%1/other.db").arg(sample.folder());
    setup.action("actionUrl")->trigger();
    QTRY_VERIFY(setup.workspace.status() && setup.workspace.databaseName().endsWith(QStringLiteral("other.db")));
    QCOMPARE(setup.dialogs.textQuestions.first().value, QStringLiteral("sqlite:///app.db"));
}

void TestMainWindow::everyActionHasATextAndNoMenuHasAMnemonicTwice()
{
    Setup setup;
    QList<QMenu *> menus = setup.window.findChildren<QMenu *>();
    QVERIFY(menus.size() >= 4);
    const auto check = [](const QList<QAction *> &actions, const QString &where) {
        QSet<QString> used;
        for (const QAction *action : actions) {
            if (action->isSeparator())
                continue;
            QVERIFY2(!action->text().isEmpty(), qPrintable(where));
            const QString key = QKeySequence::mnemonic(action->text()).toString();
            QVERIFY2(key.isEmpty() || !used.contains(key), qPrintable(QString(where + u' ' + key)));
            used.insert(key);
        }
    };
    check(setup.window.menuBar()->actions(), QStringLiteral("menu bar"));
    for (const QMenu *menu : std::as_const(menus))
        check(menu->actions(), menu->title());
}

void TestMainWindow::everyInputHasANameForThoseWhoDoNotSee()
{
    Setup setup;
    int inputs = 0;
    for (const QWidget *widget : setup.window.findChildren<QWidget *>()) {
        const bool isInput = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QTextEdit *>(widget);
        if (!isInput || qobject_cast<const QHeaderView *>(widget))
            continue;
        ++inputs;
        QVERIFY2(!widget->accessibleName().isEmpty(),
            qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
    QVERIFY(inputs >= 5);
    for (const QAbstractButton *button : setup.window.findChildren<QAbstractButton *>()) {
        const bool isNamed = !button->text().isEmpty() || !button->accessibleName().isEmpty() || !button->isVisibleTo(&setup.window);
        QVERIFY2(isNamed || button->objectName().startsWith(u"qt_") || button->parentWidget()->inherits("QLineEdit"),
            qPrintable(button->objectName()));
    }
}

void TestMainWindow::theWindowFitsASmallScreen()
{
    Setup setup;
    setup.window.show();
    const QSize least = setup.window.minimumSizeHint().expandedTo(setup.window.minimumSize());
    QVERIFY2(least.width() <= 1280, qPrintable(QString::number(least.width())));
    QVERIFY2(least.height() <= 720, qPrintable(QString::number(least.height())));
}

void TestMainWindow::noShortcutIsThereTwice()
{
    Setup setup;
    QSet<QString> used;
    for (const QAction *action : setup.window.findChildren<QAction *>()) {
        const QString key = action->shortcut().toString();
        if (key.isEmpty())
            continue;
        QVERIFY2(!used.contains(key), qPrintable(key));
        used.insert(key);
    }
    for (const char *wanted : {"F5", "Ctrl+O", "Ctrl+Shift+P", "Ctrl+F"})
        QVERIFY2(used.contains(QString::fromLatin1(wanted)), wanted);
}

void TestMainWindow::bothThemesPaintDifferentWindows()
{
    Setup setup;
    setup.window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&setup.window));
    const QColor light = setup.window.grab().toImage().pixelColor(3, 3);
    setup.theme.setChoice(ThemeChoice::Dark);
    QVERIFY(setup.theme.isDark());
    const QColor dark = setup.window.grab().toImage().pixelColor(3, 3);
    QVERIFY(light.lightness() > 200);
    QVERIFY(dark.lightness() < 60);
}

void TestMainWindow::closingKeepsTheArrangement()
{
    const SampleProject sample;
    Setup setup;
    setup.window.show();
    setup.open(sample.path());
    auto *dock = setup.window.findChild<QDockWidget *>(QStringLiteral("browserPanelDock"));
    QVERIFY(dock);
    dock->close();
    setup.window.close();
    QVERIFY(!setup.settings.value(QStringLiteral("window/docks")).toByteArray().isEmpty());
    MainWindow second(setup.workspace, setup.dialogs, setup.settings, setup.theme);
    second.show();
    auto *again = second.findChild<QDockWidget *>(QStringLiteral("browserPanelDock"));
    QTRY_VERIFY(again->isHidden());
}

void TestMainWindow::closingWhileSomethingRunsAsks()
{
    const SampleProject sample;
    Setup setup;
    setup.window.show();
    setup.open(sample.path());
    setup.action("actionApply")->trigger();
    QTRY_COMPARE(setup.workspace.stateOf(QStringLiteral("003_cleanup")), RevisionState::Current);
    QTRY_VERIFY(setup.window.isSettled());
    setup.dialogs.scriptIsAnswered = false;
    setup.dialogs.confirmations.clear();
    setup.action("actionRollBack")->trigger();
    QTRY_COMPARE(setup.dialogs.scriptQuestions.size(), 1);
    QVERIFY(!setup.window.close());
    QCOMPARE(setup.dialogs.confirmations.size(), 2);
    QTRY_VERIFY(setup.window.isSettled()); // the run was cancelled
    QVERIFY(setup.window.close());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
