#pragma once

#include "migrations/plan/revisionstep.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace Migrations::Plan {

/// Reads the files of steps in order, some steps ahead of whoever evaluates them, on a thread of its
/// own where there are several. What it holds is bounded, however many steps there are. The result is
/// that of readBody() for one step after the other. Owned and asked by one thread; its end stops the
/// reading. Scripts and steps outlive it.
class StepReader final
{
public:
    StepReader(const Scripts::ScriptDirectory &scripts, const QList<Graph::Step> &steps);
    ~StepReader();
    Q_DISABLE_COPY_MOVE(StepReader)

    /// Of the next step: called once for each of them, at most. It stays until the next call.
    [[nodiscard]] const Result<RevisionBody> &next();

private:
    using Bodies = std::deque<Result<RevisionBody>>;

    void readOn(const std::stop_token &stop);
    [[nodiscard]] Bodies readBatch(qsizetype from) const;

    const Scripts::ScriptDirectory &m_scripts;
    const QList<Graph::Step> &m_steps;
    Bodies m_taken; ///< of the owner alone
    Bodies::const_iterator m_body; ///< of m_taken: the next one
    qsizetype m_next = 0; ///< of the owner alone
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    Bodies m_read; ///< by the thread, not taken yet
    Bodies m_used; ///< for the thread to delete, which made them
    qsizetype m_waiting = 0; ///< bytes of m_read
    std::jthread m_thread;
};

} // namespace Migrations::Plan
