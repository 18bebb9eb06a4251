#pragma once

#include "migrations/schema/expression.h"

namespace Migrations::Schema {

// The operators of SQL expressions as SQLAlchemy has them: how tight each binds, which one says the
// opposite, and so where parentheses stand. Pure functions on expressions; thread safe.

/// One operator. Expression::text is its `name`, which is also what is printed unless the dialects
/// say something else for it.
struct Operator {
    QStringView name;
    int precedence;
    QStringView opposite = {}; ///< what NOT makes of it
    bool isComparison = false;
    bool isAssociative = false; ///< a + (b + c) is one list
    bool isBoolean = false; ///< gives a truth value on any database
};

/// nullptr: one that a script made
[[nodiscard]] const Operator *findOperator(const QString &name);

/// Whether that operator stands in parentheses as an operand of `against`; without `against` always.
/// `precedence` is that of an `against` that a script made.
[[nodiscard]] bool yields(
    const Expression &operation, const QString &against, std::optional<int> precedence = {});

/// The expression as an operand of the operator `against`: in parentheses where precedence asks for
/// them, a column of truth values made a condition. Empty: as an operand of nothing.
[[nodiscard]] Expression grouped(
    const Expression &expression, const QString &against = {}, std::optional<int> precedence = {});

/// left `name` right, its operands grouped
[[nodiscard]] Expression binary(
    const QString &name, const Expression &left, const Expression &right, const Type &type);
/// the same for an operator that a script made: `operation` has its text, precedence and type
[[nodiscard]] Expression custom(const Expression &operation, const Expression &left, const Expression &right);
/// the same for an operator before or after one operand
[[nodiscard]] Expression unary(
    Expression::Kind kind, const QString &name, const Expression &operand, const Type &type = {});
/// NOT, in the words that SQLAlchemy finds for it
[[nodiscard]] Expression negated(const Expression &given);

/// Conditions with AND or OR between them: true and false that decide nothing are left out.
[[nodiscard]] Expression joined(const QString &name, const QList<Expression> &conditions);
/// the same for what where() collected, where nothing is flattened; empty for no condition
[[nodiscard]] QList<Expression> conditions(const QString &name, const QList<Expression> &conditions);

/// the type of an expression; one without a name is not known
[[nodiscard]] Type typeOf(const Expression &expression);
[[nodiscard]] bool isBooleanType(const Type &type);
/// any database knows that it is a truth value
[[nodiscard]] bool isImplicitlyBoolean(const Expression &expression);

} // namespace Migrations::Schema
