#include "app/cli/standardinput.h"

#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace Cli {

StandardInput::StandardInput(int descriptor, const Migrations::CancelToken &cancel)
    : m_descriptor(descriptor)
    , m_cancel(cancel)
{
}

qint64 StandardInput::readData(char *data, qint64 maximum)
{
    // a signal may arrive between the check and the wait, hence the short waits
    constexpr int MillisecondsToWait = 100;
    while (!m_cancel.isCanceled()) {
        pollfd waiting {.fd = m_descriptor, .events = POLLIN, .revents = 0};
        const int ready = ::poll(&waiting, 1, MillisecondsToWait);
        if (ready < 0 && errno != EINTR)
            return -1;
        if (ready <= 0)
            continue;
        const ssize_t count = ::read(m_descriptor, data, static_cast<std::size_t>(maximum));
        if (count > 0)
            return count;
        if (count == 0 || errno != EINTR)
            return -1;
    }
    return -1;
}

qint64 StandardInput::writeData(const char *, qint64)
{
    return -1;
}

} // namespace Cli
