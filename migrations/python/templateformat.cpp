// The older ways to format: text % values and text.format(…).
#include "migrations/python/formatting.h"

#include <QRegularExpression>

namespace Migrations::Python {

namespace {

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
        m_isTuple = tuple;
    }

    Value next()
    {
        if (m_next >= m_positional.size())
            m_interpreter.raise(
                QStringLiteral("TypeError"), QStringLiteral("not enough arguments for format string"));
        return m_positional[m_next++];
    }

    Value named(const QString &name)
    {
        auto *dict = m_values.as<Dict>();
        if (!dict)
            m_interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("format requires a mapping"));
        m_usedNames = true;
        return dict->item(m_interpreter, Value(name));
    }

    void finish()
    {
        if (m_next < m_positional.size() && !m_usedNames && !(m_values.as<Dict>() && !m_isTuple))
            m_interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("not all arguments converted during string formatting"));
    }

private:
    Interpreter &m_interpreter;
    Value m_values;
    QList<Value> m_positional;
    qsizetype m_next = 0;
    bool m_isTuple = false;
    bool m_usedNames = false;
};

QString percentField(Interpreter &interpreter, const QRegularExpressionMatch &match, const Value &value)
{
    const QChar type = match.captured(4).front();
    const QString flags = match.captured(2);
    const QString width = match.captured(3);
    QString specification = flags.contains(u'-') ? QStringLiteral("<") : QStringLiteral(">");
    if (flags.contains(u'+'))
        specification += u'+';
    if (type == u's' || type == u'r' || type == u'a')
        return interpreter.format(
            Value(type == u's' ? interpreter.str(value) : interpreter.repr(value)), specification + width);
    if (!value.isNumber())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("%%1 format: a real number is required, not %2").arg(type).arg(Interpreter::typeName(value)));
    if (flags.contains(u'0') && !flags.contains(u'-'))
        specification = specification.mid(1) + u'0';
    const bool whole = type == u'd' || type == u'i' || type == u'u';
    const Value number = whole ? Value(value.isFloat() ? qint64(value.toFloat()) : value.toInteger()) : value;
    return interpreter.format(number, specification + width + (whole ? QChar(u'd') : type));
}

} // namespace

Value percentFormat(Interpreter &interpreter, const QString &text, const Value &values)
{
    static const QRegularExpression field(
        QStringLiteral("%(?:\\(([^)]*)\\))?([-+ #0]*)(\\d*(?:\\.\\d+)?)([a-zA-Z%])"));
    PercentValues source(interpreter, values);
    QString result;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : field.globalMatch(text)) {
        result += QStringView(text).mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (match.captured(4) == u"%") {
            result += u'%';
            continue;
        }
        const Value value = match.hasCaptured(1) ? source.named(match.captured(1)) : source.next();
        result += percentField(interpreter, match, value);
    }
    result += QStringView(text).mid(from);
    source.finish();
    interpreter.spendBytes(result.size() * 2);
    return result;
}

namespace {

Value fieldRoot(Interpreter &interpreter, const QString &name, const Arguments &arguments)
{
    bool isNumber = false;
    const int position = name.toInt(&isNumber);
    if (isNumber) {
        if (position < 0 || position >= arguments.positional.size())
            interpreter.raise(QStringLiteral("IndexError"),
                QStringLiteral("Replacement index %1 out of range for positional args tuple").arg(position));
        return arguments.positional[position];
    }
    for (const auto &[keyword, value] : arguments.keywords) {
        if (keyword == name)
            return value;
    }
    interpreter.raise(QStringLiteral("KeyError"), name);
}

Value fieldValue(Interpreter &interpreter, const QString &path, int &automatic, const Arguments &arguments)
{
    static const QRegularExpression part(QStringLiteral("\\.(\\w+)|\\[([^\\]]+)\\]"));
    const qsizetype rootEnd = path.indexOf(QRegularExpression(QStringLiteral("[.\\[]")));
    QString root = path.left(rootEnd);
    if (root.isEmpty())
        root = QString::number(automatic++);
    Value value = fieldRoot(interpreter, root, arguments);
    if (rootEnd < 0)
        return value;
    for (const QRegularExpressionMatch &match : part.globalMatch(path, rootEnd)) {
        bool isNumber = false;
        const qint64 index = match.captured(2).toLongLong(&isNumber);
        if (match.hasCaptured(1))
            value = interpreter.attribute(value, match.captured(1));
        else
            value = interpreter.item(value, isNumber ? Value(index) : Value(match.captured(2)));
    }
    return value;
}

} // namespace

Value formatTemplate(Interpreter &interpreter, const QString &text, const Arguments &arguments)
{
    static const QRegularExpression field(
        QStringLiteral("\\{\\{|\\}\\}|\\{([^{}!:]*)(?:!([rsa]))?(?::((?:[^{}]|\\{[^{}]*\\})*))?\\}"));
    QString result;
    qsizetype from = 0;
    int automatic = 0;
    for (const QRegularExpressionMatch &match : field.globalMatch(text)) {
        const QString between = text.mid(from, match.capturedStart() - from);
        if (between.contains(u'{') || between.contains(u'}'))
            interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("Single '}' encountered in format string"));
        result += between;
        from = match.capturedEnd();
        if (match.captured() == u"{{" || match.captured() == u"}}") {
            result += match.captured().front();
            continue;
        }
        Value value = fieldValue(interpreter, match.captured(1), automatic, arguments);
        if (match.hasCaptured(2))
            value = Value(match.captured(2) == u"s" ? interpreter.str(value) : interpreter.repr(value));
        QString specification = match.captured(3);
        if (specification.contains(u'{'))
            specification = formatTemplate(interpreter, specification, arguments).toString();
        result += interpreter.format(value, specification);
    }
    result += text.mid(from);
    interpreter.spendBytes(result.size() * 2);
    return result;
}

} // namespace Migrations::Python
