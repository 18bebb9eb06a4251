#pragma once

#include "app/desktop/options.h"

#include <QObject>

namespace Workbench {

class MainWindow;
class Workspace;

/// Takes a picture of the window once everything in it is there, and ends the event loop with the
/// exit code.
class Picture final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Picture)

public:
    Picture(Workspace &workspace, MainWindow &window, const Options &options);

    /// why there is no picture
    [[nodiscard]] QString failure() const { return m_failure; }

private:
    void step();
    void selectRevision();
    void take();
    void fail(const QString &reason);

    Workspace &m_workspace;
    MainWindow &m_window;
    Options m_options;
    QString m_failure;
    bool m_selected = false;
    bool m_done = false;
};

} // namespace Workbench
