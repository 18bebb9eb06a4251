#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `init`: makes a new project, in Alembic's words.
class InitCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
