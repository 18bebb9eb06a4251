// math.
#include "migrations/standardlibrary/catalogue.h"

#include "migrations/python/builtins.h"
#include "migrations/python/largeinteger.h"

#include <cmath>
#include <numbers>

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

double real(Interpreter &interpreter, const Value &value)
{
    if (value.isNumber())
        return value.toFloat();
    if (const auto *large = value.as<LargeInteger>())
        return toDouble(interpreter, large->value);
    if (const std::optional<Value> own = specialResult(interpreter, value, QStringLiteral("__float__")))
        return real(interpreter, *own);
    interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("must be real number, not %1").arg(Interpreter::typeName(value)));
}

Value checked(Interpreter &interpreter, double result, bool fromFinite)
{
    if (std::isnan(result) && fromFinite)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("math domain error"));
    if (std::isinf(result) && fromFinite)
        interpreter.raise(QStringLiteral("OverflowError"), QStringLiteral("math range error"));
    return result;
}

template<double (*Function)(double)>
Value unary(Interpreter &interpreter, const Arguments &arguments)
{
    const double given = real(interpreter, onlyArgument(interpreter, QStringLiteral("math"), arguments));
    return checked(interpreter, Function(given), std::isfinite(given));
}

template<double (*Function)(double, double)>
Value binary(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("math"), arguments, 2, 2);
    const double left = real(interpreter, given[0]);
    const double right = real(interpreter, given[1]);
    return checked(interpreter, Function(left, right), std::isfinite(left) && std::isfinite(right));
}

// to the next int; of an int itself
template<double (*Function)(double)>
Value rounded(Interpreter &interpreter, const Arguments &arguments)
{
    const Value value = onlyArgument(interpreter, QStringLiteral("math"), arguments);
    if (const std::optional<BigInteger> number = bigInteger(value))
        return integerValue(interpreter, *number);
    if (value.isObject()) {
        if (const auto own = specialResult(interpreter, value,
                Function(0.5) == 1 ? QStringLiteral("__ceil__")
                    : Function(-0.5) == -1 ? QStringLiteral("__floor__")
                                           : QStringLiteral("__trunc__")))
            return *own;
    }
    return interpreter.callValue(
        interpreter.builtin(QStringLiteral("int")), {{Value(Function(real(interpreter, value)))}, {}, arguments.at});
}

double ceiling(double value) { return std::ceil(value); }
double flooring(double value) { return std::floor(value); }
double truncating(double value) { return std::trunc(value); }
double square(double value) { return std::sqrt(value); }
double exponential(double value) { return std::exp(value); }
double absolute(double value) { return std::fabs(value); }
double sine(double value) { return std::sin(value); }
double cosine(double value) { return std::cos(value); }
double tangent(double value) { return std::tan(value); }
double degrees(double value) { return value * (180.0 / std::numbers::pi); }
double radians(double value) { return value * (std::numbers::pi / 180.0); }
double power(double left, double right) { return std::pow(left, right); }
double remainder(double left, double right) { return std::fmod(left, right); }
double hypotenuse(double left, double right) { return std::hypot(left, right); }
double angle(double left, double right) { return std::atan2(left, right); }
double signedAs(double left, double right) { return std::copysign(left, right); }

// of an int of any size
double naturalLogarithm(Interpreter &interpreter, const Value &value)
{
    const std::optional<BigInteger> number = bigInteger(value);
    const bool isPositive = number ? !number->isNegative() && !number->isZero() : real(interpreter, value) > 0;
    if (!isPositive && !(value.isFloat() && std::isnan(value.toFloat())))
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("math domain error"));
    if (!number || number->bitLength() < 1000)
        return std::log(real(interpreter, value));
    const qint64 excess = number->bitLength() - 64;
    return std::log(number->shifted(-excess).toDouble()) + double(excess) * std::numbers::ln2;
}

Value logarithm(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("log"), arguments, 1, 2);
    const double value = naturalLogarithm(interpreter, given[0]);
    if (given.size() == 1)
        return value;
    const double base = naturalLogarithm(interpreter, given[1]);
    if (base == 0)
        interpreter.raise(QStringLiteral("ZeroDivisionError"), QStringLiteral("division by zero"));
    return value / base;
}

template<double (*Function)(double)>
Value logarithmOf(Interpreter &interpreter, const Arguments &arguments)
{
    const Value value = onlyArgument(interpreter, QStringLiteral("log"), arguments);
    static_cast<void>(naturalLogarithm(interpreter, value));
    return Function(real(interpreter, value));
}

double logarithmOfTwo(double value) { return std::log2(value); }
double logarithmOfTen(double value) { return std::log10(value); }

template<bool (*Test)(double)>
Value test(Interpreter &interpreter, const Arguments &arguments)
{
    return Test(real(interpreter, onlyArgument(interpreter, QStringLiteral("math"), arguments)));
}

