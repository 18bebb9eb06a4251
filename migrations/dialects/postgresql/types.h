#pragma once

#include "migrations/dialects/types.h"

namespace Migrations::Dialects::Postgresql {

class Types final : public Dialects::Types
{
public:
    explicit Types(const Identifiers &identifiers);

protected:
    [[nodiscard]] Schema::Type implementation(const Schema::Type &type) const override;
    [[nodiscard]] QStringView pattern(const TypeRow &row) const override { return row.postgresql; }
    [[nodiscard]] QString noSuchType(const QString &name) const override;
    [[nodiscard]] bool checksBooleans() const override { return false; }
    [[nodiscard]] bool checksEnum(const Schema::Type &type) const override { return !type.native; }
};

} // namespace Migrations::Dialects::Postgresql
