#pragma once

#include "migrations/base/error.h"
#include "migrations/schema/table.h"

namespace Migrations::Operations {

/// Changes one table of a schema as ALTER TABLE would, keeping it normalized (see Schema::Table).
/// Holds a reference to the table: do not keep it longer than the table. An error leaves the table
/// as it was.
class TableEditor final
{
public:
    explicit TableEditor(Schema::Table &table)
        : m_table(table)
    {
    }

    /// makes lists of what the columns imply; for a table that was just declared
    void normalize();

    [[nodiscard]] Result<void> addColumn(Schema::Column column);
    [[nodiscard]] Result<void> dropColumn(const QString &name);
    [[nodiscard]] Result<void> renameColumn(const QString &from, const QString &to);
    [[nodiscard]] Result<void> addConstraint(const Schema::Constraint &constraint);
    /// A constraint that was made without a name has one in the database that is not known here. It
    /// is found by the columns in the name that is asked for.
    [[nodiscard]] Result<void> dropConstraint(const QString &name, const QString &kind);
    [[nodiscard]] Result<void> addIndex(const Schema::Index &index);

    /// the table as messages name it
    [[nodiscard]] QString name() const;
    [[nodiscard]] Error missingColumn(const QString &column) const;
    [[nodiscard]] Schema::Column *column(const QString &columnName);

private:
    [[nodiscard]] Result<void> requireColumns(const QStringList &columns) const;
    [[nodiscard]] qsizetype findConstraint(const QString &name, const QString &kind) const;
    void setPrimaryKey(const QStringList &columns, bool on);

    Schema::Table &m_table;
};

} // namespace Migrations::Operations
