// int, float and the functions about numbers.
#include "migrations/python/argumentreader.h"
#include "migrations/python/builtins.h"
#include "migrations/python/formatting.h"
#include "migrations/python/largeinteger.h"
#include "migrations/python/numbers.h"

#include <QLocale>

#include <cmath>

namespace Migrations::Python {

namespace {

// the digits of an int literal in a text: spaces around, a sign, single underscores between
std::optional<QString> digitsOf(const QString &text)
{
    QString digits = text.trimmed();
    for (QChar &character : digits) {
        if (character.isDigit())
            character = QChar(u'0' + character.digitValue());
    }
    const bool misplaced = digits.startsWith(u'_') || digits.endsWith(u'_') || digits.contains(QStringLiteral("__"))
        || digits.contains(QStringLiteral("+_")) || digits.contains(QStringLiteral("-_"));
    if (misplaced || digits.contains(u' '))
        return std::nullopt;
    return digits.remove(u'_');
}

// 0x, 0o and 0b before the digits
int prefixBase(QStringView digits)
{
    static const QHash<QChar, int> bases {{u'x', 16}, {u'o', 8}, {u'b', 2}};
    return digits.size() > 2 && digits.front() == u'0' ? bases.value(digits[1].toLower(), 0) : 0;
}

std::optional<Value> parsedInteger(Interpreter &interpreter, const QString &text, int base)
{
    std::optional<QString> digits = digitsOf(text);
    if (!digits)
        return std::nullopt;
    const bool negative = digits->startsWith(u'-');
    if (negative || digits->startsWith(u'+'))
        digits->remove(0, 1);
    if (digits->isEmpty() || digits->front() == u'-' || digits->front() == u'+')
        return std::nullopt;
    const int prefix = prefixBase(*digits);
    if (prefix != 0 && (base == 0 || base == prefix)) {
        digits->remove(0, 2);
        base = prefix;
    }
    const int usedBase = base == 0 ? 10 : base;
    constexpr qsizetype MaximumDigits = 4300; // Python's own limit
    const bool isPowerOfTwo = (usedBase & (usedBase - 1)) == 0;
    if (!isPowerOfTwo && digits->size() > MaximumDigits)
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("Exceeds the limit (4300 digits) for integer string conversion: value has %1 digits; use "
                           "sys.set_int_max_str_digits() to increase the limit")
                .arg(digits->size()));
    if (digits->size() > (1 << 16))
        interpreter.unsupported(QStringLiteral("an integer of that many digits"));
    interpreter.step(digits->size() * digits->size() / 4096);
    const std::optional<BigInteger> value = BigInteger::fromDigits(*digits, usedBase);
    if (!value)
        return std::nullopt;
    return integerValue(interpreter, negative ? -*value : *value);
}

Value wholePart(Interpreter &interpreter, double number)
{
    if (std::isinf(number))
        interpreter.raise(
            QStringLiteral("OverflowError"), QStringLiteral("cannot convert float infinity to integer"));
    if (std::isnan(number))
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("cannot convert float NaN to integer"));
    return integerValue(interpreter, BigInteger::fromDouble(number));
}

Value toInteger(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("int"), arguments);
    const std::optional<Value> given = reader.optional(QStringLiteral("x"));
    const std::optional<Value> givenBase = reader.optional(QStringLiteral("base"));
    reader.finish();
    const Value value = given.value_or(Value(0));
    const QString text = value.isBytes() ? QString::fromLatin1(value.toBytes())
        : value.isString()               ? value.toString()
                                         : QString();
    if (value.isString() || value.isBytes()) {
        const qint64 base = givenBase ? integerArgument(interpreter, *givenBase) : 10;
        if (base != 0 && (base < 2 || base > 36))
            interpreter.raise(
                QStringLiteral("ValueError"), QStringLiteral("int() base must be >= 2 and <= 36, or 0"));
        if (const std::optional<Value> number = parsedInteger(interpreter, text, int(base)))
            return *number;
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("invalid literal for int() with base %1: %2").arg(base).arg(interpreter.repr(value)));
    }
    if (givenBase)
        interpreter.raise(
            QStringLiteral("TypeError"), QStringLiteral("int() can't convert non-string with explicit base"));
    if (value.isInteger())
        return value.toInteger();
    if (value.as<LargeInteger>())
        return value;
    if (value.isFloat())
        return wholePart(interpreter, value.toFloat());
    if (const std::optional<Value> own = specialResult(interpreter, value, QStringLiteral("__int__")))
        return *own;
    interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("int() argument must be a string, a bytes-like object or a real number, not '%1'")
            .arg(Interpreter::typeName(value)));
}

