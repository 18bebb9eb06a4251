#include "migrations/standardlibrary/decimals.h"

#include "migrations/python/largeinteger.h"

#include <QRegularExpression>

#include <cmath>

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

constexpr qint64 Precision = 28; ///< of the default context
constexpr qint64 MostShift = 5000; ///< digits that one operation may add

BigInteger powerOfTen(qint64 exponent)
{
    return BigInteger(10).power(exponent);
}

// whether the quotient goes up by one, away from zero
bool roundsUp(const QString &rounding, const BigInteger &quotient, const std::strong_ordering &half, bool hasRest, bool isNegative)
{
    if (!hasRest)
        return false;
    if (rounding == u"ROUND_UP")
        return true;
    if (rounding == u"ROUND_DOWN")
        return false;
    if (rounding == u"ROUND_CEILING")
        return !isNegative;
    if (rounding == u"ROUND_FLOOR")
        return isNegative;
    if (rounding == u"ROUND_05UP")
        return quotient.isZero() || quotient.digits().endsWith(u'0') || quotient.digits().endsWith(u'5');
    if (half != 0)
        return half > 0;
    return rounding == u"ROUND_HALF_UP" || (rounding != u"ROUND_HALF_DOWN" && quotient.isOdd());
}

// both with the smaller exponent
std::pair<BigInteger, BigInteger> aligned(const DecimalNumber &left, const DecimalNumber &right)
{
    const qint64 least = std::min(left.exponent, right.exponent);
    const auto whole = [least](const DecimalNumber &number) {
        const BigInteger digits = number.digits * powerOfTen(number.exponent - least);
        return number.isNegative ? -digits : digits;
    };
    return {whole(left), whole(right)};
}

void checkDistance(Interpreter &interpreter, const DecimalNumber &left, const DecimalNumber &right)
{
    if (std::abs(left.exponent - right.exponent) > MostShift || left.digitCount() > MostShift
        || right.digitCount() > MostShift)
        interpreter.unsupported(QStringLiteral("a Decimal of more than %1 digits").arg(MostShift));
    interpreter.step(16);
}

DecimalNumber sum(const DecimalNumber &left, const DecimalNumber &right)
{
    const auto [first, second] = aligned(left, right);
    const BigInteger total = first + second;
    const bool negativeZero = total.isZero() && left.isNegative && right.isNegative;
    return inContext({.isNegative = total.isNegative() || negativeZero,
        .digits = total.magnitude(),
        .exponent = std::min(left.exponent, right.exponent)});
}

DecimalNumber quotient(const DecimalNumber &left, const DecimalNumber &right)
{
    const qint64 shift = std::max<qint64>(0, right.digitCount() - left.digitCount() + Precision + 1);
    auto [whole, rest] = (left.digits * powerOfTen(shift)).divided(right.digits);
    DecimalNumber result {.isNegative = left.isNegative != right.isNegative,
        .digits = whole,
        .exponent = left.exponent - right.exponent - shift};
    if (!rest.isZero()) { // a digit that keeps it from being a tie
        if (result.digits.divided(BigInteger(5)).second.isZero())
            result.digits = result.digits + 1;
        return inContext(result);
    }
    const qint64 ideal = left.exponent - right.exponent;
    while (result.exponent < ideal) {
        const auto [shorter, digit] = result.digits.divided(BigInteger(10));
        if (!digit.isZero())
            break;
        result.digits = shorter;
        ++result.exponent;
    }
    return inContext(result);
}

class SpecialCases final
{
public:
    explicit SpecialCases(Interpreter &interpreter) : m_interpreter(interpreter) {}
    [[noreturn]] void raise(const QString &name, const QString &message)
    {
        ModuleObject *module = m_interpreter.world().import(m_interpreter, QStringLiteral("decimal"));
        m_interpreter.raise(module->members.value(name).as<Class>(), message);
    }

private:
    Interpreter &m_interpreter;
};

} // namespace

