// The methods of int.
#include "migrations/python/argumentreader.h"
#include "migrations/python/builtins.h"
#include "migrations/python/largeinteger.h"
#include "migrations/python/numbers.h"

namespace Migrations::Python {

namespace {

Value bitLength(Interpreter &, BigInteger number, const Arguments &)
{
    return number.bitLength();
}

Value bitCount(Interpreter &, BigInteger number, const Arguments &)
{
    return qint64(number.digits(2).count(u'1'));
}

Value self(Interpreter &interpreter, BigInteger number, const Arguments &)
{
    return integerValue(interpreter, number);
}

Value isInteger(Interpreter &, BigInteger, const Arguments &)
{
    return true;
}

Value ratio(Interpreter &interpreter, BigInteger number, const Arguments &)
{
    return Value(interpreter.make<Tuple>(QList<Value> {integerValue(interpreter, number), Value(1)}));
}

bool isLittle(Interpreter &interpreter, const Value &order)
{
    const QString name = order.isString() ? order.toString() : QString();
    if (name != u"little" && name != u"big")
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("byteorder must be either 'little' or 'big'"));
    return name == u"little";
}

Value toBytes(Interpreter &interpreter, BigInteger number, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("to_bytes"), arguments);
    const qint64 length = integerArgument(interpreter, reader.optional(QStringLiteral("length"), Value(1)));
    const bool little
        = isLittle(interpreter, reader.optional(QStringLiteral("byteorder"), Value(QStringLiteral("big"))));
    const bool isSigned = reader.truth(reader.keyword(QStringLiteral("signed")), false);
    reader.finish();
    if (length < 0)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("length argument must be non-negative"));
    if (number.isNegative() && !isSigned)
        interpreter.raise(QStringLiteral("OverflowError"), QStringLiteral("can't convert negative int to unsigned"));
    interpreter.spendBytes(length);
    const BigInteger range = BigInteger(1).shifted(std::min<qint64>(length, 1 << 16) * 8);
    const BigInteger limit = isSigned ? range.shifted(-1) : range;
    if (number >= limit || (isSigned && number < -limit))
        interpreter.raise(QStringLiteral("OverflowError"), QStringLiteral("int too big to convert"));
    const QString digits = (number.isNegative() ? number + range : number).digits(16);
    QByteArray bytes = QByteArray::fromHex(digits.toLatin1().rightJustified(length * 2, '0'));
    if (little)
        std::ranges::reverse(bytes);
    return bytes;
}

} // namespace

Value integerFromBytes(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("from_bytes"), arguments);
    const Value given = reader.required(QStringLiteral("bytes"));
    const bool little
        = isLittle(interpreter, reader.optional(QStringLiteral("byteorder"), Value(QStringLiteral("big"))));
    const bool isSigned = reader.truth(reader.keyword(QStringLiteral("signed")), false);
    reader.finish();
    QByteArray bytes = given.isBytes()
        ? given.toBytes()
        : interpreter.callValue(interpreter.builtin(QStringLiteral("bytes")), {{given}, {}, arguments.at}).toBytes();
    if (little)
        std::ranges::reverse(bytes);
    const BigInteger value = BigInteger::fromBytes(bytes);
    const bool isNegative = isSigned && !bytes.isEmpty() && (uchar(bytes.front()) & 0x80) != 0;
    return integerValue(interpreter, isNegative ? value - BigInteger(1).shifted(bytes.size() * 8) : value);
}

std::optional<Value> integerMethod(Interpreter &interpreter, const Value &number, const QString &name)
{
    static const QHash<QString, Value (*)(Interpreter &, BigInteger, const Arguments &)> methods {
        {QStringLiteral("as_integer_ratio"), ratio},
        {QStringLiteral("bit_count"), bitCount},
        {QStringLiteral("bit_length"), bitLength},
        {QStringLiteral("conjugate"), self},
        {QStringLiteral("is_integer"), isInteger},
        {QStringLiteral("to_bytes"), toBytes},
    };
    return methodFrom(interpreter, methods, *bigInteger(number), name);
}

} // namespace Migrations::Python
