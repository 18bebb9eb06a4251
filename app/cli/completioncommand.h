#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `completion`: a script that completes this program's commands and options in a shell.
class CompletionCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
