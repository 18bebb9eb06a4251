// str.encode() and the methods of bytes.
#include "migrations/python/argumentreader.h"
#include "migrations/python/builtins.h"
#include "migrations/python/stringmethods.h"
#include "migrations/python/textform.h"

namespace Migrations::Python {

namespace {

enum class Codec { Utf8, Latin1, Ascii };

struct Coding {
    Codec codec = Codec::Utf8;
    QString name;
    QString errors;
};

Coding codingFrom(Interpreter &interpreter, const QString &function, const Arguments &arguments)
{
    static const QHash<QString, Codec> codecs {
        {QStringLiteral("utf-8"), Codec::Utf8},
        {QStringLiteral("utf8"), Codec::Utf8},
        {QStringLiteral("latin-1"), Codec::Latin1},
        {QStringLiteral("latin1"), Codec::Latin1},
        {QStringLiteral("iso-8859-1"), Codec::Latin1},
        {QStringLiteral("ascii"), Codec::Ascii},
        {QStringLiteral("us-ascii"), Codec::Ascii},
    };
    ArgumentReader reader(interpreter, function, arguments);
    const auto text = [&](const QString &name, const QString &otherwise) {
        return reader.text(name, reader.optional(name, Value(otherwise)));
    };
    const QString encoding = text(QStringLiteral("encoding"), QStringLiteral("utf-8"));
    const QString errors = text(QStringLiteral("errors"), QStringLiteral("strict"));
    reader.finish();
    const auto codec = codecs.constFind(encoding.toLower().replace(u'_', u'-'));
    if (codec == codecs.cend())
        interpreter.raise(QStringLiteral("LookupError"), QStringLiteral("unknown encoding: %1").arg(encoding));
    static const QString names[] = {QStringLiteral("utf-8"), QStringLiteral("latin-1"), QStringLiteral("ascii")};
    return {*codec, names[int(*codec)], errors};
}

// ignore nothing, put a mark, or raise
QByteArray unencodable(Interpreter &interpreter, const Coding &coding, char32_t character, qsizetype at)
{
    if (coding.errors == u"ignore")
        return {};
    if (coding.errors == u"replace")
        return "?";
    interpreter.raise(QStringLiteral("UnicodeEncodeError"),
        QStringLiteral("'%1' codec can't encode character '%2' in position %3: ordinal not in range(%4)")
            .arg(coding.name, asciiOnly(QString::fromUcs4(&character, 1)))
            .arg(at)
            .arg(coding.codec == Codec::Ascii ? 128 : 256));
}

// of the first byte that does not decode as UTF-8; nullopt: all do
struct BadByte {
    qsizetype at = 0;
    QString reason;
};

std::optional<BadByte> firstBadByte(const QByteArray &bytes)
{
    for (qsizetype i = 0; i < bytes.size();) {
        const auto lead = uchar(bytes[i]);
        const qsizetype size = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (size == 0)
            return BadByte {i, QStringLiteral("invalid start byte")};
        if (!bytes.mid(i, size).isValidUtf8()) {
            const bool cut = i + size > bytes.size();
            return BadByte {i, cut ? QStringLiteral("unexpected end of data")
                                   : QStringLiteral("invalid continuation byte")};
        }
        i += size;
    }
    return std::nullopt;
}

[[noreturn]] void undecodable(Interpreter &interpreter, const Coding &coding, uchar byte, const BadByte &bad)
{
    interpreter.raise(QStringLiteral("UnicodeDecodeError"),
        QStringLiteral("'%1' codec can't decode byte 0x%2 in position %3: %4")
            .arg(coding.name)
            .arg(uint(byte), 2, 16, QChar(u'0'))
            .arg(bad.at)
            .arg(bad.reason));
}

QString decoded(Interpreter &interpreter, const QByteArray &bytes, const Coding &coding)
{
    interpreter.spendBytes(bytes.size() * 2);
    if (coding.codec == Codec::Latin1)
        return QString::fromLatin1(bytes);
    if (coding.codec == Codec::Utf8) {
        const std::optional<BadByte> bad = firstBadByte(bytes);
        if (bad && coding.errors == u"strict")
            undecodable(interpreter, coding, uchar(bytes[bad->at]), *bad);
        QString text = QString::fromUtf8(bytes);
        return coding.errors == u"ignore" && bad ? text.remove(QChar::ReplacementCharacter) : text;
    }
    QString text;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto code = uchar(bytes[i]);
        if (code >= 0x80 && coding.errors == u"strict")
            undecodable(interpreter, coding, code, {i, QStringLiteral("ordinal not in range(128)")});
        if (code < 0x80)
            text += QChar(char16_t(code));
        else if (coding.errors != u"ignore")
            text += QChar(QChar::ReplacementCharacter);
    }
    return text;
}

using Self = const QByteArray &;

Value decode(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    return decoded(interpreter, self, codingFrom(interpreter, QStringLiteral("decode"), arguments));
}

Value hex(Interpreter &interpreter, Self self, const Arguments &)
{
    interpreter.spendBytes(self.size() * 4);
    return QString::fromLatin1(self.toHex());
}

// what bytes have in common with str goes through it, byte for character
Value asText(const Value &value)
{
    return value.isBytes() ? Value(QString::fromLatin1(value.toBytes())) : value;
}

Value asBytes(Interpreter &interpreter, const Value &value)
{
    if (value.isString())
        return value.toString().toLatin1();
    const auto *sequence = value.as<Sequence>();
    if (!sequence)
        return value;
    QList<Value> items;
    for (const Value &item : sequence->items)
        items << asBytes(interpreter, item);
    return value.as<List>() ? Value(interpreter.make<List>(items)) : Value(interpreter.make<Tuple>(items));
}

Value likeText(Interpreter &interpreter, const QByteArray &bytes, const QString &name, const Arguments &arguments)
{
    Arguments given = arguments;
    for (Value &value : given.positional) {
        if (value.isString())
            interpreter.raise(
                QStringLiteral("TypeError"), QStringLiteral("a bytes-like object is required, not 'str'"));
        value = asText(value);
        if (auto *sequence = value.as<Sequence>()) {
            QList<Value> items;
            for (const Value &item : sequence->items)
                items << asText(item);
            value = value.as<List>() ? Value(interpreter.make<List>(items)) : Value(interpreter.make<Tuple>(items));
        }
    }
    const std::optional<Value> method = textMethod(interpreter, QString::fromLatin1(bytes), name);
    return asBytes(interpreter, interpreter.callValue(*method, given));
}

} // namespace

