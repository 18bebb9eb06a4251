#pragma once

#include "migrations/base/canceltoken.h"

#include <QtClassHelperMacros>

namespace Cli {

/// While it lives, Ctrl+C and SIGTERM cancel the token instead of ending the program, once: the
/// second time ends it at once (the database then rolls back by itself). One at a time.
class Interrupt final
{
public:
    explicit Interrupt(const Migrations::CancelToken &cancel);
    ~Interrupt();
    Q_DISABLE_COPY_MOVE(Interrupt)

private:
    Migrations::CancelToken m_cancel;
};

} // namespace Cli
