#pragma once

#include "migrations/operations/claims.h"

namespace Migrations::Database {
class Connection;
} // namespace Migrations::Database

namespace Migrations::Runner {

/// What there is to say about a database after a run: indexes that are not valid (see invalidIndexes()),
/// and, where the run succeeded, what its operations claim and verify() does not find.
[[nodiscard]] QList<Error> warningsAfterRun(Database::Connection &connection, const Operations::Claims &claims);

/// What the operations of a run claim and the database has not: a `create_table(if_not_exists=True)`
/// that met another table, a search path that leads elsewhere. One inspection at the end of the run;
/// without a claim none. An error for each thing that is missing.
[[nodiscard]] Result<QList<Error>> verify(Database::Connection &connection, const Operations::Claims &claims);

} // namespace Migrations::Runner
