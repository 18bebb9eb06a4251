// int, float and the functions about numbers.
#include "migrations/python/argumentreader.h"
#include "migrations/python/builtins.h"
#include "migrations/python/formatting.h"
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

std::optional<qint64> parsedInteger(Interpreter &interpreter, const QString &text, int base)
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
    quint64 value = 0;
    for (const QChar digit : std::as_const(*digits)) {
        const int number = digit.isDigit()        ? digit.digitValue()
            : digit >= u'a' && digit <= u'z' ? digit.unicode() - u'a' + 10
            : digit >= u'A' && digit <= u'Z' ? digit.unicode() - u'A' + 10
                                             : usedBase;
        if (number >= usedBase)
            return std::nullopt;
        if (__builtin_mul_overflow(value, quint64(usedBase), &value) || value > quint64(INT64_MAX) - quint64(number))
            refuseLargeInteger(interpreter);
        value += quint64(number);
    }
    return negative ? -qint64(value) : qint64(value);
}

qint64 wholePart(Interpreter &interpreter, double number)
{
    if (std::isinf(number))
        interpreter.raise(
            QStringLiteral("OverflowError"), QStringLiteral("cannot convert float infinity to integer"));
    if (std::isnan(number))
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("cannot convert float NaN to integer"));
    constexpr double Limit = 9.2e18;
    if (std::fabs(number) >= Limit)
        refuseLargeInteger(interpreter);
    return qint64(std::trunc(number));
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
        if (const std::optional<qint64> number = parsedInteger(interpreter, text, int(base)))
            return *number;
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("invalid literal for int() with base %1: %2").arg(base).arg(interpreter.repr(value)));
    }
    if (givenBase)
        interpreter.raise(
            QStringLiteral("TypeError"), QStringLiteral("int() can't convert non-string with explicit base"));
    if (value.isInteger())
        return value.toInteger();
    if (value.isFloat())
        return wholePart(interpreter, value.toFloat());
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
    if (!number.isNumber())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("type %1 doesn't define __round__ method").arg(Interpreter::typeName(number)));
    if (digits.isNone())
        return number.isInteger() ? Value(number.toInteger())
                                  : Value(wholePart(interpreter, std::nearbyint(number.toFloat())));
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
    if (!given[0].isNumber() || !given[1].isNumber())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("unsupported operand type(s) for divmod(): '%1' and '%2'")
                .arg(Interpreter::typeName(given[0]), Interpreter::typeName(given[1])));
    const Value quotient = interpreter.binary(BinaryOperator::FloorDivide, given[0], given[1]);
    return Value(interpreter.make<Tuple>(
        QList<Value> {quotient, interpreter.binary(BinaryOperator::Modulo, given[0], given[1])}));
}

Value modularPower(Interpreter &interpreter, const QList<Value> &given)
{
    const qint64 base = integerArgument(interpreter, given[0]);
    qint64 exponent = integerArgument(interpreter, given[1]);
    const qint64 modulus = integerArgument(interpreter, given[2]);
    if (modulus == 0)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("pow() 3rd argument cannot be 0"));
    constexpr qint64 Limit = qint64(1) << 31;
    if (exponent < 0 || modulus < 0 || modulus >= Limit)
        interpreter.unsupported(QStringLiteral("pow() with such a modulus"));
    qint64 result = 1 % modulus;
    for (qint64 factor = ((base % modulus) + modulus) % modulus; exponent > 0; exponent >>= 1) {
        if (exponent & 1)
            result = result * factor % modulus;
        factor = factor * factor % modulus;
    }
    return result;
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
    const qint64 number = integerArgument(interpreter, onlyArgument(interpreter, name, arguments));
    const QString prefix = Base == 16 ? QStringLiteral("0x") : Base == 8 ? QStringLiteral("0o") : QStringLiteral("0b");
    const quint64 magnitude = number < 0 ? 0 - quint64(number) : quint64(number);
    return QString((number < 0 ? QStringLiteral("-") : QString()) + prefix + QString::number(magnitude, Base));
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
        return number;
    if (name == u"imag")
        return number.isFloat() ? Value(0.0) : Value(0);
    if (name == u"bit_length" && number.isInteger())
        return Value(interpreter.make<Builtin>(name, [number](Interpreter &, const Arguments &) -> Value {
            const quint64 magnitude
                = number.toInteger() < 0 ? 0 - quint64(number.toInteger()) : quint64(number.toInteger());
            return 64 - std::countl_zero(magnitude);
        }));
    if (name == u"is_integer")
        return Value(interpreter.make<Builtin>(name, [number](Interpreter &, const Arguments &) -> Value {
            return number.isInteger() || std::trunc(number.toFloat()) == number.toFloat();
        }));
    return std::nullopt;
}

} // namespace Migrations::Python
