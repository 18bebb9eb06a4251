#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `backup`: a database into a file, or some of its tables into copies beside them.
class BackupCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
