#pragma once

#include "migrations/base/canceltoken.h"
#include "migrations/project/migrator.h"

#include <QMutex>
#include <QObject>

#include <memory>

namespace Workbench {

class DatabaseThread;
class QuestionBridge;

/// What is to be done: a direction and a target in Alembic's words (an id, "heads", "-1").
struct Goal {
    Migrations::Graph::Direction direction = Migrations::Graph::Direction::Upgrade;
    QString target;
    friend bool operator==(const Goal &, const Goal &) = default;
};

/// Takes the events of a run on the thread that runs and hands them to the window in batches, in
/// order: however fast they come, there is never more than one delivery under way.
class EventRelay final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventRelay)

public:
    explicit EventRelay(QObject *parent = nullptr) : QObject(parent) {}

    /// called on the working thread
    void take(const Migrations::Runner::RunEvent &event);
    /// delivers what is left, at once; called on the window's thread
    void flush();

signals:
    void arrived(const QList<Migrations::Runner::RunEvent> &events);

private:
    QMutex m_mutex;
    QList<Migrations::Runner::RunEvent> m_waiting; ///< guarded by m_mutex
    bool m_posted = false; ///< guarded by m_mutex
};

/// One run on the database thread, seen from the window: start it, hear its events, answer its
/// questions, cancel it, get its report. Made for one run and destroyed after finished().
///
/// Destroying it earlier cancels the run and lets it end on its thread without an audience.
class RunSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunSession)

public:
    explicit RunSession(DatabaseThread &thread, QObject *parent = nullptr);
    ~RunSession() override;

    void start(const Goal &goal);
    /// The statement that runs is finished or interrupted by the core; the step is rolled back.
    void cancel();
    void answer(const QString &text);
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] const Goal &goal() const { return m_goal; }

signals:
    void events(const QList<Migrations::Runner::RunEvent> &events);
    void asked(const Migrations::Question &question);
    void questionWithdrawn();
    /// after the last events()
    void finished(const Migrations::Runner::RunReport &report);

private:
    DatabaseThread &m_thread;
    // shared with the work, which may outlive this object
    std::shared_ptr<EventRelay> m_relay;
    std::shared_ptr<QuestionBridge> m_questions;
    Migrations::CancelToken m_cancel;
    Goal m_goal;
    bool m_running = false;
};

} // namespace Workbench
