// text.format(…)
#include "migrations/python/formatting.h"
#include "migrations/python/textform.h"

namespace Migrations::Python {

namespace {

/// One pass over a template; a specification that holds fields is a template itself.
class TemplateFormatter final
{
public:
    TemplateFormatter(Interpreter &interpreter, const Arguments &arguments, const std::optional<Value> &mapping)
        : m_interpreter(interpreter)
        , m_arguments(arguments)
        , m_mapping(mapping)
    {
    }

    QString format(const QString &text, int depth)
    {
        if (depth == 0)
            refuse(QStringLiteral("Max string recursion exceeded"));
        QString result;
        for (qsizetype at = 0; at < text.size();) {
            m_interpreter.step();
            const QChar character = text[at++];
            const bool doubled = at < text.size() && text[at] == character;
            if (character != u'{' && character != u'}') {
                result += character;
            } else if (doubled) {
                result += character;
                ++at;
            } else if (character == u'}') {
                refuse(QStringLiteral("Single '}' encountered in format string"));
            } else if (at == text.size()) {
                refuse(QStringLiteral("Single '{' encountered in format string"));
            } else {
                result += field(text, at, depth);
                m_interpreter.spendBytes(result.size() / 8);
            }
        }
        return result;
    }

private:
    [[noreturn]] void refuse(const QString &message)
    {
        m_interpreter.raise(QStringLiteral("ValueError"), message);
    }

    // the field after a brace; `at` goes behind it
    QString field(const QString &text, qsizetype &at, int depth)
    {
        const qsizetype begin = at;
        QChar end;
        while (at < text.size() && end.isNull()) {
            const QChar character = text[at++];
            if (character == u'{')
                refuse(QStringLiteral("unexpected '{' in field name"));
            if (character == u'[') {
                while (at < text.size() && text[at] != u']')
                    ++at;
            } else if (QStringView(u"}:!").contains(character)) {
                end = character;
            }
        }
        if (end.isNull())
            refuse(QStringLiteral("expected '}' before end of string"));
        const QString name = text.mid(begin, at - 1 - begin);
        QChar conversion;
        if (end == u'!')
            end = readConversion(text, at, conversion);
        QString specification = end == u':' ? readSpecification(text, at) : QString();
        Value value = converted(fieldValue(name), conversion);
        if (specification.contains(u'{') || specification.contains(u'}'))
            specification = format(specification, depth - 1);
        return m_interpreter.format(value, specification);
    }

    QChar readConversion(const QString &text, qsizetype &at, QChar &conversion)
    {
        if (at >= text.size())
            refuse(QStringLiteral("end of string while looking for conversion specifier"));
        conversion = text[at++];
        if (at >= text.size())
            refuse(QStringLiteral("unmatched '{' in format spec"));
        const QChar end = text[at++];
        if (end != u'}' && end != u':')
            refuse(QStringLiteral("expected ':' after conversion specifier"));
        return end;
    }

    QString readSpecification(const QString &text, qsizetype &at)
    {
        const qsizetype begin = at;
        for (int open = 1; at < text.size(); ++at) {
            if (text[at] == u'{')
                ++open;
            else if (text[at] == u'}' && --open == 0)
                return text.mid(begin, at++ - begin);
        }
        refuse(QStringLiteral("unmatched '{' in format spec"));
    }

    Value converted(const Value &value, QChar conversion)
    {
        if (conversion.isNull())
            return value;
        if (conversion == u's')
            return m_interpreter.str(value);
        if (conversion == u'r')
            return m_interpreter.repr(value);
        if (conversion == u'a')
            return asciiOnly(m_interpreter.repr(value));
        refuse(QStringLiteral("Unknown conversion specifier %1").arg(conversion));
    }

    static std::optional<qint64> index(QStringView text)
    {
        bool valid = false;
        const qint64 number = text.toLongLong(&valid);
        return valid && std::ranges::all_of(text, [](QChar digit) { return digit.isDigit(); })
            ? std::optional(number)
            : std::nullopt;
    }

    Value fieldValue(const QString &path)
    {
        qsizetype at = 0;
        while (at < path.size() && path[at] != u'.' && path[at] != u'[')
            ++at;
        Value value = root(path.first(at));
        while (at < path.size()) {
            const QChar opening = path[at++];
            const qsizetype begin = at;
            if (opening == u'.') {
                while (at < path.size() && path[at] != u'.' && path[at] != u'[')
                    ++at;
            } else if (opening == u'[') {
                while (at < path.size() && path[at] != u']')
                    ++at;
                if (at == path.size())
                    refuse(QStringLiteral("Missing ']' in format string"));
            } else {
                refuse(QStringLiteral("Only '.' or '[' may follow ']' in format field specifier"));
            }
            const QString part = path.mid(begin, at - begin);
            if (part.isEmpty())
                refuse(QStringLiteral("Empty attribute in format string"));
            if (opening == u'.') {
                value = m_interpreter.attribute(value, part);
                continue;
            }
            ++at;
            const std::optional<qint64> number = index(part);
            value = m_interpreter.item(value, number ? Value(*number) : Value(part));
        }
        return value;
    }

    Value root(const QString &name)
    {
        std::optional<qint64> position = index(name);
        if (name.isEmpty() || position)
            position = numbered(position);
        if (position) {
            if (m_mapping)
                refuse(QStringLiteral("Format string contains positional fields"));
            if (*position >= m_arguments.positional.size())
                m_interpreter.raise(QStringLiteral("IndexError"),
                    QStringLiteral("Replacement index %1 out of range for positional args tuple").arg(*position));
            return m_arguments.positional[*position];
        }
        if (m_mapping)
            return m_interpreter.item(*m_mapping, Value(name));
        const auto found = std::ranges::find(m_arguments.keywords, name, &std::pair<QString, Value>::first);
        if (found != m_arguments.keywords.end())
            return found->second;
        m_interpreter.raise(QStringLiteral("KeyError"), name);
    }

    // fields are numbered by the text or by their order, not both
    qint64 numbered(const std::optional<qint64> &given)
    {
        const bool automatic = !given;
        if (m_automatic && *m_automatic != automatic)
            refuse(automatic
                    ? QStringLiteral(
                        "cannot switch from manual field specification to automatic field numbering")
                    : QStringLiteral(
                        "cannot switch from automatic field numbering to manual field specification"));
        m_automatic = automatic;
        return automatic ? m_next++ : *given;
    }

    Interpreter &m_interpreter;
    const Arguments &m_arguments;
    const std::optional<Value> &m_mapping;
    std::optional<bool> m_automatic;
    qint64 m_next = 0;
};

} // namespace

Value formatTemplate(
    Interpreter &interpreter, const QString &text, const Arguments &arguments, const std::optional<Value> &mapping)
{
    constexpr int MaximumDepth = 2;
    const QString result = TemplateFormatter(interpreter, arguments, mapping).format(text, MaximumDepth);
    interpreter.spendBytes(result.size() * 2);
    return result;
}

} // namespace Migrations::Python
