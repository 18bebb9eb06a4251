#pragma once

#include "migrations/dialects/columns.h"
#include "migrations/operations/operation.h"

namespace Migrations::Dialects {

/// Writes what ALTER TABLE says about columns and constraints. What was written before a Refusal
/// stays in `statements`, because Alembic has printed it by then.
class Alter
{
public:
    Alter(const Vocabulary &words, const Columns &columns, const Constraints &constraints);
    virtual ~Alter() = default;
    Q_DISABLE_COPY_MOVE(Alter)

    /// all throw a Refusal
    [[nodiscard]] QString addColumn(const Operations::AddColumn &operation, const TableFacts &facts) const;
    [[nodiscard]] QString dropColumn(const Operations::DropColumn &operation) const;
    virtual void alterColumn(const Operations::AlterColumn &operation, QStringList &statements) const = 0;
    [[nodiscard]] virtual QString addConstraint(
        const Schema::Constraint &constraint, const TableFacts &facts) const = 0;
    [[nodiscard]] virtual QString dropConstraint(const Operations::DropConstraint &operation) const = 0;
    /// a constraint that a column of ADD COLUMN implies; nothing where the dialect passes it over
    [[nodiscard]] virtual QStringList impliedConstraint(
        const Schema::Constraint &constraint, const TableFacts &facts) const = 0;

protected:
    /// "ALTER TABLE s.t "
    [[nodiscard]] QString table(const QString &table, const QString &schema) const;
    /// "ALTER TABLE s.t ALTER COLUMN c "
    [[nodiscard]] QString column(const Operations::AlterColumn &operation) const;
    [[nodiscard]] QString type(const Operations::AlterColumn &operation) const;
    [[nodiscard]] QString nullability(const Operations::AlterColumn &operation) const;
    [[nodiscard]] QString plainDefault(const Operations::AlterColumn &operation) const;
    [[nodiscard]] static bool touchesIdentity(const Operations::AlterColumn &operation);
    static void refuseComputed(const Operations::AlterColumn &operation);

    const Vocabulary &m_words;
    const Columns &m_columns;
    const Constraints &m_constraints;
};

} // namespace Migrations::Dialects
