#pragma once

#include "migrations/base/canceltoken.h"
#include "migrations/base/error.h"

#include <chrono>
#include <optional>
#include <random>

namespace Migrations::Runner {

/// How long a run waits, and for what. All are of the session and are put back after the run.
struct Patience {
    /// For the lock of a table: then the step is rolled back and tried again, so that the sessions
    /// that queue behind ours go on meanwhile. PostgreSQL's lock_timeout; where the role or the
    /// database has one of its own, and nobody asked for another, that one holds. 0: no limit.
    std::optional<std::chrono::milliseconds> lockTimeout = {};
    static constexpr std::chrono::milliseconds usualLockTimeout {300};

    /// For another migrator to end, and for all tries of one step together. 0: not at all.
    std::chrono::milliseconds lockWait {60'000};

    /// PostgreSQL's statement_timeout and transaction_timeout (17 and newer); nothing: the session's.
    std::optional<std::chrono::milliseconds> statementTimeout = {};
    std::optional<std::chrono::milliseconds> transactionTimeout = {};
};

/// "300ms", "5s", "2min", "1h", "1500" (milliseconds), as PostgreSQL writes a duration. BadInput otherwise.
[[nodiscard]] Result<std::chrono::milliseconds> durationOf(const QString &text);

/// Decides after a failure whether to try again, and after which pause: only when somebody else held
/// a lock, and as long as the patience lasts, counted from the first failure. The pauses double from
/// 50 ms to 2 s, each of them between half and one and a half of that, so that two that met once do
/// not meet again.
class LockRetry final
{
public:
    explicit LockRetry(std::chrono::milliseconds patience, unsigned seed = std::random_device()());

    /// Nothing: the failure stands.
    [[nodiscard]] std::optional<std::chrono::milliseconds> pauseAfter(const Error &error);
    [[nodiscard]] int tries() const { return m_tries; } ///< that have failed
    [[nodiscard]] std::chrono::milliseconds waited() const; ///< since the first failure

    /// Sleeps; false: it was cancelled meanwhile.
    [[nodiscard]] static bool pause(std::chrono::milliseconds time, const CancelToken &cancel);

private:
    using Clock = std::chrono::steady_clock;

    std::chrono::milliseconds m_patience;
    std::optional<Clock::time_point> m_since;
    std::chrono::milliseconds m_next {50};
    std::minstd_rand m_random;
    int m_tries = 0;
};

} // namespace Migrations::Runner
