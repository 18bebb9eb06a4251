#include "migrations/standardlibrary/matchobjects.h"

#include "migrations/python/argumentreader.h"
#include "migrations/python/builtins.h"
#include "migrations/python/codepoints.h"
#include "migrations/python/textform.h"

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

qint64 place(const QString &text, qsizetype unit)
{
    return unit < 0 ? -1 : CodePoints::length(text.first(unit));
}

Value groupsOf(Interpreter &interpreter, MatchObject *self, const QList<Value> &groups)
{
    if (groups.isEmpty())
        return self->group(0);
    if (groups.size() == 1)
        return self->group(self->number(interpreter, groups.front()));
    QList<Value> texts;
    for (const Value &group : groups)
        texts << self->group(self->number(interpreter, group));
    return Value(interpreter.make<Tuple>(texts));
}

Value group(Interpreter &interpreter, MatchObject *self, const Arguments &arguments)
{
    return groupsOf(interpreter, self, arguments.positional);
}

Value groups(Interpreter &interpreter, MatchObject *self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("groups"), arguments);
    const Value otherwise = reader.optional(QStringLiteral("default"), Value());
    reader.finish();
    QList<Value> texts;
    for (int i = 1; i <= self->pattern->expression.search().captureCount(); ++i)
        texts << self->group(i, otherwise);
    return Value(interpreter.make<Tuple>(texts));
}

Value groupDict(Interpreter &interpreter, MatchObject *self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("groupdict"), arguments);
    const Value otherwise = reader.optional(QStringLiteral("default"), Value());
    reader.finish();
    auto *dict = interpreter.make<Dict>();
    const QStringList names = self->pattern->expression.names();
    for (int i = 1; i < names.size(); ++i) {
        if (!names[i].isEmpty())
            dict->set(interpreter, Value(names[i]), self->group(i, otherwise));
    }
    return Value(dict);
}

int groupArgument(Interpreter &interpreter, MatchObject *self, const QString &function, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, function, arguments, 0, 1);
    return given.isEmpty() ? 0 : self->number(interpreter, given.front());
}

Value start(Interpreter &interpreter, MatchObject *self, const Arguments &arguments)
{
    return self->start(groupArgument(interpreter, self, QStringLiteral("start"), arguments));
}

Value end(Interpreter &interpreter, MatchObject *self, const Arguments &arguments)
{
    return self->end(groupArgument(interpreter, self, QStringLiteral("end"), arguments));
}

Value span(Interpreter &interpreter, MatchObject *self, const Arguments &arguments)
{
    const int number = groupArgument(interpreter, self, QStringLiteral("span"), arguments);
    return Value(interpreter.make<Tuple>(QList<Value> {Value(self->start(number)), Value(self->end(number))}));
}

Value expand(Interpreter &interpreter, MatchObject *self, const Arguments &arguments)
{
    const Value replacement = onlyArgument(interpreter, QStringLiteral("expand"), arguments);
    return self->expand(interpreter, interpreter.str(replacement));
}

/// Reads a template of sub() from left to right.
class TemplateReader final
{
public:
    TemplateReader(Interpreter &interpreter, const MatchObject &match, const QString &text)
        : m_interpreter(interpreter), m_match(match), m_text(text) {}

    QString run()
    {
        while (m_at < m_text.size()) {
            const qsizetype backslash = m_text.indexOf(u'\\', m_at);
            if (backslash < 0 || backslash + 1 >= m_text.size()) {
                if (backslash >= 0)
                    fail(QStringLiteral("bad escape (end of pattern)"), backslash);
                m_result += QStringView(m_text).mid(m_at);
                break;
            }
            m_result += QStringView(m_text).mid(m_at, backslash - m_at);
            m_at = backslash;
            escape();
        }
        return m_result;
    }

private:
    [[nodiscard]] QChar at(qsizetype offset) const
    {
        return m_at + offset < m_text.size() ? m_text[m_at + offset] : QChar();
    }
    [[nodiscard]] bool isOctal(qsizetype offset) const { return at(offset) >= u'0' && at(offset) <= u'7'; }
    [[nodiscard]] bool isDigit(qsizetype offset) const { return at(offset) >= u'0' && at(offset) <= u'9'; }

