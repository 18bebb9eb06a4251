#pragma once

#include "migrations/alembic/session.h"

#include <span>

namespace Migrations::Alembic {

/// A function of a module that scripts import.
struct ModuleFunction {
    QStringView name;
    Python::Value (*code)(Session &, Python::Interpreter &, const Python::Arguments &);
};

/// A directive of alembic.op that is one operation: op.* sends it at once, a batch keeps it.
struct Directive {
    QStringView name;
    Operations::Operation (*read)(Session &, Python::Interpreter &, const Python::Arguments &);
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
[[nodiscard]] std::span<const Directive> tableDirectives();
[[nodiscard]] std::span<const Directive> columnDirectives();
[[nodiscard]] std::span<const Directive> indexDirectives();
[[nodiscard]] std::span<const Directive> constraintDirectives();
// and those that are more than an operation
[[nodiscard]] std::span<const ModuleFunction> tableFunctions();
[[nodiscard]] std::span<const ModuleFunction> batchFunctions();
[[nodiscard]] std::span<const ModuleFunction> refusedFunctions();
[[nodiscard]] std::span<const ModuleFunction> executeDirectives();
void fillContext(Session &session, Python::Interpreter &interpreter, Python::ModuleObject &module); ///< alembic.context

// what sqlalchemy offers besides types
[[nodiscard]] std::span<const ModuleFunction> schemaConstructors();
[[nodiscard]] std::span<const ModuleFunction> tableConstructors();
[[nodiscard]] std::span<const ModuleFunction> ddlConstructors(); ///< of sqlalchemy.schema
[[nodiscard]] std::span<const ModuleFunction> ddlTexts();
[[nodiscard]] std::span<const ModuleFunction> excludeConstructors(); ///< of sqlalchemy.dialects.postgresql
[[nodiscard]] std::span<const ModuleFunction> expressionConstructors();
[[nodiscard]] std::span<const ModuleFunction> conditionConstructors();
[[nodiscard]] std::span<const ModuleFunction> statementConstructors();
[[nodiscard]] std::span<const ModuleFunction> changeConstructors();
[[nodiscard]] std::span<const ModuleFunction> postgresqlStatements();
[[nodiscard]] std::span<const ModuleFunction> postgresqlExpressions();
[[nodiscard]] std::span<const ModuleFunction> sqliteStatements();
[[nodiscard]] Python::Value makeFunctionNamespace(Session &session, Python::Interpreter &interpreter); ///< sa.func
[[nodiscard]] Python::Value inspect(
    Session &session, Python::Interpreter &interpreter, const Python::Arguments &arguments);

[[nodiscard]] std::span<const ModuleFunction> sessionConstructors(); ///< of sqlalchemy.orm
/// PGDialect and its kin, into the module base of their dialect
void addDialectClass(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillLazyProxies(Session &session, Python::Interpreter &interpreter, Python::ModuleObject &module);
[[nodiscard]] Python::Value inspectorOf(
    Session &session, Python::Interpreter &interpreter, const Python::Arguments &arguments);

// models of a script
void fillDeclarative(Session &session, Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillOrm(Session &session, Python::Interpreter &interpreter, Python::ModuleObject &module);

} // namespace Migrations::Alembic
