// text % values
#include "migrations/python/formatting.h"
#include "migrations/python/builtins.h"
#include "migrations/python/largeinteger.h"
#include "migrations/python/textform.h"

#include <cmath>

namespace Migrations::Python {

namespace {

[[noreturn]] void typeError(Interpreter &interpreter, const QString &message)
{
    interpreter.raise(QStringLiteral("TypeError"), message);
}

/// The values on the right of %: a tuple in turn, a dict by name, or one value.
class PercentValues final
{
public:
    PercentValues(Interpreter &interpreter, const Value &values)
        : m_interpreter(interpreter)
        , m_values(values)
    {
        const auto *tuple = values.as<Tuple>();
        m_positional = tuple ? tuple->items : QList<Value> {values};
        // what has items may stay unused: it could have been asked by name
        m_mayStay = !tuple && !values.isString() && (values.isObject() || values.isBytes());
    }

    Value next()
    {
        if (m_next >= m_positional.size())
            typeError(m_interpreter, QStringLiteral("not enough arguments for format string"));
        return m_positional[m_next++];
    }

    Value named(const QString &name)
    {
        if (!m_mayStay)
            typeError(m_interpreter, QStringLiteral("format requires a mapping"));
        return m_interpreter.item(m_values, Value(name));
    }

    void finish()
    {
        if (m_next < m_positional.size() && !m_mayStay)
            typeError(m_interpreter, QStringLiteral("not all arguments converted during string formatting"));
    }

private:
    Interpreter &m_interpreter;
    Value m_values;
    QList<Value> m_positional;
    qsizetype m_next = 0;
    bool m_mayStay = false;
};

/// What stands between % and the value.
struct Field {
    std::optional<QString> name;
    QString flags;
    qint64 width = 0;
    qint64 precision = -1;
    QChar type;
    qsizetype at = 0; ///< of the type

    [[nodiscard]] bool has(QChar flag) const { return flags.contains(flag); }
};

/// Reads the fields of a format from left to right.
class FieldReader final
{
public:
    FieldReader(Interpreter &interpreter, const QString &text, PercentValues &values)
        : m_interpreter(interpreter)
        , m_text(text)
        , m_values(values)
    {
    }

    /// the field after the % at that place; end() is behind it
    Field read(qsizetype percent)
    {
        m_at = percent + 1;
        Field field;
        if (at() == u'(')
            field.name = readName();
        while (!at().isNull() && QStringView(u"-+ #0").contains(at()))
            field.flags += m_text[m_at++];
        const std::optional<qint64> width = readNumber();
        field.width = width.value_or(0);
        if (field.width < 0) {
            field.flags += u'-';
            field.width = -field.width;
        }
        if (at() == u'.') {
            ++m_at;
            field.precision = std::max<qint64>(0, readNumber().value_or(0));
        }
        if (!at().isNull() && QStringView(u"hlL").contains(at()))
            ++m_at;
        if (at().isNull())
            m_interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("incomplete format"));
        field.at = m_at;
        field.type = m_text[m_at++];
        return field;
    }
    [[nodiscard]] qsizetype end() const { return m_at; }

private:
    [[nodiscard]] QChar at() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }

    QString readName()
    {
        const qsizetype begin = ++m_at;
        for (int open = 1; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == u'(')
                ++open;
            else if (m_text[m_at] == u')' && --open == 0)
                return m_text.mid(begin, m_at++ - begin);
        }
        m_interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("incomplete format key"));
    }

    std::optional<qint64> readNumber()
    {
        if (at() == u'*') {
            ++m_at;
            const Value value = m_values.next();
            if (!value.isInteger())
                typeError(m_interpreter, QStringLiteral("* wants int"));
            return std::clamp<qint64>(value.toInteger(), -INT_MAX, INT_MAX);
        }
        std::optional<qint64> number;
        for (; at() >= u'0' && at() <= u'9'; ++m_at) {
            number = number.value_or(0) * 10 + (at().unicode() - u'0');
            if (*number > INT_MAX)
                m_interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("width too big"));
        }
        return number;
    }

    Interpreter &m_interpreter;
    const QString &m_text;
    PercentValues &m_values;
    qsizetype m_at = 0;
};

// sign and prefix, then zeros or spaces, then digits
QString number(Interpreter &interpreter, const Field &field, bool negative, const QString &prefix, QString digits)
{
    const QString sign = negative ? QStringLiteral("-")
        : field.has(u'+')         ? QStringLiteral("+")
        : field.has(u' ')         ? QStringLiteral(" ")
                                  : QString();
    const QString head = sign + prefix;
    if (field.has(u'-'))
        return padded(interpreter, head + digits, field.width, u'<', QStringLiteral(" "));
    if (field.has(u'0'))
        return head + padded(interpreter, digits, field.width - head.size(), u'>', QStringLiteral("0"));
    return padded(interpreter, head + digits, field.width, u'>', QStringLiteral(" "));
}

