#include "ui/shell/mainwindow.h"

#include "ui/browser/browserpanel.h"
#include "ui/browser/browsertool.h"
#include "ui/editor/editorpanel.h"
#include "ui/editor/editortool.h"
#include "ui/log/logpanel.h"
#include "ui/log/logtool.h"
#include "ui/preview/previewpanel.h"
#include "ui/preview/previewtool.h"
#include "ui/projectsettings/projectsettingspanel.h"
#include "ui/projectsettings/projectsettingstool.h"
#include "ui/questions/dialogs.h"
#include "ui/run/runpanel.h"
#include "ui/run/runtool.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/filetool.h"
#include "ui/shell/recentmenu.h"
#include "ui/shell/statusline.h"
#include "ui/shell/welcomepage.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/timeline/timelinetool.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/workspace/workspace.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Migrations;

namespace Workbench {

namespace {

// counted up when the arrangement of docks changes, so that an old one is not restored
constexpr int layoutVersion = 2;

QToolButton *addButton(QToolBar *bar, QAction *action, const QString &role, Qt::ToolButtonStyle style)
{
    auto *button = new QToolButton(bar);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    button->setProperty("role", role);
    button->setIconSize({Metrics::icon, Metrics::icon});
    bar->addWidget(button);
    return button;
}

} // namespace

MainWindow::MainWindow(Workspace &workspace, Dialogs &dialogs, QSettings &settings, Theme &theme)
    : m_workspace(workspace), m_dialogs(dialogs), m_settings(settings), m_theme(theme)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(programIcon());
    setContextMenuPolicy(Qt::NoContextMenu);
    setMinimumSize(960, 600);
    resize(1280, 800);
    createTools();
    createCenter();
    createPanels();
    createToolBar();
    createMenus();
    new StatusLine(m_workspace, statusBar());
    connectFeatures();
    restoreLayout();
    updateTitle();
    updateNotices();
}

MainWindow::~MainWindow() = default;

void MainWindow::createTools()
{
    m_files = new FileTool(m_workspace, m_dialogs, m_settings, this);
    m_timeline = new TimelineTool(m_workspace, this);
    m_editor = new EditorTool(m_workspace, this);
    m_preview = new PreviewTool(m_workspace, this);
    m_browser = new BrowserTool(m_workspace, this);
    m_log = new LogTool(m_workspace, this);
    m_run = new RunTool(m_workspace, m_dialogs, this);
    m_projectSettings = new ProjectSettingsTool(m_workspace, this);
}

void MainWindow::createCenter()
{
    m_docks = new DockArea(this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(new WelcomePage(*m_files, this));
    m_pages->addWidget(m_docks);

    m_problem = new Banner(this);
    m_problem->addAction(m_files->refreshAction());
    m_problem->addAction(m_files->urlAction());
    auto *runPanel = new RunPanel(*m_run, this);
    connect(runPanel, &RunPanel::sourceRequested, &m_workspace, &Workspace::showSource);
    connect(m_problem, &Banner::sourceRequested, &m_workspace, &Workspace::showSource);

    auto *center = new QWidget(this);
    auto *layout = new QVBoxLayout(center);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_problem);
    layout->addWidget(runPanel);
    layout->addWidget(m_pages, 1);
    setCentralWidget(center);
}

void MainWindow::createPanels()
{
    m_timelinePanel = new TimelinePanel(*m_timeline, this);
    m_docks->setCenter(new EditorPanel(*m_editor, this));
    QDockWidget *timeline = m_docks->addPanel(m_timelinePanel, Qt::LeftDockWidgetArea);
    QDockWidget *browser = m_docks->addPanel(new BrowserPanel(*m_browser, this), Qt::RightDockWidgetArea);
    QDockWidget *preview = m_docks->addPanel(new PreviewPanel(*m_preview, this), Qt::BottomDockWidgetArea);
    QDockWidget *log = m_docks->addPanelBehind(new LogPanel(*m_log, this), preview);
    QDockWidget *settings = m_docks->addPanelBehind(new ProjectSettingsPanel(*m_projectSettings, this), preview);
    connect(m_preview, &PreviewTool::shown, preview, [preview] {
        preview->show();
        preview->raise();
    });
    connect(m_log, &LogTool::runBegan, log, [log] { log->raise(); });
    int number = 1;
    for (QDockWidget *dock : {timeline, preview, log, browser, settings}) {
        dock->toggleViewAction()->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + number++)));
        m_panelActions << dock->toggleViewAction();
    }
}

void MainWindow::createToolBar()
{
    QToolBar *bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setIconSize({Metrics::icon, Metrics::icon});
    addButton(bar, m_files->openAction(), QString(), Qt::ToolButtonIconOnly);
    addButton(bar, m_files->urlAction(), QString(), Qt::ToolButtonIconOnly);
    addButton(bar, m_files->refreshAction(), QString(), Qt::ToolButtonIconOnly);
    bar->addSeparator();

    auto *badge = new QWidget(bar);
    badge->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *names = new QHBoxLayout(badge);
    names->setContentsMargins(Metrics::gap, 0, Metrics::wide, 0);
    names->setSpacing(Metrics::gap);
    m_projectName = new QLabel(badge);
    m_projectName->setProperty("role", QStringLiteral("title"));
    m_projectName->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    m_projectPlace = new ElidedLabel(badge, Qt::ElideMiddle);
    m_projectPlace->setProperty("role", QStringLiteral("faint"));
    names->addWidget(m_projectName);
    names->addWidget(m_projectPlace, 1);
    bar->addWidget(badge);

    addButton(bar, m_run->previewAction(), QStringLiteral("button"), Qt::ToolButtonTextBesideIcon);
    addButton(bar, m_run->rollBackAction(), QStringLiteral("button"), Qt::ToolButtonTextBesideIcon);
    addButton(bar, m_run->applyAction(), QStringLiteral("primary"), Qt::ToolButtonTextBesideIcon);
}

