// format() and the part behind the colon in f-strings.
#include "migrations/python/formatting.h"

#include "migrations/python/codepoints.h"
#include "migrations/python/largeinteger.h"
#include "migrations/python/textform.h"

#include <charconv>
#include <cmath>

namespace Migrations::Python {

namespace {

/// Python's format specification, taken apart.
struct Specification {
    QString fill = QStringLiteral(" ");
    QChar align; ///< null: what is natural for the value
    QChar sign; ///< null: only of negative numbers
    bool alternate = false;
    bool zeroPadded = false;
    qint64 width = 0;
    QChar grouping;
    qint64 precision = -1;
    QChar type;
};

/// Reads a specification from left to right.
class SpecificationReader final
{
public:
    SpecificationReader(Interpreter &interpreter, const QString &text) : m_interpreter(interpreter), m_text(text) {}

    /// nullopt: something is left over
    std::optional<Specification> read()
    {
        Specification result;
        const bool hasFill = readAlign(result);
        result.sign = taken(u"+- ");
        if (result.sign == u'-')
            result.sign = QChar();
        static_cast<void>(taken(u"z"));
        result.alternate = !taken(u"#").isNull();
        if (!hasFill && !taken(u"0").isNull()) {
            result.fill = QStringLiteral("0");
            result.zeroPadded = result.align.isNull();
        }
        result.width = readNumber().value_or(0);
        result.grouping = taken(u",_");
        if (!taken(u".").isNull()) {
            const std::optional<qint64> precision = readNumber();
            if (!precision)
                m_interpreter.raise(
                    QStringLiteral("ValueError"), QStringLiteral("Format specifier missing precision"));
            result.precision = *precision;
        }
        if (m_at < m_text.size())
            result.type = m_text[m_at++];
        return m_at == m_text.size() ? std::optional(result) : std::nullopt;
    }

private:
    static bool isAlign(QChar character) { return QStringView(u"<>=^").contains(character); }

    // true: with a fill character
    bool readAlign(Specification &result)
    {
        const qsizetype fillSize = !m_text.isEmpty() && m_text.front().isHighSurrogate() ? 2 : 1;
        if (m_text.size() > fillSize && isAlign(m_text[fillSize])) {
            result.fill = m_text.first(fillSize);
            result.align = m_text[fillSize];
            m_at = fillSize + 1;
            return true;
        }
        result.align = taken(u"<>=^");
        return false;
    }

    QChar taken(QStringView characters)
    {
        if (m_at < m_text.size() && characters.contains(m_text[m_at]))
            return m_text[m_at++];
        return {};
    }

    std::optional<qint64> readNumber()
    {
        std::optional<qint64> number;
        for (; m_at < m_text.size() && m_text[m_at] >= u'0' && m_text[m_at] <= u'9'; ++m_at) {
            number = number.value_or(0) * 10 + (m_text[m_at].unicode() - u'0');
            if (*number > INT_MAX)
                m_interpreter.raise(
                    QStringLiteral("ValueError"), QStringLiteral("Too many decimal digits in format string"));
        }
        return number;
    }

