#pragma once

#include "migrations/dialects/indexes.h"

namespace Migrations::Dialects::Postgresql {

class Indexes final : public Dialects::Indexes
{
public:
    using Dialects::Indexes::Indexes;

    [[nodiscard]] QString create(const Operations::CreateIndex &operation) const override;
    [[nodiscard]] QString drop(const Operations::DropIndex &operation) const override;

private:
    [[nodiscard]] QString elements(const Schema::Index &index) const;
    [[nodiscard]] QString storage(const Schema::DialectOptions &options) const;
};

} // namespace Migrations::Dialects::Postgresql
