#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `current`: which revision a database is at, in Alembic's words. Reads only.
class CurrentCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
