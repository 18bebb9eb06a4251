#pragma once

#include "migrations/alembic/batchalteration.h"

namespace Migrations::Alembic {

/// Applies a batch's directives to a table that is made anew, one call each: what a directive
/// implies (the keys and indexes of a new column, the CHECK of a type) is said to the table as well,
/// with the names that the project's convention gives. Refers to all of it.
class BatchChanges final
{
public:
    BatchChanges(Operations::TableRecreation &table, const Dialects::Dialect &dialect,
        const Dialects::NamingConvention &convention)
        : m_table(table), m_dialect(dialect), m_convention(convention) {}

    [[nodiscard]] Result<void> apply(const BatchAlteration::Directive &directive);

    Result<void> operator()(const Operations::AddColumn &operation);
    Result<void> operator()(const Operations::DropColumn &operation);
    Result<void> operator()(const Operations::AlterColumn &operation);
    Result<void> operator()(const Operations::AddConstraint &operation);
    Result<void> operator()(const Operations::DropConstraint &operation);
    Result<void> operator()(const Operations::CreateIndex &operation);
    Result<void> operator()(const Operations::DropIndex &operation);
    /// a comment is told to the new table by nobody, as in Alembic
    Result<void> operator()(const auto &) { return {}; }

private:
    [[nodiscard]] Result<void> addNamed(Schema::Constraint constraint, const QString &table, const QString &schema);
    [[nodiscard]] Result<std::optional<Schema::CheckConstraint>> typeCheck(
        const QString &column, const Schema::Type &type, const QString &table, const QString &schema) const;

    Operations::TableRecreation &m_table;
    const Dialects::Dialect &m_dialect;
    const Dialects::NamingConvention &m_convention;
    const BatchAlteration::Directive *m_directive = nullptr;
};

} // namespace Migrations::Alembic
