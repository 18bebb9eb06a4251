#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `show`: everything about the revisions that a symbol means, in Alembic's words.
class ShowCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
