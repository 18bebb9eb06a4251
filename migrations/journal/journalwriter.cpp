#include "migrations/journal/journalwriter.h"

#include "migrations/journal/entrywriter.h"

namespace Migrations::Journal {

JournalWriter::JournalWriter(const QString &path, const Retention &retention)
    : m_path(path)
    , m_retention(retention)
    , m_thread([this] { work(); })
{
}

JournalWriter::~JournalWriter()
{
    close();
}

void JournalWriter::add(Entry entry)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_problem)
            return;
        m_waiting << std::move(entry);
    }
    m_changed.notify_one();
}

void JournalWriter::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosing = true;
    }
    m_changed.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

std::optional<Error> JournalWriter::problem() const
{
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

/// Empty: it is over.
QList<JournalWriter::Entry> JournalWriter::waitForEntries()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isClosing || !m_waiting.isEmpty(); });
    return std::exchange(m_waiting, {});
}

void JournalWriter::work()
{
    EntryWriter writer;
    Result<void> done = writer.open(m_path, m_retention);
    while (done) {
        const QList<Entry> entries = waitForEntries();
        if (entries.isEmpty())
            return;
        done = writer.write(entries);
    }
    const std::lock_guard lock(m_mutex);
    m_problem = done.error();
    m_waiting.clear();
}

} // namespace Migrations::Journal
