#pragma once

#include "migrations/dialects/constraints.h"

namespace Migrations::Dialects::Postgresql {

class Constraints final : public Dialects::Constraints
{
public:
    using Dialects::Constraints::Constraints;

    [[nodiscard]] QString unique(const Schema::UniqueConstraint &unique, const TableFacts &facts) const override;
    [[nodiscard]] QString foreignKey(const Schema::ForeignKey &key, const TableFacts &facts) const override;
    [[nodiscard]] QString check(const Schema::CheckConstraint &check, const TableFacts &facts) const override;
    [[nodiscard]] QString exclude(const Schema::ExcludeConstraint &exclude, const TableFacts &facts) const override;

protected:
    [[nodiscard]] QString primaryKeyTail(const Schema::PrimaryKey &key, const TableFacts &facts) const override;
    [[nodiscard]] QString onDeletePattern() const override;

private:
    [[nodiscard]] QString include(const Schema::DialectOptions &options) const;
};

} // namespace Migrations::Dialects::Postgresql
