// decimal: the methods of Decimal, its format, and the names of the module.
#include "migrations/standardlibrary/catalogue.h"
#include "migrations/standardlibrary/decimals.h"

#include "migrations/python/builtins.h"
#include "migrations/python/formatting.h"
#include "migrations/python/largeinteger.h"

#include <QRegularExpression>

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

const QStringList &roundings()
{
    static const QStringList names = QStringLiteral(
        "ROUND_05UP ROUND_CEILING ROUND_DOWN ROUND_FLOOR ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP")
                                         .split(u' ');
    return names;
}

[[noreturn]] void invalid(Interpreter &interpreter, const QString &condition)
{
    ModuleObject *module = interpreter.world().import(interpreter, QStringLiteral("decimal"));
    interpreter.raise(module->members.value(QStringLiteral("InvalidOperation")).as<Class>(),
        QStringLiteral("[<class 'decimal.%1'>]").arg(condition));
}

Value made(Interpreter &interpreter, const DecimalNumber &number)
{
    return Value(interpreter.make<DecimalObject>(number));
}

Value construct(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("Decimal"), arguments);
    const Value given = reader.optional(QStringLiteral("value"), Value(QStringLiteral("0")));
    reader.finish();
    if (const std::optional<DecimalNumber> number = decimalOf(given))
        return made(interpreter, *number);
    if (given.isFloat())
        return made(interpreter, DecimalNumber::fromDouble(given.toFloat()));
    const Value text = given.isObject() ? given.object()->plain().value_or(given) : given;
    if (text.as<Sequence>())
        interpreter.unsupported(QStringLiteral("Decimal() of a tuple"));
    if (!text.isString())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("conversion from %1 to Decimal is not supported").arg(Interpreter::typeName(text)));
    constexpr qsizetype MostDigits = 5000;
    if (text.toString().size() > MostDigits)
        interpreter.unsupported(QStringLiteral("a Decimal of more than %1 digits").arg(MostDigits));
    const std::optional<DecimalNumber> number = DecimalNumber::fromText(text.toString());
    if (!number)
        invalid(interpreter, QStringLiteral("ConversionSyntax"));
    return made(interpreter, *number);
}

DecimalNumber argument(Interpreter &interpreter, const Value &value)
{
    const std::optional<DecimalNumber> number = decimalOf(value);
    if (!number)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("conversion from %1 to Decimal is not supported").arg(Interpreter::typeName(value)));
    return *number;
}

QString roundingOf(Interpreter &interpreter, const Value &given)
{
    if (given.isNone())
        return QStringLiteral("ROUND_HALF_EVEN");
    if (!given.isString() || !roundings().contains(given.toString()))
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   "
                           "ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]"));
    return given.toString();
}

Value quantize(Interpreter &interpreter, DecimalObject *self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("quantize"), arguments);
    const DecimalNumber unit = argument(interpreter, reader.required(QStringLiteral("exp")));
    const QString rounding = roundingOf(interpreter, reader.optional(QStringLiteral("rounding"), Value()));
    reader.finish();
    constexpr qint64 Precision = 28;
    if (unit.kind != DecimalNumber::Kind::Finite || self->number.kind != DecimalNumber::Kind::Finite
        || self->number.exponent - unit.exponent > Precision)
        invalid(interpreter, QStringLiteral("InvalidOperation"));
    const DecimalNumber result = rescaled(self->number, unit.exponent, rounding);
    if (result.digitCount() > Precision)
        invalid(interpreter, QStringLiteral("InvalidOperation"));
    return made(interpreter, result);
}

Value toIntegral(Interpreter &interpreter, DecimalObject *self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("to_integral_value"), arguments);
    const QString rounding = roundingOf(interpreter, reader.optional(QStringLiteral("rounding"), Value()));
    reader.finish();
    return made(interpreter, self->number.exponent >= 0 ? self->number : rescaled(self->number, 0, rounding));
}

Value normalize(Interpreter &interpreter, DecimalObject *self, const Arguments &)
{
    DecimalNumber result = inContext(self->number);
    if (result.isZero())
        result.exponent = 0;
    while (!result.digits.isZero()) {
        const auto [shorter, digit] = result.digits.divided(BigInteger(10));
        if (!digit.isZero())
            break;
        result.digits = shorter;
        ++result.exponent;
    }
    return made(interpreter, result);
}

template<bool (*Test)(const DecimalNumber &)>
Value test(Interpreter &, DecimalObject *self, const Arguments &)
{
    return Test(self->number);
}

bool isNan(const DecimalNumber &number) { return number.kind == DecimalNumber::Kind::NaN; }
bool isInfinite(const DecimalNumber &number) { return number.kind == DecimalNumber::Kind::Infinity; }
bool isFinite(const DecimalNumber &number) { return number.kind == DecimalNumber::Kind::Finite; }
bool isZero(const DecimalNumber &number) { return number.isZero(); }
bool isSigned(const DecimalNumber &number) { return number.isNegative; }

template<bool Negative>
Value withSign(Interpreter &interpreter, DecimalObject *self, const Arguments &)
{
    DecimalNumber result = self->number;
    result.isNegative = Negative && !result.isNegative;
    return made(interpreter, result);
}

Value adjusted(Interpreter &, DecimalObject *self, const Arguments &)
{
    return self->number.kind == DecimalNumber::Kind::Finite ? Value(self->number.adjusted()) : Value(0);
}

} // namespace

