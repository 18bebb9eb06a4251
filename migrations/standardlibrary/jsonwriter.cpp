#include "migrations/standardlibrary/jsonwriter.h"

#include "migrations/python/builtins.h"
#include "migrations/python/largeinteger.h"

#include <QScopeGuard>

#include <cmath>

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

// type(value).__name__
QString className(const Value &value)
{
    return Interpreter::typeName(value).section(u'.', -1);
}

} // namespace

QString JsonWriter::write(const Value &value)
{
    append(value, 0);
    return m_text;
}

void JsonWriter::append(const Value &value, int depth)
{
    m_interpreter.step();
    m_interpreter.checkStack();
    const qsizetype before = m_text.size();
    if (value.isString())
        appendText(value.toString());
    else if (value.isNone())
        m_text += QStringLiteral("null");
    else if (value.isBool())
        m_text += value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    else if (value.isNumber() || value.as<LargeInteger>())
        m_text += numberText(value);
    else
        appendObject(value, depth);
    m_interpreter.spendBytes((m_text.size() - before) * 2);
}

QString JsonWriter::numberText(const Value &number)
{
    if (!number.isFloat() || std::isfinite(number.toFloat()))
        return m_interpreter.repr(number);
    if (!m_style.allowsNan)
        m_interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("Out of range float values are not JSON compliant: ") + m_interpreter.repr(number));
    return std::isnan(number.toFloat()) ? QStringLiteral("NaN")
        : number.toFloat() > 0          ? QStringLiteral("Infinity")
                                        : QStringLiteral("-Infinity");
}

void JsonWriter::appendObject(const Value &value, int depth)
{
    Object *object = value.object();
    if (object) {
        if (const std::optional<Value> plain = object->plain())
            return append(*plain, depth);
        if (m_open.contains(object))
            m_interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("Circular reference detected"));
        m_open.insert(object);
    }
    const auto close = qScopeGuard([this, object] { m_open.remove(object); });
    if (const auto *sequence = value.as<Sequence>())
        return appendList(sequence->items, depth);
    if (const auto *dict = value.as<Dict>())
        return appendDict(*dict, depth);
    appendFallback(value, depth);
}

void JsonWriter::appendFallback(const Value &value, int depth)
{
    if (value.as<Opaque>())
        static_cast<void>(m_interpreter.isTrue(value)); // says where it comes from
    if (!m_style.fallback)
        m_interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("Object of type %1 is not JSON serializable").arg(className(value)));
    append(m_interpreter.callValue(
               *m_style.fallback, {.positional = {value}, .keywords = {}, .at = m_interpreter.position()}),
        depth);
}

void JsonWriter::lineBreak(int depth)
{
    if (m_style.indent) {
        m_interpreter.spendBytes(m_style.indent->size() * 2 * depth);
        m_text += u'\n' + m_style.indent->repeated(depth);
    }
}

void JsonWriter::appendList(const QList<Value> &items, int depth)
{
    if (items.isEmpty()) {
        m_text += QStringLiteral("[]");
        return;
    }
    m_text += u'[';
    const QList<Value> now = items; // default= may change it
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (i > 0)
            m_text += m_style.itemSeparator;
        lineBreak(depth + 1);
        append(now[i], depth + 1);
    }
    lineBreak(depth);
    m_text += u']';
}

// nullopt: a key that is left out
std::optional<QString> JsonWriter::keyText(const Value &given)
{
    const Object *object = given.object();
    const Value key = object ? object->plain().value_or(given) : given;
    if (key.isString())
        return key.toString();
    if (key.isNone())
        return QStringLiteral("null");
    if (key.isBool())
        return key.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (key.isNumber() || key.as<LargeInteger>())
        return numberText(key);
    if (m_style.skipsKeys)
        return std::nullopt;
    if (key.as<Opaque>())
        static_cast<void>(m_interpreter.isTrue(key));
    m_interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("keys must be str, int, float, bool or None, not %1").arg(className(key)));
}

void JsonWriter::appendDict(const Dict &dict, int depth)
{
    if (dict.keys().isEmpty()) {
        m_text += QStringLiteral("{}");
        return;
    }
    QList<Value> keys = dict.keys();
    const QList<Value> order = keys;
    const QList<Value> values = dict.values();
    QList<qsizetype> places(keys.size());
    std::iota(places.begin(), places.end(), 0);
    if (m_style.sortsKeys) {
        keys = sortedValues(m_interpreter, keys, std::nullopt, false);
        HashedValues index;
        for (const Value &key : order)
            index.insert(m_interpreter, key);
        for (qsizetype i = 0; i < keys.size(); ++i)
            places[i] = index.find(m_interpreter, keys[i]);
    }
    m_text += u'{';
    bool isFirst = true;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const std::optional<QString> text = keyText(keys[i]);
        if (!text)
            continue;
        if (!isFirst)
            m_text += m_style.itemSeparator;
        isFirst = false;
        lineBreak(depth + 1);
        appendText(*text);
        m_text += m_style.keySeparator;
        append(values[places[i]], depth + 1);
    }
    if (!isFirst)
        lineBreak(depth);
    m_text += u'}';
}

void JsonWriter::appendText(const QString &text)
{
    static const QHash<char16_t, QString> escapes {{u'"', QStringLiteral("\\\"")}, {u'\\', QStringLiteral("\\\\")},
        {u'\n', QStringLiteral("\\n")}, {u'\r', QStringLiteral("\\r")}, {u'\t', QStringLiteral("\\t")},
        {u'\f', QStringLiteral("\\f")}, {u'\b', QStringLiteral("\\b")}};
    m_interpreter.step(text.size() / 64);
    m_text += u'"';
    for (const QChar character : text) {
        const char16_t code = character.unicode();
        if (const auto escape = escapes.constFind(code); escape != escapes.cend())
            m_text += *escape;
        else if (code < 0x20 || (m_style.onlyAscii && code > 0x7E))
            m_text += QStringLiteral("\\u%1").arg(uint(code), 4, 16, QChar(u'0'));
        else
            m_text += character;
    }
    m_text += u'"';
}

} // namespace Migrations::StandardLibrary
