#pragma once

#include "app/cli/command.h"
#include "migrations/plan/eachrevision.h"

namespace Cli {

/// What `render` and `readability` take: which revisions, and for which dialect.
[[nodiscard]] QList<Parameter> eachRevisionParameters();

/// The revisions that were asked for (all, if none is named), both ways, in the order of the upgrade.
[[nodiscard]] Migrations::Result<QList<Migrations::Plan::RevisionBothWays>> eachRevision(Context &context);

} // namespace Cli
