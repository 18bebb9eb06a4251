#pragma once

#include "migrations/dialects/dialect.h"

namespace Migrations::Diff {

/// An object that one of two schemas has and the other has not, or that both have in two ways. Both
/// sides are DDL in the dialect's words; an empty one: it is not there.
struct SchemaChange {
    enum class Kind { Table, Index, EnumType };

    Kind kind = Kind::Table;
    QString name; ///< with the schema, where it is not the default one
    QString before;
    QString after;

    [[nodiscard]] bool isAdded() const { return before.isEmpty(); }
    [[nodiscard]] bool isRemoved() const { return after.isEmpty(); }
    /// the lines of `before` that are gone with "- ", those that are new with "+ "; a comma at the end
    /// of a line makes no difference
    [[nodiscard]] QStringList lines() const;
    friend bool operator==(const SchemaChange &, const SchemaChange &) = default;
};

/// What brings `before` to `after`, as far as Schema::Database knows: tables with their columns and
/// constraints, indexes, enum types. In the order of kinds, then of names. What a dialect cannot write
/// is not compared.
[[nodiscard]] QList<SchemaChange> schemaChanges(
    const Schema::Database &before, const Schema::Database &after, const Dialects::Dialect &dialect);

} // namespace Migrations::Diff
