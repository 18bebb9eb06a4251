#pragma once

#include <atomic>
#include <memory>

namespace Migrations {

/// Says from any thread that a piece of work should stop. Copies share one state.
class CancelToken final
{
public:
    CancelToken() : m_canceled(std::make_shared<std::atomic_bool>(false)) {}

    void cancel() { m_canceled->store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isCanceled() const { return m_canceled->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic_bool> m_canceled;
};

} // namespace Migrations
