#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `render`: the SQL of revisions, each by itself, up and down, without a database. A revision that
/// cannot be rendered has its error in its place and does not keep the others back.
class RenderCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
