#pragma once

#include "migrations/dialects/literals.h"
#include "migrations/dialects/refusal.h"
#include "migrations/dialects/types.h"

namespace Migrations::Dialects {

/// Writes a value of a row as a literal of its column's type. Refers to the dialect's parts.
class Values final
{
public:
    struct Style {
        bool nativeUuid = true;
        bool alwaysMicroseconds = false; ///< SQLite stores a time with six digits and without an offset
    };

    Values(const Types &types, const Literals &literals, const Style &style);

    /// throws a Refusal in SQLAlchemy's words where there is no literal for it
    [[nodiscard]] QString text(const QVariant &value, const Schema::Type &type) const;

private:
    [[nodiscard]] QString ofFamily(const QVariant &value, TypeFamily family, const Schema::Type &type) const;
    [[nodiscard]] QString byValue(const QVariant &value) const;
    [[nodiscard]] std::optional<QString> moment(const QVariant &value) const;
    [[nodiscard]] std::optional<QString> moment(const QVariant &value, TypeFamily family) const;
    [[nodiscard]] QString uuid(const QUuid &value, const Schema::Type &type) const;
    [[nodiscard]] QString uuidText(const QVariant &value, const Schema::Type &type) const;
    [[nodiscard]] QString array(const QVariantList &values, const Schema::Type &type) const;
    [[nodiscard]] Refusal noLiteral(const QVariant &value, const Schema::Type &type) const;

    const Types &m_types;
    Literals m_literals;
    Style m_style;
};

} // namespace Migrations::Dialects
