#include "migrations/python/textform.h"

#include <QLocale>

#include <cmath>

namespace Migrations::Python {

namespace {

QString escaped(QChar character, QChar quote)
{
    if (character == u'\\' || character == quote)
        return QString(u'\\') + character;
    if (character == u'\n')
        return QStringLiteral("\\n");
    if (character == u'\r')
        return QStringLiteral("\\r");
    if (character == u'\t')
        return QStringLiteral("\\t");
    if (character.unicode() < 0x20 || character.unicode() == 0x7F)
        return QStringLiteral("\\x%1").arg(int(character.unicode()), 2, 16, QChar(u'0'));
    return character;
}

QString quoted(const QString &text)
{
    const QChar quote = text.contains(u'\'') && !text.contains(u'"') ? u'"' : u'\'';
    QString result(quote);
    for (const QChar character : text)
        result += escaped(character, quote);
    return result + quote;
}

} // namespace

QString reprOfString(const QString &text)
{
    return quoted(text);
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
    const QString text = QString::number(number, 'f', QLocale::FloatingPointShortest);
    return text.contains(u'.') ? text : text + QStringLiteral(".0");
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
    if (value.isString())
        return quoted(value.toString());
    QString text;
    for (const char byte : value.toBytes()) {
        const uchar code = uchar(byte);
        text += code < 0x7F ? escaped(QChar(char16_t(code)), u'\'')
                            : QStringLiteral("\\x%1").arg(int(code), 2, 16, QChar(u'0'));
    }
    return QStringLiteral("b'%1'").arg(text);
}

} // namespace Migrations::Python
