#pragma once

#include "migrations/plan/preview.h"

namespace Workbench {

/// The statements of a preview after which data is gone, in the order in which they would be sent:
/// "DROP TABLE users", "DELETE FROM users". A table that SQLite's batch mode replaces by its copy
/// is not lost.
[[nodiscard]] QStringList dataLosses(const Migrations::Plan::Preview &preview);

} // namespace Workbench
