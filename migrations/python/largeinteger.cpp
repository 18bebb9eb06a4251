#include "migrations/python/largeinteger.h"

#include "migrations/python/builtins.h"
#include "migrations/python/numbers.h"

#include <cmath>

namespace Migrations::Python {

namespace {

constexpr qint64 MaximumBits = 1 << 16;

void checkBits(Interpreter &interpreter, qint64 bits)
{
    if (bits > MaximumBits)
        interpreter.unsupported(QStringLiteral("an integer of more than %1 bits").arg(MaximumBits));
    interpreter.step(bits / 64);
}

[[noreturn]] void divisionByZero(Interpreter &interpreter, BinaryOperator op)
{
    interpreter.raise(QStringLiteral("ZeroDivisionError"),
        op == BinaryOperator::Divide       ? QStringLiteral("division by zero")
            : op == BinaryOperator::Modulo ? QStringLiteral("integer modulo by zero")
                                           : QStringLiteral("integer division or modulo by zero"));
}

// to the nearest float, decided by all digits of both
double trueDivision(Interpreter &interpreter, const BigInteger &left, const BigInteger &right)
{
    constexpr qint64 Enough = 66; // bits of the quotient: more than a float has, and one for the rest
    const qint64 scale = std::max<qint64>(0, Enough + right.bitLength() - left.bitLength());
    const auto [quotient, rest] = left.magnitude().shifted(scale).divided(right.magnitude());
    const BigInteger withRest
        = rest.isZero() ? quotient.shifted(1) : quotient.shifted(1).combined(BigInteger::Logic::Or, BigInteger(1));
    const double magnitude = withRest.toDouble();
    const double result = std::ldexp(magnitude, int(-scale - 1));
    if (std::isinf(result))
        interpreter.raise(
            QStringLiteral("OverflowError"), QStringLiteral("integer division result too large for a float"));
    return left.isNegative() != right.isNegative() ? -result : result;
}

Value power(Interpreter &interpreter, const BigInteger &base, const BigInteger &exponent)
{
    if (exponent.isNegative())
        return *numberBinary(interpreter, BinaryOperator::Power, Value(toDouble(interpreter, base)),
            Value(toDouble(interpreter, exponent)));
    if (base.isZero() || base == BigInteger(1))
        return exponent.isZero() ? Value(1) : integerValue(interpreter, base);
    if (base == BigInteger(-1))
        return exponent.isOdd() ? -1 : 1;
    const std::optional<qint64> times = exponent.toInteger();
    qint64 bits = 0;
    if (!times || __builtin_mul_overflow(std::max<qint64>(1, base.bitLength() - 1), *times, &bits))
        bits = MaximumBits + 1;
    checkBits(interpreter, bits);
    interpreter.step(bits * bits / 65536);
    return integerValue(interpreter, base.power(*times));
}

Value shift(Interpreter &interpreter, const BigInteger &value, const BigInteger &by, bool left)
{
    if (by.isNegative())
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("negative shift count"));
    if (value.isZero())
        return 0;
    const qint64 bits = by.toInteger().value_or(std::numeric_limits<qint64>::max() / 4);
    if (left)
        checkBits(interpreter, bits + value.bitLength());
    return integerValue(interpreter, value.shifted(left ? bits : -std::min(bits, value.bitLength() + 1)));
}

Value division(Interpreter &interpreter, BinaryOperator op, const BigInteger &left, const BigInteger &right)
{
    if (right.isZero())
        divisionByZero(interpreter, op);
    if (op == BinaryOperator::Divide)
        return trueDivision(interpreter, left, right);
    const auto [quotient, rest] = left.divided(right);
    return integerValue(interpreter, op == BinaryOperator::Modulo ? rest : quotient);
}

template<class T>
bool holds(Comparison op, const T &left, const T &right)
{
    switch (op) {
    case Comparison::Equal: return left == right;
    case Comparison::NotEqual: return left != right;
    case Comparison::Less: return left < right;
    case Comparison::LessEqual: return left <= right;
    case Comparison::Greater: return left > right;
    default: return left >= right;
    }
}

} // namespace

Value integerValue(Interpreter &interpreter, const BigInteger &value)
{
    if (const std::optional<qint64> small = value.toInteger())
        return *small;
    checkBits(interpreter, value.bitLength());
    interpreter.spendBytes(value.bitLength() / 8);
    return Value(interpreter.make<LargeInteger>(value));
}

std::optional<BigInteger> bigInteger(const Value &value)
{
    if (value.isInteger())
        return BigInteger(value.toInteger());
    const auto *large = value.as<LargeInteger>();
    return large ? std::optional(large->value) : std::nullopt;
}

