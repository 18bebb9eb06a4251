#pragma once

#include "migrations/scripts/revision.h"

#include <optional>

namespace Migrations::Scripts {

/// How much of a `.sql` file is looked at for its header, however large the file is.
inline constexpr qsizetype SqlHeaderSize = 64 * 1024;

/// The header of a `.sql` revision: `-- revision:`, `-- revises:` (comma-separated for a merge),
/// `-- message:`, `-- depends_on:`, `-- branch_labels:` in the comment lines before the first
/// statement. nullopt: no `-- revision:`, so the file is not a revision.
[[nodiscard]] std::optional<Revision> readSqlHeader(const QByteArray &bytes, const QString &path);

} // namespace Migrations::Scripts
