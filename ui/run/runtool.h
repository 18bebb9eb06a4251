#pragma once

#include "migrations/plan/preview.h"
#include "ui/tasks/onfinished.h"
#include "ui/tasks/runsession.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

class QAction;
class QTimer;

namespace Workbench {

class Dialogs;
class Workspace;

/// How far a run is.
struct RunProgress {
    Migrations::Graph::Direction direction = Migrations::Graph::Direction::Upgrade;
    int step = 0; ///< from 1; 0: not begun
    int steps = 0;
    QString revision; ///< in Alembic's words
    QString statement;
    std::chrono::milliseconds elapsed {};
    bool isCanceling = false;
};

/// Previews, applies and rolls back: asks before data is lost, follows the run, reports how it ended
/// and has the workspace read the database again.
class RunTool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunTool)

public:
    RunTool(Workspace &workspace, Dialogs &dialogs, QObject *parent = nullptr);
    ~RunTool() override;

    // status
    [[nodiscard]] bool isRunning() const { return m_session != nullptr; }
    [[nodiscard]] const RunProgress &progress() const { return m_progress; }
    /// of the last run; none before the first and once it was put away
    [[nodiscard]] const std::optional<Migrations::Runner::RunReport> &report() const { return m_report; }
    /// the report in one sentence
    [[nodiscard]] QString outcome() const;

    void dismissReport();

    // actions
    [[nodiscard]] QAction *previewAction() const { return m_preview; }
    [[nodiscard]] QAction *applyAction() const { return m_apply; }
    [[nodiscard]] QAction *rollBackAction() const { return m_rollBack; }
    [[nodiscard]] QAction *cancelAction() const { return m_cancel; }

signals:
    void changed();

private:
    void createActions();
    void updateActions();
    [[nodiscard]] int stepsTo(const Goal &goal) const;
    [[nodiscard]] QString reasonNotTo(Migrations::Graph::Direction direction) const;
    void begin(Migrations::Graph::Direction direction);
    void confirm(const Goal &goal, const Migrations::Result<Migrations::Plan::Preview> &preview);
    void start(const Goal &goal);
    void take(const QList<Migrations::Runner::RunEvent> &events);
    void ask(const Migrations::Question &question);
    void cancel();
    void finish(const Migrations::Runner::RunReport &report);

    Workspace &m_workspace;
    Dialogs &m_dialogs;
    LastRequest m_preflight;
    RunSession *m_session = nullptr; ///< a child of this
    RunProgress m_progress;
    std::optional<Migrations::Runner::RunReport> m_report;
    QElapsedTimer m_clock;
    QTimer *m_ticker = nullptr;
    QAction *m_preview = nullptr;
    QAction *m_apply = nullptr;
    QAction *m_rollBack = nullptr;
    QAction *m_cancel = nullptr;
};

} // namespace Workbench
