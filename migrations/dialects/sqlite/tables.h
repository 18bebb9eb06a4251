#pragma once

#include "migrations/dialects/tables.h"

namespace Migrations::Dialects::Sqlite {

class Tables final : public Dialects::Tables
{
public:
    using Dialects::Tables::Tables;

protected:
    [[nodiscard]] QString options(const Schema::Table &table) const override;
    /// there is no ALTER TABLE that could write it later
    [[nodiscard]] bool isWritten(const Schema::Constraint &) const override { return true; }
};

} // namespace Migrations::Dialects::Sqlite
