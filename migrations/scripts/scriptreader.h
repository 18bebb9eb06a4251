#pragma once

#include "migrations/scripts/revision.h"

#include <optional>

namespace Migrations::Scripts {

/// Reads the header of one revision file's text. `path` decides the language and is for messages.
/// A `.py` file: the module's docstring and its literals revision, down_revision, branch_labels
/// and depends_on (reference §0); a file without `revision` takes its id from a name of
/// hexadecimal digits, as Alembic does. A `.sql` file: the comment lines `-- revision: …` at its top.
/// nullopt: the file is no revision at all (a `.sql` file without `-- revision:`).
///
/// Nothing is evaluated, unless one of the four names is no literal and `evaluate` is there, which
/// Alembic's users write for labels that their application defines. What is checked now: that the bytes are text in the encoding they declare, that
/// the top level is Python, and that the four names are literals; a mistake there is an error with file
/// and line. What is not: the bodies of functions. Alembic refuses every command over a mistake in any
/// body; here it is an error of the step that needs the body, with file and line, and the other
/// revisions work. Any thread.
/// Errors: Syntax, BadInput.
[[nodiscard]] Result<std::optional<Revision>> readRevision(
    const QByteArray &bytes, const QString &path, const EvaluateHeader &evaluate = {});

} // namespace Migrations::Scripts
