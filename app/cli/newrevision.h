#pragma once

#include "app/cli/context.h"
#include "migrations/project/authoring.h"

namespace Cli {

/// Plans a revision, writes it and says so, for every command that makes one: "Generating PATH ...
/// done" on the standard output as Alembic does, or the revision as JSON; remarks on the error stream.
[[nodiscard]] ExitCode writeNewRevision(
    Context &context, const Migrations::Project &project, const Migrations::RevisionRequest &request);

/// "Generating PATH ...  done", in Alembic's words; not translated
[[nodiscard]] QString doneText(const QString &what);

} // namespace Cli
