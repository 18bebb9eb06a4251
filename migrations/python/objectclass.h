#pragma once

#include "migrations/python/interpreter.h"

namespace Migrations::Python {

/// object, with the methods that every class of a script inherits
[[nodiscard]] Class *makeObjectClass(Interpreter &interpreter);
/// what the classes of exceptions inherit
void addExceptionMethods(Interpreter &interpreter, Class &baseException);

} // namespace Migrations::Python
