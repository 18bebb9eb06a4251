#include "migrations/runner/surroundedrun.h"

#include "migrations/runner/lockholders.h"

namespace Migrations::Runner {

SurroundedRun::SurroundedRun(Database::Connection &connection, const Patience &patience, const EventSink &sink,
    const CancelToken &cancel)
    : m_connection(connection)
    , m_patience(patience)
    , m_cancel(cancel)
    , m_sink([this, sink](const RunEvent &event) {
        const std::lock_guard lock(m_telling);
        sink(event);
    })
    , m_settings(connection)
    , m_companion(connection, patience, m_sink, cancel)
{
    m_connection.setNoticeHandler([this](const Database::Notice &notice) {
        m_sink(ServerNotice {.severity = notice.severity, .text = notice.text});
    });
}

SurroundedRun::~SurroundedRun()
{
    m_connection.setNoticeHandler({});
}

Result<void> SurroundedRun::begin()
{
    return m_settings.apply(m_patience).and_then([this] { return m_companion.takeLock(); });
}

// a server tells who is in the way while a statement waits; a file is looked at here
void SurroundedRun::tellWaiting(const LockRetry &retry)
{
    constexpr std::chrono::milliseconds again {5000};
    if (!m_connection.url().isSqlite())
        return;
    const std::chrono::milliseconds waited = retry.waited();
    if (retry.tries() > 1 && m_told.count() >= 0 && waited - m_told < again)
        return;
    m_told = waited;
    m_sink(LockWaiting {.object = m_connection.url().database(),
        .holders = holdersOfFile(m_connection.url().database()),
        .waited = waited});
}

} // namespace Migrations::Runner
