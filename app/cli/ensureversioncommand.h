#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `ensure_version`: creates the version table, or prints the SQL for it.
class EnsureVersionCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
