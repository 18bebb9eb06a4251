#pragma once

#include "migrations/schema/table.h"

namespace Migrations::Schema {

/// What SQLAlchemy derives from a column's flags, in its order: UNIQUE, then the foreign keys. The
/// CHECK of a type is not among it, because only some dialects have it.
[[nodiscard]] QList<Constraint> impliedConstraints(const Column &column);

/// The index of `index=True`, which is unique when `unique=True` stands beside it; nothing without.
[[nodiscard]] std::optional<Index> impliedIndex(const Column &column);

/// The name that SQLAlchemy's own convention gives an unnamed index: ix_[schema_]table_column
[[nodiscard]] QString defaultIndexName(const Table &table, const Index &index);

/// What stands for an index's columns in its name: the columns, and text() as it is.
[[nodiscard]] QStringList namingColumns(const Index &index);

/// The columns that a constraint is about.
[[nodiscard]] QStringList columnsOf(const Constraint &constraint);

/// "primary", "unique", "foreignkey", "check" or "exclude", as op.drop_constraint(type_=) says it
[[nodiscard]] QString kindOf(const Constraint &constraint);

/// The columns that an expression mentions, in order, each once.
[[nodiscard]] QStringList columnsOf(const Expression &expression);

/// The primary key of a declared table: the constraint that was given, filled with the flagged
/// columns when it names none, or else one made of the flagged columns.
struct DeclaredPrimaryKey {
    PrimaryKey key; ///< no columns: the table has none
    bool isImplicit = false; ///< made of the columns' flags
};
[[nodiscard]] DeclaredPrimaryKey declaredPrimaryKey(const Table &table);

} // namespace Migrations::Schema
