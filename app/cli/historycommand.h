#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `history`: the revisions, newest first, in Alembic's words. Works with broken revisions: those
/// that can be read are shown.
class HistoryCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
