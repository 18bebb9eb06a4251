#pragma once

#include "migrations/dialects/types.h"
#include "migrations/schema/constraints.h"

namespace Migrations::Dialects {

/// What SQLAlchemy's Table knows about its columns once all of them are together: the primary key,
/// nullability, foreign keys, the auto-increment column. Refers to the table.
class TableFacts final
{
public:
    TableFacts(const Schema::Table &table, const Types &types);

    [[nodiscard]] const Schema::Table &table() const { return m_table; }
    [[nodiscard]] const Schema::DeclaredPrimaryKey &primaryKey() const { return m_primaryKey; }
    [[nodiscard]] bool isKey(const Schema::Column &column) const;
    [[nodiscard]] bool isNullable(const Schema::Column &column) const;
    [[nodiscard]] bool hasForeignKey(const Schema::Column &column) const;
    [[nodiscard]] bool isAutoincrement(const Schema::Column &column) const;

    /// The columns of the primary key in the order in which it is written: an implicit one has the
    /// auto-increment column first.
    [[nodiscard]] QStringList keyColumns() const;

    /// Everything but the primary key in the order of CREATE TABLE: what was given, then what the
    /// columns imply.
    [[nodiscard]] QList<Schema::Constraint> constraints() const;
    /// the same, of one column only
    [[nodiscard]] QList<Schema::Constraint> implied(const Schema::Column &column) const;
    [[nodiscard]] QList<Schema::Index> indexes() const;

private:
    /// nullptr: none. Throws a Refusal for autoincrement=True on what cannot count.
    [[nodiscard]] const Schema::Column *autoincrementColumn() const;
    [[nodiscard]] bool canCount(const Schema::Column &column) const;

    const Schema::Table &m_table;
    const Types &m_types;
    Schema::DeclaredPrimaryKey m_primaryKey;
};

} // namespace Migrations::Dialects
