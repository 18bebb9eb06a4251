#pragma once

#include "migrations/dialects/tablefacts.h"
#include "migrations/dialects/vocabulary.h"

namespace Migrations::Dialects {

/// Writes constraints as they stand in CREATE TABLE and behind ALTER TABLE … ADD. Subclasses add
/// what only their dialect has.
class Constraints
{
public:
    explicit Constraints(const Vocabulary &words)
        : m_words(words)
    {
    }
    virtual ~Constraints() = default;
    Q_DISABLE_COPY_MOVE(Constraints)

    /// empty where the dialect leaves the constraint out; throws a Refusal
    [[nodiscard]] QString text(const Schema::Constraint &constraint, const TableFacts &facts) const;
    /// the table's primary key; empty where it has none or it stands in its column
    [[nodiscard]] virtual QString primaryKey(const TableFacts &facts) const;
    /// a CHECK behind its column
    [[nodiscard]] virtual QString columnCheck(const Schema::CheckConstraint &check, const TableFacts &facts) const;
    /// " REFERENCES p (id) ON DELETE …" behind a column
    [[nodiscard]] QString inlineReference(const Schema::ForeignKey &key) const;

    [[nodiscard]] QString primaryKey(const Schema::PrimaryKey &key, const TableFacts &facts) const;
    [[nodiscard]] virtual QString unique(const Schema::UniqueConstraint &unique, const TableFacts &facts) const = 0;
    [[nodiscard]] virtual QString foreignKey(const Schema::ForeignKey &key, const TableFacts &facts) const = 0;
    [[nodiscard]] virtual QString check(const Schema::CheckConstraint &check, const TableFacts &facts) const = 0;
    [[nodiscard]] virtual QString exclude(const Schema::ExcludeConstraint &exclude, const TableFacts &facts) const = 0;

protected:
    /// "CONSTRAINT n " or nothing
    [[nodiscard]] QString named(const Schema::Constraint &constraint, const TableFacts &facts) const;
    [[nodiscard]] QString deferrability(const Schema::Deferrability &deferrability) const;
    [[nodiscard]] QString foreignKeyText(
        const Schema::ForeignKey &key, const QString &remoteTable, const TableFacts &facts) const;
    [[nodiscard]] QString checkText(const Schema::CheckConstraint &check, const TableFacts &facts) const;
    [[nodiscard]] virtual QString primaryKeyTail(const Schema::PrimaryKey &key, const TableFacts &facts) const = 0;
    /// what ON DELETE may say, as a regular expression in SQLAlchemy's spelling
    [[nodiscard]] virtual QString onDeletePattern() const = 0;

    const Vocabulary &m_words;

private:
    [[nodiscard]] QString cascades(const Schema::ForeignKey &key) const;
};

} // namespace Migrations::Dialects
