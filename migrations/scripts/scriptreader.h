#pragma once

#include "migrations/scripts/revision.h"

#include <optional>

namespace Migrations::Scripts {

/// Reads the header of one revision file's text. `path` decides the language and is for messages.
/// A `.py` file: the module's docstring and its literals revision, down_revision, branch_labels
/// and depends_on (reference §0); a file without `revision` takes its id from a name of
/// hexadecimal digits, as Alembic does. A `.sql` file: the comment lines `-- revision: …` at its top.
/// nullopt: the file is no revision at all (a helper without `revision`).
[[nodiscard]] Result<std::optional<Revision>> readRevision(const QByteArray &bytes, const QString &path);

} // namespace Migrations::Scripts
