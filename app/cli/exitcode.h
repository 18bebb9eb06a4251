#pragma once

namespace Cli {

/// How the program ends; part of its interface.
enum class ExitCode {
    Done = 0,
    Failed = 1,
    WrongUsage = 2,
    Differences = 3, ///< the command worked and found differences or findings
    Locked = 5, ///< somebody else holds the database, and the patience is over; what failed was rolled back
    Unknown = 6, ///< the connection was lost during a COMMIT and nobody could look since what became of it
};

} // namespace Cli
