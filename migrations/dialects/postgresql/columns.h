#pragma once

#include "migrations/dialects/columns.h"

namespace Migrations::Dialects::Postgresql {

class Columns final : public Dialects::Columns
{
public:
    using Dialects::Columns::Columns;

    [[nodiscard]] QString specification(const Schema::Column &column, const TableFacts &facts) const override;
    /// GENERATED … AS IDENTITY (…)
    [[nodiscard]] static QString identity(const Schema::Identity &identity);

private:
    [[nodiscard]] QString typeAndDefault(const Schema::Column &column, const TableFacts &facts) const;
};

} // namespace Migrations::Dialects::Postgresql
