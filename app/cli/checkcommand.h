#pragma once

#include "app/cli/command.h"

namespace Cli {

/// `check`: whether a project can be relied on: every file can be read, the revisions hang together,
/// and none was edited since its checksum was written. Writes checksums on request. Needs no database.
class CheckCommand final : public Command
{
public:
    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;
};

} // namespace Cli
