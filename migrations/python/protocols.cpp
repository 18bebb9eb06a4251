// What the interpreter asks of a value, whatever its kind: truth, text, attributes, items, calls.
#include "migrations/python/builtins.h"
#include "migrations/python/interpreter.h"
#include "migrations/python/textform.h"

#include <cmath>

namespace Migrations::Python {

bool Interpreter::isTrue(const Value &value)
{
    if (Object *object = value.object())
        return object->isTrue(*this);
    if (value.isString())
        return !value.toString().isEmpty();
    if (value.isBytes())
        return !value.toBytes().isEmpty();
    if (value.isNumber())
        return value.toFloat() != 0;
    return false;
}

bool Interpreter::equals(const Value &left, const Value &right)
{
    if (left.isNumber() && right.isNumber())
        return left.isInteger() && right.isInteger() ? left.toInteger() == right.toInteger()
                                                     : left.toFloat() == right.toFloat();
    if (Object *object = left.object())
        return object->equals(*this, right);
    if (Object *object = right.object())
        return object->equals(*this, left);
    return left.isSame(right);
}

QString Interpreter::repr(const Value &value)
{
    if (Object *object = value.object())
        return object->repr(*this);
    return reprOfSimple(value);
}

QString Interpreter::str(const Value &value)
{
    if (value.isString())
        return value.toString();
    if (Object *object = value.object())
        return object->str(*this);
    return reprOfSimple(value);
}

QString Interpreter::typeName(const Value &value)
{
    if (Object *object = value.object())
        return object->typeName();
    if (value.isNone())
        return QStringLiteral("NoneType");
    if (value.isBool())
        return QStringLiteral("bool");
    if (value.isInteger())
        return QStringLiteral("int");
    if (value.isFloat())
        return QStringLiteral("float");
    return value.isString() ? QStringLiteral("str") : QStringLiteral("bytes");
}

// equal values have equal keys: 1, 1.0 and True are one key, "1" is another
QString Interpreter::hashKey(const Value &value)
{
    if (value.isString())
        return u's' + value.toString();
    if (value.isNumber()) {
        const double number = value.toFloat();
        if (value.isInteger() || number == std::floor(number))
            return u'n' + QString::number(value.isInteger() ? value.toInteger() : qint64(number));
        return u'n' + QString::number(number, 'g', 17);
    }
    if (value.isNone())
        return QStringLiteral("0");
    if (value.isBytes())
        return u'b' + QString::fromLatin1(value.toBytes());
    const std::optional<QString> key = value.object()->hashKey(*this);
    if (!key)
        raise(QStringLiteral("TypeError"), QStringLiteral("unhashable type: '%1'").arg(typeName(value)));
    return *key;
}

std::optional<Value> Interpreter::findAttribute(const Value &value, const QString &name)
{
    if (Object *object = value.object())
        return object->attribute(*this, name);
    return simpleAttribute(*this, value, name);
}

Value Interpreter::attribute(const Value &value, const QString &name)
{
    if (const std::optional<Value> found = findAttribute(value, name))
        return *found;
    const auto *type = value.as<Class>();
    const auto *module = value.as<ModuleObject>();
    const QString owner = type ? QStringLiteral("type object '%1'").arg(type->name)
        : module               ? QStringLiteral("module '%1'").arg(module->name)
                               : QStringLiteral("'%1' object").arg(typeName(value));
    raise(QStringLiteral("AttributeError"), QStringLiteral("%1 has no attribute '%2'").arg(owner, name));
}

Value Interpreter::callValue(const Value &function, const Arguments &arguments)
{
    if (Object *object = function.object())
        return object->call(*this, arguments);
    raise(QStringLiteral("TypeError"), QStringLiteral("'%1' object is not callable").arg(typeName(function)));
}

namespace {

// the part of a text or of bytes that an index or a slice names
template<class Text>
Value part(Interpreter &interpreter, const Text &text, const Value &key)
{
    if (const auto *slice = key.as<Slice>()) {
        Text result;
        for (const qint64 position : slice->positions(interpreter, text.size()))
            result += text.at(position);
        return Value(result);
    }
    if (!key.isInteger())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("string indices must be integers, not '%1'").arg(Interpreter::typeName(key)));
    const qint64 index = key.toInteger() < 0 ? key.toInteger() + text.size() : key.toInteger();
    if (index < 0 || index >= text.size())
        interpreter.raise(QStringLiteral("IndexError"), QStringLiteral("string index out of range"));
    if constexpr (std::is_same_v<Text, QString>)
        return Value(QString(text.at(index)));
    else
        return Value(int(uchar(text.at(index))));
}

} // namespace

Value Interpreter::item(const Value &container, const Value &key)
{
    if (Object *object = container.object())
        return object->item(*this, key);
    if (container.isString())
        return part(*this, container.toString(), key);
    if (container.isBytes())
        return part(*this, container.toBytes(), key);
    raise(QStringLiteral("TypeError"), QStringLiteral("'%1' object is not subscriptable").arg(typeName(container)));
}

qint64 Interpreter::length(const Value &value)
{
    if (value.isString())
        return value.toString().size();
    if (value.isBytes())
        return value.toBytes().size();
    if (Object *object = value.object()) {
        if (const std::optional<qint64> length = object->length(*this))
            return *length;
    }
    raise(QStringLiteral("TypeError"), QStringLiteral("object of type '%1' has no len()").arg(typeName(value)));
}

bool Interpreter::contains(const Value &container, const Value &value)
{
    if (Object *object = container.object())
        return object->contains(*this, value);
    if (container.isString() && value.isString())
        return container.toString().contains(value.toString());
    if (container.isString())
        raise(QStringLiteral("TypeError"),
            QStringLiteral("'in <string>' requires string as left operand, not %1").arg(typeName(value)));
    raise(QStringLiteral("TypeError"),
        QStringLiteral("argument of type '%1' is not iterable").arg(typeName(container)));
}

Iterator *Interpreter::iterate(const Value &value)
{
    if (Object *object = value.object())
        return object->iterate(*this);
    if (value.isString()) {
        QList<Value> characters;
        for (const QChar character : value.toString())
            characters << Value(QString(character));
        return make<ListIterator>(characters);
    }
    raise(QStringLiteral("TypeError"), QStringLiteral("'%1' object is not iterable").arg(typeName(value)));
}

QList<Value> Interpreter::toList(const Value &iterable)
{
    if (const auto *sequence = iterable.as<Sequence>())
        return sequence->items;
    QList<Value> result;
    Iterator *iterator = iterate(iterable);
    while (const std::optional<Value> next = iterator->next(*this)) {
        step();
        spendBytes(qint64(sizeof(Value)));
        result << *next;
    }
    return result;
}

} // namespace Migrations::Python
