// hashlib, base64 and binascii: bytes of bytes.
#include "migrations/standardlibrary/catalogue.h"

#include "migrations/python/builtins.h"

#include <QCryptographicHash>

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

struct Algorithm {
    QStringView name;
    QCryptographicHash::Algorithm algorithm;
    int blockSize;
};

constexpr Algorithm algorithms[] = {
    {u"blake2b", QCryptographicHash::Blake2b_512, 128},
    {u"blake2s", QCryptographicHash::Blake2s_256, 64},
    {u"md5", QCryptographicHash::Md5, 64},
    {u"sha1", QCryptographicHash::Sha1, 64},
    {u"sha224", QCryptographicHash::Sha224, 64},
    {u"sha256", QCryptographicHash::Sha256, 64},
    {u"sha384", QCryptographicHash::Sha384, 128},
    {u"sha3_224", QCryptographicHash::Sha3_224, 144},
    {u"sha3_256", QCryptographicHash::Sha3_256, 136},
    {u"sha3_384", QCryptographicHash::Sha3_384, 104},
    {u"sha3_512", QCryptographicHash::Sha3_512, 72},
    {u"sha512", QCryptographicHash::Sha512, 128},
};

const Algorithm *algorithmOf(QStringView name)
{
    const auto found = std::ranges::find(algorithms, name, &Algorithm::name);
    return found == std::end(algorithms) ? nullptr : found;
}

QByteArray bytesArgument(Interpreter &interpreter, const Value &value)
{
    if (value.isString())
        interpreter.raise(
            QStringLiteral("TypeError"), QStringLiteral("Strings must be encoded before hashing"));
    if (!value.isBytes())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("object supporting the buffer API required"));
    interpreter.step(value.toBytes().size() / 64);
    return value.toBytes();
}

/// What sha256() gives.
class HashObject final : public Object
{
public:
    HashObject(const Algorithm &algorithm, QByteArray bytes) : m_algorithm(algorithm), m_bytes(std::move(bytes)) {}

    [[nodiscard]] QString typeName() const override { return QStringLiteral("HASH"); }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    void update(Interpreter &interpreter, const QByteArray &more)
    {
        interpreter.spendBytes(more.size());
        m_bytes += more;
    }
    void spend(Interpreter &interpreter) const { interpreter.step(16 + m_bytes.size() / 64); }
    [[nodiscard]] QByteArray digest() const { return QCryptographicHash::hash(m_bytes, m_algorithm.algorithm); }
    [[nodiscard]] Value copy(Interpreter &interpreter) const
    {
        interpreter.spendBytes(m_bytes.size());
        return Value(interpreter.make<HashObject>(m_algorithm, m_bytes));
    }

private:
    const Algorithm &m_algorithm;
    QByteArray m_bytes;
};

Value digest(Interpreter &interpreter, HashObject *self, const Arguments &)
{
    self->spend(interpreter);
    return self->digest();
}

Value hexDigest(Interpreter &interpreter, HashObject *self, const Arguments &)
{
    self->spend(interpreter);
    return QString::fromLatin1(self->digest().toHex());
}

Value update(Interpreter &interpreter, HashObject *self, const Arguments &arguments)
{
    self->update(interpreter,
        bytesArgument(interpreter, onlyArgument(interpreter, QStringLiteral("update"), arguments)));
    return {};
}

Value copy(Interpreter &interpreter, HashObject *self, const Arguments &)
{
    return self->copy(interpreter);
}

std::optional<Value> HashObject::attribute(Interpreter &interpreter, const QString &name)
{
    static const QHash<QString, Value (*)(Interpreter &, HashObject *, const Arguments &)> methods {
        {QStringLiteral("copy"), Migrations::StandardLibrary::copy},
        {QStringLiteral("digest"), Migrations::StandardLibrary::digest},
        {QStringLiteral("hexdigest"), hexDigest},
        {QStringLiteral("update"), Migrations::StandardLibrary::update},
    };
    if (name == u"name")
        return Value(m_algorithm.name.toString());
    if (name == u"block_size")
        return Value(m_algorithm.blockSize);
    if (name == u"digest_size")
        return Value(QCryptographicHash::hashLength(m_algorithm.algorithm));
    return methodFrom(interpreter, methods, this, name);
}

Value makeHash(Interpreter &interpreter, const Algorithm &algorithm, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, algorithm.name.toString(), arguments);
    const Value bytes = reader.optional(QStringLiteral("string"), Value(QByteArray()));
    static_cast<void>(reader.keyword(QStringLiteral("usedforsecurity")));
    if (algorithm.name.startsWith(u"blake2") && !reader.otherKeywords().isEmpty())
        interpreter.unsupported(QStringLiteral("hashlib.%1 with options").arg(algorithm.name));
    reader.finish();
    return Value(interpreter.make<HashObject>(algorithm, bytesArgument(interpreter, bytes)));
}