QString integerField(Interpreter &interpreter, const Field &field, const Value &given)
{
    const std::optional<Value> own = specialResult(interpreter, given, QStringLiteral("__int__"));
    const Value value = own.value_or(given);
    const bool decimal = QStringView(u"diu").contains(field.type);
    const auto *large = value.as<LargeInteger>();
    if (!large && (decimal ? !value.isNumber() : !value.isInteger()))
        typeError(interpreter,
            QStringLiteral("%%1 format: %2 is required, not %3")
                .arg(field.type)
                .arg(decimal ? QStringLiteral("a real number") : QStringLiteral("an integer"),
                    Interpreter::typeName(value)));
    const BigInteger whole = *bigInteger(interpreter.callValue(interpreter.builtin(QStringLiteral("int")),
        {.positional = {value}, .keywords = {}, .at = interpreter.position()}));
    interpreter.step(whole.bitLength() * whole.bitLength() / 65536);
    const int base = decimal ? 10 : field.type == u'o' ? 8 : 16;
    QString digits = whole.digits(base);
    digits = padded(interpreter, digits, field.precision, u'>', QStringLiteral("0"));
    QString prefix;
    if (field.has(u'#') && !decimal)
        prefix = u'0' + QString(field.type);
    return number(interpreter, field, whole.isNegative(), prefix, field.type == u'X' ? digits.toUpper() : digits);
}

QString floatField(Interpreter &interpreter, const Field &field, const Value &original)
{
    const std::optional<Value> own = specialResult(interpreter, original, QStringLiteral("__float__"));
    const Value value = own.value_or(original);
    const auto *large = value.as<LargeInteger>();
    if (!value.isNumber() && !large)
        typeError(interpreter, QStringLiteral("must be real number, not %1").arg(Interpreter::typeName(value)));
    const double given = large ? toDouble(interpreter, large->value) : value.toFloat();
    const double magnitude = std::fabs(given);
    const QString digits
        = floatDigits(interpreter, magnitude, field.type, field.precision < 0 ? 6 : field.precision, field.has(u'#'));
    return number(interpreter, field, std::signbit(given) && !std::isnan(magnitude), {}, digits);
}

QString characterField(Interpreter &interpreter, const Value &value)
{
    if (value.isString() && interpreter.length(value) == 1)
        return value.toString();
    if (!value.isInteger())
        typeError(interpreter,
            QStringLiteral("%c requires int or char"));
    if (value.toInteger() < 0 || value.toInteger() > 0x10FFFF)
        interpreter.raise(QStringLiteral("OverflowError"), QStringLiteral("%c arg not in range(0x110000)"));
    const char32_t character = char32_t(value.toInteger());
    return QString::fromUcs4(&character, 1);
}

QString textField(Interpreter &interpreter, const Field &field, const Value &value)
{
    QString text = field.type == u's' ? interpreter.str(value)
        : field.type == u'r'          ? interpreter.repr(value)
        : field.type == u'a'          ? asciiOnly(interpreter.repr(value))
                                      : characterField(interpreter, value);
    if (field.precision >= 0 && field.type != u'c')
        text = interpreter.item(Value(text), Value(interpreter.make<Slice>(Value(), Value(field.precision), Value())))
                   .toString();
    return padded(interpreter, text, field.width, field.has(u'-') ? u'<' : u'>', QStringLiteral(" "));
}

QString formatted(Interpreter &interpreter, const Field &field, const Value &value)
{
    if (QStringView(u"srac").contains(field.type))
        return textField(interpreter, field, value);
    if (QStringView(u"diuxXo").contains(field.type))
        return integerField(interpreter, field, value);
    if (QStringView(u"eEfFgG").contains(field.type))
        return floatField(interpreter, field, value);
    interpreter.raise(QStringLiteral("ValueError"),
        QStringLiteral("unsupported format character '%1' (0x%2) at index %3")
            .arg(field.type)
            .arg(field.type.unicode(), 0, 16)
            .arg(field.at));
}

} // namespace

Value percentFormat(Interpreter &interpreter, const QString &text, const Value &values)
{
    PercentValues source(interpreter, values);
    FieldReader reader(interpreter, text, source);
    QString result;
    qsizetype from = 0;
    for (qsizetype percent = text.indexOf(u'%'); percent >= 0; percent = text.indexOf(u'%', from)) {
        interpreter.step();
        result += QStringView(text).mid(from, percent - from);
        const Field field = reader.read(percent);
        from = reader.end();
        if (field.type == u'%')
            result += u'%';
        else
            result += formatted(interpreter, field, field.name ? source.named(*field.name) : source.next());
    }
    result += QStringView(text).mid(from);
    source.finish();
    interpreter.spendBytes(result.size() * 2);
    return result;
}

} // namespace Migrations::Python