QString DecimalNumber::toString() const
{
    const QString sign = isNegative ? QStringLiteral("-") : QString();
    if (kind != Kind::Finite)
        return sign + (kind == Kind::NaN ? QStringLiteral("NaN") : QStringLiteral("Infinity"));
    QString text = digits.digits();
    const qint64 left = exponent + text.size(); // digits before the point
    const bool isPlain = exponent <= 0 && left > -6;
    const qint64 point = isPlain ? left : 1;
    if (point <= 0)
        text = QStringLiteral("0.") + QString(-point, u'0') + text;
    else if (point < text.size())
        text.insert(point, u'.');
    if (left == point)
        return sign + text;
    return sign + text + u'E' + (left - point < 0 ? QString() : QStringLiteral("+")) + QString::number(left - point);
}

std::optional<DecimalNumber> DecimalNumber::fromText(const QString &given)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\A([+-]?)(?:(\\d+)(?:\\.(\\d*))?|\\.(\\d+))(?:e([+-]?\\d{1,18}))?\\z"),
        QRegularExpression::CaseInsensitiveOption);
    QString text = given.trimmed();
    text.remove(u'_');
    const QString word = QString(text).remove(u'+').remove(u'-').toLower();
    if (word == u"inf" || word == u"infinity")
        return DecimalNumber {.kind = Kind::Infinity, .isNegative = text.startsWith(u'-')};
    if (word == u"nan")
        return DecimalNumber {.kind = Kind::NaN, .isNegative = text.startsWith(u'-')};
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString fraction = match.captured(3) + match.captured(4);
    const std::optional<BigInteger> digits = BigInteger::fromDigits(QString(match.captured(2) + fraction), 10);
    if (!digits)
        return std::nullopt;
    return DecimalNumber {.isNegative = match.captured(1) == u"-",
        .digits = *digits,
        .exponent = match.captured(5).toLongLong() - fraction.size()};
}

DecimalNumber DecimalNumber::fromDouble(double number)
{
    if (!std::isfinite(number))
        return {.kind = std::isnan(number) ? Kind::NaN : Kind::Infinity, .isNegative = std::signbit(number)};
    int exponent = 0;
    BigInteger digits(qint64(std::ldexp(std::frexp(std::fabs(number), &exponent), 53)));
    exponent -= 53;
    while (exponent < 0 && !digits.isZero() && !digits.isOdd()) {
        digits = digits.shifted(-1);
        ++exponent;
    }
    if (digits.isZero() || exponent >= 0)
        return {.isNegative = std::signbit(number), .digits = digits.shifted(std::max(0, exponent))};
    return {.isNegative = std::signbit(number), .digits = digits * BigInteger(5).power(-exponent), .exponent = exponent};
}

double DecimalNumber::toDouble() const
{
    if (kind != Kind::Finite)
        return kind == Kind::NaN ? NAN : isNegative ? -INFINITY : INFINITY;
    return toString().toDouble();
}

DecimalNumber rescaled(const DecimalNumber &number, qint64 exponent, const QString &rounding)
{
    DecimalNumber result = number;
    result.exponent = exponent;
    if (exponent <= number.exponent) {
        result.digits = number.digits * powerOfTen(number.exponent - exponent);
        return result;
    }
    if (exponent - number.exponent > number.digitCount() + 1) { // nothing of it is left
        const bool up = roundsUp(rounding, BigInteger(), std::strong_ordering::less, !number.isZero(), number.isNegative);
        result.digits = BigInteger(up ? 1 : 0);
        return result;
    }
    const BigInteger unit = powerOfTen(exponent - number.exponent);
    const auto [whole, rest] = number.digits.divided(unit);
    const bool up = roundsUp(rounding, whole, rest.shifted(1) <=> unit, !rest.isZero(), number.isNegative);
    result.digits = up ? whole + 1 : whole;
    return result;
}

DecimalNumber inContext(const DecimalNumber &number)
{
    const qint64 excess = number.digitCount() - Precision;
    if (number.kind != DecimalNumber::Kind::Finite || excess <= 0)
        return number;
    const DecimalNumber result = rescaled(number, number.exponent + excess, QStringLiteral("ROUND_HALF_EVEN"));
    return result.digitCount() > Precision ? inContext(result) : result;
}

std::optional<DecimalNumber> decimalOf(const Value &value)
{
    if (const auto *decimal = value.as<DecimalObject>())
        return decimal->number;
    const std::optional<BigInteger> number = bigInteger(value);
    if (!number)
        return std::nullopt;
    return DecimalNumber {.isNegative = number->isNegative(), .digits = number->magnitude()};
}

