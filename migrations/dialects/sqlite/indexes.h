#pragma once

#include "migrations/dialects/indexes.h"

namespace Migrations::Dialects::Sqlite {

class Indexes final : public Dialects::Indexes
{
public:
    using Dialects::Indexes::Indexes;

    [[nodiscard]] QString create(const Operations::CreateIndex &operation) const override;
    [[nodiscard]] QString drop(const Operations::DropIndex &operation) const override;
};

} // namespace Migrations::Dialects::Sqlite
