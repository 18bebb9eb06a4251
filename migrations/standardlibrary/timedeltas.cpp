#include "migrations/standardlibrary/timedeltas.h"

#include "migrations/python/argumentreader.h"
#include "migrations/python/largeinteger.h"

#include <cmath>

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

qint64 floorDivide(Microseconds left, Microseconds right)
{
    const Microseconds quotient = left / right;
    return qint64(left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient);
}

// to the nearest, half to even
Microseconds divided(Microseconds left, Microseconds right)
{
    const Microseconds low = floorDivide(left, right);
    const Microseconds twice = (left - low * right) * 2;
    const Microseconds size = right < 0 ? -right : right;
    const Microseconds rest = right < 0 ? -twice : twice;
    return rest > size || (rest == size && low % 2 != 0) ? low + 1 : low;
}

constexpr qint64 MaximumDays = 999'999'999;

struct Unit {
    QStringView name;
    qint64 microseconds;
};

constexpr Unit units[] = {
    {u"days", TimedeltaObject::Day},
    {u"seconds", TimedeltaObject::Second},
    {u"microseconds", 1},
    {u"milliseconds", 1000},
    {u"minutes", 60 * TimedeltaObject::Second},
    {u"hours", 3600 * TimedeltaObject::Second},
    {u"weeks", 7 * TimedeltaObject::Day},
};

} // namespace

Value makeTimedelta(Interpreter &interpreter, Microseconds microseconds)
{
    const Microseconds limit = Microseconds(MaximumDays + 1) * TimedeltaObject::Day;
    if (microseconds >= limit || microseconds < -(Microseconds(MaximumDays) * TimedeltaObject::Day))
        interpreter.raise(QStringLiteral("OverflowError"),
            QStringLiteral("days=%1; must have magnitude <= 999999999")
                .arg(floorDivide(microseconds, TimedeltaObject::Day)));
    if (microseconds > std::numeric_limits<qint64>::max() || microseconds < std::numeric_limits<qint64>::min())
        interpreter.unsupported(QStringLiteral("a timedelta of more than 292,000 years"));
    return Value(interpreter.make<TimedeltaObject>(qint64(microseconds)));
}

Value constructTimedelta(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("timedelta"), arguments);
    Microseconds total = 0;
    double fraction = 0;
    for (const Unit &unit : units) {
        const Value amount = reader.optional(unit.name.toString(), Value(0));
        if (amount.as<LargeInteger>())
            interpreter.raise(
                QStringLiteral("OverflowError"), QStringLiteral("Python int too large to convert to C int"));
        if (!amount.isNumber())
            interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("unsupported type for timedelta %1 component: %2")
                    .arg(unit.name, Interpreter::typeName(amount)));
        if (amount.isInteger()) {
            total += Microseconds(amount.toInteger()) * unit.microseconds;
            continue;
        }
        const double exact = amount.toFloat();
        if (!std::isfinite(exact) || std::fabs(exact) > 1e15)
            interpreter.raise(std::isnan(exact) ? QStringLiteral("ValueError") : QStringLiteral("OverflowError"),
                std::isnan(exact) ? QStringLiteral("cannot convert float NaN to integer")
                                  : QStringLiteral("cannot convert float infinity to integer"));
        const double whole = std::trunc(exact);
        total += Microseconds(whole) * unit.microseconds;
        const double rest = (exact - whole) * double(unit.microseconds);
        const double wholeRest = std::trunc(rest);
        total += Microseconds(wholeRest);
        fraction += rest - wholeRest;
    }
    reader.finish();
    // to the nearest, half to even of the whole
    const double low = std::floor(fraction);
    total += Microseconds(low);
    const double rest = fraction - low;
    return makeTimedelta(interpreter, rest > 0.5 || (rest == 0.5 && total % 2 != 0) ? total + 1 : total);
}

qint64 TimedeltaObject::days() const
{
    return floorDivide(microseconds, Day);
}

QString TimedeltaObject::repr(Interpreter &)
{
    const qint64 rest = microseconds - days() * Day;
    QStringList parts;
    if (days() != 0)
        parts << QStringLiteral("days=%1").arg(days());
    if (rest / Second != 0)
        parts << QStringLiteral("seconds=%1").arg(rest / Second);
    if (rest % Second != 0)
        parts << QStringLiteral("microseconds=%1").arg(rest % Second);
    return QStringLiteral("datetime.timedelta(%1)")
        .arg(parts.isEmpty() ? QStringLiteral("0") : parts.join(QStringLiteral(", ")));
}