bool DecimalObject::equals(Interpreter &interpreter, const Value &other)
{
    const std::optional<Value> verdict = compare(interpreter, Comparison::Equal, other);
    return verdict && verdict->toBool();
}

// equal numbers have equal keys, whatever their kind
std::optional<QString> DecimalObject::hashKey(Interpreter &interpreter)
{
    if (number.kind != DecimalNumber::Kind::Finite)
        return u'n' + QString::number(number.toDouble());
    if (std::abs(number.exponent) > MostShift)
        interpreter.unsupported(QStringLiteral("such a Decimal as a key"));
    if (number.exponent >= 0 || number.isZero()) {
        const BigInteger whole = number.digits * powerOfTen(std::max<qint64>(0, number.exponent));
        return interpreter.hashKey(integerValue(interpreter, number.isNegative ? -whole : whole));
    }
    const auto [whole, rest] = number.digits.divided(powerOfTen(-number.exponent));
    if (rest.isZero())
        return interpreter.hashKey(integerValue(interpreter, number.isNegative ? -whole : whole));
    const double nearest = number.toDouble();
    DecimalObject exact(DecimalNumber::fromDouble(nearest));
    return exact.equals(interpreter, Value(this)) ? interpreter.hashKey(Value(nearest)) : u'D' + number.toString();
}

std::optional<Value> DecimalObject::compare(Interpreter &interpreter, Comparison op, const Value &other)
{
    std::optional<DecimalNumber> right = decimalOf(other);
    if (!right && other.isFloat())
        right = DecimalNumber::fromDouble(other.toFloat());
    if (!right)
        return std::nullopt;
    using Kind = DecimalNumber::Kind;
    if (number.kind == Kind::NaN || right->kind == Kind::NaN)
        return op == Comparison::NotEqual;
    const auto value = [&](const DecimalNumber &each) { return Value(each.toDouble()); };
    const bool isInfinite = number.kind == Kind::Infinity || right->kind == Kind::Infinity;
    if (isInfinite || std::abs(number.adjusted() - right->adjusted()) > MostShift)
        return interpreter.compare(op, value(number), value(*right));
    checkDistance(interpreter, number, *right);
    const auto [first, second] = aligned(number, *right);
    const std::strong_ordering order = first <=> second;
    return interpreter.compare(op, Value(order < 0 ? -1 : order > 0 ? 1 : 0), Value(0));
}

namespace {

Value made(Interpreter &interpreter, const DecimalNumber &number)
{
    return Value(interpreter.make<DecimalObject>(number));
}

DecimalNumber power(Interpreter &interpreter, const DecimalNumber &base, const DecimalNumber &exponent)
{
    if (exponent.exponent != 0 || exponent.digits.bitLength() > 12)
        interpreter.unsupported(QStringLiteral("a Decimal to such a power"));
    const qint64 times = *exponent.digits.toInteger();
    if (base.digitCount() * times > MostShift)
        interpreter.unsupported(QStringLiteral("a Decimal to such a power"));
    const DecimalNumber result {.isNegative = base.isNegative && times % 2 != 0,
        .digits = base.digits.power(times),
        .exponent = base.exponent * times};
    return exponent.isNegative ? quotient({.digits = BigInteger(1)}, result) : inContext(result);
}

// // and %: the quotient is cut off, the rest has the sign of the dividend
DecimalNumber divided(const DecimalNumber &left, const DecimalNumber &right, bool isRest)
{
    const auto [first, second] = aligned(left, right);
    const auto [whole, rest] = first.magnitude().divided(second.magnitude());
    if (!isRest)
        return {.isNegative = left.isNegative != right.isNegative, .digits = whole};
    return inContext(
        {.isNegative = left.isNegative, .digits = rest, .exponent = std::min(left.exponent, right.exponent)});
}

} // namespace

