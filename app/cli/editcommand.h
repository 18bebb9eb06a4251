#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `edit`: opens revision files in the user's editor and looks at their headers afterwards.
class EditCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
