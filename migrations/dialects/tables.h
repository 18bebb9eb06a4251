#pragma once

#include "migrations/dialects/columns.h"
#include "migrations/operations/operation.h"

namespace Migrations::Dialects {

/// Writes CREATE TABLE in SQLAlchemy's layout: tabs, and a space before each line's end.
class Tables
{
public:
    Tables(const Vocabulary &words, const Columns &columns, const Constraints &constraints);
    virtual ~Tables() = default;
    Q_DISABLE_COPY_MOVE(Tables)

    /// throws a Refusal; one about a column says which
    [[nodiscard]] QString create(const Operations::CreateTable &operation) const;

protected:
    /// what stands behind the closing parenthesis
    [[nodiscard]] virtual QString options(const Schema::Table &table) const = 0;
    /// false: the foreign key is left to a later ALTER TABLE that nobody writes (use_alter)
    [[nodiscard]] virtual bool isWritten(const Schema::Constraint &constraint) const = 0;

    const Vocabulary &m_words;

private:
    [[nodiscard]] QString column(const Schema::Column &column, const TableFacts &facts) const;

    const Columns &m_columns;
    const Constraints &m_constraints;
};

} // namespace Migrations::Dialects
