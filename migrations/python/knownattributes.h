#pragma once

#include "migrations/python/value.h"

namespace Migrations::Python {

/// Whether Python's values of that kind have an attribute of that name. Those that are not there
/// here are refused, because an AttributeError would let the script go another way than in Python.
/// Source: dir() of Python 3.13's built-in types.
[[nodiscard]] bool isPythonAttribute(const Value &value, const QString &name);

} // namespace Migrations::Python
