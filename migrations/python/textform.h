#pragma once

#include "migrations/python/value.h"

namespace Migrations::Python {

/// repr() of a value that is not an Object: Python's spelling of numbers, quotes and escapes.
[[nodiscard]] QString reprOfSimple(const Value &value);
[[nodiscard]] QString reprOfString(const QString &text);
/// the shortest text that reads back as the same number, with ".0" for whole ones
[[nodiscard]] QString reprOfFloat(double number);
/// every other character as \xhh, \uhhhh or \Uhhhhhhhh
[[nodiscard]] QString asciiOnly(const QString &text);
/// Whether repr() shows the character itself.
[[nodiscard]] bool isPrintable(char32_t character);

} // namespace Migrations::Python
