#pragma once

#include "migrations/alembic/schemaitems.h"

namespace Migrations::Alembic {

// What Python's operators and methods make of columns and expressions: t.c.a == 1, ~x, a.in_([1])…
// (SQLAlchemy's expression language, as far as changes of data in revisions need it).

/// A column or expression and what type it has; a type without a name is not known.
struct SqlOperand {
    Schema::Expression expression;
    Schema::Type type;
};

/// nullopt: the value is neither
[[nodiscard]] std::optional<SqlOperand> sqlOperand(const Python::Value &value);
/// A column, an expression, or a value written as the type wants it. Aborts for a value that has no
/// literal of that type that both dialects share.
[[nodiscard]] Schema::Expression sqlValue(
    Python::Interpreter &interpreter, const Python::Value &value, const Schema::Type &type);
/// what stands in WHERE: true() and Boolean columns included
[[nodiscard]] Schema::Expression sqlCondition(
    Session &session, Python::Interpreter &interpreter, const Python::Value &value);
[[nodiscard]] Schema::Expression negated(const Schema::Expression &condition);
/// with AND or OR between them; one alone stays as it is
[[nodiscard]] Schema::Expression joined(const QString &word, const QList<Schema::Expression> &conditions);

/// with its literals, in the words of the host's dialect
[[nodiscard]] QString sqlText(
    Session &session, Python::Interpreter &interpreter, const Schema::Expression &expression);

[[nodiscard]] Python::Value makeExpression(
    Python::Interpreter &interpreter, const Schema::Expression &expression, const Schema::Type &type = {});

// for the objects' protocols
[[nodiscard]] std::optional<Python::Value> compareSql(Python::Interpreter &interpreter, const Python::Value &self,
    Python::Comparison op, const Python::Value &other);
[[nodiscard]] std::optional<Python::Value> binarySql(Python::Interpreter &interpreter, const Python::Value &self,
    Python::BinaryOperator op, const Python::Value &other, bool reflected);
/// nullopt: there is no such method
[[nodiscard]] std::optional<Python::Value> sqlMethod(
    Python::Interpreter &interpreter, const Python::Value &self, const QString &name);

} // namespace Migrations::Alembic
