#pragma once

#include "migrations/base/error.h"

namespace Migrations::Database {
class Connection;
}

namespace Migrations::Runner {

/// Fails for an ALTER TABLE … ADD COLUMN that SQLite takes for an empty table only, when the table has
/// rows: with SQLite's message, the number of rows, and what to do. Any other statement passes.
[[nodiscard]] Result<void> checkFilledTable(Database::Connection &connection, const QString &sql);

} // namespace Migrations::Runner
