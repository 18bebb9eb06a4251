#pragma once

#include "app/cli/command.h"

#include <memory>
#include <vector>

namespace Cli {

/// Every command of the program, in the order of the help.
[[nodiscard]] std::vector<std::unique_ptr<const Command>> allCommands();

} // namespace Cli
