// What the interpreter asks of a value, whatever its kind: truth, equality, text, keys, calls.
#include "migrations/python/biginteger.h"
#include "migrations/python/interpreter.h"
#include "migrations/python/numbers.h"
#include "migrations/python/textform.h"

#include <cmath>

namespace Migrations::Python {

bool Interpreter::isTrue(const Value &value)
{
    if (Object *object = value.object()) {
        checkStack();
        return object->isTrue(*this);
    }
    if (value.isString())
        return !value.toString().isEmpty();
    if (value.isBytes())
        return !value.toBytes().isEmpty();
    if (value.isNumber())
        return value.toFloat() != 0;
    return false;
}

bool Interpreter::equals(const Value &left, const Value &right)
{
    if (left.isNumber() && right.isNumber())
        return left.isInteger() && right.isInteger() ? left.toInteger() == right.toInteger()
                                                     : exactNumber(left) == exactNumber(right);
    checkStack();
    if (Object *object = left.object())
        return object->equals(*this, right);
    if (Object *object = right.object())
        return object->equals(*this, left);
    return left.isSame(right);
}

QString Interpreter::repr(const Value &value)
{
    checkStack();
    if (Object *object = value.object())
        return object->repr(*this);
    return reprOfSimple(value);
}

QString Interpreter::str(const Value &value)
{
    if (value.isString())
        return value.toString();
    checkStack();
    if (Object *object = value.object())
        return object->str(*this);
    return reprOfSimple(value);
}

QString Interpreter::typeName(const Value &value)
{
    if (Object *object = value.object())
        return object->typeName();
    if (value.isNone())
        return QStringLiteral("NoneType");
    if (value.isBool())
        return QStringLiteral("bool");
    if (value.isInteger())
        return QStringLiteral("int");
    if (value.isFloat())
        return QStringLiteral("float");
    return value.isString() ? QStringLiteral("str") : QStringLiteral("bytes");
}

namespace {

// equal numbers have equal keys: 1, 1.0 and True are one
QString numberKey(const Value &value)
{
    if (value.isInteger())
        return u'n' + QString::number(value.toInteger());
    const double number = value.toFloat();
    constexpr double Limit = 9.2e18;
    if (number == std::floor(number) && std::fabs(number) < Limit)
        return u'n' + QString::number(qint64(number));
    if (std::isfinite(number) && number == std::floor(number))
        return u'n' + BigInteger::fromDouble(number).toString();
    return u'n' + QString::number(number, 'g', 17);
}

} // namespace

QString Interpreter::hashKey(const Value &value)
{
    if (value.isString())
        return u's' + value.toString();
    if (value.isNumber())
        return numberKey(value);
    if (value.isNone())
        return QStringLiteral("0");
    if (value.isBytes())
        return u'b' + QString::fromLatin1(value.toBytes());
    checkStack();
    const std::optional<QString> key = value.object()->hashKey(*this);
    if (!key)
        raise(QStringLiteral("TypeError"), QStringLiteral("unhashable type: '%1'").arg(typeName(value)));
    return *key;
}

Value Interpreter::callValue(const Value &function, const Arguments &arguments)
{
    checkStack();
    if (Object *object = function.object())
        return object->call(*this, arguments);
    raise(QStringLiteral("TypeError"), QStringLiteral("'%1' object is not callable").arg(typeName(function)));
}

} // namespace Migrations::Python
