#pragma once

#include "migrations/dialects/alter.h"

namespace Migrations::Dialects::Sqlite {

class Alter final : public Dialects::Alter
{
public:
    using Dialects::Alter::Alter;

    void alterColumn(const Operations::AlterColumn &operation, QStringList &statements) const override;
    /// refuses: SQLite has no ALTER of constraints
    [[nodiscard]] QString addConstraint(const Schema::Constraint &constraint, const TableFacts &facts) const override;
    [[nodiscard]] QString dropConstraint(const Operations::DropConstraint &operation) const override;
    /// passes a type's CHECK over, refuses anything else
    [[nodiscard]] QStringList impliedConstraint(
        const Schema::Constraint &constraint, const TableFacts &facts) const override;
};

} // namespace Migrations::Dialects::Sqlite
