#include "migrations/python/textform.h"

#include <QLocale>

#include <cmath>

namespace Migrations::Python {

namespace {

QString escapedByCode(char32_t character)
{
    const auto hex = [&](const QString &prefix, int digits) {
        return prefix + QStringLiteral("%1").arg(uint(character), digits, 16, QChar(u'0'));
    };
    if (character < 0x100)
        return hex(QStringLiteral("\\x"), 2);
    return character < 0x10000 ? hex(QStringLiteral("\\u"), 4) : hex(QStringLiteral("\\U"), 8);
}

// nullopt: as it is
std::optional<QString> escaped(char32_t character, char32_t quote)
{
    switch (character) {
    case U'\\': return QStringLiteral("\\\\");
    case U'\n': return QStringLiteral("\\n");
    case U'\r': return QStringLiteral("\\r");
    case U'\t': return QStringLiteral("\\t");
    default: break;
    }
    if (character == quote)
        return QString(u'\\') + QChar(char16_t(quote));
    return isPrintable(character) ? std::nullopt : std::optional(escapedByCode(character));
}

char16_t quoteFor(bool hasSingle, bool hasDouble)
{
    return hasSingle && !hasDouble ? u'"' : u'\'';
}

QString reprOfBytes(const QByteArray &bytes)
{
    const char16_t quote = quoteFor(bytes.contains('\''), bytes.contains('"'));
    QString text = QString(u'b') + QChar(quote);
    for (const char byte : bytes) {
        const auto code = uchar(byte);
        text += code < 0x7F ? escaped(code, quote).value_or(QString(QChar(char16_t(code)))) : escapedByCode(code);
    }
    return text + QChar(quote);
}

} // namespace

bool isPrintable(char32_t character)
{
    if (character >= 0x20 && character < 0x7F)
        return true;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Separator_Space: return false;
    default: return true;
    }
}

QString reprOfString(const QString &text)
{
    const char16_t quote = quoteFor(text.contains(u'\''), text.contains(u'"'));
    QString result {QChar(quote)};
    result.reserve(text.size() + 2);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t character = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        if (const std::optional<QString> escape = escaped(character, quote))
            result += *escape;
        else
            result += QStringView(text).mid(i, pair ? 2 : 1);
        i += pair ? 1 : 0;
    }
    return result + QChar(quote);
}

QString asciiOnly(const QString &text)
{
    QString result;
    for (const char32_t character : text.toStdU32String()) {
        if (character < 0x80)
            result += QChar(char16_t(character));
        else
            result += escapedByCode(character);
    }
    return result;
}

QString reprOfFloat(double number)
{
    if (std::isnan(number))
        return QStringLiteral("nan");
    if (std::isinf(number))
        return number > 0 ? QStringLiteral("inf") : QStringLiteral("-inf");
    const double size = std::fabs(number);
    if (size != 0 && (size < 1e-4 || size >= 1e16))
        return QString::number(number, 'e', QLocale::FloatingPointShortest);
    const QString text = QString::number(size, 'f', QLocale::FloatingPointShortest);
    const QString sign = std::signbit(number) ? QStringLiteral("-") : QString();
    return sign + text + (text.contains(u'.') ? QString() : QStringLiteral(".0"));
}

QString reprOfSimple(const Value &value)
{
    if (value.isNone())
        return QStringLiteral("None");
    if (value.isBool())
        return value.toBool() ? QStringLiteral("True") : QStringLiteral("False");
    if (value.isInteger())
        return QString::number(value.toInteger());
    if (value.isFloat())
        return reprOfFloat(value.toFloat());
    return value.isString() ? reprOfString(value.toString()) : reprOfBytes(value.toBytes());
}

} // namespace Migrations::Python