    [[noreturn]] void fail(const QString &message, qsizetype position)
    {
        m_interpreter.raise(
            patternError(m_interpreter), QStringLiteral("%1 at position %2").arg(message).arg(position));
    }

    void append(int group)
    {
        const Value text = m_match.group(group);
        if (text.isString())
            m_result += text.toString();
    }

    void escape()
    {
        static const QHash<QChar, QChar> characters {{u'a', u'\a'}, {u'b', u'\b'}, {u'f', u'\f'}, {u'n', u'\n'},
            {u'r', u'\r'}, {u't', u'\t'}, {u'v', u'\v'}, {u'\\', u'\\'}};
        const QChar letter = at(1);
        if (letter == u'g')
            return named();
        if (isDigit(1))
            return digits();
        if (characters.contains(letter)) {
            m_result += characters.value(letter);
            m_at += 2;
            return;
        }
        if ((letter >= u'a' && letter <= u'z') || (letter >= u'A' && letter <= u'Z'))
            fail(QStringLiteral("bad escape \\%1").arg(letter), m_at);
        m_result += QStringView(m_text).mid(m_at, 2);
        m_at += 2;
    }

    void digits()
    {
        const bool isCharacter = at(1) == u'0' || (isOctal(1) && isOctal(2) && isOctal(3));
        qsizetype size = isDigit(2) ? 3 : 2;
        if (isCharacter) {
            size = 1;
            while (size < 4 && isOctal(size))
                ++size;
            m_result += QChar(char16_t(m_text.mid(m_at + 1, size - 1).toUInt(nullptr, 8) & 0xFF));
        } else {
            const int group = m_text.mid(m_at + 1, size - 1).toInt();
            if (group > m_match.pattern->expression.search().captureCount())
                fail(QStringLiteral("invalid group reference %1").arg(group), m_at + 1);
            append(group);
        }
        m_at += size;
    }

    // \g<name>
    void named()
    {
        const qsizetype close = m_text.indexOf(u'>', m_at);
        if (at(2) != u'<')
            fail(QStringLiteral("missing <"), m_at + 2);
        if (close < 0)
            fail(QStringLiteral("missing >, unterminated name"), m_at + 3);
        const QString name = m_text.mid(m_at + 3, close - m_at - 3);
        bool isNumber = false;
        const int number = name.toInt(&isNumber);
        if (isNumber && number > m_match.pattern->expression.search().captureCount())
            fail(QStringLiteral("invalid group reference %1").arg(number), m_at + 3);
        const qsizetype group = isNumber ? number : m_match.pattern->expression.names().indexOf(name);
        if (group < 0 || name.isEmpty())
            m_interpreter.raise(QStringLiteral("IndexError"), QStringLiteral("unknown group name '%1'").arg(name));
        append(int(group));
        m_at = close + 1;
    }

    Interpreter &m_interpreter;
    const MatchObject &m_match;
    const QString &m_text;
    qsizetype m_at = 0;
    QString m_result;
};

} // namespace

Class *patternError(Interpreter &interpreter)
{
    ModuleObject *module = interpreter.world().import(interpreter, QStringLiteral("re"));
    return module ? module->members.value(QStringLiteral("error")).as<Class>()
                  : interpreter.exceptionClass(QStringLiteral("ValueError"));
}

