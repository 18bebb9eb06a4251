#pragma once

#include "migrations/dialects/sqldialect.h"

namespace Migrations::Dialects::Postgresql {

class Dialect final : public SqlDialect
{
public:
    Dialect();

    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool hasTransactionalDdl() const override { return true; }
    [[nodiscard]] bool isCopiedAsItIs(const Schema::Type &from, const Schema::Type &to) const override;
    [[nodiscard]] Result<Schema::Table> reflected(const Schema::Table &table) const override;
    [[nodiscard]] std::unique_ptr<Dialects::Compiler> compiler(
        const NamingConvention &convention, Target target) const override;
};

} // namespace Migrations::Dialects::Postgresql