Value toFloat(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("float"), arguments, 0, 1);
    const Value value = given.value(0, Value(0.0));
    if (value.isNumber())
        return value.toFloat();
    if (const auto *large = value.as<LargeInteger>())
        return toDouble(interpreter, large->value);
    if (const std::optional<Value> own = specialResult(interpreter, value, QStringLiteral("__float__")))
        return *own;
    if (!value.isString())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("float() argument must be a string or a real number, not '%1'")
                .arg(Interpreter::typeName(value)));
    static const QHash<QString, double> names {{QStringLiteral("inf"), INFINITY},
        {QStringLiteral("infinity"), INFINITY}, {QStringLiteral("nan"), NAN}};
    const QString digits = digitsOf(value.toString()).value_or(QString()).toLower();
    const bool isSigned = digits.startsWith(u'-') || digits.startsWith(u'+');
    if (const auto named = names.constFind(isSigned ? digits.mid(1) : digits); named != names.cend())
        return digits.startsWith(u'-') ? -*named : *named;
    bool valid = false;
    const double number = QLocale::c().toDouble(digits, &valid);
    if (valid && !digits.contains(u','))
        return number;
    interpreter.raise(QStringLiteral("ValueError"),
        QStringLiteral("could not convert string to float: %1").arg(interpreter.repr(value)));
}

Value absolute(Interpreter &interpreter, const Arguments &arguments)
{
    const Value value = onlyArgument(interpreter, QStringLiteral("abs"), arguments);
    if (value.isFloat())
        return std::fabs(value.toFloat());
    if (const auto *large = value.as<LargeInteger>())
        return integerValue(interpreter, large->value.magnitude());
    if (const std::optional<Value> own = specialResult(interpreter, value, QStringLiteral("__abs__")))
        return *own;
    if (!value.isInteger())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("bad operand type for abs(): '%1'").arg(Interpreter::typeName(value)));
    const qint64 number = value.toInteger();
    return number < 0 ? interpreter.binary(BinaryOperator::Subtract, 0, number) : Value(number);
}

// half to even, as Python rounds; correctly for decimal digits by way of their text
double rounded(Interpreter &interpreter, double number, qint64 digits)
{
    if (!std::isfinite(number) || digits > 300)
        return number;
    if (digits >= 0)
        return std::copysign(
            floatDigits(interpreter, std::fabs(number), u'f', digits, false).toDouble(), number);
    const double power = std::pow(10.0, double(-digits));
    return std::isfinite(power) ? std::nearbyint(number / power) * power : std::copysign(0.0, number);
}

Value round(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("round"), arguments);
    const Value number = reader.required(QStringLiteral("number"));
    const Value digits = reader.optional(QStringLiteral("ndigits"), Value());
    reader.finish();
    if (const std::optional<Value> own = specialResult(interpreter, number, QStringLiteral("__round__"),
            digits.isNone() ? QList<Value>() : QList<Value> {digits}))
        return *own;
    if (number.as<LargeInteger>() && (digits.isNone() || integerArgument(interpreter, digits) >= 0))
        return number;
    if (!number.isNumber())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("type %1 doesn't define __round__ method").arg(Interpreter::typeName(number)));
    if (digits.isNone())
        return number.isInteger() ? Value(number.toInteger())
                                  : wholePart(interpreter, std::nearbyint(number.toFloat()));
    const qint64 places = integerArgument(interpreter, digits);
    if (number.isFloat())
        return rounded(interpreter, number.toFloat(), places);
    if (places >= 0)
        return number.toInteger();
    qint64 power = 1;
    for (qint64 i = places; i < 0; ++i) {
        if (__builtin_mul_overflow(power, qint64(10), &power))
            return 0;
    }
    const qint64 rest = ((number.toInteger() % power) + power) % power;
    const qint64 low = number.toInteger() - rest;
    const bool up = rest > power - rest || (rest == power - rest && (low / power) % 2 != 0);
    return up ? interpreter.binary(BinaryOperator::Add, low, power) : Value(low);
}

Value divmod(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("divmod"), arguments, 2, 2);
    const auto divides = [](const Value &value) { return value.isNumber() || value.isObject(); };
    if (!divides(given[0]) || !divides(given[1]))
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("unsupported operand type(s) for divmod(): '%1' and '%2'")
                .arg(Interpreter::typeName(given[0]), Interpreter::typeName(given[1])));
    const Value quotient = interpreter.binary(BinaryOperator::FloorDivide, given[0], given[1]);
    return Value(interpreter.make<Tuple>(
        QList<Value> {quotient, interpreter.binary(BinaryOperator::Modulo, given[0], given[1])}));
}

