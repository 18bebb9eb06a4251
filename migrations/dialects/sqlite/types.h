#pragma once

#include "migrations/dialects/types.h"

namespace Migrations::Dialects::Sqlite {

class Types final : public Dialects::Types
{
public:
    explicit Types(const Identifiers &identifiers);

protected:
    [[nodiscard]] Schema::Type implementation(const Schema::Type &type) const override;
    [[nodiscard]] QStringView pattern(const TypeRow &row) const override { return row.sqlite; }
    [[nodiscard]] QString noSuchType(const QString &name) const override;
    [[nodiscard]] bool checksBooleans() const override { return true; }
    [[nodiscard]] bool checksEnum(const Schema::Type &) const override { return true; }
};

} // namespace Migrations::Dialects::Sqlite
