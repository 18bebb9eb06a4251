#include "migrations/plan/stepreader.h"

#include <system_error>

namespace Migrations::Plan {

namespace {

constexpr qsizetype StepsForAThread = 8; // fewer are read before it has started
constexpr qsizetype Batch = 8; // steps that are handed over together
constexpr std::size_t MostSteps = 64;
constexpr qsizetype MostBytes = 4 * 1024 * 1024;

qsizetype sizeOf(const Result<RevisionBody> &body)
{
    if (!body)
        return 0;
    return body->sql.size() + (body->script ? body->script->source.size() * qsizetype(sizeof(QChar)) : 0);
}

} // namespace

StepReader::StepReader(const Scripts::ScriptDirectory &scripts, const QList<Graph::Step> &steps)
    : m_scripts(scripts)
    , m_steps(steps)
    , m_body(m_taken.cend())
{
    if (m_steps.size() < StepsForAThread)
        return;
    try {
        m_thread = std::jthread([this](const std::stop_token &stop) { readOn(stop); });
    } catch (const std::system_error &) {
        // the system gives no more threads; next() reads
    }
}

StepReader::~StepReader() = default;

const Result<RevisionBody> &StepReader::next()
{
    const Graph::Step &step = m_steps.at(m_next++);
    if (!m_thread.joinable()) {
        m_taken.clear();
        return m_taken.emplace_back(readBody(m_scripts, step));
    }
    if (m_body == m_taken.cend()) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_read.empty(); });
        m_used = std::exchange(m_taken, std::exchange(m_read, {}));
        m_body = m_taken.cbegin();
        m_waiting = 0;
        lock.unlock();
        m_changed.notify_one();
    }
    return *m_body++;
}

StepReader::Bodies StepReader::readBatch(qsizetype from) const
{
    Bodies bodies;
    qsizetype size = 0;
    for (qsizetype i = from; i < std::min(from + Batch, m_steps.size()) && size < MostBytes; ++i) {
        bodies.push_back(readBody(m_scripts, m_steps.at(i)));
        size += sizeOf(bodies.back());
    }
    return bodies;
}

void StepReader::readOn(const std::stop_token &stop)
{
    for (qsizetype at = 0; at < m_steps.size() && !stop.stop_requested();) {
        Bodies bodies = readBatch(at);
        at += qsizetype(bodies.size());
        Bodies used; // deleted without the lock
        std::unique_lock lock(m_mutex);
        used.swap(m_used);
        const bool hasRoom = m_changed.wait(
            lock, stop, [this] { return m_read.empty() || (m_read.size() < MostSteps && m_waiting < MostBytes); });
        if (!hasRoom)
            return;
        for (Result<RevisionBody> &body : bodies) {
            m_waiting += sizeOf(body);
            m_read.push_back(std::move(body));
        }
        lock.unlock();
        m_changed.notify_one();
    }
}

} // namespace Migrations::Plan
