#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `resolve`: what to do about several heads; explains them, or makes one of them.
class ResolveCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
