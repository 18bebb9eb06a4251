#pragma once

#include "migrations/scripts/revision.h"

namespace Migrations::Scripts {

/// The header of a `.py` revision; see readRevision().
[[nodiscard]] Result<Revision> readPythonHeader(const QByteArray &bytes, const QString &path);

} // namespace Migrations::Scripts
