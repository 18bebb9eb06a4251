#pragma once

#include "migrations/dialects/tables.h"

namespace Migrations::Dialects::Postgresql {

class Tables final : public Dialects::Tables
{
public:
    using Dialects::Tables::Tables;

protected:
    [[nodiscard]] QString options(const Schema::Table &table) const override;
    [[nodiscard]] bool isWritten(const Schema::Constraint &constraint) const override;
};

} // namespace Migrations::Dialects::Postgresql
