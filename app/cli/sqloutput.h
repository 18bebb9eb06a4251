#pragma once

#include "app/cli/exitcode.h"
#include "migrations/plan/preview.h"

namespace Cli {

class Context;

/// What `--sql` answers: the script on the standard output, or its steps in JSON; what it does, warns
/// of and prints on the standard error stream. A script that stops half way is not printed, so that
/// it is not piped into a database.
[[nodiscard]] ExitCode printSql(Context &context, const Migrations::Plan::Preview &preview);

} // namespace Cli
