#include "migrations/runner/companion.h"

#include "migrations/database/connection.h"
#include "migrations/runner/lockholders.h"

#include <QCoreApplication>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

constexpr auto tick = 50ms; ///< how soon a cancel is heard
constexpr auto firstLook = 150ms; ///< before the usual lock_timeout ends the wait
constexpr auto laterLooks = 1s;
constexpr auto tellAgain = 5s;
constexpr auto lockPoll = 200ms;

template<class Duration>
std::chrono::milliseconds inMilliseconds(Duration time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time);
}

} // namespace

Companion::Companion(Database::Connection &running, const Patience &patience, const EventSink &sink,
    const CancelToken &cancel)
    : m_running(running)
    , m_patience(patience)
    , m_sink(sink)
    , m_cancel(cancel)
    , m_session(running.session())
{
    std::promise<Result<void>> locked;
    m_locked = locked.get_future();
    m_thread = std::thread([this, promise = std::move(locked)]() mutable { work(std::move(promise)); });
}

Companion::~Companion()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

Result<void> Companion::takeLock()
{
    return m_locked.get();
}

Result<void> Companion::checkLock() const
{
    if (!m_isLost)
        return {};
    return failure(ErrorCode::Connection, Tr::tr("The connection that keeps other migrators out is lost."),
        Tr::tr("Look whether somebody else migrates this database, then start again."));
}

void Companion::statementStarted()
{
    m_statement = Clock::now().time_since_epoch().count();
}

void Companion::statementFinished()
{
    const std::lock_guard lock(m_mutex);
    m_statement = 0;
}

void Companion::work(std::promise<Result<void>> locked)
{
    const Result<void> ready = m_running.url().isSqlite() ? Result<void>() : open().and_then([this] { return tryUntilLocked(); });
    locked.set_value(ready);
    if (ready)
        watch();
    m_connection.reset(); // on the thread that opened it
}

Result<void> Companion::open()
{
    Result<std::unique_ptr<Database::Connection>> opened = Database::Connection::open(m_running.url());
    if (!opened)
        return failure(opened.error());
    m_connection = std::move(*opened);
    return {};
}

Result<void> Companion::tryUntilLocked()
{
    const QString attempt = u"SELECT pg_try_advisory_lock(%1, %2)"_s.arg(LockClass).arg(LockObject);
    const Clock::time_point begin = Clock::now();
    std::optional<Clock::time_point> told;
    for (;;) {
        const Result<Database::Rows> answer = m_connection->execute(attempt);
        if (!answer)
            return failure(answer.error());
        m_hasLock = answer->rows.front().front().toBool();
        if (m_hasLock)
            return {};
        const Clock::duration waited = Clock::now() - begin;
        const QList<LockHolder> holders = holdersOfAdvisoryLock(*m_connection, LockClass, LockObject);
        if (waited >= m_patience.lockWait)
            return failure(lockedError(holders));
        if (!told || Clock::now() - *told >= tellAgain) {
            told = Clock::now();
            m_sink(LockWaiting {.object = {}, .holders = holders, .waited = inMilliseconds(waited)});
        }
        if (isEnding(lockPoll) || m_cancel.isCanceled())
            return failure(ErrorCode::Canceled, Tr::tr("Canceled."));
    }
}

Error Companion::lockedError(const QList<LockHolder> &holders) const
{
    QStringList who;
    for (const LockHolder &holder : holders)
        who << holder.toString();
    return {.code = ErrorCode::Locked,
        .message = who.isEmpty() ? Tr::tr("Somebody else is migrating this database.")
                                 : Tr::tr("Somebody else is migrating this database: %1").arg(who.join(u"; "_s)),
        .detail = Tr::tr("Nothing was changed."),
        .nextStep = Tr::tr("Wait until that run has ended, or end its session with pg_terminate_backend().")};
}

void Companion::watch()
{
    Clock::time_point checked = Clock::now();
    while (!isEnding(tick)) {
        const Clock::rep begun = m_statement.load();
        if (begun != 0 && m_cancel.isCanceled())
            interrupt();
        if (!m_connection || m_isLost)
            continue;
        if (begun != 0)
            look(Clock::now().time_since_epoch() - Clock::duration(begun));
        if (Clock::now() - checked > laterLooks) {
            checked = Clock::now();
            m_isLost = !m_connection->execute(u"SELECT 1"_s).has_value();
        }
    }
}

// once is not enough: the request may arrive before the statement does
void Companion::interrupt()
{
    const std::lock_guard lock(m_mutex);
    if (m_statement.load() != 0)
        (void)m_running.cancel(); // a server that cannot be asked has ended the statement already
}

void Companion::look(Clock::duration age)
{
    const Clock::rep statement = m_statement.load();
    if (statement != m_lookedAt) {
        m_lookedAt = statement;
        m_nextLook = firstLook;
        m_told = {};
    }
    if (age < m_nextLook)
        return;
    m_nextLook = age + laterLooks;
    if (std::optional<LockWaiting> waiting = whatSessionWaitsFor(*m_connection, m_session)) {
        waiting->waited = inMilliseconds(age);
        const bool isKnown = waiting->object == m_told.object && waiting->holders == m_told.holders;
        if (isKnown && waiting->waited - m_told.waited < tellAgain)
            return;
        m_told = *waiting;
        m_sink(*waiting);
    } else if (const std::optional<StatementProgress> progress = progressOfSession(*m_connection, m_session)) {
        m_sink(*progress);
    }
}

bool Companion::isEnding(std::chrono::milliseconds within)
{
    std::unique_lock lock(m_mutex);
    return m_wake.wait_for(lock, within, [this] { return m_ending; });
}

} // namespace Migrations::Runner
