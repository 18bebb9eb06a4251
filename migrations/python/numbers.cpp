#include "migrations/python/numbers.h"

#include "migrations/python/largeinteger.h"

#include <cmath>

namespace Migrations::Python {

namespace {

// Python's // and % go towards minus infinity
qint64 floorDivide(qint64 left, qint64 right)
{
    const qint64 quotient = left / right;
    return left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient;
}

double floatPower(Interpreter &interpreter, double left, double right)
{
    if (left == 0 && right < 0)
        interpreter.raise(QStringLiteral("ZeroDivisionError"), QStringLiteral("0.0 cannot be raised to a negative power"));
    if (left < 0 && std::isfinite(left) && std::isfinite(right) && right != std::floor(right))
        interpreter.unsupported(QStringLiteral("a complex number"));
    const double result = std::pow(left, right);
    if (std::isinf(result) && std::isfinite(left) && std::isfinite(right)) {
        auto *error = interpreter.make<Instance>(interpreter.exceptionClass(QStringLiteral("OverflowError")));
        error->arguments << Value(34) << Value(QStringLiteral("Numerical result out of range"));
        interpreter.raise(error);
    }
    return result;
}

Value power(Interpreter &interpreter, qint64 base, qint64 exponent)
{
    if (exponent < 0)
        return floatPower(interpreter, double(base), double(exponent));
    qint64 result = 1;
    for (qint64 i = 0; i < exponent; ++i) {
        if (base == 0 || base == 1)
            return exponent == 0 ? qint64(1) : base;
        if (base == -1)
            return exponent % 2 == 0 ? qint64(1) : qint64(-1);
        if (__builtin_mul_overflow(result, base, &result))
            return *largeBinary(interpreter, BinaryOperator::Power, base, exponent);
    }
    return result;
}

Value shift(Interpreter &interpreter, qint64 value, qint64 by, bool left)
{
    if (by < 0)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("negative shift count"));
    if (!left)
        return by > 62 ? (value < 0 ? qint64(-1) : qint64(0)) : value >> by;
    qint64 result = value;
    if (value != 0 && (by > 62 || __builtin_mul_overflow(value, qint64(1) << by, &result)))
        return *largeBinary(interpreter, BinaryOperator::ShiftLeft, value, by);
    return result;
}

Value arithmetic(Interpreter &interpreter, BinaryOperator op, qint64 left, qint64 right)
{
    qint64 result = 0;
    const bool overflows = op == BinaryOperator::Add ? __builtin_add_overflow(left, right, &result)
        : op == BinaryOperator::Subtract             ? __builtin_sub_overflow(left, right, &result)
                                                     : __builtin_mul_overflow(left, right, &result);
    if (overflows)
        return *largeBinary(interpreter, op, left, right);
    return result;
}

Value division(Interpreter &interpreter, BinaryOperator op, qint64 left, qint64 right)
{
    if (right == 0)
        interpreter.raise(QStringLiteral("ZeroDivisionError"),
            op == BinaryOperator::Divide        ? QStringLiteral("division by zero")
                : op == BinaryOperator::Modulo ? QStringLiteral("integer modulo by zero")
                                               : QStringLiteral("integer division or modulo by zero"));
    if (op == BinaryOperator::Divide)
        return double(static_cast<long double>(left) / static_cast<long double>(right));
    if (right == -1) // the quotient of the smallest integer does not fit
        return op == BinaryOperator::Modulo ? Value(0) : arithmetic(interpreter, BinaryOperator::Subtract, 0, left);
    if (op == BinaryOperator::FloorDivide)
        return floorDivide(left, right);
    const qint64 remainder = left % right;
    return remainder != 0 && (remainder < 0) != (right < 0) ? remainder + right : remainder;
}

std::optional<Value> integerBinary(Interpreter &interpreter, BinaryOperator op, qint64 left, qint64 right)
{
    switch (op) {
    case BinaryOperator::Add:
    case BinaryOperator::Subtract:
    case BinaryOperator::Multiply: return arithmetic(interpreter, op, left, right);
    case BinaryOperator::Divide:
    case BinaryOperator::FloorDivide:
    case BinaryOperator::Modulo: return division(interpreter, op, left, right);
    case BinaryOperator::Power: return power(interpreter, left, right);
    case BinaryOperator::BitAnd: return left & right;
    case BinaryOperator::BitOr: return left | right;
    case BinaryOperator::BitXor: return left ^ right;
    case BinaryOperator::ShiftLeft: return shift(interpreter, left, right, true);
    case BinaryOperator::ShiftRight: return shift(interpreter, left, right, false);
    case BinaryOperator::MatrixMultiply: break;
    }
    return std::nullopt;
}

// a remainder has the sign of the divisor
double floatRemainder(double left, double right)
{
    const double remainder = std::fmod(left, right);
    if (remainder == 0)
        return std::copysign(0.0, right);
    return (right < 0) != (remainder < 0) ? remainder + right : remainder;
}

double floatFloorDivide(double left, double right)
{
    const double quotient = (left - floatRemainder(left, right)) / right;
    if (quotient == 0)
        return std::copysign(0.0, left / right);
    const double whole = std::floor(quotient);
    return quotient - whole > 0.5 ? whole + 1 : whole;
}

std::optional<Value> floatBinary(Interpreter &interpreter, BinaryOperator op, double left, double right)
{
    static const QHash<BinaryOperator, QString> words {
        {BinaryOperator::Divide, QStringLiteral("float division by zero")},
        {BinaryOperator::FloorDivide, QStringLiteral("float floor division by zero")},
        {BinaryOperator::Modulo, QStringLiteral("float modulo by zero")},
    };
    if (right == 0 && words.contains(op))
        interpreter.raise(QStringLiteral("ZeroDivisionError"), words.value(op));
    switch (op) {
    case BinaryOperator::Add: return left + right;
    case BinaryOperator::Subtract: return left - right;
    case BinaryOperator::Multiply: return left * right;
    case BinaryOperator::Divide: return left / right;
    case BinaryOperator::FloorDivide: return floatFloorDivide(left, right);
    case BinaryOperator::Modulo: return floatRemainder(left, right);
    case BinaryOperator::Power: return floatPower(interpreter, left, right);
    default: return std::nullopt;
    }
}

} // namespace

void refuseLargeIndex(Interpreter &interpreter, const Value &index)
{
    if (index.as<LargeInteger>())
        interpreter.raise(
            QStringLiteral("IndexError"), QStringLiteral("cannot fit 'int' into an index-sized integer"));
}

qint64 integerArgument(Interpreter &interpreter, const Value &given)
{
    const Value value = plainOf(given);
    if (value.isInteger())
        return value.toInteger();
    if (value.as<LargeInteger>())
        interpreter.raise(
            QStringLiteral("OverflowError"), QStringLiteral("Python int too large to convert to C ssize_t"));
    interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("'%1' object cannot be interpreted as an integer").arg(Interpreter::typeName(value)));
}

std::optional<Value> numberBinary(
    Interpreter &interpreter, BinaryOperator op, const Value &left, const Value &right)
{
    if (!left.isInteger() || !right.isInteger())
        return floatBinary(interpreter, op, left.toFloat(), right.toFloat());
    const bool isLogical
        = op == BinaryOperator::BitAnd || op == BinaryOperator::BitOr || op == BinaryOperator::BitXor;
    const std::optional<Value> result = integerBinary(interpreter, op, left.toInteger(), right.toInteger());
    if (isLogical && left.isBool() && right.isBool())
        return Value(result->toInteger() != 0);
    return result;
}

} // namespace Migrations::Python
