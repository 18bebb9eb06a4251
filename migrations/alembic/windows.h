#pragma once

#include "migrations/alembic/sqloperators.h"

namespace Migrations::Alembic {

// What SQLAlchemy's functions can be made into: func.x().over(…), .filter(…), .within_group(…),
// .table_valued(…).

/// nullopt: the expression has no such method
[[nodiscard]] std::optional<Python::Value> windowMethod(
    Python::Interpreter &interpreter, const Python::Value &self, const QString &name);
/// expression OVER (…) with over()'s keywords
[[nodiscard]] Schema::Expression over(
    Python::Interpreter &interpreter, const Schema::Expression &expression, Python::ArgumentReader &reader);
[[nodiscard]] Schema::Expression filtered(
    Python::Interpreter &interpreter, const Schema::Expression &expression, Python::ArgumentReader &reader);
[[nodiscard]] Schema::Expression withinGroup(
    Python::Interpreter &interpreter, const Schema::Expression &expression, Python::ArgumentReader &reader);

} // namespace Migrations::Alembic
