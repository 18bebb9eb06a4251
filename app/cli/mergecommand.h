#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `merge`: writes a revision that follows several, in Alembic's words.
class MergeCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
