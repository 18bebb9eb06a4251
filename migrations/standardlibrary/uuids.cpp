// The standard module uuid.
#include "migrations/standardlibrary/uuids.h"

#include "migrations/python/largeinteger.h"
#include "migrations/standardlibrary/catalogue.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QRandomGenerator>

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

Value made(Interpreter &interpreter, const QUuid &uuid)
{
    return Value(interpreter.make<UuidObject>(uuid));
}

QUuid fromHex(Interpreter &interpreter, const Value &text)
{
    if (!text.isString())
        interpreter.raise(QStringLiteral("AttributeError"),
            QStringLiteral("'%1' object has no attribute 'replace'").arg(Interpreter::typeName(text)));
    QString digits = text.toString();
    digits.remove(QStringLiteral("urn:")).remove(QStringLiteral("uuid:"));
    while (!digits.isEmpty() && QStringView(u"{}").contains(digits.front()))
        digits.removeFirst();
    while (!digits.isEmpty() && QStringView(u"{}").contains(digits.back()))
        digits.removeLast();
    digits.remove(u'-');
    if (digits.size() != 32)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("badly formed hexadecimal UUID string"));
    if (!BigInteger::fromDigits(digits, 16))
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("invalid literal for int() with base 16: %1").arg(interpreter.repr(Value(digits))));
    return QUuid::fromRfc4122(QByteArray::fromHex(digits.toLatin1()));
}

QUuid fromBytes(Interpreter &interpreter, const Value &bytes)
{
    if (!bytes.isBytes() || bytes.toBytes().size() != 16)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("bytes is not a 16-char string"));
    return QUuid::fromRfc4122(bytes.toBytes());
}

QUuid fromInteger(Interpreter &interpreter, const Value &value)
{
    const std::optional<BigInteger> number = bigInteger(value);
    if (!number || number->isNegative() || number->bitLength() > 128)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("int is out of range (need a 128-bit value)"));
    return QUuid::fromRfc4122(QByteArray::fromHex(number->digits(16).toLatin1().rightJustified(32, '0')));
}

QUuid withVersion(QByteArray bytes, int version)
{
    bytes[6] = char((uchar(bytes[6]) & 0x0F) | (version << 4));
    bytes[8] = char((uchar(bytes[8]) & 0x3F) | 0x80);
    return QUuid::fromRfc4122(bytes.first(16));
}

// UUID(hex=…, bytes=…, int=…, version=…)
Value construct(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("UUID"), arguments);
    const Value hex = reader.optional(QStringLiteral("hex"), Value());
    const Value bytes = reader.optional(QStringLiteral("bytes"), Value());
    const Value little = reader.optional(QStringLiteral("bytes_le"), Value());
    const Value fields = reader.optional(QStringLiteral("fields"), Value());
    const Value number = reader.optional(QStringLiteral("int"), Value());
    const Value version = reader.optional(QStringLiteral("version"), Value());
    static_cast<void>(reader.keyword(QStringLiteral("is_safe")));
    reader.finish();
    if (!little.isNone() || !fields.isNone())
        interpreter.unsupported(QStringLiteral("UUID(bytes_le=…) and UUID(fields=…)"));
    if (int(hex.isNone()) + int(bytes.isNone()) + int(number.isNone()) != 2)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("one of the hex, bytes, bytes_le, fields, or int arguments must be given"));
    const QUuid uuid = !hex.isNone() ? fromHex(interpreter, hex)
        : !bytes.isNone()            ? fromBytes(interpreter, bytes)
                                     : fromInteger(interpreter, number);
    if (version.isNone())
        return made(interpreter, uuid);
    if (!version.isInteger() || version.toInteger() < 1 || version.toInteger() > 5)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("illegal version number"));
    return made(interpreter, withVersion(uuid.toRfc4122(), int(version.toInteger())));
}

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, '\0');
    QRandomGenerator *random = QRandomGenerator::system();
    for (char &byte : bytes)
        byte = char(random->bounded(256));
    return bytes;
}

Value random(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader(interpreter, QStringLiteral("uuid4"), arguments).finish();
    return made(interpreter, withVersion(randomBytes(16), 4));
}

