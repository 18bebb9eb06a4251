#pragma once

#include "migrations/dialects/literals.h"
#include "migrations/dialects/types.h"

namespace Migrations::Dialects {

/// Writes expressions with their literals, with the parentheses that SQLAlchemy's operator
/// precedence gives. Refers to the dialect's parts, which live as long as the program.
class Expressions final
{
public:
    /// functions that a dialect writes in words of its own, by lower-case name
    struct Functions {
        QHash<QString, QString> whole; ///< instead of name and arguments
        QHash<QString, QString> renamed;
    };
    enum class Columns { Bare, WithTable };

    Expressions(
        const Identifiers &identifiers, const Types &types, const Functions &functions, const Literals &literals);

    /// throws a Refusal
    [[nodiscard]] QString text(const Schema::Expression &expression, Columns columns = Columns::Bare) const;
    /// an operator with operands, which some places put in parentheses of their own
    [[nodiscard]] static bool isOperation(const Schema::Expression &expression);

private:
    [[nodiscard]] QString column(const Schema::Expression &expression, Columns columns) const;
    [[nodiscard]] QString function(const Schema::Expression &expression, Columns columns) const;
    [[nodiscard]] QString operand(const Schema::Expression &expression, const QString &against, Columns columns) const;
    [[nodiscard]] QString operation(const Schema::Expression &expression, Columns columns) const;
    [[nodiscard]] QString list(const QList<Schema::Expression> &expressions, Columns columns) const;

    const Identifiers &m_identifiers;
    const Types &m_types;
    const Functions &m_functions;
    Literals m_literals;
};

} // namespace Migrations::Dialects
