#pragma once

#include "migrations/schema/table.h"

namespace Cli {

/// A database for people: a paragraph for each table, its columns aligned, its keys and indexes
/// below. Empty for a database without tables and types.
[[nodiscard]] QString schemaText(const Migrations::Schema::Database &database);

[[nodiscard]] QString qualifiedName(const Migrations::Schema::Table &table);
/// an expression nearly as SQL: for people, not for a server
[[nodiscard]] QString expressionText(const Migrations::Schema::Expression &expression);

} // namespace Cli