bool isNan(double value) { return std::isnan(value); }
bool isInfinite(double value) { return std::isinf(value); }
bool isFinite(double value) { return std::isfinite(value); }

BigInteger integer(Interpreter &interpreter, const Value &value)
{
    if (const std::optional<BigInteger> number = bigInteger(value))
        return *number;
    interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("'%1' object cannot be interpreted as an integer").arg(Interpreter::typeName(value)));
}

Value greatestCommonDivisor(Interpreter &interpreter, const Arguments &arguments)
{
    BigInteger result;
    for (const Value &value : arguments.positional) {
        BigInteger other = integer(interpreter, value).magnitude();
        while (!other.isZero()) {
            interpreter.step(1 + other.bitLength() / 64);
            result = std::exchange(other, result.divided(other).second);
        }
    }
    return integerValue(interpreter, result);
}

Value factorial(Interpreter &interpreter, const Arguments &arguments)
{
    const BigInteger given = integer(interpreter, onlyArgument(interpreter, QStringLiteral("factorial"), arguments));
    if (given.isNegative())
        interpreter.raise(
            QStringLiteral("ValueError"), QStringLiteral("factorial() not defined for negative values"));
    Value result(1);
    for (qint64 i = 2; BigInteger(i) <= given; ++i)
        result = interpreter.binary(BinaryOperator::Multiply, result, Value(i));
    return result;
}

Value integerRoot(Interpreter &interpreter, const Arguments &arguments)
{
    const BigInteger given = integer(interpreter, onlyArgument(interpreter, QStringLiteral("isqrt"), arguments));
    if (given.isNegative())
        interpreter.raise(
            QStringLiteral("ValueError"), QStringLiteral("isqrt() argument must be nonnegative"));
    if (given.isZero())
        return 0;
    BigInteger root = BigInteger(1).shifted((given.bitLength() + 1) / 2);
    while (true) {
        interpreter.step(1 + root.bitLength() * root.bitLength() / 4096);
        const BigInteger next = (root + given.divided(root).first).shifted(-1);
        if (next >= root)
            return integerValue(interpreter, root);
        root = next;
    }
}

Value product(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("prod"), arguments);
    const Value iterable = reader.required(QStringLiteral("iterable"));
    Value result = reader.keyword(QStringLiteral("start")).value_or(Value(1));
    reader.finish();
    for (const Value &value : interpreter.toList(iterable))
        result = interpreter.binary(BinaryOperator::Multiply, result, value);
    return result;
}

Value isClose(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("isclose"), arguments);
    const double left = real(interpreter, reader.required(QStringLiteral("a")));
    const double right = real(interpreter, reader.required(QStringLiteral("b")));
    const double relative = real(interpreter, reader.keyword(QStringLiteral("rel_tol")).value_or(Value(1e-09)));
    const double least = real(interpreter, reader.keyword(QStringLiteral("abs_tol")).value_or(Value(0.0)));
    reader.finish();
    if (left == right)
        return true;
    if (std::isinf(left) || std::isinf(right))
        return false;
    return std::fabs(left - right) <= std::max(relative * std::max(std::fabs(left), std::fabs(right)), least);
}

} // namespace

void fillMath(Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {
        {u"atan2", binary<angle>},
        {u"ceil", rounded<ceiling>},
        {u"copysign", binary<signedAs>},
        {u"cos", unary<cosine>},
        {u"degrees", unary<degrees>},
        {u"exp", unary<exponential>},
        {u"fabs", unary<absolute>},
        {u"factorial", factorial},
        {u"floor", rounded<flooring>},
        {u"fmod", binary<remainder>},
        {u"gcd", greatestCommonDivisor},
        {u"hypot", binary<hypotenuse>},
        {u"isclose", isClose},
        {u"isfinite", test<isFinite>},
        {u"isinf", test<isInfinite>},
        {u"isnan", test<isNan>},
        {u"isqrt", integerRoot},
        {u"log", logarithm},
        {u"log10", logarithmOf<logarithmOfTen>},
        {u"log2", logarithmOf<logarithmOfTwo>},
        {u"pow", binary<power>},
        {u"prod", product},
        {u"radians", unary<radians>},
        {u"sin", unary<sine>},
        {u"sqrt", unary<square>},
        {u"tan", unary<tangent>},
        {u"trunc", rounded<truncating>},
    };
    addFunctions(interpreter, module.members, functions);
    static const std::pair<QStringView, double> constants[] = {{u"pi", std::numbers::pi}, {u"e", std::numbers::e},
        {u"tau", 2 * std::numbers::pi}, {u"inf", INFINITY}, {u"nan", NAN}};
    for (const auto &[name, value] : constants)
        module.members.insert(name.toString(), Value(value));
}

} // namespace Migrations::StandardLibrary
