#pragma once

#include "migrations/scripts/revision.h"
#include "migrations/scripts/revisiondraft.h"

namespace Migrations::Scripts {

/// A revision that a squash replaces, with its file as it is.
struct ReplacedRevision {
    Revision header;
    QByteArray bytes;
};

/// One revision file that does what several did, oldest first, and undoes it newest first.
///
/// `.py`: every replaced file stands as it is in a function of its own, which gives its upgrade() and
/// downgrade() back, so that no helper, import or constant of one meets that of another and a data step
/// stays a data step. Texts of several lines are not indented, since that would change them.
/// `.sql`: the sections, one behind the other.
///
/// Errors: Unsupported, with file and line, for what would mean something else inside a function
/// (`from x import *`, `global`, globals()), for an upgrade() that takes arguments, and for `.py` and
/// `.sql` together; those of reading the files.
[[nodiscard]] Result<QString> squashedText(const RevisionDraft &draft, const QList<ReplacedRevision> &replaced);

} // namespace Migrations::Scripts