double toDouble(Interpreter &interpreter, const BigInteger &value)
{
    const double result = value.toDouble();
    if (std::isinf(result))
        interpreter.raise(QStringLiteral("OverflowError"), QStringLiteral("int too large to convert to float"));
    return result;
}

std::optional<Value> largeBinary(
    Interpreter &interpreter, BinaryOperator op, const BigInteger &left, const BigInteger &right)
{
    interpreter.step((left.bitLength() + right.bitLength()) / 256);
    switch (op) {
    case BinaryOperator::Add: return integerValue(interpreter, left + right);
    case BinaryOperator::Subtract: return integerValue(interpreter, left - right);
    case BinaryOperator::Multiply:
        checkBits(interpreter, left.bitLength() + right.bitLength() - 1);
        interpreter.step(left.bitLength() * right.bitLength() / 65536);
        return integerValue(interpreter, left * right);
    case BinaryOperator::Divide:
    case BinaryOperator::FloorDivide:
    case BinaryOperator::Modulo:
        interpreter.step(left.bitLength() * right.bitLength() / 65536);
        return division(interpreter, op, left, right);
    case BinaryOperator::Power: return power(interpreter, left, right);
    case BinaryOperator::BitAnd: return integerValue(interpreter, left.combined(BigInteger::Logic::And, right));
    case BinaryOperator::BitOr: return integerValue(interpreter, left.combined(BigInteger::Logic::Or, right));
    case BinaryOperator::BitXor: return integerValue(interpreter, left.combined(BigInteger::Logic::Xor, right));
    case BinaryOperator::ShiftLeft: return shift(interpreter, left, right, true);
    case BinaryOperator::ShiftRight: return shift(interpreter, left, right, false);
    case BinaryOperator::MatrixMultiply: break;
    }
    return std::nullopt;
}

QString LargeInteger::repr(Interpreter &interpreter)
{
    constexpr qint64 MaximumDigits = 4300; // Python's own limit
    const qint64 bits = value.bitLength();
    interpreter.step(bits * bits / 65536);
    const QString text = value.toString();
    if (text.size() - (value.isNegative() ? 1 : 0) > MaximumDigits)
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("Exceeds the limit (4300 digits) for integer string conversion; use "
                           "sys.set_int_max_str_digits() to increase the limit"));
    interpreter.spendBytes(text.size() * 2);
    return text;
}

bool LargeInteger::equals(Interpreter &interpreter, const Value &other)
{
    const std::optional<Value> verdict = compare(interpreter, Comparison::Equal, other);
    return verdict && verdict->toBool();
}

std::optional<QString> LargeInteger::hashKey(Interpreter &)
{
    return u'n' + value.toString();
}

std::optional<Value> LargeInteger::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"real" || name == u"numerator")
        return Value(this);
    if (name == u"imag")
        return Value(0);
    if (name == u"denominator")
        return Value(1);
    return integerMethod(interpreter, Value(this), name);
}

std::optional<Value> LargeInteger::binary(
    Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    if (other.isNone() && reflected) { // -x, +x and ~x reach an object as (None op x)
        if (op == BinaryOperator::Subtract)
            return integerValue(interpreter, -value);
        if (op == BinaryOperator::BitXor)
            return integerValue(interpreter, -value - 1);
        return op == BinaryOperator::Add ? std::optional(Value(this)) : std::nullopt;
    }
    if (other.isFloat()) {
        const Value own(toDouble(interpreter, value));
        return reflected ? numberBinary(interpreter, op, other, own) : numberBinary(interpreter, op, own, other);
    }
    if (op == BinaryOperator::Multiply && (other.isString() || other.isBytes() || other.as<Sequence>()))
        interpreter.raise(
            QStringLiteral("OverflowError"), QStringLiteral("cannot fit 'int' into an index-sized integer"));
    const std::optional<BigInteger> number = bigInteger(other);
    if (!number)
        return std::nullopt;
    return reflected ? largeBinary(interpreter, op, *number, value) : largeBinary(interpreter, op, value, *number);
}

std::optional<Value> LargeInteger::compare(Interpreter &, Comparison op, const Value &other)
{
    if (const std::optional<BigInteger> number = bigInteger(other))
        return holds(op, value, *number);
    if (!other.isFloat())
        return std::nullopt;
    const double number = other.toFloat();
    if (std::isnan(number))
        return op == Comparison::NotEqual;
    if (std::isinf(number))
        return holds(op, 0.0, number);
    // a float with a fraction is smaller than any large integer, so the fraction does not matter
    return holds(op, value, BigInteger::fromDouble(number));
}

} // namespace Migrations::Python