std::optional<Value> DecimalObject::binary(
    Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    if (other.isNone() && reflected) { // -x, +x
        DecimalNumber result = inContext(number);
        if (op == BinaryOperator::Subtract)
            result.isNegative = !result.isNegative && !result.isZero();
        return op == BinaryOperator::Subtract || op == BinaryOperator::Add ? std::optional(made(interpreter, result))
                                                                           : std::nullopt;
    }
    const std::optional<DecimalNumber> second = decimalOf(other);
    if (!second)
        return std::nullopt;
    const DecimalNumber &left = reflected ? *second : number;
    DecimalNumber right = reflected ? number : *second;
    using Kind = DecimalNumber::Kind;
    if (left.kind != Kind::Finite || right.kind != Kind::Finite)
        interpreter.unsupported(QStringLiteral("arithmetic with Decimal('%1')")
                                    .arg(left.kind != Kind::Finite ? left.toString() : right.toString()));
    checkDistance(interpreter, left, right);
    const bool divides = op == BinaryOperator::Divide || op == BinaryOperator::FloorDivide || op == BinaryOperator::Modulo;
    if (divides && right.isZero()) {
        const bool isUndefined = left.isZero() && op != BinaryOperator::Modulo;
        SpecialCases(interpreter).raise(
            isUndefined ? QStringLiteral("InvalidOperation")
                : op == BinaryOperator::Modulo ? QStringLiteral("InvalidOperation") : QStringLiteral("DivisionByZero"),
            isUndefined ? QStringLiteral("[<class 'decimal.DivisionUndefined'>]")
                : op == BinaryOperator::Modulo ? QStringLiteral("[<class 'decimal.InvalidOperation'>]")
                : QStringLiteral("[<class 'decimal.DivisionByZero'>]"));
    }
    switch (op) {
    case BinaryOperator::Add: return made(interpreter, sum(left, right));
    case BinaryOperator::Subtract:
        right.isNegative = !right.isNegative;
        return made(interpreter, sum(left, right));
    case BinaryOperator::Multiply:
        return made(interpreter,
            inContext({.isNegative = left.isNegative != right.isNegative,
                .digits = left.digits * right.digits,
                .exponent = left.exponent + right.exponent}));
    case BinaryOperator::Divide: return made(interpreter, quotient(left, right));
    case BinaryOperator::FloorDivide: return made(interpreter, divided(left, right, false));
    case BinaryOperator::Modulo: return made(interpreter, divided(left, right, true));
    case BinaryOperator::Power: return made(interpreter, power(interpreter, left, right));
    default: return std::nullopt;
    }
}

std::optional<Value> DecimalObject::attribute(Interpreter &interpreter, const QString &name)
{
    return decimalMethod(interpreter, this, name);
}

std::optional<Value> DecimalObject::special(Interpreter &interpreter, const QString &method, const QList<Value> &arguments)
{
    if (method == u"__float__")
        return number.toDouble();
    if (method == u"__format__")
        return Value(formatDecimal(interpreter, number, arguments.front().toString()));
    if (method == u"__abs__") {
        DecimalNumber result = inContext(number);
        result.isNegative = false;
        return made(interpreter, result);
    }
    static const QHash<QString, QString> roundings {{QStringLiteral("__int__"), QStringLiteral("ROUND_DOWN")},
        {QStringLiteral("__trunc__"), QStringLiteral("ROUND_DOWN")}, {QStringLiteral("__ceil__"), QStringLiteral("ROUND_CEILING")},
        {QStringLiteral("__floor__"), QStringLiteral("ROUND_FLOOR")}, {QStringLiteral("__round__"), QStringLiteral("ROUND_HALF_EVEN")}};
    const auto rounding = roundings.constFind(method);
    if (rounding == roundings.cend())
        return std::nullopt;
    if (number.kind != DecimalNumber::Kind::Finite)
        interpreter.raise(number.kind == DecimalNumber::Kind::NaN ? QStringLiteral("ValueError") : QStringLiteral("OverflowError"),
            number.kind == DecimalNumber::Kind::NaN ? QStringLiteral("cannot convert NaN to integer")
                                                    : QStringLiteral("cannot convert Infinity to integer"));
    if (std::abs(number.exponent) > MostShift)
        interpreter.unsupported(QStringLiteral("an int of a Decimal of more than %1 digits").arg(MostShift));
    if (!arguments.isEmpty() && arguments.front().isInteger())
        return made(interpreter, rescaled(number, -arguments.front().toInteger(), *rounding));
    const DecimalNumber whole = rescaled(number, 0, *rounding);
    return integerValue(interpreter, whole.isNegative ? -whole.digits : whole.digits);
}

} // namespace Migrations::StandardLibrary
