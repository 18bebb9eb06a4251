#pragma once

#include "migrations/alembic/session.h"

namespace Migrations::Alembic {

// Types that an application writes itself: classes with TypeDecorator, UserDefinedType or a type of
// SQLAlchemy among their bases. What DDL needs of one is the type that it stands for on a dialect.

/// Adds TypeDecorator, UserDefinedType and TypeEngine to a module.
void addTypeBases(Session &session, Python::ModuleObject &module);

/// The type that an instance of such a class stands for on the host's dialect; nullopt: it is of
/// another class. A type that changes the values that are bound to it says so in its options
/// ("bind_processor"), because no value of it can be written down without it.
[[nodiscard]] std::optional<Schema::Type> decoratedType(
    Session &session, Python::Interpreter &interpreter, const Python::Value &value);

/// class Name(sa.String): the same type under another name. Ends the evaluation when the class changes
/// what SQLAlchemy makes of it.
[[nodiscard]] Python::Value makeTypeSubclass(
    Session &session, Python::Interpreter &interpreter, Python::Object *base, const Python::ClassBody &body);

} // namespace Migrations::Alembic
