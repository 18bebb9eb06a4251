#include "migrations/python/argumentreader.h"

namespace Migrations::Python {

ArgumentReader::ArgumentReader(Interpreter &interpreter, const QString &function, const Arguments &arguments)
    : m_interpreter(interpreter)
    , m_function(function)
    , m_positional(arguments.positional)
    , m_keywords(arguments.keywords)
{
}

std::optional<Value> ArgumentReader::optional(const QString &name)
{
    const std::optional<Value> byName = keyword(name);
    if (m_next >= m_positional.size())
        return byName;
    if (byName)
        m_interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("%1() got multiple values for argument '%2'").arg(m_function, name));
    return m_positional[m_next++];
}

Value ArgumentReader::optional(const QString &name, const Value &otherwise)
{
    return optional(name).value_or(otherwise);
}

Value ArgumentReader::required(const QString &name)
{
    if (const std::optional<Value> value = optional(name))
        return *value;
    m_interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("%1() missing 1 required positional argument: '%2'").arg(m_function, name));
}

QList<Value> ArgumentReader::rest()
{
    const QList<Value> values = m_positional.mid(m_next);
    m_next = m_positional.size();
    return values;
}

std::optional<Value> ArgumentReader::keyword(const QString &name)
{
    // most questions are for what is not there, so nothing is copied for them
    const auto found = std::ranges::find(std::as_const(m_keywords), name, &std::pair<QString, Value>::first);
    return found == m_keywords.cend() ? std::nullopt : std::optional(m_keywords.takeAt(found - m_keywords.cbegin()).second);
}

QList<std::pair<QString, Value>> ArgumentReader::keywordsStartingWith(const QString &prefix)
{
    QList<std::pair<QString, Value>> result;
    erase_if(m_keywords, [&](const auto &keyword) {
        const bool taken = keyword.first.startsWith(prefix);
        if (taken)
            result << keyword;
        return taken;
    });
    return result;
}

QList<std::pair<QString, Value>> ArgumentReader::otherKeywords()
{
    return std::exchange(m_keywords, {});
}

void ArgumentReader::finish()
{
    if (!m_keywords.isEmpty())
        m_interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("%1() got an unexpected keyword argument '%2'").arg(m_function, m_keywords.front().first));
    if (m_next < m_positional.size())
        m_interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("%1() takes %2 positional argument%3 but %4 %5 given")
                .arg(m_function)
                .arg(m_next)
                .arg(m_next == 1 ? QString() : QStringLiteral("s"))
                .arg(m_positional.size())
                .arg(m_positional.size() == 1 ? QStringLiteral("was") : QStringLiteral("were")));
}

QString ArgumentReader::text(const QString &name, const Value &value)
{
    if (value.isString())
        return value.toString();
    if (value.as<Opaque>())
        return m_interpreter.str(value); // says where it comes from
    m_interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("%1(): '%2' must be a string, not %3").arg(m_function, name, Interpreter::typeName(value)));
}

QStringList ArgumentReader::texts(const QString &name, const Value &value)
{
    QStringList result;
    if (value.isString())
        return {value.toString()};
    for (const Value &item : m_interpreter.toList(value))
        result << text(name, item);
    return result;
}

bool ArgumentReader::truth(const std::optional<Value> &value, bool otherwise)
{
    return value && !value->isNone() ? m_interpreter.isTrue(*value) : otherwise;
}

} // namespace Migrations::Python
