#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `squash`: one revision in place of several.
class SquashCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