    Interpreter &m_interpreter;
    const QString &m_text;
    qsizetype m_at = 0;
};

QString grouped(QString digits, QChar separator, int size)
{
    for (qsizetype at = digits.size() - size; at > 0; at -= size)
        digits.insert(at, separator);
    return digits;
}

/// A number on its way to a text.
struct NumberParts {
    bool negative = false;
    QString prefix; ///< 0x
    QString digits; ///< in front of the point
    QString rest; ///< point, decimals, exponent, percent sign
    int groupSize = 3;
};

QString formatNumber(Interpreter &interpreter, const NumberParts &parts, const Specification &specification)
{
    const QString sign = parts.negative ? QStringLiteral("-")
        : specification.sign.isNull()   ? QString()
                                        : QString(specification.sign);
    const QString head = sign + parts.prefix;
    const QChar align = specification.align.isNull() ? (specification.zeroPadded ? u'=' : u'>')
                                                     : specification.align;
    const qint64 room = specification.width - head.size() - parts.rest.size();
    interpreter.spendBytes(std::max<qint64>(0, room) * 2);
    QString digits = parts.digits;
    const bool zeros = align == u'=' && specification.fill == u"0";
    if (!specification.grouping.isNull()) {
        QString all = grouped(digits, specification.grouping, parts.groupSize);
        if (zeros && all.size() < room) {
            // a separator never leads
            const qint64 groups = (room + parts.groupSize) / (parts.groupSize + 1);
            digits = digits.rightJustified(room - groups + 1, u'0');
            all = grouped(digits, specification.grouping, parts.groupSize);
            while (all.size() < room)
                all = grouped(digits.prepend(u'0'), specification.grouping, parts.groupSize);
        }
        digits = all;
    }
    if (align == u'=')
        return head + padded(interpreter, digits, room, u'>', specification.fill) + parts.rest;
    return padded(interpreter, head + digits + parts.rest, specification.width, align, specification.fill);
}

[[noreturn]] void refuse(Interpreter &interpreter, const QString &message)
{
    interpreter.raise(QStringLiteral("ValueError"), message);
}

QString formatInteger(Interpreter &interpreter, const BigInteger &value, const Specification &specification)
{
    static const QHash<QChar, std::pair<int, QString>> bases {
        {u'x', {16, QStringLiteral("0x")}},
        {u'X', {16, QStringLiteral("0X")}},
        {u'o', {8, QStringLiteral("0o")}},
        {u'b', {2, QStringLiteral("0b")}},
    };
    if (specification.precision >= 0)
        refuse(interpreter, QStringLiteral("Precision not allowed in integer format specifier"));
    if (specification.type == u'c') {
        if (!specification.sign.isNull())
            refuse(interpreter, QStringLiteral("Sign not allowed with integer format specifier 'c'"));
        const qint64 code = value.toInteger().value_or(-1);
        if (code < 0 || code > 0x10FFFF)
            interpreter.raise(
                QStringLiteral("OverflowError"), QStringLiteral("%c arg not in range(0x110000)"));
        const char32_t character = char32_t(code);
        return padded(interpreter, QString::fromUcs4(&character, 1), specification.width,
            specification.align.isNull() ? u'<' : specification.align, specification.fill);
    }
    const auto [base, prefix] = bases.value(specification.type, {10, QString()});
    if (base != 10 && specification.grouping == u',')
        refuse(interpreter, QStringLiteral("Cannot specify ',' with '%1'.").arg(specification.type));
    interpreter.step(value.bitLength() * value.bitLength() / 65536);
    NumberParts parts {.negative = value.isNegative(), .groupSize = base == 10 ? 3 : 4};
    parts.digits = value.digits(base);
    if (specification.type == u'X')
        parts.digits = parts.digits.toUpper();
    if (specification.alternate)
        parts.prefix = prefix;
    return formatNumber(interpreter, parts, specification);
}

// like g, but always with a decimal, and with an exponent one digit earlier
QString generalDigits(Interpreter &interpreter, double magnitude, qint64 precision)
{
    const qint64 significant = std::max<qint64>(1, precision);
    const QString scientific = floatDigits(interpreter, magnitude, u'e', significant - 1, false);
    const int exponent = scientific.section(u'e', 1).toInt();
    if (!std::isfinite(magnitude))
        return scientific;
    if (exponent >= -4 && exponent < significant - 1) {
        const QString text = floatDigits(interpreter, magnitude, u'g', significant, false);
        return text.contains(u'.') ? text : text + QStringLiteral(".0");
    }
    QString mantissa = scientific.section(u'e', 0, 0);
    while (mantissa.contains(u'.') && (mantissa.endsWith(u'0') || mantissa.endsWith(u'.')))
        mantissa.chop(1);
    return mantissa + u'e' + scientific.section(u'e', 1);
}

QString formatFloat(Interpreter &interpreter, double value, const Specification &specification)
{
    const bool percent = specification.type == u'%';
    const double magnitude = std::fabs(percent ? value * 100 : value);
    const QChar type = percent ? QChar(u'f') : specification.type == u'n' ? QChar(u'g') : specification.type;
    QString text;
    if (type.isNull())
        text = specification.precision < 0 ? reprOfFloat(magnitude)
                                           : generalDigits(interpreter, magnitude, specification.precision);
    else
        text = floatDigits(interpreter, magnitude, type, specification.precision < 0 ? 6 : specification.precision,
            specification.alternate);
    qsizetype whole = 0;
    while (whole < text.size() && text[whole].isDigit())
        ++whole;
    return formatNumber(interpreter,
        {.negative = std::signbit(value) && !std::isnan(value),
            .prefix = {},
            .digits = text.first(whole),
            .rest = text.mid(whole) + (percent ? QStringLiteral("%") : QString())},
        specification);
}

QString formatText(Interpreter &interpreter, const QString &text, const Specification &specification)
{
    if (!specification.sign.isNull())
        refuse(interpreter, QStringLiteral("Sign not allowed in string format specifier"));
    if (specification.alternate)
        refuse(interpreter, QStringLiteral("Alternate form (#) not allowed in string format specifier"));
    if (specification.align == u'=')
        refuse(interpreter, QStringLiteral("'=' alignment not allowed in string format specifier"));
    if (!specification.grouping.isNull())
        refuse(interpreter, QStringLiteral("Cannot specify '%1' with 's'.").arg(specification.grouping));
    const QString shown
        = specification.precision < 0 ? text : text.first(std::min<qsizetype>(text.size(),
              CodePoints::unit(text, specification.precision)));
    return padded(interpreter, shown, specification.width,
        specification.align.isNull() ? QChar(u'<') : specification.align, specification.fill);
}

// as printf does it, but with every locale's point as a point
QString printed(double magnitude, std::chars_format format, qint64 precision)
{
    QByteArray buffer(400 + precision, '\0');
    const auto [end, error]
        = std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude, format, int(precision));
    return error == std::errc() ? QString::fromLatin1(buffer.constData(), end - buffer.constData()) : QString();
}

// %#g: the zeros at the end stay
QString generalWithZeros(double magnitude, qint64 precision)
{
    const QString scientific = printed(magnitude, std::chars_format::scientific, precision - 1);
    const int exponent = scientific.section(u'e', 1).toInt();
    return exponent < -4 || exponent >= precision
        ? scientific
        : printed(magnitude, std::chars_format::fixed, precision - 1 - exponent);
}

} // namespace

