#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `restore`: what `backup` made, back into the database.
class RestoreCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