void MainWindow::createMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_files->openAction());
    file->addMenu(new RecentMenu(*m_files, file));
    file->addSeparator();
    file->addAction(m_files->urlAction());
    file->addAction(m_files->refreshAction());
    file->addSeparator();
    QAction *quit = file->addAction(icon(QStringLiteral("quit")), tr("&Quit"), this, &QWidget::close);
    quit->setObjectName(QStringLiteral("actionQuit"));
    quit->setShortcut(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    createRevisionMenu();
    createViewMenu();
    createHelpMenu();
}

void MainWindow::createRevisionMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Revision"));
    menu->addAction(m_run->previewAction());
    menu->addAction(m_run->applyAction());
    menu->addAction(m_run->rollBackAction());
    menu->addAction(m_run->cancelAction());
    menu->addSeparator();
    menu->addAction(m_timeline->applyToAction());
    menu->addAction(m_timeline->rollBackToAction());
    menu->addSeparator();
    menu->addAction(m_timeline->copyIdAction());
    menu->addAction(m_editor->copyPathAction());
    menu->addAction(m_editor->openExternallyAction());
}

void MainWindow::createViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    menu->addActions(m_panelActions);
    menu->addSeparator();
    QAction *find = menu->addAction(
        icon(QStringLiteral("filter")), tr("&Find Revision"), m_timelinePanel, &TimelinePanel::focusFilter);
    find->setObjectName(QStringLiteral("actionFind"));
    find->setShortcut(QKeySequence::Find);
    QAction *reset = menu->addAction(tr("&Reset Layout"), m_docks, &DockArea::resetLayout);
    reset->setObjectName(QStringLiteral("actionResetLayout"));
    reset->setShortcut(Qt::CTRL | Qt::Key_0);
    menu->addSeparator();
    QMenu *appearance = menu->addMenu(tr("&Appearance"));
    auto *group = new QActionGroup(this);
    const QList<std::pair<ThemeChoice, QString>> choices {{ThemeChoice::System, tr("As the &System")},
        {ThemeChoice::Light, tr("&Light")}, {ThemeChoice::Dark, tr("&Dark")}};
    for (const auto &[choice, text] : choices) {
        QAction *action = appearance->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_theme.choice() == choice);
        group->addAction(action);
        connect(action, &QAction::triggered, &m_theme, [this, choice] { m_theme.setChoice(choice); });
    }
}

void MainWindow::createHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    QAction *about = menu->addAction(icon(QStringLiteral("info")), tr("&About Stillroom"), this, &MainWindow::showAbout);
    about->setObjectName(QStringLiteral("actionAbout"));
    about->setMenuRole(QAction::AboutRole);
}

void MainWindow::connectFeatures()
{
    connect(&m_workspace, &Workspace::projectChanged, this, &MainWindow::updateTitle);
    connect(&m_workspace, &Workspace::statusChanged, this, &MainWindow::updateTitle);
    connect(&m_workspace, &Workspace::problemChanged, this, &MainWindow::updateNotices);
    connect(&m_workspace, &Workspace::problemChanged, this, &MainWindow::updateTitle);
    connect(&m_workspace, &Workspace::loadingChanged, this, &MainWindow::activityChanged);
    connect(m_preview, &PreviewTool::changed, this, &MainWindow::activityChanged);
    connect(m_run, &RunTool::changed, this, &MainWindow::activityChanged);
}

bool MainWindow::isSettled() const
{
    return !m_workspace.isLoading() && !m_preview->isWorking() && !m_run->isRunning();
}

void MainWindow::updateTitle()
{
    const bool open = m_workspace.project() != nullptr;
    m_pages->setCurrentIndex(open ? 1 : 0);
    const QString name = open ? m_workspace.project()->name() : QString();
    setWindowTitle(open ? tr("%1 – Stillroom").arg(name) : QStringLiteral("Stillroom"));
    m_projectName->setText(name);
    m_projectName->setToolTip(open ? QDir::toNativeSeparators(m_workspace.project()->configFile()) : QString());
    m_projectPlace->setText(open ? m_workspace.databaseName() : QString());
}

void MainWindow::updateNotices()
{
    if (m_workspace.problem())
        m_problem->showError(*m_workspace.problem());
    else
        m_problem->hide();
}

void MainWindow::showAbout()
{
    m_dialogs.tell(tr("Stillroom %1").arg(QStringLiteral(STILLROOM_VERSION)),
        tr("A workbench for database migrations. It opens Alembic projects without Python."));
}

void MainWindow::restoreLayout()
{
    restoreGeometry(m_settings.value(QStringLiteral("window/geometry")).toByteArray());
    m_docks->restoreLayout(m_settings.value(QStringLiteral("window/docks")).toByteArray(), layoutVersion);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_run->isRunning()) {
        event->ignore();
        m_dialogs.confirm({.title = tr("A run is under way"),
                              .text = tr("Cancel the run?"),
                              .details = tr("The step that runs is rolled back; what was committed before stays. "
                                            "Close the window once more when the run has ended."),
                              .accept = tr("Cancel the Run"),
                              .isDangerous = true},
            this, [this](bool accepted) {
                if (accepted)
                    m_run->cancelAction()->trigger();
            });
        return;
    }
    m_settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_settings.setValue(QStringLiteral("window/docks"), m_docks->saveState(layoutVersion));
    QMainWindow::closeEvent(event);
}

} // namespace Workbench