Value encodeText(Interpreter &interpreter, const QString &text, const Arguments &arguments)
{
    const Coding coding = codingFrom(interpreter, QStringLiteral("encode"), arguments);
    interpreter.spendBytes(text.size() * 3);
    if (coding.codec == Codec::Utf8)
        return text.toUtf8();
    const char32_t limit = coding.codec == Codec::Ascii ? 0x80 : 0x100;
    QByteArray result;
    qsizetype at = 0;
    for (const char32_t character : text.toStdU32String()) {
        if (character < limit)
            result += char(character);
        else
            result += unencodable(interpreter, coding, character, at);
        ++at;
    }
    return result;
}

std::optional<Value> bytesMethod(Interpreter &interpreter, const QByteArray &bytes, const QString &name)
{
    static const QHash<QString, Value (*)(Interpreter &, Self, const Arguments &)> methods {
        {QStringLiteral("decode"), decode},
        {QStringLiteral("hex"), hex},
    };
    // what looks at no kind of character, and what does: that is the same for ASCII only
    static const QSet<QString> shared {QStringLiteral("center"), QStringLiteral("count"), QStringLiteral("endswith"),
        QStringLiteral("find"), QStringLiteral("index"), QStringLiteral("join"), QStringLiteral("ljust"),
        QStringLiteral("partition"), QStringLiteral("removeprefix"), QStringLiteral("removesuffix"),
        QStringLiteral("replace"), QStringLiteral("rfind"), QStringLiteral("rindex"), QStringLiteral("rjust"),
        QStringLiteral("rpartition"), QStringLiteral("startswith"), QStringLiteral("zfill")};
    static const QSet<QString> ofAscii {QStringLiteral("capitalize"), QStringLiteral("expandtabs"),
        QStringLiteral("isalnum"), QStringLiteral("isalpha"), QStringLiteral("isascii"), QStringLiteral("isdigit"),
        QStringLiteral("islower"), QStringLiteral("isspace"), QStringLiteral("istitle"), QStringLiteral("isupper"),
        QStringLiteral("lower"), QStringLiteral("lstrip"), QStringLiteral("rsplit"), QStringLiteral("rstrip"),
        QStringLiteral("split"), QStringLiteral("splitlines"), QStringLiteral("strip"), QStringLiteral("swapcase"),
        QStringLiteral("title"), QStringLiteral("upper")};
    if (const auto found = methods.constFind(name); found != methods.cend())
        return Value(interpreter.make<Builtin>(
            name, [bytes, code = *found](Interpreter &inner, const Arguments &arguments) {
                return code(inner, bytes, arguments);
            }));
    if (!shared.contains(name) && !ofAscii.contains(name))
        return std::nullopt;
    const bool isPlain = std::ranges::none_of(bytes, [](char byte) { return (byte & 0x80) || (byte >= 0x1c && byte < 0x20); });
    const bool saysWhat = name.contains(QStringLiteral("strip")) || name.endsWith(QStringLiteral("split"));
    if (ofAscii.contains(name) && !isPlain && !saysWhat && name != u"isascii")
        interpreter.unsupported(QStringLiteral("bytes.%1() of what is not ASCII").arg(name));
    return Value(interpreter.make<Builtin>(name, [bytes, name, isPlain, saysWhat](Interpreter &inner, const Arguments &arguments) {
        const bool byWhiteSpace = arguments.positional.value(0).isNone() && arguments.keywords.isEmpty();
        if (!isPlain && saysWhat && byWhiteSpace)
            inner.unsupported(QStringLiteral("bytes.%1() of what is not ASCII").arg(name));
        return likeText(inner, bytes, name, arguments);
    }));
}

} // namespace Migrations::Python
