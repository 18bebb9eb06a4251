// Binary operators and comparisons of the interpreter.
#include "migrations/python/formatting.h"
#include "migrations/python/interpreter.h"

#include <cmath>

namespace Migrations::Python {

namespace {

QString symbol(BinaryOperator op)
{
    static const QString symbols[] = {QStringLiteral("+"), QStringLiteral("-"), QStringLiteral("*"),
        QStringLiteral("/"), QStringLiteral("//"), QStringLiteral("%"), QStringLiteral("** or pow()"),
        QStringLiteral("&"), QStringLiteral("|"), QStringLiteral("^"), QStringLiteral("<<"), QStringLiteral(">>"),
        QStringLiteral("@")};
    return symbols[int(op)];
}

QString symbol(Comparison op)
{
    static const QString symbols[] = {QStringLiteral("=="), QStringLiteral("!="), QStringLiteral("<"),
        QStringLiteral("<="), QStringLiteral(">"), QStringLiteral(">="), QStringLiteral("in"),
        QStringLiteral("not in"), QStringLiteral("is"), QStringLiteral("is not")};
    return symbols[int(op)];
}

Comparison mirrored(Comparison op)
{
    switch (op) {
    case Comparison::Less: return Comparison::Greater;
    case Comparison::LessEqual: return Comparison::GreaterEqual;
    case Comparison::Greater: return Comparison::Less;
    case Comparison::GreaterEqual: return Comparison::LessEqual;
    default: return op;
    }
}

[[noreturn]] void tooLarge(Interpreter &interpreter)
{
    interpreter.unsupported(QStringLiteral("an integer of more than 64 bits"));
}

// Python's // and % go towards minus infinity
qint64 floorDivide(qint64 left, qint64 right)
{
    const qint64 quotient = left / right;
    return left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient;
}

Value power(Interpreter &interpreter, qint64 base, qint64 exponent)
{
    if (exponent < 0)
        return std::pow(double(base), double(exponent));
    qint64 result = 1;
    for (qint64 i = 0; i < exponent; ++i) {
        if (base == 0 || base == 1)
            return exponent == 0 ? qint64(1) : base;
        if (base == -1)
            return exponent % 2 == 0 ? qint64(1) : qint64(-1);
        if (__builtin_mul_overflow(result, base, &result))
            tooLarge(interpreter);
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
        tooLarge(interpreter);
    return result;
}

std::optional<Value> integerBinary(Interpreter &interpreter, BinaryOperator op, qint64 left, qint64 right)
{
    qint64 result = 0;
    if (right == 0
        && (op == BinaryOperator::Divide || op == BinaryOperator::FloorDivide || op == BinaryOperator::Modulo))
        interpreter.raise(QStringLiteral("ZeroDivisionError"),
            op == BinaryOperator::Divide ? QStringLiteral("division by zero")
                                         : QStringLiteral("integer division or modulo by zero"));
    switch (op) {
    case BinaryOperator::Add:
        if (__builtin_add_overflow(left, right, &result))
            tooLarge(interpreter);
        return result;
    case BinaryOperator::Subtract:
        if (__builtin_sub_overflow(left, right, &result))
            tooLarge(interpreter);
        return result;
    case BinaryOperator::Multiply:
        if (__builtin_mul_overflow(left, right, &result))
            tooLarge(interpreter);
        return result;
    case BinaryOperator::Divide: return double(left) / double(right);
    case BinaryOperator::FloorDivide:
    case BinaryOperator::Modulo:
        if (right == -1 && left == std::numeric_limits<qint64>::min())
            tooLarge(interpreter);
        result = floorDivide(left, right);
        return op == BinaryOperator::FloorDivide ? result : left - result * right;
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

std::optional<Value> floatBinary(Interpreter &interpreter, BinaryOperator op, double left, double right)
{
    if (right == 0
        && (op == BinaryOperator::Divide || op == BinaryOperator::FloorDivide || op == BinaryOperator::Modulo))
        interpreter.raise(QStringLiteral("ZeroDivisionError"), QStringLiteral("float division by zero"));
    switch (op) {
    case BinaryOperator::Add: return left + right;
    case BinaryOperator::Subtract: return left - right;
    case BinaryOperator::Multiply: return left * right;
    case BinaryOperator::Divide: return left / right;
    case BinaryOperator::FloorDivide: return std::floor(left / right);
    case BinaryOperator::Modulo: return left - std::floor(left / right) * right;
    case BinaryOperator::Power: return std::pow(left, right);
    default: return std::nullopt;
    }
}

template<class Text>
Value repeated(Interpreter &interpreter, const Text &text, qint64 times)
{
    if (times <= 0)
        return Text();
    qint64 size = 0;
    if (__builtin_mul_overflow(qint64(text.size()), times, &size))
        size = std::numeric_limits<qint64>::max() / 4;
    interpreter.spendBytes(size * 2);
    return text.repeated(qsizetype(times));
}

template<class Text>
Value joined(Interpreter &interpreter, const Text &left, const Text &right)
{
    interpreter.spendBytes((left.size() + right.size()) * 2);
    return Text(left + right);
}

std::optional<Value> textBinary(Interpreter &interpreter, BinaryOperator op, const Value &left, const Value &right)
{
    if (op == BinaryOperator::Add && left.isString() && right.isString())
        return joined(interpreter, left.toString(), right.toString());
    if (op == BinaryOperator::Add && left.isBytes() && right.isBytes())
        return joined(interpreter, left.toBytes(), right.toBytes());
    if (op == BinaryOperator::Add && left.isString() && !right.isObject())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("can only concatenate str (not \"%1\") to str").arg(Interpreter::typeName(right)));
    if (op == BinaryOperator::Modulo && left.isString())
        return percentFormat(interpreter, left.toString(), right);
    if (op != BinaryOperator::Multiply)
        return std::nullopt;
    const Value &text = left.isInteger() ? right : left;
    const Value &times = left.isInteger() ? left : right;
    if (text.isString() && times.isInteger())
        return repeated(interpreter, text.toString(), times.toInteger());
    if (text.isBytes() && times.isInteger())
        return repeated(interpreter, text.toBytes(), times.toInteger());
    return std::nullopt;
}

template<class T>
bool ordered(Comparison op, const T &left, const T &right)
{
    switch (op) {
    case Comparison::Less: return left < right;
    case Comparison::LessEqual: return left <= right;
    case Comparison::Greater: return left > right;
    default: return left >= right;
    }
}

} // namespace

Value Interpreter::binary(BinaryOperator op, const Value &left, const Value &right)
{
    std::optional<Value> result;
    if (left.isInteger() && right.isInteger())
        result = integerBinary(*this, op, left.toInteger(), right.toInteger());
    else if (left.isNumber() && right.isNumber())
        result = floatBinary(*this, op, left.toFloat(), right.toFloat());
    else if (Object *object = left.object())
        result = object->binary(*this, op, right, false);
    else
        result = textBinary(*this, op, left, right);
    if (!result && right.isObject())
        result = right.object()->binary(*this, op, left, true);
    if (result)
        return *result;
    raise(QStringLiteral("TypeError"),
        QStringLiteral("unsupported operand type(s) for %1: '%2' and '%3'")
            .arg(symbol(op), typeName(left), typeName(right)));
}

Value Interpreter::compare(Comparison op, const Value &left, const Value &right)
{
    switch (op) {
    case Comparison::Is: return left.isSame(right);
    case Comparison::IsNot: return !left.isSame(right);
    case Comparison::In: return contains(right, left);
    case Comparison::NotIn: return !contains(right, left);
    default: break;
    }
    if (Object *object = left.object()) {
        if (const std::optional<Value> result = object->compare(*this, op, right))
            return *result;
    }
    if (Object *object = right.object()) {
        if (const std::optional<Value> result = object->compare(*this, mirrored(op), left))
            return *result;
    }
    if (op == Comparison::Equal)
        return equals(left, right);
    if (op == Comparison::NotEqual)
        return !equals(left, right);
    if (left.isInteger() && right.isInteger())
        return ordered(op, left.toInteger(), right.toInteger());
    if (left.isNumber() && right.isNumber())
        return ordered(op, left.toFloat(), right.toFloat());
    if (left.isString() && right.isString())
        return ordered(op, left.toString(), right.toString());
    if (left.isBytes() && right.isBytes())
        return ordered(op, left.toBytes(), right.toBytes());
    raise(QStringLiteral("TypeError"),
        QStringLiteral("'%1' not supported between instances of '%2' and '%3'")
            .arg(symbol(op), typeName(left), typeName(right)));
}

} // namespace Migrations::Python
