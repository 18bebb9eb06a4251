#pragma once

namespace Cli {

/// How the program ends; part of its interface.
enum class ExitCode {
    Done = 0,
    Failed = 1,
    WrongUsage = 2,
    Differences = 3, ///< the command worked and found differences or findings
};

} // namespace Cli
