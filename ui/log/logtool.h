#pragma once

#include <QObject>

class QAction;

namespace Workbench {

class LogModel;
class Workspace;

/// Collects what the parts of the window tell about their work.
class LogTool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogTool)

public:
    explicit LogTool(Workspace &workspace, QObject *parent = nullptr);

    // status
    [[nodiscard]] LogModel &model() const { return *m_model; }

    // actions
    [[nodiscard]] QAction *copyAction() const { return m_copy; }
    [[nodiscard]] QAction *clearAction() const { return m_clear; }

signals:
    /// a run began: this is where to look
    void runBegan();

private:
    void createActions();
    void updateActions();

    LogModel *m_model = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_clear = nullptr;
};

} // namespace Workbench
