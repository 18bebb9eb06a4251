#pragma once

#include "migrations/plan/preview.h"
#include "ui/tasks/onfinished.h"
#include "ui/tasks/runsession.h"

#include <QObject>
#include <QTimer>

class QAction;

namespace Workbench {

class Workspace;

/// The SQL that Apply or Roll back would send now, made anew whenever something changes that it
/// depends on. Without a database it is the SQL of the selected revision alone.
class PreviewTool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewTool)

public:
    explicit PreviewTool(Workspace &workspace, QObject *parent = nullptr);

    // status
    [[nodiscard]] const Migrations::Plan::Preview &preview() const { return m_preview; }
    [[nodiscard]] Migrations::Graph::Direction direction() const { return m_direction; }
    [[nodiscard]] bool isWorking() const { return m_request.isRunning() || m_asked.isActive(); }
    [[nodiscard]] bool hasProject() const;
    /// nobody knows which dialect to write
    [[nodiscard]] bool needsUrl() const;
    /// made without a database
    [[nodiscard]] bool isOffline() const { return m_offline; }
    /// what this is the SQL of, in words
    [[nodiscard]] QString headline() const;

    void setDirection(Migrations::Graph::Direction direction);
    void showSource(const Migrations::SourceLocation &at);

    // actions
    [[nodiscard]] QAction *upAction() const { return m_up; }
    [[nodiscard]] QAction *downAction() const { return m_down; }
    [[nodiscard]] QAction *copyAction() const { return m_copy; }

signals:
    void changed();
    /// somebody asked to see it
    void shown();

private:
    void createActions();
    void ask();
    void request();
    void requestOffline();
    void take(const Migrations::Result<Migrations::Plan::Preview> &preview);

    Workspace &m_workspace;
    QTimer m_asked; ///< several changes at once are one request
    LastRequest m_request;
    Migrations::Plan::Preview m_preview;
    Migrations::Graph::Direction m_direction = Migrations::Graph::Direction::Upgrade;
    bool m_offline = false;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QAction *m_copy = nullptr;
};

} // namespace Workbench
