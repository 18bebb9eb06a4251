#pragma once

#include "migrations/base/canceltoken.h"
#include "migrations/runner/patience.h"
#include "migrations/runner/runevent.h"

#include <atomic>
#include <condition_variable>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

namespace Migrations::Database {
class Connection;
} // namespace Migrations::Database

namespace Migrations::Runner {

/// What stands beside a run on a thread of its own: it stops the statement under way when the run is
/// cancelled, and on PostgreSQL, over a connection of its own, it holds the lock of the database's
/// migrations and tells who blocks a statement that waits and how far a long one is.
///
/// The lock is a session advisory lock, asked for again and again with pg_try_advisory_lock: a
/// session that waits inside pg_advisory_lock has a snapshot, which CREATE INDEX CONCURRENTLY of the
/// session that holds it waits for. It is one for the whole database, whatever its version table is
/// called, and it goes with the connection: a program that dies leaves nothing locked. Alembic does
/// not ask for it. SQLite has no such lock; there a run takes its write lock step by step.
///
/// Made and destroyed on the thread that runs.
class Companion final
{
public:
    /// the two numbers of the advisory lock; part of the interface, for who looks into pg_locks
    static constexpr int LockClass = 0x5374696C; ///< "Stil"
    static constexpr int LockObject = 1;

    /// `running`: the connection that runs, which has to live longer. `sink` is called from here, too.
    Companion(Database::Connection &running, const Patience &patience, const EventSink &sink, const CancelToken &cancel);
    ~Companion(); ///< gives the lock back
    Q_DISABLE_COPY_MOVE(Companion)

    /// Waits until the lock is there. Errors: Locked (with who has it), Canceled, Connection.
    [[nodiscard]] Result<void> takeLock();
    /// Whether nobody else can migrate while this lives; false on SQLite.
    [[nodiscard]] bool hasLock() const { return m_hasLock.load(); }
    /// The lock was there and is gone with its connection: Connection.
    [[nodiscard]] Result<void> checkLock() const;

    // around every statement of the run
    void statementStarted();
    void statementFinished();

private:
    using Clock = std::chrono::steady_clock;

    void work(std::promise<Result<void>> locked);
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> tryUntilLocked();
    [[nodiscard]] Error lockedError(const QList<LockHolder> &holders) const;
    void watch();
    void interrupt();
    void look(Clock::duration age);
    [[nodiscard]] bool isEnding(std::chrono::milliseconds within); ///< sleeps so long

    Database::Connection &m_running;
    const Patience m_patience;
    const EventSink &m_sink;
    CancelToken m_cancel;
    const qint64 m_session; ///< of the connection that runs

    std::mutex m_mutex; ///< guards m_ending, and keeps a statement from ending while it is interrupted
    std::condition_variable m_wake;
    bool m_ending = false;
    std::atomic<Clock::rep> m_statement = 0; ///< when it began; 0: none is under way
    std::atomic_bool m_hasLock = false;
    std::atomic_bool m_isLost = false; ///< the lock went with its connection

    // of the thread alone
    std::unique_ptr<Database::Connection> m_connection; ///< null on SQLite
    LockWaiting m_told;
    Clock::rep m_lookedAt = 0; ///< the statement that m_nextLook belongs to
    Clock::duration m_nextLook {};

    std::future<Result<void>> m_locked;
    std::thread m_thread; ///< the last member: it uses all others
};

} // namespace Migrations::Runner
