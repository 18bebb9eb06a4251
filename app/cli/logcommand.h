#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `log`: what was done to databases, when, by whom and how it ended, out of the user's journal. Needs
/// neither a project that can be read nor a database.
class LogCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
