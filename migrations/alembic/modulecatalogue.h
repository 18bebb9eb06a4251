#pragma once

#include "migrations/alembic/session.h"

#include <span>

namespace Migrations::Alembic {

/// A function of a module that scripts import.
struct ModuleFunction {
    QStringView name;
    Python::Value (*code)(Session &, Python::Interpreter &, const Python::Arguments &);
};

/// A module that scripts may import: its dotted name and what puts the members into it.
struct ModuleEntry {
    QStringView name;
    void (*fill)(Session &, Python::Interpreter &, Python::ModuleObject &);
};

/// Every module there is; a new one is one more row.
[[nodiscard]] std::span<const ModuleEntry> moduleCatalogue();

void addFunctions(Session &session, Python::Interpreter &interpreter, Python::ModuleObject &module,
    std::span<const ModuleFunction> functions);

// the directives of alembic.op, by what they are about
[[nodiscard]] std::span<const ModuleFunction> tableDirectives();
[[nodiscard]] std::span<const ModuleFunction> columnDirectives();
[[nodiscard]] std::span<const ModuleFunction> indexDirectives();
[[nodiscard]] std::span<const ModuleFunction> constraintDirectives();
[[nodiscard]] std::span<const ModuleFunction> executeDirectives();

// what sqlalchemy offers besides types
[[nodiscard]] std::span<const ModuleFunction> schemaConstructors();
[[nodiscard]] std::span<const ModuleFunction> tableConstructors();
[[nodiscard]] std::span<const ModuleFunction> expressionConstructors();
[[nodiscard]] std::span<const ModuleFunction> statementConstructors();
[[nodiscard]] Python::Value makeFunctionNamespace(Session &session, Python::Interpreter &interpreter); ///< sa.func
[[nodiscard]] Python::Value inspect(
    Session &session, Python::Interpreter &interpreter, const Python::Arguments &arguments);

} // namespace Migrations::Alembic
