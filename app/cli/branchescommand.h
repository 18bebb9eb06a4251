#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `branches`: the revisions that several others follow, in Alembic's words.
class BranchesCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
