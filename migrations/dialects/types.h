#pragma once

#include "migrations/dialects/identifiers.h"
#include "migrations/dialects/typetable.h"

namespace Migrations::Dialects {

/// Writes types as column definitions have them (reference §3.1). Subclasses choose the dialect's
/// column of the table and say what a type really is on the dialect. Immutable, thread safe.
class Types
{
public:
    /// `dialect` as with_variant() names it; `identifiers` must outlive this
    Types(const QString &dialect, const Identifiers &identifiers)
        : m_dialect(dialect)
        , m_identifiers(identifiers)
    {
    }
    virtual ~Types() = default;
    Q_DISABLE_COPY_MOVE(Types)

    /// throws a Refusal in SQLAlchemy's words where the dialect has no such type
    [[nodiscard]] QString text(const Schema::Type &type) const;
    /// the variant for this dialect, or the type itself
    [[nodiscard]] Schema::Type effective(const Schema::Type &type) const;
    /// of the type itself, whatever its variants
    [[nodiscard]] static TypeFamily family(const Schema::Type &type);
    /// The class that SQLAlchemy counts a type to (TypeEngine._type_affinity): one name for all
    /// integers, one for all texts…; of a type without a family its own name.
    [[nodiscard]] static QString affinity(const Schema::Type &type);
    /// as str() of a type gives it, for messages
    [[nodiscard]] QString generic(const Schema::Type &type) const;
    /// a CHECK of the column that the type asks for on this dialect (Boolean, Enum)
    [[nodiscard]] std::optional<Schema::CheckConstraint> check(const Schema::Column &column) const;
    [[nodiscard]] static bool isEnum(const Schema::Type &type);

protected:
    /// what the type is really written as: a VARCHAR for an enum that is not native
    [[nodiscard]] virtual Schema::Type implementation(const Schema::Type &type) const = 0;
    [[nodiscard]] virtual QStringView pattern(const TypeRow &row) const = 0;
    [[nodiscard]] virtual QString noSuchType(const QString &name) const = 0;
    [[nodiscard]] virtual bool checksBooleans() const = 0;
    [[nodiscard]] virtual bool checksEnum(const Schema::Type &type) const = 0;

    [[nodiscard]] static Schema::Type asVarchar(const Schema::Type &enumeration);

private:
    /// a pattern of the table with the type's arguments
    [[nodiscard]] QString filled(const QString &shape, const Schema::Type &type) const;
    [[nodiscard]] QString argument(QStringView word, const Schema::Type &type) const;
    [[nodiscard]] QString array(const Schema::Type &type) const;
    [[nodiscard]] QString namedType(const Schema::Type &type) const;

    QString m_dialect;
    const Identifiers &m_identifiers;
};

} // namespace Migrations::Dialects
