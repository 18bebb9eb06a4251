#pragma once

#include "migrations/dialects/dialect.h"

namespace Migrations::Dialects::Sqlite {

/// What SQLAlchemy's reflection shows of a table to Alembic's batch mode (SQLiteDialect.get_columns
/// and its like, with SQLiteImpl.autogen_column_reflect): types by SQLite's affinity rules, defaults
/// in parentheses, no unnamed CHECK, no index with an expression, no order in an index, no collation,
/// no AUTOINCREMENT, STRICT or WITHOUT ROWID.
///
/// A table that operations made is first written as SQLite keeps it, so that both ways give one
/// answer. Unsupported for a column whose type may or may not have brought a CHECK.
[[nodiscard]] Result<Schema::Table> reflectedTable(const Schema::Table &table, const Dialects::Dialect &dialect);

/// The type that a declared text stands for ("VARCHAR(50)", "double precision").
[[nodiscard]] Schema::Type reflectedType(const QString &declared);

} // namespace Migrations::Dialects::Sqlite
