#pragma once

#include "migrations/base/canceltoken.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace Workbench {

/// One piece of reading at a time beside the database's thread, for what may take long and nobody waits
/// for. A new one cancels the one before; destroying it cancels and waits. Jobs touch no database and
/// nothing of the window.
class Background final
{
public:
    Background()
    {
        m_pool.setMaxThreadCount(1);
        m_pool.setThreadPriority(QThread::LowPriority);
    }
    ~Background()
    {
        cancel();
        m_pool.waitForDone();
    }
    Q_DISABLE_COPY_MOVE(Background)

    /// `job` is called on another thread with a token to look at.
    template<class Job>
    [[nodiscard]] auto start(Job job) -> QFuture<std::invoke_result_t<Job, const Migrations::CancelToken &>>
    {
        using Value = std::invoke_result_t<Job, const Migrations::CancelToken &>;
        cancel();
        m_cancel = {};
        auto promise = std::make_shared<QPromise<Value>>();
        promise->start();
        const QFuture<Value> future = promise->future();
        m_pool.start([promise, job = std::move(job), cancel = m_cancel]() mutable {
            if (!cancel.isCanceled())
                promise->addResult(job(cancel));
            promise->finish();
        });
        return future;
    }
    void cancel() { m_cancel.cancel(); }

private:
    Migrations::CancelToken m_cancel;
    QThreadPool m_pool;
};

} // namespace Workbench
