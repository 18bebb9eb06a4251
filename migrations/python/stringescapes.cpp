#include "migrations/python/stringescapes.h"

#include <QHash>

#include <optional>

namespace Migrations::Python {

namespace {

struct Escape {
    char32_t value = 0;
    qsizetype length = 0; ///< after the backslash
};

// of the letter after a backslash, for those that stand for one character
std::optional<char32_t> simpleEscape(QChar letter)
{
    static const QHash<QChar, char32_t> table {
        {u'\\', U'\\'},
        {u'\'', U'\''},
        {u'"', U'"'},
        {u'a', U'\a'},
        {u'b', U'\b'},
        {u'f', U'\f'},
        {u'n', U'\n'},
        {u'r', U'\r'},
        {u't', U'\t'},
        {u'v', U'\v'},
    };
    const auto found = table.constFind(letter);
    return found == table.cend() ? std::nullopt : std::optional(*found);
}

qsizetype hexDigits(QChar letter, bool text)
{
    if (letter == u'x')
        return 2;
    if (text && letter == u'u')
        return 4;
    return text && letter == u'U' ? 8 : 0;
}

std::optional<Escape> escapeAt(QStringView rest, bool text)
{
    if (rest.isEmpty())
        return std::nullopt;
    if (const std::optional<char32_t> simple = simpleEscape(rest.front()))
        return Escape {*simple, 1};
    if (const qsizetype digits = hexDigits(rest.front(), text)) {
        bool valid = false;
        const uint value = rest.mid(1, digits).toUInt(&valid, 16);
        if (valid && rest.size() > digits)
            return Escape {value, digits + 1};
        return std::nullopt;
    }
    qsizetype octal = 0;
    while (octal < 3 && octal < rest.size() && rest[octal] >= u'0' && rest[octal] <= u'7')
        ++octal;
    if (octal == 0)
        return std::nullopt;
    return Escape {rest.first(octal).toUInt(nullptr, 8), octal};
}

template<class Append>
void unescape(QStringView raw, bool text, Append append)
{
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] != u'\\') {
            append(raw[i].unicode());
            continue;
        }
        if (i + 1 < raw.size() && raw[i + 1] == u'\n') { // a continued line
            ++i;
            continue;
        }
        if (const std::optional<Escape> escape = escapeAt(raw.mid(i + 1), text)) {
            append(escape->value);
            i += escape->length;
        } else {
            append(U'\\');
        }
    }
}

} // namespace

bool namesCharacter(const QByteArray &raw)
{
    for (qsizetype at = raw.indexOf('\\'); at >= 0; at = raw.indexOf('\\', at + 2)) {
        if (raw.mid(at + 1, 2) == "N{")
            return true;
    }
    return false;
}

QString unescapedText(const QString &raw)
{
    if (!raw.contains(u'\\'))
        return raw;
    QString result;
    result.reserve(raw.size());
    unescape(raw, true, [&](char32_t character) {
        // surrogates of the source pass through one by one
        if (character <= 0xFFFF)
            result += QChar(char16_t(character));
        else
            result += QString::fromUcs4(&character, 1);
    });
    return result;
}

QByteArray unescapedBytes(const QByteArray &raw)
{
    QByteArray result;
    unescape(QString::fromLatin1(raw), false, [&](char32_t character) { result += char(character & 0xFF); });
    return result;
}

} // namespace Migrations::Python
