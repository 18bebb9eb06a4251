#pragma once

#include "migrations/dialects/columns.h"

namespace Migrations::Dialects::Sqlite {

class Columns final : public Dialects::Columns
{
public:
    using Dialects::Columns::Columns;

    [[nodiscard]] QString specification(const Schema::Column &column, const TableFacts &facts) const override;

private:
    [[nodiscard]] QString parenthesizedDefault(const Schema::Expression &value) const;
    [[nodiscard]] QString inlineKey(const Schema::Column &column, const TableFacts &facts) const;
};

} // namespace Migrations::Dialects::Sqlite
