#pragma once

#include "migrations/dialects/constraints.h"

namespace Migrations::Dialects {

/// Writes column definitions (reference §3.0, "Column spec order").
class Columns
{
public:
    Columns(const Vocabulary &words, const Constraints &constraints)
        : m_words(words)
        , m_constraints(constraints)
    {
    }
    virtual ~Columns() = default;
    Q_DISABLE_COPY_MOVE(Columns)

    /// throws a Refusal
    [[nodiscard]] virtual QString specification(const Schema::Column &column, const TableFacts &facts) const = 0;
    /// " CHECK (…)" for each CHECK that stands behind its column
    [[nodiscard]] QString checks(const Schema::Column &column, const TableFacts &facts) const;
    /// what stands behind SET DEFAULT
    [[nodiscard]] QString defaultText(const Schema::Expression &value) const;

protected:
    [[nodiscard]] QString name(const Schema::Column &column) const;

    const Vocabulary &m_words;
    const Constraints &m_constraints;
};

} // namespace Migrations::Dialects
