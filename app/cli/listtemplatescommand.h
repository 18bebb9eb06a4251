#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `list_templates`: the kinds of project that `init` makes, in Alembic's words.
class ListTemplatesCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
