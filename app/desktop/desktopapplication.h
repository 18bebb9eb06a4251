#pragma once

#include "app/desktop/options.h"
#include "ui/questions/widgetdialogs.h"

#include <QApplication>
#include <QTranslator>

#include <memory>

class QSettings;

namespace Workbench {

class MainWindow;
class Workspace;

/// The desktop program: reads the command line, puts the window together, and runs it.
class DesktopApplication final
{
public:
    DesktopApplication(int &argc, char **argv);
    ~DesktopApplication();
    Q_DISABLE_COPY_MOVE(DesktopApplication)

    /// the exit code: 0 done, 1 the picture could not be made, 2 wrong usage
    [[nodiscard]] int run();

private:
    void loadTranslations(const QString &language);
    [[nodiscard]] int show(const Options &options);
    [[nodiscard]] int takePicture(const Options &options);

    QApplication m_application;
    QTranslator m_ours;
    QTranslator m_qts;
    // in order of construction; the window ends before what it uses
    WidgetDialogs m_dialogs;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Workbench