// hashlib.new('sha256', data)
Value newHash(Interpreter &interpreter, const Arguments &arguments)
{
    Arguments rest = arguments;
    const Value name = rest.positional.isEmpty() ? Value() : rest.positional.takeFirst();
    const Algorithm *algorithm = algorithmOf(name.isString() ? name.toString().toLower() : QString());
    if (!algorithm)
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("unsupported hash type %1").arg(interpreter.str(name)));
    return makeHash(interpreter, *algorithm, rest);
}

// base64

QByteArray encodable(Interpreter &interpreter, const Value &value)
{
    if (!value.isBytes())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("a bytes-like object is required, not '%1'").arg(Interpreter::typeName(value)));
    interpreter.spendBytes(value.toBytes().size() * 2);
    return value.toBytes();
}

QByteArray decodable(Interpreter &interpreter, const Value &value)
{
    if (!value.isString())
        return encodable(interpreter, value);
    const QString text = value.toString();
    if (std::ranges::any_of(text, [](QChar c) { return c.unicode() > 0x7F; }))
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("string argument should contain only ASCII characters"));
    return text.toLatin1();
}

Class *binasciiError(Interpreter &interpreter)
{
    ModuleObject *module = interpreter.world().import(interpreter, QStringLiteral("binascii"));
    return module ? module->members.value(QStringLiteral("Error")).as<Class>()
                  : interpreter.exceptionClass(QStringLiteral("ValueError"));
}

template<bool IsUrl>
Value encode(Interpreter &interpreter, const Arguments &arguments)
{
    const QByteArray bytes = encodable(interpreter, onlyArgument(interpreter, QStringLiteral("b64encode"), arguments));
    return bytes.toBase64(IsUrl ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding);
}

template<bool IsUrl>
Value decode(Interpreter &interpreter, const Arguments &arguments)
{
    QByteArray bytes = decodable(interpreter, onlyArgument(interpreter, QStringLiteral("b64decode"), arguments));
    if (IsUrl)
        bytes.replace('-', '+').replace('_', '/');
    QByteArray digits;
    qsizetype padding = 0;
    for (const char byte : std::as_const(bytes)) { // what is not of the alphabet is left out, as Python does
        const bool isDigit = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
            || byte == '+' || byte == '/';
        if (byte == '=')
            ++padding;
        else if (isDigit && padding == 0)
            digits += byte;
    }
    if (digits.size() % 4 == 1)
        interpreter.raise(binasciiError(interpreter),
            QStringLiteral("Invalid base64-encoded string: number of data characters (%1) cannot be 1 more than a "
                           "multiple of 4")
                .arg(digits.size()));
    if (digits.size() % 4 != 0 && digits.size() % 4 + padding < 4)
        interpreter.raise(binasciiError(interpreter), QStringLiteral("Incorrect padding"));
    return QByteArray::fromBase64(digits);
}

Value hexlify(Interpreter &interpreter, const Arguments &arguments)
{
    return encodable(interpreter, onlyArgument(interpreter, QStringLiteral("hexlify"), arguments)).toHex();
}

Value unhexlify(Interpreter &interpreter, const Arguments &arguments)
{
    const QByteArray digits
        = decodable(interpreter, onlyArgument(interpreter, QStringLiteral("unhexlify"), arguments));
    if (digits.size() % 2 != 0)
        interpreter.raise(binasciiError(interpreter), QStringLiteral("Odd-length string"));
    const QByteArray bytes = QByteArray::fromHex(digits);
    if (bytes.toHex() != digits.toLower())
        interpreter.raise(binasciiError(interpreter), QStringLiteral("Non-hexadecimal digit found"));
    return bytes;
}

} // namespace

void fillHashlib(Interpreter &interpreter, ModuleObject &module)
{
    for (const Algorithm &algorithm : algorithms) {
        const QString name = algorithm.name.toString();
        module.members.insert(name,
            Value(interpreter.make<Builtin>(name, [&algorithm](Interpreter &inner, const Arguments &arguments) {
                return makeHash(inner, algorithm, arguments);
            })));
    }
    static const ModuleFunction functions[] = {{u"new", newHash}};
    addFunctions(interpreter, module.members, functions);
}

void fillBase64(Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {
        {u"b64decode", decode<false>},
        {u"b64encode", encode<false>},
        {u"standard_b64decode", decode<false>},
        {u"standard_b64encode", encode<false>},
        {u"urlsafe_b64decode", decode<true>},
        {u"urlsafe_b64encode", encode<true>},
    };
    addFunctions(interpreter, module.members, functions);
}

void fillBinascii(Interpreter &interpreter, ModuleObject &module)
{
    module.members.insert(QStringLiteral("Error"),
        Value(interpreter.makeExceptionClass(
            QStringLiteral("Error"), interpreter.exceptionClass(QStringLiteral("ValueError")))));
    static const ModuleFunction functions[] = {
        {u"a2b_hex", unhexlify}, {u"b2a_hex", hexlify}, {u"hexlify", hexlify}, {u"unhexlify", unhexlify}};
    addFunctions(interpreter, module.members, functions);
}

} // namespace Migrations::StandardLibrary
