#pragma once

#include "app/cli/context.h"
#include "migrations/project/rowstransaction.h"

namespace Cli {

/// For commands that change revision files and, when asked, the rows of one database with them:
/// `--database`, or a `--url`, means that database. Null: none was asked for.
[[nodiscard]] Migrations::Result<std::unique_ptr<Migrations::RowsTransaction>> databaseSide(
    Context &context, const Migrations::Project &project);

/// the option of such a command
[[nodiscard]] Parameter databaseParameter();

/// Says on the error stream that stillroom.sum knows these revisions as they were, when there is one.
void remarkOnChecksums(Context &context, const Migrations::Project &project, const QStringList &revisions);

} // namespace Cli
