#pragma once

#include "migrations/python/interpreter.h"

namespace Migrations::Python {

/// int and float arithmetic as Python does it. Both operands are numbers; nullopt: there is no
/// such operator for them.
[[nodiscard]] std::optional<Value> numberBinary(
    Interpreter &interpreter, BinaryOperator op, const Value &left, const Value &right);

/// Holds every int and every float without rounding, so that the two compare exactly.
[[nodiscard]] inline long double exactNumber(const Value &number)
{
    return number.isInteger() ? static_cast<long double>(number.toInteger())
                              : static_cast<long double>(number.toFloat());
}

/// IndexError when an index is an int that no container has
void refuseLargeIndex(Interpreter &interpreter, const Value &index);

/// TypeError when the value is no int
[[nodiscard]] qint64 integerArgument(Interpreter &interpreter, const Value &value);

} // namespace Migrations::Python
