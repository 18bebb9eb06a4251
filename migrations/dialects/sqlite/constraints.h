#pragma once

#include "migrations/dialects/constraints.h"

namespace Migrations::Dialects::Sqlite {

class Constraints final : public Dialects::Constraints
{
public:
    using Dialects::Constraints::Constraints;
    using Dialects::Constraints::primaryKey;

    /// empty where the key stands in its column, as AUTOINCREMENT wants it
    [[nodiscard]] QString primaryKey(const TableFacts &facts) const override;
    [[nodiscard]] QString columnCheck(const Schema::CheckConstraint &check, const TableFacts &facts) const override;
    [[nodiscard]] QString unique(const Schema::UniqueConstraint &unique, const TableFacts &facts) const override;
    /// empty where the referred table is in another schema
    [[nodiscard]] QString foreignKey(const Schema::ForeignKey &key, const TableFacts &facts) const override;
    [[nodiscard]] QString check(const Schema::CheckConstraint &check, const TableFacts &facts) const override;
    [[nodiscard]] QString exclude(const Schema::ExcludeConstraint &exclude, const TableFacts &facts) const override;

    /// whether the column carries the whole primary key with AUTOINCREMENT
    [[nodiscard]] static bool isInline(const Schema::Column &column, const TableFacts &facts);

protected:
    [[nodiscard]] QString primaryKeyTail(const Schema::PrimaryKey &key, const TableFacts &facts) const override;
    [[nodiscard]] QString onDeletePattern() const override;
};

} // namespace Migrations::Dialects::Sqlite
