#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `heads`: the revisions that nothing follows, in Alembic's words.
class HeadsCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
