#pragma once

#include "app/cli/command.h"

namespace Cli {

/// What a completion script is made from: the program's own description of itself.
struct CompletionSource {
    QList<Command::Description> commands;
    QList<Parameter> globals; ///< options that stand before or after every command
};

/// The scripts ask the program for the revisions of the project that they are used in:
/// `completion words`.
[[nodiscard]] QString bashCompletion(const CompletionSource &source);
[[nodiscard]] QString zshCompletion(const CompletionSource &source);
[[nodiscard]] QString fishCompletion(const CompletionSource &source);

/// "-v,--verbose" as a list
[[nodiscard]] QStringList spellings(const Parameter &parameter);
/// whether a value comes after it
[[nodiscard]] bool takesValue(const Parameter &parameter);
/// whether what it takes is a revision, or a range of them
[[nodiscard]] bool takesRevision(const Parameter &parameter);
/// whether what it takes is a file or folder
[[nodiscard]] bool takesPath(const Parameter &parameter);
[[nodiscard]] bool isPositional(const Parameter &parameter);

} // namespace Cli
