#include "migrations/python/formatting.h"

#include "migrations/python/textform.h"

#include <QRegularExpression>

#include <cmath>

namespace Migrations::Python {

namespace {

constexpr int MaximumWidth = 10'000;

/// Python's format specification, taken apart.
struct Specification {
    QChar fill = u' ';
    QChar align;
    QChar sign = u'-';
    bool alternate = false;
    bool zeroPad = false;
    int width = 0;
    QChar grouping;
    int precision = -1;
    QChar type;
};

std::optional<Specification> parseSpecification(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\\d{1,5})?([,_])?(?:\\.(\\d{1,5}))?([a-zA-Z%])?$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto character = [&](int group, QChar otherwise) {
        return match.capturedLength(group) > 0 ? match.captured(group).front() : otherwise;
    };
    Specification result;
    result.fill = character(1, u' ');
    result.align = character(2, QChar());
    result.sign = character(3, u'-');
    result.alternate = match.capturedLength(4) > 0;
    result.zeroPad = match.capturedLength(5) > 0;
    result.width = match.captured(6).toInt();
    result.grouping = character(7, QChar());
    result.precision = match.capturedLength(8) > 0 ? match.captured(8).toInt() : -1;
    result.type = character(9, QChar());
    return result;
}

QString padded(const QString &text, const Specification &specification, QChar naturalAlign, qsizetype signLength)
{
    const qsizetype missing = specification.width - text.size();
    if (missing <= 0)
        return text;
    QChar align = specification.align;
    QChar fill = specification.fill;
    if (align.isNull()) {
        align = specification.zeroPad ? QChar(u'=') : naturalAlign;
        fill = specification.zeroPad ? QChar(u'0') : fill;
    }
    if (align == u'<')
        return text + QString(missing, fill);
    if (align == u'>')
        return QString(missing, fill) + text;
    if (align == u'=')
        return text.left(signLength) + QString(missing, fill) + text.mid(signLength);
    return QString(missing / 2, fill) + text + QString(missing - missing / 2, fill);
}

QString grouped(QString digits, QChar separator, int size)
{
    if (separator.isNull())
        return digits;
    for (qsizetype at = digits.size() - size; at > 0; at -= size)
        digits.insert(at, separator);
    return digits;
}

QString withSign(bool negative, const QString &digits, const Specification &specification)
{
    if (negative)
        return u'-' + digits;
    return specification.sign == u'-' ? digits : specification.sign + digits;
}

QString formatInteger(qint64 value, const Specification &specification)
{
    static const QHash<QChar, std::pair<int, QString>> bases {
        {u'x', {16, QStringLiteral("0x")}},
        {u'X', {16, QStringLiteral("0X")}},
        {u'o', {8, QStringLiteral("0o")}},
        {u'b', {2, QStringLiteral("0b")}},
    };
    const auto [base, prefix] = bases.value(specification.type, {10, QString()});
    const quint64 magnitude = value < 0 ? 0 - quint64(value) : quint64(value);
    QString digits = grouped(QString::number(magnitude, base), specification.grouping, base == 10 ? 3 : 4);
    if (specification.type == u'X')
        digits = digits.toUpper();
    const QString text = withSign(value < 0, (specification.alternate ? prefix : QString()) + digits, specification);
    const qsizetype signLength = text.size() - digits.size();
    return padded(text, specification, u'>', signLength);
}

QString formatFloat(double value, const Specification &specification)
{
    const bool percent = specification.type == u'%';
    const double magnitude = std::fabs(percent ? value * 100 : value);
    QString digits;
    if (specification.type.isNull() && specification.precision < 0) {
        digits = reprOfFloat(magnitude);
    } else {
        const char letter = percent || specification.type.isNull() ? (percent ? 'f' : 'g')
                                                                   : char(specification.type.toLower().unicode());
        digits = QString::asprintf(letter == 'f'  ? "%.*f"
                : letter == 'e'                   ? "%.*e"
                                                  : "%.*g",
            specification.precision < 0 ? 6 : specification.precision, magnitude);
    }
    const qsizetype point = digits.indexOf(u'.');
    digits = grouped(digits.left(point), specification.grouping, 3) + (point < 0 ? QString() : digits.mid(point));
    const QString text
        = withSign(std::signbit(value), digits + (percent ? QStringLiteral("%") : QString()), specification);
    return padded(text, specification, u'>', text.size() - digits.size() - (percent ? 1 : 0));
}

} // namespace

QString Interpreter::format(const Value &value, const QString &specification)
{
    if (specification.isEmpty())
        return str(value);
    const std::optional<Specification> parsed = parseSpecification(specification);
    if (!parsed || parsed->width > MaximumWidth || parsed->precision > MaximumWidth)
        raise(QStringLiteral("ValueError"),
            QStringLiteral("Invalid format specifier '%1' for object of type '%2'").arg(specification, typeName(value)));
    static const QString floatTypes = QStringLiteral("eEfFgG%");
    static const QString integerTypes = QStringLiteral("bcdoxXn");
    if (value.isInteger() && !value.isBool() && !floatTypes.contains(parsed->type.isNull() ? u'd' : parsed->type))
        return formatInteger(value.toInteger(), *parsed);
    if (value.isNumber() && !value.isBool() && !integerTypes.contains(parsed->type.isNull() ? u'f' : parsed->type))
        return formatFloat(value.toFloat(), *parsed);
    if (value.isBool() && !parsed->type.isNull() && parsed->type != u's')
        return formatInteger(value.toInteger(), *parsed);
    if (value.isObject() || (!parsed->type.isNull() && parsed->type != u's'))
        raise(value.isObject() ? QStringLiteral("TypeError") : QStringLiteral("ValueError"),
            value.isObject()
                ? QStringLiteral("unsupported format string passed to %1.__format__").arg(typeName(value))
                : QStringLiteral("Unknown format code '%1' for object of type '%2'")
                      .arg(parsed->type)
                      .arg(typeName(value)));
    QString text = str(value);
    if (parsed->precision >= 0)
        text.truncate(parsed->precision);
    return padded(text, *parsed, u'<', 0);
}

} // namespace Migrations::Python
