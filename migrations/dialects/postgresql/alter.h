#pragma once

#include "migrations/dialects/alter.h"

namespace Migrations::Dialects::Postgresql {

class Alter final : public Dialects::Alter
{
public:
    using Dialects::Alter::Alter;

    void alterColumn(const Operations::AlterColumn &operation, QStringList &statements) const override;
    [[nodiscard]] QString addConstraint(const Schema::Constraint &constraint, const TableFacts &facts) const override;
    [[nodiscard]] QString dropConstraint(const Operations::DropConstraint &operation) const override;
    [[nodiscard]] QStringList impliedConstraint(
        const Schema::Constraint &constraint, const TableFacts &facts) const override;

private:
    [[nodiscard]] QString defaultText(const Operations::AlterColumn &operation) const;
    [[nodiscard]] QString identity(const Operations::AlterColumn &operation) const;
    [[nodiscard]] QString comment(const Operations::AlterColumn &operation) const;
    [[nodiscard]] QString rename(const Operations::AlterColumn &operation) const;
    [[nodiscard]] std::optional<Schema::CheckConstraint> typeCheck(
        const Operations::AlterColumn &operation, const Schema::Type &type) const;
};

} // namespace Migrations::Dialects::Postgresql
