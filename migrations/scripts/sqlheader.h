#pragma once

#include "migrations/scripts/revision.h"

#include <optional>

namespace Migrations::Scripts {

/// The header of a `.sql` revision: `-- revision:`, `-- revises:` (comma-separated for a merge),
/// `-- message:`, `-- depends_on:`, `-- branch_labels:` in the comment lines before the first
/// statement. nullopt: no `-- revision:`, so the file is not a revision.
[[nodiscard]] std::optional<Revision> readSqlHeader(const QByteArray &bytes, const QString &path);

} // namespace Migrations::Scripts
