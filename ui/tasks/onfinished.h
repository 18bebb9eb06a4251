#pragma once

#include <QFutureWatcher>
#include <QPointer>

namespace Workbench {

/// Calls `function` with the future's value in the thread of `receiver`. Nothing is called when the
/// future was cancelled or when the receiver is gone by then: the watcher is the receiver's child.
template<class Value, class Function>
QFutureWatcher<Value> *onFinished(const QFuture<Value> &future, QObject *receiver, Function function)
{
    auto *watcher = new QFutureWatcher<Value>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, function]() mutable {
        watcher->deleteLater();
        const QFuture<Value> done = watcher->future();
        if (!done.isCanceled() && done.resultCount() > 0)
            function(done.result());
    });
    watcher->setFuture(future);
    return watcher;
}

/// Of several requests only the last one is answered: a new one makes the answer of the one before
/// it fall on deaf ears, and takes it out of the queue if it has not begun. A member of the receiver.
class LastRequest final
{
public:
    LastRequest() = default;
    ~LastRequest() { drop(); }
    Q_DISABLE_COPY_MOVE(LastRequest)

    template<class Value, class Function>
    void start(QFuture<Value> future, QObject *receiver, Function function)
    {
        drop();
        m_watcher = onFinished(future, receiver, [this, function = std::move(function)](const Value &value) mutable {
            m_watcher.clear();
            function(value);
        });
    }

    void drop()
    {
        if (!m_watcher)
            return;
        m_watcher->disconnect();
        m_watcher->cancel();
        m_watcher->deleteLater();
        m_watcher.clear();
    }

    /// until the answer is being delivered
    [[nodiscard]] bool isRunning() const { return !m_watcher.isNull(); }

private:
    QPointer<QFutureWatcherBase> m_watcher;
};

} // namespace Workbench
