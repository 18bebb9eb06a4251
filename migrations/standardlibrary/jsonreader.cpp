#include "migrations/standardlibrary/jsonreader.h"

namespace Migrations::StandardLibrary {

using namespace Python;

Value JsonReader::read()
{
    skipBlanks();
    const Value result = value();
    skipBlanks();
    if (m_at < m_text.size())
        fail(QStringLiteral("Extra data"), m_at);
    return result;
}

void JsonReader::fail(const QString &message, qsizetype place)
{
    const QStringView before = QStringView(m_text).first(place);
    const qsizetype line = before.count(u'\n') + 1;
    const qsizetype column = place - before.lastIndexOf(u'\n');
    ModuleObject *module = m_interpreter.world().import(m_interpreter, QStringLiteral("json.decoder"));
    auto *error = m_interpreter.make<Instance>(
        module ? module->members.value(QStringLiteral("JSONDecodeError")).as<Class>()
               : m_interpreter.exceptionClass(QStringLiteral("ValueError")));
    error->arguments << Value(
        QStringLiteral("%1: line %2 column %3 (char %4)").arg(message).arg(line).arg(column).arg(place));
    const std::pair<QString, Value> members[] = {{QStringLiteral("msg"), Value(message)},
        {QStringLiteral("doc"), Value(m_text)}, {QStringLiteral("pos"), Value(qint64(place))},
        {QStringLiteral("lineno"), Value(qint64(line))}, {QStringLiteral("colno"), Value(qint64(column))}};
    for (const auto &[name, member] : members)
        error->setMember(m_interpreter, name, member);
    m_interpreter.raise(error);
}

void JsonReader::skipBlanks()
{
    while (m_at < m_text.size() && QStringView(u" \t\n\r").contains(m_text[m_at]))
        ++m_at;
}

Value JsonReader::called(const Value &function, const Value &argument)
{
    return m_interpreter.callValue(
        function, {.positional = {argument}, .keywords = {}, .at = m_interpreter.position()});
}

Value JsonReader::value()
{
    static const QList<std::pair<QString, Value>> words {{QStringLiteral("null"), Value()},
        {QStringLiteral("true"), Value(true)}, {QStringLiteral("false"), Value(false)},
        {QStringLiteral("NaN"), Value(std::numeric_limits<double>::quiet_NaN())},
        {QStringLiteral("Infinity"), Value(std::numeric_limits<double>::infinity())},
        {QStringLiteral("-Infinity"), Value(-std::numeric_limits<double>::infinity())}};
    m_interpreter.step();
    m_interpreter.checkStack();
    const QChar first = at(m_at);
    if (first == u'"')
        return text();
    if (first == u'{')
        return object();
    if (first == u'[')
        return list();
    for (const auto &[word, meaning] : words) {
        if (QStringView(m_text).sliced(m_at).startsWith(word)) {
            m_at += word.size();
            return meaning;
        }
    }
    const QChar digit = first == u'-' ? at(m_at + 1) : first;
    if (digit >= u'0' && digit <= u'9')
        return number();
    fail(QStringLiteral("Expecting value"), m_at);
}

Value JsonReader::number()
{
    const qsizetype begin = m_at;
    const auto isDigit = [this](qsizetype place) { return at(place) >= u'0' && at(place) <= u'9'; };
    if (at(m_at) == u'-')
        ++m_at;
    if (at(m_at) == u'0') {
        ++m_at;
    } else {
        while (isDigit(m_at))
            ++m_at;
    }
    bool isReal = false;
    if (at(m_at) == u'.' && isDigit(m_at + 1)) {
        isReal = true;
        for (++m_at; isDigit(m_at);)
            ++m_at;
    }
    if (at(m_at) == u'e' || at(m_at) == u'E') {
        const qsizetype sign = at(m_at + 1) == u'+' || at(m_at + 1) == u'-' ? 1 : 0;
        if (isDigit(m_at + 1 + sign)) {
            isReal = true;
            for (m_at += 1 + sign; isDigit(m_at);)
                ++m_at;
        }
    }
    const Value digits(m_text.sliced(begin, m_at - begin));
    const std::optional<Value> &hook = isReal ? m_hooks.real : m_hooks.integer;
    return called(
        hook.value_or(m_interpreter.builtin(isReal ? QStringLiteral("float") : QStringLiteral("int"))), digits);
}

char16_t JsonReader::hexDigits(qsizetype place)
{
    bool valid = false;
    const QString digits = m_text.mid(place, 4);
    const uint code = digits.toUInt(&valid, 16);
    if (!valid || digits.size() != 4 || !digits.front().isLetterOrNumber())
        fail(QStringLiteral("Invalid \\uXXXX escape"), place - 1);
    return char16_t(code);
}

QString JsonReader::text()
{
    static const QHash<QChar, QChar> escapes {{u'"', u'"'}, {u'\\', u'\\'}, {u'/', u'/'}, {u'b', u'\b'}, {u'f', u'\f'},
        {u'n', u'\n'}, {u'r', u'\r'}, {u't', u'\t'}};
    const qsizetype begin = m_at++;
    QString result;
    while (at(m_at) != u'"' || m_at >= m_text.size()) {
        if (m_at >= m_text.size())
            fail(QStringLiteral("Unterminated string starting at"), begin);
        const QChar character = m_text[m_at];
        if (character.unicode() < 0x20)
            fail(QStringLiteral("Invalid control character at"), m_at);
        if (character != u'\\') {
            result += character;
            ++m_at;
            continue;
        }
        const QChar escape = at(m_at + 1);
        if (m_at + 1 >= m_text.size())
            fail(QStringLiteral("Unterminated string starting at"), begin);
        if (escape == u'u') {
            result += QChar(hexDigits(m_at + 2));
            m_at += 6;
        } else if (escapes.contains(escape)) {
            result += escapes.value(escape);
            m_at += 2;
        } else {
            fail(QStringLiteral("Invalid \\escape"), m_at);
        }
    }
    ++m_at;
    m_interpreter.step(result.size() / 64);
    m_interpreter.spendBytes(result.size() * 2);
    return result;
}

Value JsonReader::list()
{
    ++m_at;
    QList<Value> items;
    skipBlanks();
    if (at(m_at) == u']') {
        ++m_at;
        return Value(m_interpreter.make<List>(items));
    }
    while (true) {
        items << value();
        m_interpreter.spendBytes(qint64(sizeof(Value)));
        skipBlanks();
        if (at(m_at) == u']')
            break;
        if (at(m_at) != u',')
            fail(QStringLiteral("Expecting ',' delimiter"), m_at);
        const qsizetype comma = m_at++;
        skipBlanks();
        if (at(m_at) == u']')
            fail(QStringLiteral("Illegal trailing comma before end of array"), comma);
    }
    ++m_at;
    return Value(m_interpreter.make<List>(items));
}

Value JsonReader::object()
{
    ++m_at;
    QList<Value> pairs;
    auto *dict = m_interpreter.make<Dict>();
    skipBlanks();
    while (at(m_at) != u'}') {
        if (at(m_at) != u'"')
            fail(QStringLiteral("Expecting property name enclosed in double quotes"), m_at);
        const Value key(text());
        skipBlanks();
        if (at(m_at) != u':')
            fail(QStringLiteral("Expecting ':' delimiter"), m_at);
        ++m_at;
        skipBlanks();
        const Value member = value();
        if (m_hooks.pairs)
            pairs << Value(m_interpreter.make<Tuple>(QList<Value> {key, member}));
        else
            dict->set(m_interpreter, key, member);
        skipBlanks();
        if (at(m_at) == u'}')
            break;
        if (at(m_at) != u',')
            fail(QStringLiteral("Expecting ',' delimiter"), m_at);
        const qsizetype comma = m_at++;
        skipBlanks();
        if (at(m_at) == u'}')
            fail(QStringLiteral("Illegal trailing comma before end of object"), comma);
    }
    ++m_at;
    if (m_hooks.pairs)
        return called(*m_hooks.pairs, Value(m_interpreter.make<List>(pairs)));
    return m_hooks.object ? called(*m_hooks.object, Value(dict)) : Value(dict);
}

} // namespace Migrations::StandardLibrary
