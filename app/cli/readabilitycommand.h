#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `readability`: how far each revision can be read without Python: wholly, with a connection to the
/// database, or not at all, with the reason and the line. Needs no database.
class ReadabilityCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
