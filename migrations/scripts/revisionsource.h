#pragma once

#include "migrations/scripts/revision.h"

namespace Migrations::Scripts {

/// The bytes of a revision's file as they are on disk now, for whoever evaluates its body. A body
/// may have been edited since the project was read; the header may not, because the graph and the
/// plan were made of it.
/// Errors: Io (the file is gone, or may not be read), BadInput (too large), Conflict (the header says
/// something else than when it was read, or cannot be read any more). Any thread.
[[nodiscard]] Result<QByteArray> readSource(const Revision &revision);

/// The text of a revision's file as it is on disk now, for people to look at: whatever its header
/// says, with `\n` between lines. A Python script that declares an encoding is read in that, and
/// bytes that do not fit it are shown as replacement characters. Errors: Io, BadInput (too large).
[[nodiscard]] Result<QString> readText(const Revision &revision);

} // namespace Migrations::Scripts
