#pragma once

#include <QMainWindow>

class QLabel;
class QSettings;
class QStackedWidget;

namespace Workbench {

class Banner;
class BrowserTool;
class Dialogs;
class DockArea;
class EditorTool;
class FileTool;
class LogTool;
class PreviewTool;
class ProjectSettingsTool;
class RunTool;
class Theme;
class TimelinePanel;
class TimelineTool;
class Workspace;

/// The window: a list of features, and where their panels and actions go. It knows the features;
/// they know the workspace.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// nothing is owned; all must live longer
    MainWindow(Workspace &workspace, Dialogs &dialogs, QSettings &settings, Theme &theme);
    ~MainWindow() override;

    /// Nothing is being read or computed: what the window shows is complete.
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] PreviewTool &previewTool() const { return *m_preview; }

signals:
    /// something that isSettled() depends on changed
    void activityChanged();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void createTools();
    void createPanels();
    void createCenter();
    void createToolBar();
    void createMenus();
    void createRevisionMenu();
    void createViewMenu();
    void createHelpMenu();
    void connectFeatures();
    void updateTitle();
    void updateNotices();
    void showAbout();
    void restoreLayout();

    Workspace &m_workspace;
    Dialogs &m_dialogs;
    QSettings &m_settings;
    Theme &m_theme;

    FileTool *m_files = nullptr;
    TimelineTool *m_timeline = nullptr;
    EditorTool *m_editor = nullptr;
    PreviewTool *m_preview = nullptr;
    BrowserTool *m_browser = nullptr;
    LogTool *m_log = nullptr;
    RunTool *m_run = nullptr;
    ProjectSettingsTool *m_projectSettings = nullptr;

    TimelinePanel *m_timelinePanel = nullptr;
    DockArea *m_docks = nullptr;
    QStackedWidget *m_pages = nullptr;
    Banner *m_problem = nullptr;
    QLabel *m_projectName = nullptr;
    QLabel *m_projectPlace = nullptr;
    QList<QAction *> m_panelActions;
};

} // namespace Workbench