// the time in units of 100 ns since 1582; the node is random, as it is where Python finds no address
Value byTime(Interpreter &interpreter, const Arguments &)
{
    constexpr qint64 Epoch = 0x01B21DD213814000;
    const quint64 time = quint64(QDateTime::currentMSecsSinceEpoch() * 10'000 + Epoch);
    const QString hex = QStringLiteral("%1%2%3")
                            .arg(uint(time & 0xFFFFFFFF), 8, 16, QChar(u'0'))
                            .arg(uint((time >> 32) & 0xFFFF), 4, 16, QChar(u'0'))
                            .arg(uint((time >> 48) & 0x0FFF), 4, 16, QChar(u'0'));
    return made(interpreter, withVersion(QByteArray::fromHex(hex.toLatin1()) + randomBytes(8), 1));
}

// the same for the same name
template<QCryptographicHash::Algorithm Algorithm, int Version>
Value named(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("uuid%1").arg(Version), arguments);
    const Value space = reader.required(QStringLiteral("namespace"));
    const Value name = reader.required(QStringLiteral("name"));
    reader.finish();
    const auto *uuid = space.as<UuidObject>();
    if (!uuid)
        interpreter.raise(QStringLiteral("AttributeError"),
            QStringLiteral("'%1' object has no attribute 'bytes'").arg(Interpreter::typeName(space)));
    const QByteArray bytes = name.isBytes() ? name.toBytes() : reader.text(QStringLiteral("name"), name).toUtf8();
    return made(
        interpreter, withVersion(QCryptographicHash::hash(QByteArray(uuid->value.toRfc4122() + bytes), Algorithm), Version));
}

} // namespace

QString UuidObject::repr(Interpreter &interpreter)
{
    return QStringLiteral("UUID('%1')").arg(str(interpreter));
}

bool UuidObject::equals(Interpreter &, const Value &other)
{
    const auto *uuid = other.as<UuidObject>();
    return uuid && uuid->value == value;
}

std::optional<QString> UuidObject::hashKey(Interpreter &interpreter)
{
    return u'u' + str(interpreter);
}

std::optional<Value> UuidObject::compare(Interpreter &interpreter, Comparison op, const Value &other)
{
    const auto *uuid = other.as<UuidObject>();
    if (!uuid || op == Comparison::Equal || op == Comparison::NotEqual)
        return std::nullopt;
    return interpreter.compare(op, Value(value.toRfc4122()), Value(uuid->value.toRfc4122()));
}

std::optional<Value> UuidObject::special(Interpreter &interpreter, const QString &method, const QList<Value> &)
{
    if (method == u"__int__")
        return integerValue(interpreter, BigInteger::fromBytes(value.toRfc4122()));
    return std::nullopt;
}

std::optional<Value> UuidObject::attribute(Interpreter &interpreter, const QString &name)
{
    const QByteArray bytes = value.toRfc4122();
    if (name == u"hex")
        return Value(value.toString(QUuid::Id128));
    if (name == u"bytes")
        return Value(bytes);
    if (name == u"int")
        return integerValue(interpreter, BigInteger::fromBytes(bytes));
    if (name == u"urn")
        return Value(QStringLiteral("urn:uuid:") + str(interpreter));
    if (name == u"version")
        return (uchar(bytes[8]) & 0xC0) == 0x80 ? Value(int(uchar(bytes[6]) >> 4)) : Value();
    if (name == u"variant" && (uchar(bytes[8]) & 0xC0) == 0x80)
        return Value(QStringLiteral("specified in RFC 4122"));
    if (name == u"__class__")
        return std::nullopt;
    static const QSet<QString> others {QStringLiteral("bytes_le"), QStringLiteral("clock_seq"),
        QStringLiteral("clock_seq_hi_variant"), QStringLiteral("clock_seq_low"), QStringLiteral("fields"),
        QStringLiteral("is_safe"), QStringLiteral("node"), QStringLiteral("time"), QStringLiteral("time_hi_version"),
        QStringLiteral("time_low"), QStringLiteral("time_mid"), QStringLiteral("variant")};
    if (others.contains(name))
        interpreter.unsupported(QStringLiteral("UUID.%1").arg(name));
    return std::nullopt;
}

void fillUuid(Interpreter &interpreter, ModuleObject &module)
{
    addType(interpreter, module, QStringLiteral("UUID"), construct, holds<UuidObject>);
    static const ModuleFunction functions[] = {
        {u"uuid1", byTime},
        {u"uuid3", named<QCryptographicHash::Md5, 3>},
        {u"uuid4", random},
        {u"uuid5", named<QCryptographicHash::Sha1, 5>},
    };
    addFunctions(interpreter, module.members, functions);
    static const std::pair<QStringView, QStringView> spaces[] = {
        {u"NAMESPACE_DNS", u"6ba7b810-9dad-11d1-80b4-00c04fd430c8"},
        {u"NAMESPACE_URL", u"6ba7b811-9dad-11d1-80b4-00c04fd430c8"},
        {u"NAMESPACE_OID", u"6ba7b812-9dad-11d1-80b4-00c04fd430c8"},
        {u"NAMESPACE_X500", u"6ba7b814-9dad-11d1-80b4-00c04fd430c8"}};
    for (const auto &[name, uuid] : spaces)
        module.members.insert(name.toString(), made(interpreter, QUuid::fromString(uuid)));
}

} // namespace Migrations::StandardLibrary
