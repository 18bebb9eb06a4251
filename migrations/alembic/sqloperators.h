#pragma once

#include "migrations/alembic/schemaitems.h"
#include "migrations/schema/statement.h"

namespace Migrations::Alembic {

// What Python's operators make of columns and expressions: t.c.a == 1, ~x, a + 'b', col['key']…
// (SQLAlchemy's expression language). The rules of types and operators are those of its default
// comparators; the trees are Schema's.

/// a type of SQLAlchemy's as an expression carries it
[[nodiscard]] std::shared_ptr<const Schema::Type> typeNamed(const QString &name);
/// an expression of truth values
[[nodiscard]] Schema::Expression ofBoolean(Schema::Expression expression);

/// nullopt: the value is no SQL
[[nodiscard]] std::optional<Schema::Expression> sqlOperand(const Python::Value &value);
/// The type that SQLAlchemy sees in a Python value; without a name: none.
[[nodiscard]] Schema::Type typeOfValue(const Python::Value &value);
/// a Python value as a literal of that type; None is a NULL of the type
[[nodiscard]] Schema::Expression sqlLiteral(
    Python::Interpreter &interpreter, const Python::Value &value, const Schema::Type &type);
/// A column, an expression, a SELECT, or a literal of the type that goes with `type`: the other side
/// of an operator.
[[nodiscard]] Schema::Expression sqlValue(
    Python::Interpreter &interpreter, const Python::Value &value, const Schema::Type &type);
/// the same where nothing is compared: arguments of functions, values of CASE; None is NULL
[[nodiscard]] Schema::Expression sqlElement(Python::Interpreter &interpreter, const Python::Value &value);
/// what stands in WHERE: True, False and None included, text not
[[nodiscard]] Schema::Expression sqlCondition(Python::Interpreter &interpreter, const Python::Value &value);
/// an argument of ORDER BY and the like: a str is the name of a label
[[nodiscard]] Schema::Expression sqlOrder(Python::Interpreter &interpreter, const Python::Value &value);

/// left `op` right: "=", "LIKE"…, with what None, True and False make of it
[[nodiscard]] Schema::Expression sqlComparison(Python::Interpreter &interpreter, const Schema::Expression &left,
    const QString &op, const Python::Value &right);
/// IN and NOT IN
[[nodiscard]] Schema::Expression sqlMembership(Python::Interpreter &interpreter, const Schema::Expression &left,
    const QString &op, const Python::Value &values);
/// left `op` right of what gives a value: "+" of texts is "||"
[[nodiscard]] Schema::Expression sqlOperation(
    const Schema::Expression &left, const QString &op, const Schema::Expression &right);
/// left[index] of JSON and arrays
[[nodiscard]] Schema::Expression sqlElementAt(
    Python::Interpreter &interpreter, const Schema::Expression &left, const Python::Value &index);

[[nodiscard]] Python::Value makeExpression(Python::Interpreter &interpreter, Schema::Expression expression);

/// sqlalchemy.exc.ArgumentError and its kin, from where no Session is at hand
[[noreturn]] void raiseSqlError(Python::Interpreter &interpreter, const QString &name, const QString &message);

/// x.compile(dialect=…) of an expression, a statement or a type
[[nodiscard]] Python::Value compileMethod(Python::Interpreter &interpreter, const Python::Value &self);
/// str() of them, which is no dialect's; ends the evaluation where that is not known
[[nodiscard]] QString defaultText(Python::Interpreter &interpreter, const Python::Value &self);

/// ends the evaluation where the type of the operand decides itself what its operators are
void refuseComparator(Python::Interpreter &interpreter, const Schema::Expression &operand);

// for the objects' protocols
[[nodiscard]] std::optional<Python::Value> compareSql(Python::Interpreter &interpreter, const Python::Value &self,
    Python::Comparison op, const Python::Value &other);
[[nodiscard]] std::optional<Python::Value> binarySql(Python::Interpreter &interpreter, const Python::Value &self,
    Python::BinaryOperator op, const Python::Value &other, bool reflected);
/// nullopt: there is no such method
[[nodiscard]] std::optional<Python::Value> sqlMethod(
    Python::Interpreter &interpreter, const Python::Value &self, const QString &name);

} // namespace Migrations::Alembic