QString padded(Interpreter &interpreter, const QString &text, qint64 width, QChar align, const QString &fill)
{
    const qint64 missing = width - CodePoints::length(text);
    if (missing <= 0)
        return text;
    interpreter.spendBytes(missing * fill.size() * 2);
    const qint64 before = align == u'<' ? 0 : align == u'>' ? missing : missing / 2;
    return fill.repeated(before) + text + fill.repeated(missing - before);
}

QString floatDigits(Interpreter &interpreter, double magnitude, QChar type, qint64 precision, bool alternate)
{
    interpreter.spendBytes(precision * 2 + 700);
    interpreter.step(precision / 16);
    const QChar kind = type.toLower();
    QString text;
    if (!std::isfinite(magnitude))
        text = reprOfFloat(magnitude);
    else if (kind == u'g' && alternate)
        text = generalWithZeros(magnitude, std::max<qint64>(1, precision));
    else
        text = printed(magnitude,
            kind == u'f'       ? std::chars_format::fixed
                : kind == u'e' ? std::chars_format::scientific
                               : std::chars_format::general,
            precision);
    if (alternate && std::isfinite(magnitude) && !text.contains(u'.')) {
        const qsizetype exponent = text.indexOf(u'e');
        text.insert(exponent < 0 ? text.size() : exponent, u'.');
    }
    return type.isUpper() ? text.toUpper() : text;
}

QString Interpreter::format(const Value &value, const QString &specification)
{
    if (Object *object = value.object()) {
        if (const std::optional<Value> text
            = object->special(*this, QStringLiteral("__format__"), {Value(specification)}))
            return str(*text);
    }
    if (specification.isEmpty())
        return str(value);
    if (value.as<Opaque>())
        return str(value); // says where it comes from
    const auto *large = value.as<LargeInteger>();
    if ((value.isObject() && !large) || value.isNone() || value.isBytes())
        raise(QStringLiteral("TypeError"),
            QStringLiteral("unsupported format string passed to %1.__format__").arg(typeName(value)));
    const std::optional<Specification> parsed = SpecificationReader(*this, specification).read();
    if (!parsed)
        refuse(*this,
            QStringLiteral("Invalid format specifier '%1' for object of type '%2'").arg(specification, typeName(value)));
    const QStringView floatTypes = u"eEfFgG%";
    const QStringView types = value.isString() ? QStringView(u"s")
        : value.isFloat()                      ? QStringView(u"eEfFgGn%")
                                               : QStringView(u"bcdoxXneEfFgG%");
    if (!parsed->type.isNull() && !types.contains(parsed->type))
        refuse(*this,
            QStringLiteral("Unknown format code '%1' for object of type '%2'")
                .arg(parsed->type == u' ' ? QStringLiteral("\\x20") : QString(parsed->type), typeName(value)));
    if (value.isString())
        return formatText(*this, value.toString(), *parsed);
    if (value.isFloat() || (!parsed->type.isNull() && floatTypes.contains(parsed->type)))
        return formatFloat(*this, large ? toDouble(*this, large->value) : value.toFloat(), *parsed);
    return formatInteger(*this, *bigInteger(value), *parsed);
}

} // namespace Migrations::Python
