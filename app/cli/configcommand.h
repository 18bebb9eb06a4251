#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `config`: the project's settings, each with its value and where it comes from. Passwords are never
/// printed. Needs no database.
class ConfigCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
