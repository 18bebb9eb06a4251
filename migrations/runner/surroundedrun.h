#pragma once

#include "migrations/database/connection.h"
#include "migrations/runner/companion.h"
#include "migrations/runner/sessionsettings.h"

namespace Migrations::Runner {

/// What every run has around it, whatever it does: the settings of its session, its companion, the
/// server's notices, and the patience with a database that somebody else holds. Everything is put
/// back when it is destroyed.
class SurroundedRun final
{
public:
    SurroundedRun(Database::Connection &connection, const Patience &patience, const EventSink &sink,
        const CancelToken &cancel);
    ~SurroundedRun();
    Q_DISABLE_COPY_MOVE(SurroundedRun)

    /// The settings are made and the lock is taken. Errors: as Companion::takeLock() and of the server.
    [[nodiscard]] Result<void> begin();

    /// Tells the run's listener; from any thread, one at a time.
    [[nodiscard]] const EventSink &sink() const { return m_sink; }
    [[nodiscard]] Companion &companion() { return m_companion; }
    [[nodiscard]] LockRetry retry() const { return LockRetry(m_patience.lockWait); }

    /// Does the work until it succeeds, fails for another reason than a lock, or the patience is over.
    /// The work must be such that it can be done again.
    template<class Work>
    auto patiently(Work work) -> decltype(work())
    {
        LockRetry retry = this->retry();
        for (;;) {
            auto result = work();
            if (result)
                return result;
            const auto pause = retry.pauseAfter(result.error());
            if (!pause)
                return result;
            tellWaiting(retry);
            if (!LockRetry::pause(*pause, m_cancel))
                return result;
        }
    }

private:
    void tellWaiting(const LockRetry &retry);

    Database::Connection &m_connection;
    const Patience m_patience;
    CancelToken m_cancel;
    std::mutex m_telling;
    EventSink m_sink;
    std::chrono::milliseconds m_told {-1}; ///< how long it had waited then; -1: not told
    SessionSettings m_settings;
    Companion m_companion; ///< the last member: its thread tells the sink
};

} // namespace Migrations::Runner
