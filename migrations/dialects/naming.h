#pragma once

#include "migrations/dialects/dialect.h"

namespace Migrations::Dialects {

/// Gives constraints and indexes the names of a naming convention (reference §3.9). A value.
class Naming final
{
public:
    /// an empty convention is SQLAlchemy's own, which names indexes only
    explicit Naming(const NamingConvention &convention);

    /// The name to use, final where the convention made it; none where the database chooses.
    /// Throws a Refusal when the convention asks for what there is not.
    Schema::Name constraint(const Schema::Constraint &constraint, const QString &table, const QString &schema) const;
    [[nodiscard]] Schema::Name index(const Schema::Index &index, const QString &table, const QString &schema) const;
    /// the name of a constraint of which only the kind is known, as op.drop_constraint() has it
    [[nodiscard]] Schema::Name dropped(
        const Schema::Name &name, const QString &kind, const QString &table, const QString &schema) const;

    /// Throws a Refusal when an unnamed foreign key of a new column or table asks for its referred
    /// column, which Alembic cannot find there.
    void checkReferred(const Schema::ForeignKey &key, const QString &table, const QString &schema) const;

private:
    struct Subject {
        QString key; ///< ix, uq, ck, fk, pk
        Schema::Name name;
        QString table;
        QString schema;
        QStringList columns;
        QString referredTable = {};
        QStringList referredColumns = {};
    };

    [[nodiscard]] Schema::Name resolved(const Subject &subject) const;
    [[nodiscard]] static QString token(const QString &token, const Subject &subject);
    [[nodiscard]] static QString columnToken(const QString &token, const Subject &subject);

    NamingConvention m_convention;
};

/// The names that a convention gives, for who has to know them before anything is written. Fails as
/// Naming refuses.
[[nodiscard]] Result<Schema::Name> conventionName(const NamingConvention &convention,
    const Schema::Constraint &constraint, const QString &table, const QString &schema);
[[nodiscard]] Result<Schema::Name> conventionName(
    const NamingConvention &convention, const Schema::Index &index, const QString &table, const QString &schema);
[[nodiscard]] Result<Schema::Name> conventionNameOfDropped(const NamingConvention &convention, const Schema::Name &name,
    const QString &kind, const QString &table, const QString &schema);

} // namespace Migrations::Dialects