QString PatternObject::repr(Interpreter &interpreter)
{
    static const std::pair<int, QString> names[] = {{IgnoreCase, QStringLiteral("re.IGNORECASE")},
        {MultiLine, QStringLiteral("re.MULTILINE")}, {DotAll, QStringLiteral("re.DOTALL")},
        {Verbose, QStringLiteral("re.VERBOSE")}, {Ascii, QStringLiteral("re.ASCII")}};
    QStringList flags;
    for (const auto &[flag, name] : names) {
        if ((expression.flags() & flag) != 0)
            flags << name;
    }
    const QString pattern = interpreter.repr(Value(expression.pattern())).left(200);
    return QStringLiteral("re.compile(%1)").arg(flags.isEmpty() ? pattern : pattern + QStringLiteral(", ") + flags.join(u'|'));
}

bool PatternObject::equals(Interpreter &, const Value &other)
{
    const auto *pattern = other.as<PatternObject>();
    return pattern && pattern->expression.pattern() == expression.pattern()
        && pattern->expression.flags() == expression.flags();
}

std::optional<QString> PatternObject::hashKey(Interpreter &)
{
    return QStringLiteral("p%1:%2").arg(expression.flags()).arg(expression.pattern());
}

QString MatchObject::repr(Interpreter &)
{
    return QStringLiteral("<re.Match object; span=(%1, %2), match=%3>")
        .arg(start(0))
        .arg(end(0))
        .arg(reprOfString(match.captured(0)).left(50));
}

Value MatchObject::group(int number, const Value &otherwise) const
{
    return match.capturedStart(number) < 0 ? otherwise : Value(match.captured(number));
}

int MatchObject::number(Interpreter &interpreter, const Value &given) const
{
    const QRegularExpression &expression = pattern->expression.search();
    const qsizetype found = given.isInteger() ? given.toInteger()
        : given.isString()                    ? pattern->expression.names().indexOf(given.toString())
                                              : -1;
    if (found < 0 || found > expression.captureCount() || (given.isString() && given.toString().isEmpty()))
        interpreter.raise(QStringLiteral("IndexError"), QStringLiteral("no such group"));
    return int(found);
}

qint64 MatchObject::start(int group) const
{
    return place(text, match.capturedStart(group));
}

qint64 MatchObject::end(int group) const
{
    return place(text, match.capturedEnd(group));
}

QString MatchObject::expand(Interpreter &interpreter, const QString &replacement) const
{
    return TemplateReader(interpreter, *this, replacement).run();
}

Value MatchObject::item(Interpreter &interpreter, const Value &key)
{
    return group(number(interpreter, key));
}

std::optional<Value> MatchObject::attribute(Interpreter &interpreter, const QString &name)
{
    static const QHash<QString, Value (*)(Interpreter &, MatchObject *, const Arguments &)> methods {
        {QStringLiteral("end"), StandardLibrary::end},
        {QStringLiteral("expand"), StandardLibrary::expand},
        {QStringLiteral("group"), StandardLibrary::group},
        {QStringLiteral("groupdict"), groupDict},
        {QStringLiteral("groups"), groups},
        {QStringLiteral("span"), span},
        {QStringLiteral("start"), StandardLibrary::start},
    };
    if (name == u"string")
        return Value(text);
    if (name == u"re")
        return Value(pattern);
    if (name == u"pos" || name == u"endpos" || name == u"regs")
        interpreter.unsupported(QStringLiteral("re.Match.%1").arg(name));
    if (name == u"lastindex" || name == u"lastgroup") {
        int last = 0; // the group that closed last
        for (int i = 1; i <= match.lastCapturedIndex(); ++i) {
            if (match.capturedEnd(i) >= 0 && (last == 0 || match.capturedEnd(i) > match.capturedEnd(last)))
                last = i;
        }
        const QString lastName = pattern->expression.names().value(last);
        if (last == 0 || (name == u"lastgroup" && lastName.isEmpty()))
            return Value();
        return name == u"lastindex" ? Value(last) : Value(lastName);
    }
    return methodFrom(interpreter, methods, this, name);
}

} // namespace Migrations::StandardLibrary
