#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exitcode.h"
#include "migrations/runner/patience.h"
#include "migrations/runner/runevent.h"

namespace Cli {

/// How long a command that changes a database waits: its options, which win over the project's settings.
[[nodiscard]] QList<Parameter> patienceParameters();
/// `usual`: what the project says. Errors: BadInput, a text that is no duration.
[[nodiscard]] Migrations::Result<Migrations::Runner::Patience> patienceOf(
    const Arguments &arguments, const Migrations::Runner::Patience &usual);

/// How such a command ends.
[[nodiscard]] ExitCode exitCodeOf(const Migrations::Runner::RunReport &report);

} // namespace Cli
