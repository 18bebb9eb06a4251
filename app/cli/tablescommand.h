#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `tables`: what a database contains, one table or all. Reads only.
class TablesCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