std::optional<Value> decimalMethod(Interpreter &interpreter, DecimalObject *self, const QString &name)
{
    static const QHash<QString, Value (*)(Interpreter &, DecimalObject *, const Arguments &)> methods {
        {QStringLiteral("adjusted"), adjusted},
        {QStringLiteral("copy_abs"), withSign<false>},
        {QStringLiteral("copy_negate"), withSign<true>},
        {QStringLiteral("is_finite"), test<isFinite>},
        {QStringLiteral("is_infinite"), test<isInfinite>},
        {QStringLiteral("is_nan"), test<isNan>},
        {QStringLiteral("is_signed"), test<isSigned>},
        {QStringLiteral("is_zero"), test<isZero>},
        {QStringLiteral("normalize"), normalize},
        {QStringLiteral("quantize"), quantize},
        {QStringLiteral("to_integral_value"), toIntegral},
    };
    static const QSet<QString> others {QStringLiteral("as_integer_ratio"), QStringLiteral("as_tuple"),
        QStringLiteral("compare"), QStringLiteral("exp"), QStringLiteral("fma"), QStringLiteral("ln"),
        QStringLiteral("log10"), QStringLiteral("max"), QStringLiteral("min"), QStringLiteral("number_class"),
        QStringLiteral("remainder_near"), QStringLiteral("same_quantum"), QStringLiteral("scaleb"),
        QStringLiteral("shift"), QStringLiteral("sqrt"), QStringLiteral("to_eng_string"),
        QStringLiteral("to_integral"), QStringLiteral("to_integral_exact")};
    if (others.contains(name))
        interpreter.unsupported(QStringLiteral("Decimal.%1").arg(name));
    return methodFrom(interpreter, methods, self, name);
}

QString formatDecimal(Interpreter &interpreter, const DecimalNumber &number, const QString &specification)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\A(?:(.)?([<>=^]))?([-+ ]?)(0?)(\\d{0,9})(,?)(?:\\.(\\d{1,4}))?([fF%]?)\\z"),
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = pattern.match(specification);
    if (!match.hasMatch() || number.kind != DecimalNumber::Kind::Finite)
        interpreter.unsupported(QStringLiteral("the format %1 of a Decimal").arg(specification));
    const bool isPercent = match.captured(8) == u"%";
    DecimalNumber shown = number;
    if (isPercent)
        shown.exponent += 2;
    if (!match.captured(7).isEmpty()) {
        if (match.captured(8).isEmpty())
            interpreter.unsupported(QStringLiteral("the format %1 of a Decimal").arg(specification));
        shown = rescaled(shown, -match.captured(7).toLongLong(), QStringLiteral("ROUND_HALF_EVEN"));
    } else if (shown.exponent > 0 && !match.captured(8).isEmpty()) {
        if (shown.exponent > 1000)
            interpreter.unsupported(QStringLiteral("the format %1 of a Decimal").arg(specification));
        shown = rescaled(shown, 0, QStringLiteral("ROUND_HALF_EVEN"));
    }
    shown.isNegative = false;
    QString text = shown.toString();
    if (text.contains(u'E') && !match.captured(8).isEmpty()) // of a fraction with many zeros
        text = QStringLiteral("0.") + shown.digits.digits().rightJustified(-shown.exponent, u'0');
    const qsizetype point = text.indexOf(u'.');
    for (qsizetype at = (point < 0 ? text.size() : point) - 3; !match.captured(6).isEmpty() && at > 0; at -= 3)
        text.insert(at, u',');
    if (isPercent)
        text += u'%';
    const QString sign = number.isNegative ? QStringLiteral("-")
        : match.captured(3) == u"-"        ? QString()
                                           : match.captured(3);
    const qint64 width = match.captured(5).toLongLong();
    const bool zeros = !match.captured(4).isEmpty();
    const QChar align = match.captured(2).isEmpty() ? (zeros ? u'=' : u'>') : match.captured(2).front();
    const QString fill = !match.captured(1).isEmpty() ? match.captured(1) : zeros ? QStringLiteral("0") : QStringLiteral(" ");
    if (align != u'=')
        return padded(interpreter, sign + text, width, align, fill);
    if (!match.captured(6).isEmpty() && zeros)
        interpreter.unsupported(QStringLiteral("the format %1 of a Decimal").arg(specification));
    return sign + padded(interpreter, text, width - sign.size(), u'>', fill);
}

void fillDecimal(Interpreter &interpreter, ModuleObject &module)
{
    addType(interpreter, module, QStringLiteral("Decimal"), construct, holds<DecimalObject>);
    for (const QString &name : roundings())
        module.members.insert(name, Value(name));
    Class *arithmetic = interpreter.exceptionClass(QStringLiteral("ArithmeticError"));
    Class *base = interpreter.makeExceptionClass(QStringLiteral("DecimalException"), arithmetic);
    Class *invalidOperation = interpreter.makeExceptionClass(QStringLiteral("InvalidOperation"), base);
    Class *byZero = interpreter.make<Class>(QStringLiteral("DivisionByZero"),
        QList<Class *> {base, interpreter.exceptionClass(QStringLiteral("ZeroDivisionError"))});
    byZero->isException = true;
    for (Class *type : {base, invalidOperation, byZero})
        module.members.insert(type->name, Value(type));
}

} // namespace Migrations::StandardLibrary
