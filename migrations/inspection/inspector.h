#pragma once

#include "migrations/base/error.h"
#include "migrations/schema/table.h"

namespace Migrations::Database {
class Connection;
}

namespace Migrations::Inspection {

/// Reads what a database contains, in a handful of set-based catalogue queries, in one read-only
/// transaction unless one is open already. PostgreSQL: the current schema of the search path, whose
/// tables get an empty `schema`. SQLite: the main database. Tables in name order, columns in their
/// own order, types as the database writes them.
///
/// Tables are normalized (see Schema::Table). Defaults and conditions are SQL text as the database
/// gives it. The names that the database gives are final. Of an identity only what differs from
/// the defaults is told. Constraints come as primary key, unique, foreign key, check, exclusion; by
/// name on PostgreSQL, as declared on SQLite, where names, checks and deferrability are read from
/// the text of CREATE TABLE. Left out are SQLite's own tables and the shadow tables of virtual ones.
/// Errors: those of Database::Connection.
[[nodiscard]] Result<Schema::Database> inspect(Database::Connection &connection);

} // namespace Migrations::Inspection
