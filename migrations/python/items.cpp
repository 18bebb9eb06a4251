// Items, length, membership and iteration of values of every kind.
#include "migrations/python/codepoints.h"
#include "migrations/python/interpreter.h"
#include "migrations/python/numbers.h"
#include "migrations/python/textsearch.h"

namespace Migrations::Python {

namespace {

struct IndexWords {
    QString badType;
    QString outOfRange;
};

qint64 indexOf(Interpreter &interpreter, const Value &key, qint64 size, const IndexWords &words)
{
    refuseLargeIndex(interpreter, key);
    if (!key.isInteger())
        interpreter.raise(QStringLiteral("TypeError"), words.badType.arg(Interpreter::typeName(key)));
    const qint64 index = key.toInteger() < 0 ? key.toInteger() + size : key.toInteger();
    if (index < 0 || index >= size)
        interpreter.raise(QStringLiteral("IndexError"), words.outOfRange);
    return index;
}

// the part that a slice names
template<class Text>
Text sliced(Interpreter &interpreter, const Text &text, const Slice &slice)
{
    const Slice::Part part = slice.part(interpreter, qint64(text.size()));
    interpreter.step(part.count / 64);
    interpreter.spendBytes(part.count * qint64(sizeof(typename Text::value_type)));
    Text result;
    result.reserve(decltype(text.size())(part.count));
    for (qint64 i = 0; i < part.count; ++i)
        result += text.at(decltype(text.size())(part.start + i * part.step));
    return result;
}

Value textPart(Interpreter &interpreter, const QString &text, const Value &key)
{
    const bool wide = CodePoints::isWide(text);
    interpreter.step(text.size() / 256);
    if (const auto *slice = key.as<Slice>())
        return wide ? QString::fromStdU32String(sliced(interpreter, text.toStdU32String(), *slice))
                    : sliced(interpreter, text, *slice);
    static const IndexWords words {QStringLiteral("string indices must be integers, not '%1'"),
        QStringLiteral("string index out of range")};
    const qint64 index = indexOf(interpreter, key, CodePoints::length(text), words);
    if (!wide)
        return QString(text.at(index));
    const qsizetype begin = CodePoints::unit(text, index);
    return text.mid(begin, text.at(begin).isHighSurrogate() ? 2 : 1);
}

Value bytesPart(Interpreter &interpreter, const QByteArray &bytes, const Value &key)
{
    if (const auto *slice = key.as<Slice>())
        return sliced(interpreter, bytes, *slice);
    static const IndexWords words {QStringLiteral("byte indices must be integers or slices, not %1"),
        QStringLiteral("index out of range")};
    return int(uchar(bytes.at(indexOf(interpreter, key, bytes.size(), words))));
}

// by value or as a part
bool bytesContain(Interpreter &interpreter, const QByteArray &bytes, const Value &value)
{
    if (value.isBytes())
        return findText(QString::fromLatin1(bytes), QString::fromLatin1(value.toBytes())) >= 0;
    if (!value.isInteger())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("a bytes-like object is required, not '%1'").arg(Interpreter::typeName(value)));
    if (value.toInteger() < 0 || value.toInteger() > 255)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("byte must be in range(0, 256)"));
    return bytes.contains(char(value.toInteger()));
}

} // namespace

Value Interpreter::item(const Value &container, const Value &given)
{
    checkStack();
    const bool isSequence
        = container.isString() || container.isBytes() || container.as<Sequence>() || container.as<Range>();
    const Value key = isSequence ? plainOf(given) : given;
    if (Object *object = container.object())
        return object->item(*this, key);
    if (container.isString())
        return textPart(*this, container.toString(), key);
    if (container.isBytes())
        return bytesPart(*this, container.toBytes(), key);
    raise(QStringLiteral("TypeError"), QStringLiteral("'%1' object is not subscriptable").arg(typeName(container)));
}

void Interpreter::setItem(const Value &container, const Value &key, const Value &value)
{
    if (!container.isObject())
        raise(QStringLiteral("TypeError"),
            QStringLiteral("'%1' object does not support item assignment").arg(typeName(container)));
    container.object()->setItem(*this, key, value);
}

void Interpreter::deleteItem(const Value &container, const Value &key)
{
    if (!container.isObject())
        raise(QStringLiteral("TypeError"),
            QStringLiteral("'%1' object doesn't support item deletion").arg(typeName(container)));
    container.object()->deleteItem(*this, key);
}

qint64 Interpreter::length(const Value &value)
{
    if (value.isString())
        return CodePoints::length(value.toString());
    if (value.isBytes())
        return value.toBytes().size();
    if (Object *object = value.object()) {
        if (const std::optional<qint64> length = object->length(*this))
            return *length;
    }
    raise(QStringLiteral("TypeError"), QStringLiteral("object of type '%1' has no len()").arg(typeName(value)));
}

bool Interpreter::contains(const Value &container, const Value &given)
{
    if (Object *object = container.object())
        return object->contains(*this, given);
    const Value value = plainOf(given);
    if (container.isString() && value.isString()) {
        step(container.toString().size() / 256);
        return findText(container.toString(), value.toString()) >= 0;
    }
    if (container.isBytes())
        return bytesContain(*this, container.toBytes(), value);
    if (container.isString())
        raise(QStringLiteral("TypeError"),
            QStringLiteral("'in <string>' requires string as left operand, not %1").arg(typeName(value)));
    raise(QStringLiteral("TypeError"),
        QStringLiteral("argument of type '%1' is not iterable").arg(typeName(container)));
}

Iterator *Interpreter::iterate(const Value &value)
{
    checkStack();
    if (Object *object = value.object())
        return object->iterate(*this);
    QList<Value> items;
    if (value.isString()) {
        spendBytes(value.toString().size() * (qint64(sizeof(Value)) + 32));
        for (const QString &character : CodePoints::split(value.toString()))
            items << Value(character);
        return make<ListIterator>(items);
    }
    if (value.isBytes()) {
        spendBytes(value.toBytes().size() * qint64(sizeof(Value)));
        for (const char byte : value.toBytes())
            items << Value(int(uchar(byte)));
        return make<ListIterator>(items);
    }
    raise(QStringLiteral("TypeError"), QStringLiteral("'%1' object is not iterable").arg(typeName(value)));
}

Iterator *Interpreter::tryIterate(const Value &value)
{
    try {
        return iterate(value);
    } catch (const Raised &raised) {
        // an error of the script's own __iter__ goes on
        if (typeHas(value, QStringLiteral("__iter__")) || raised.exception->type->name != u"TypeError")
            throw;
        return nullptr;
    }
}

QList<Value> Interpreter::toList(const Value &iterable)
{
    if (const auto *sequence = iterable.as<Sequence>()) {
        spendBytes(sequence->items.size() * qint64(sizeof(Value)));
        return sequence->items;
    }
    return toList(*iterate(iterable));
}

QList<Value> Interpreter::toList(Iterator &iterator)
{
    QList<Value> result;
    while (const std::optional<Value> next = iterator.next(*this)) {
        step();
        spendBytes(qint64(sizeof(Value)));
        result << *next;
    }
    return result;
}

} // namespace Migrations::Python
