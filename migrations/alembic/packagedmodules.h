#pragma once

#include "migrations/python/interpreter.h"

namespace Migrations::Alembic {

/// Modules of packages that bring types or operations of their own (SQLAlchemy-Utils, GeoAlchemy…),
/// written in Python in the folder modules/: one row for each name under which scripts import them.
/// They say what a type is in a database, not what the package does with values.

/// nullptr: no such module here. Nothing in it is the place of a mistake.
[[nodiscard]] Python::ModuleObject *importPackaged(Python::Interpreter &interpreter, const QString &name);
[[nodiscard]] QStringList packagedModuleNames();

} // namespace Migrations::Alembic
