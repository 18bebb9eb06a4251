#include "app/cli/interrupt.h"

#include <atomic>
#include <csignal>

namespace Cli {

namespace {

// a signal handler has no other way to its data
std::atomic<Migrations::CancelToken *> tokenOfHandler = nullptr;
static_assert(std::atomic<Migrations::CancelToken *>::is_always_lock_free);

void cancelOnSignal(int)
{
    if (Migrations::CancelToken *token = tokenOfHandler.load())
        token->cancel();
}

void handle(int signal)
{
    struct sigaction action = {};
    action.sa_handler = cancelOnSignal;
    sigemptyset(&action.sa_mask);
    // no SA_RESTART: a read that waits for an answer must return
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(signal, &action, nullptr);
}

} // namespace

Interrupt::Interrupt(const Migrations::CancelToken &cancel)
    : m_cancel(cancel)
{
    tokenOfHandler = &m_cancel;
    handle(SIGINT);
    handle(SIGTERM);
}

Interrupt::~Interrupt()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    tokenOfHandler = nullptr;
}

} // namespace Cli