Value modularPower(Interpreter &interpreter, const QList<Value> &given)
{
    const std::optional<BigInteger> base = bigInteger(given[0]);
    const std::optional<BigInteger> exponent = bigInteger(given[1]);
    const std::optional<BigInteger> modulus = bigInteger(given[2]);
    if (!base || !exponent || !modulus)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("pow() 3rd argument not allowed unless all arguments are integers"));
    if (modulus->isZero())
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("pow() 3rd argument cannot be 0"));
    if (exponent->isNegative())
        interpreter.unsupported(QStringLiteral("pow() with such a modulus"));
    BigInteger result = BigInteger(1).divided(*modulus).second;
    BigInteger factor = base->divided(*modulus).second;
    for (BigInteger rest = *exponent; !rest.isZero(); rest = rest.shifted(-1)) {
        interpreter.step(1 + modulus->bitLength() * modulus->bitLength() / 16384);
        if (rest.isOdd())
            result = (result * factor).divided(*modulus).second;
        factor = (factor * factor).divided(*modulus).second;
    }
    return integerValue(interpreter, result);
}

Value power(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("pow"), arguments, 2, 3);
    if (given.size() == 3)
        return modularPower(interpreter, given);
    return interpreter.binary(BinaryOperator::Power, given[0], given[1]);
}

template<int Base>
Value digits(Interpreter &interpreter, const Arguments &arguments)
{
    const QString name = Base == 16 ? QStringLiteral("hex") : Base == 8 ? QStringLiteral("oct") : QStringLiteral("bin");
    const Value value = onlyArgument(interpreter, name, arguments);
    const std::optional<BigInteger> number = bigInteger(value);
    const QString prefix = Base == 16 ? QStringLiteral("0x") : Base == 8 ? QStringLiteral("0o") : QStringLiteral("0b");
    if (!number)
        static_cast<void>(integerArgument(interpreter, value)); // says what it is
    interpreter.spendBytes(number->bitLength() * 2);
    return QString((number->isNegative() ? QStringLiteral("-") : QString()) + prefix + number->digits(Base));
}

Value character(Interpreter &interpreter, const Arguments &arguments)
{
    const qint64 code = integerArgument(interpreter, onlyArgument(interpreter, QStringLiteral("chr"), arguments));
    if (code < 0 || code > 0x10FFFF)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("chr() arg not in range(0x110000)"));
    const char32_t point = char32_t(code);
    return code < 0x10000 ? QString(QChar(char16_t(code))) : QString::fromUcs4(&point, 1);
}

Value ordinal(Interpreter &interpreter, const Arguments &arguments)
{
    const Value value = onlyArgument(interpreter, QStringLiteral("ord"), arguments);
    if (!value.isString() && !value.isBytes())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("ord() expected string of length 1, but %1 found").arg(Interpreter::typeName(value)));
    const qint64 length = interpreter.length(value);
    if (length != 1)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("ord() expected a character, but string of length %1 found").arg(length));
    return value.isBytes() ? Value(int(uchar(value.toBytes().front()))) : Value(qint64(value.toString().toUcs4().front()));
}

constexpr auto Type = Builtin::Kind::Type;

const BuiltinFunction functions[] = {
    {QStringLiteral("abs"), absolute},
    {QStringLiteral("bin"), digits<2>},
    {QStringLiteral("chr"), character},
    {QStringLiteral("divmod"), divmod},
    {QStringLiteral("float"), toFloat, Type},
    {QStringLiteral("hex"), digits<16>},
    {QStringLiteral("int"), toInteger, Type},
    {QStringLiteral("oct"), digits<8>},
    {QStringLiteral("ord"), ordinal},
    {QStringLiteral("pow"), power},
    {QStringLiteral("round"), round},
};

} // namespace

std::span<const BuiltinFunction> numberFunctions()
{
    return functions;
}

std::optional<Value> numberMethod(Interpreter &interpreter, const Value &number, const QString &name)
{
    if (name == u"real")
        return number.isBool() ? Value(number.toInteger()) : number;
    if (name == u"imag")
        return number.isFloat() ? Value(0.0) : Value(0);
    if (number.isInteger() && (name == u"numerator" || name == u"denominator"))
        return name == u"numerator" ? Value(number.toInteger()) : Value(1);
    if (name == u"is_integer" && number.isFloat())
        return Value(interpreter.make<Builtin>(name, [number](Interpreter &, const Arguments &) -> Value {
            return std::isfinite(number.toFloat()) && std::trunc(number.toFloat()) == number.toFloat();
        }));
    if (number.isFloat())
        return std::nullopt;
    return integerMethod(interpreter, number, name);
}

} // namespace Migrations::Python
