#pragma once

#include "migrations/base/error.h"
#include "migrations/schema/table.h"

namespace Migrations::Database {
class Connection;
}

namespace Migrations::Inspection {

/// Reads what a database contains, in a handful of set-based catalogue queries. PostgreSQL: the
/// current schema of the search path, whose tables get an empty `schema`. Tables in name order,
/// columns in their own order, types as the database writes them.
[[nodiscard]] Result<Schema::Database> inspect(Database::Connection &connection);

} // namespace Migrations::Inspection
