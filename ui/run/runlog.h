#pragma once

#include "migrations/runner/runevent.h"
#include "ui/models/logmodel.h"

namespace Workbench {

/// What the log says about an event of a run; nothing for some.
[[nodiscard]] std::optional<LogEntry> logEntry(const Migrations::Runner::RunEvent &event);
/// "1.2 s", "34 ms"
[[nodiscard]] QString durationText(std::chrono::microseconds elapsed);

} // namespace Workbench