QString TimedeltaObject::str(Interpreter &)
{
    const qint64 rest = microseconds - days() * Day;
    const qint64 seconds = rest / Second;
    QString text = QStringLiteral("%1:%2:%3")
                       .arg(seconds / 3600)
                       .arg(seconds / 60 % 60, 2, 10, QChar(u'0'))
                       .arg(seconds % 60, 2, 10, QChar(u'0'));
    if (rest % Second != 0)
        text += QStringLiteral(".%1").arg(rest % Second, 6, 10, QChar(u'0'));
    if (days() == 0)
        return text;
    return QStringLiteral("%1 day%2, ").arg(days()).arg(std::abs(days()) == 1 ? QString() : QStringLiteral("s")) + text;
}

bool TimedeltaObject::equals(Interpreter &, const Value &other)
{
    const auto *delta = other.as<TimedeltaObject>();
    return delta && delta->microseconds == microseconds;
}

std::optional<QString> TimedeltaObject::hashKey(Interpreter &)
{
    return QStringLiteral("t%1").arg(microseconds);
}

std::optional<Value> TimedeltaObject::attribute(Interpreter &interpreter, const QString &name)
{
    const qint64 rest = microseconds - days() * Day;
    if (name == u"days")
        return Value(days());
    if (name == u"seconds")
        return Value(rest / Second);
    if (name == u"microseconds")
        return Value(rest % Second);
    if (name != u"total_seconds")
        return std::nullopt;
    return Value(interpreter.make<Builtin>(name, [this](Interpreter &inner, const Arguments &) {
        return inner.binary(BinaryOperator::Divide, Value(microseconds), Value(Second));
    }));
}

std::optional<Value> TimedeltaObject::binary(
    Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    if (other.isNone() && reflected && op == BinaryOperator::Subtract)
        return makeTimedelta(interpreter, -Microseconds(microseconds));
    if (other.isNone() && reflected && op == BinaryOperator::Add)
        return Value(this);
    if (const auto *delta = other.as<TimedeltaObject>(); delta && !reflected) {
        const bool divides = op == BinaryOperator::Divide || op == BinaryOperator::FloorDivide || op == BinaryOperator::Modulo;
        if (divides && delta->microseconds == 0)
            interpreter.raise(QStringLiteral("ZeroDivisionError"),
                op == BinaryOperator::Divide ? QStringLiteral("division by zero")
                                             : QStringLiteral("integer division or modulo by zero"));
        switch (op) {
        case BinaryOperator::Add: return makeTimedelta(interpreter, Microseconds(microseconds) + delta->microseconds);
        case BinaryOperator::Subtract: return makeTimedelta(interpreter, Microseconds(microseconds) - delta->microseconds);
        case BinaryOperator::Divide:
        case BinaryOperator::FloorDivide:
            return interpreter.binary(op, Value(microseconds), Value(delta->microseconds));
        case BinaryOperator::Modulo:
            return makeTimedelta(interpreter,
                interpreter.binary(op, Value(microseconds), Value(delta->microseconds)).toInteger());
        default: return std::nullopt;
        }
    }
    if (op == BinaryOperator::Multiply && other.isInteger())
        return makeTimedelta(interpreter, Microseconds(microseconds) * other.toInteger());
    if (op == BinaryOperator::Multiply && other.isFloat())
        return makeTimedelta(interpreter, Microseconds(std::nearbyint(double(microseconds) * other.toFloat())));
    if (reflected || !other.isNumber())
        return std::nullopt;
    if ((op == BinaryOperator::Divide || op == BinaryOperator::FloorDivide) && other.toFloat() == 0)
        interpreter.raise(QStringLiteral("ZeroDivisionError"),
            other.isFloat() ? QStringLiteral("division by zero")
                            : QStringLiteral("integer division or modulo by zero"));
    if (op == BinaryOperator::Divide)
        return makeTimedelta(interpreter,
            other.isInteger() ? divided(microseconds, other.toInteger())
                              : Microseconds(std::nearbyint(double(microseconds) / other.toFloat())));
    if (op == BinaryOperator::FloorDivide && other.isInteger())
        return makeTimedelta(interpreter, floorDivide(microseconds, other.toInteger()));
    return std::nullopt;
}

std::optional<Value> TimedeltaObject::compare(Interpreter &interpreter, Comparison op, const Value &other)
{
    const auto *delta = other.as<TimedeltaObject>();
    if (!delta || op == Comparison::Equal || op == Comparison::NotEqual)
        return std::nullopt;
    return interpreter.compare(op, Value(microseconds), Value(delta->microseconds));
}

std::optional<Value> TimedeltaObject::special(Interpreter &interpreter, const QString &method, const QList<Value> &)
{
    return method == u"__abs__" ? std::optional(makeTimedelta(interpreter, std::abs(microseconds))) : std::nullopt;
}

} // namespace Migrations::StandardLibrary
