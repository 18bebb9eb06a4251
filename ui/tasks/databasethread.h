#pragma once

#include "migrations/project/migrator.h"

#include <QFuture>
#include <QPromise>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <type_traits>

namespace Workbench {

/// The one thread that reads projects and touches a database. It owns the Migrator, which is made,
/// used and destroyed there and nowhere else. Jobs run one after the other in the order in which
/// they were submitted; what a job returns is a complete value.
///
/// Destroying it drops the jobs that have not begun (their futures end as cancelled) and waits for
/// the one that runs: cancel that before, through whatever it listens to.
class DatabaseThread final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DatabaseThread)

public:
    /// The place of the Migrator. Empty until a job puts one there.
    using Slot = std::unique_ptr<Migrations::Migrator>;

    explicit DatabaseThread(QObject *parent = nullptr);
    ~DatabaseThread() override;

    /// `job` is called on the thread with the Slot. A job whose future was cancelled before its turn
    /// does not run.
    template<class Job>
    [[nodiscard]] auto submit(Job job) -> QFuture<std::invoke_result_t<Job, Slot &>>
    {
        using Value = std::invoke_result_t<Job, Slot &>;
        auto promise = std::make_shared<QPromise<Value>>();
        promise->start();
        const QFuture<Value> future = promise->future();
        enqueue([promise, job = std::move(job)](Slot &slot) mutable {
            if (!promise->isCanceled())
                promise->addResult(job(slot));
            promise->finish();
        });
        return future;
    }

    /// The same for a job that needs a Migrator and returns a Result: without one it answers
    /// ErrorCode::NeedsConnection.
    template<class Job>
    [[nodiscard]] auto query(Job job) -> QFuture<std::invoke_result_t<Job, Migrations::Migrator &>>
    {
        using Value = std::invoke_result_t<Job, Migrations::Migrator &>;
        return submit([job = std::move(job)](Slot &slot) mutable -> Value {
            if (!slot)
                return noMigrator();
            return job(*slot);
        });
    }

private:
    using Task = std::function<void(Slot &)>;

    void enqueue(Task task);
    [[nodiscard]] static std::unexpected<Migrations::Error> noMigrator();

    QThread m_thread;
    QObject *m_worker = nullptr; ///< lives on m_thread, which destroys it
    std::shared_ptr<Slot> m_slot; ///< touched on m_thread only
    std::shared_ptr<std::atomic_bool> m_ending; ///< jobs that have not begun are dropped
};

} // namespace Workbench
