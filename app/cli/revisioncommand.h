#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `revision`: writes an empty revision file, in Alembic's words.
class RevisionCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
