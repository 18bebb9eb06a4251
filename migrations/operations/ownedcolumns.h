#pragma once

#include "migrations/schema/table.h"

#include <functional>

namespace Migrations::Operations {

// Columns in expressions that belong to a table, other than a bare sa.column(): they follow when a
// column of the table is renamed.

[[nodiscard]] Schema::Expression ownedColumn(const QString &column, const Schema::Table &table);
/// makes every column of the expression one of the table
void ownColumns(Schema::Expression &expression, const Schema::Table &table);
void renameOwned(Schema::Expression &expression, const std::function<QString(const QString &column)> &newName);

} // namespace Migrations::Operations
