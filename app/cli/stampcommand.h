#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `stamp`: says where a database stands without running a revision, or prints the SQL for it.
class StampCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
