// Enumerations that revisions define and give to sa.Enum(): their classes and members.
#include "migrations/standardlibrary/enumclasses.h"

#include "migrations/python/argumentreader.h"
#include "migrations/python/builtins.h"

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

bool isPlain(const EnumMember &member)
{
    return member.owner->kind == EnumClass::Kind::Plain;
}

Value called(Interpreter &interpreter, const Value &function, const QList<Value> &arguments)
{
    return interpreter.callValue(
        function, {.positional = arguments, .keywords = {}, .at = interpreter.position()});
}

} // namespace

// EnumMember

QString EnumMember::typeName() const
{
    return owner->name;
}

std::optional<Value> EnumMember::own(Interpreter &interpreter, const QString &method, const QList<Value> &arguments)
{
    const std::optional<Value> found = owner->lookup(method);
    if (!found)
        return std::nullopt;
    const Value result = called(interpreter, boundMember(interpreter, *found, Value(this), nullptr), arguments);
    if (result.isSame(interpreter.builtin(QStringLiteral("NotImplemented"))))
        return std::nullopt;
    return result;
}

QString EnumMember::repr(Interpreter &interpreter)
{
    if (const std::optional<Value> text = own(interpreter, QStringLiteral("__repr__")))
        return interpreter.str(*text);
    return owner->isFlag && name.isEmpty()
        ? QStringLiteral("<%1: %2>").arg(owner->name, interpreter.repr(value))
        : QStringLiteral("<%1.%2: %3>").arg(owner->name, name, interpreter.repr(value));
}

QString EnumMember::str(Interpreter &interpreter)
{
    if (const std::optional<Value> text = own(interpreter, QStringLiteral("__str__")))
        return interpreter.str(*text);
    if (owner->kind == EnumClass::Kind::IsItsValue)
        return interpreter.str(value);
    return owner->isFlag && name.isEmpty() ? QStringLiteral("%1(%2)").arg(owner->name, interpreter.repr(value))
                                          : owner->name + u'.' + name;
}

std::optional<Value> EnumMember::type() const
{
    return Value(owner);
}

std::optional<Value> EnumMember::plain() const
{
    return isPlain(*this) ? std::nullopt : std::optional(value);
}

bool EnumMember::isTrue(Interpreter &interpreter)
{
    if (const std::optional<Value> truth = own(interpreter, QStringLiteral("__bool__")))
        return interpreter.isTrue(*truth);
    return (isPlain(*this) && !owner->isFlag) || interpreter.isTrue(value);
}

bool EnumMember::equals(Interpreter &interpreter, const Value &other)
{
    if (const std::optional<Value> verdict = own(interpreter, QStringLiteral("__eq__"), {other}))
        return interpreter.isTrue(*verdict);
    return other.object() == this || (!isPlain(*this) && interpreter.equals(value, plainValue(other)));
}

std::optional<QString> EnumMember::hashKey(Interpreter &interpreter)
{
    if (const std::optional<Value> hash = own(interpreter, QStringLiteral("__hash__")))
        return interpreter.hashKey(*hash);
    return isPlain(*this) ? Object::hashKey(interpreter) : interpreter.hashKey(value);
}

std::optional<Value> EnumMember::attribute(Interpreter &interpreter, const QString &member)
{
    const std::optional<Value> found = owner->lookup(member);
    const bool isProperty = found && found->as<Descriptor>();
    if (isProperty)
        return boundMember(interpreter, *found, Value(this), nullptr);
    if (member == u"name" || member == u"_name_")
        return owner->isFlag && name.isEmpty() ? Value() : Value(name);
    if (member == u"value" || member == u"_value_")
        return value;
    if (member == u"__class__")
        return Value(owner);
    if (const auto set = members.constFind(member); set != members.cend())
        return *set;
    if (found)
        return boundMember(interpreter, *found, Value(this), nullptr);
    if (EnumMember *sibling = owner->byName.value(member))
        return Value(sibling);
    return isPlain(*this) ? std::nullopt : interpreter.findAttribute(value, member);
}

bool EnumMember::setAttribute(Interpreter &interpreter, const QString &member, const Value &given)
{
    if (member == u"name" || member == u"value")
        interpreter.raise(QStringLiteral("AttributeError"),
            QStringLiteral("<enum 'Enum'> cannot set attribute '%1'").arg(member));
    interpreter.spendBytes(qint64(sizeof(Value)) + member.size() * 2 + 64);
    if (member == u"_value_")
        value = given;
    else
        members.insert(member, given);
    return true;
}

std::optional<qint64> EnumMember::length(Interpreter &interpreter)
{
    return isPlain(*this) || !value.isString() ? std::nullopt : std::optional(interpreter.length(value));
}

Value EnumMember::item(Interpreter &interpreter, const Value &key)
{
    return isPlain(*this) ? Object::item(interpreter, key) : interpreter.item(value, key);
}

bool EnumMember::contains(Interpreter &interpreter, const Value &part)
{
    if (!owner->isFlag)
        return isPlain(*this) ? Object::contains(interpreter, part) : interpreter.contains(value, plainValue(part));
    const auto *other = part.as<EnumMember>();
    if (!other || other->owner != owner)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("unsupported operand type(s) for 'in': '%1' and '%2'")
                .arg(Interpreter::typeName(part), owner->name));
    return (value.toInteger() & other->value.toInteger()) == other->value.toInteger();
}

Iterator *EnumMember::iterate(Interpreter &interpreter)
{
    if (!owner->isFlag)
        return isPlain(*this) ? Object::iterate(interpreter) : interpreter.iterate(value);
    QList<Value> bits;
    for (EnumMember *member : owner->listed()) {
        if ((value.toInteger() & member->value.toInteger()) != 0)
            bits << Value(member);
    }
    return interpreter.make<ListIterator>(bits);
}

namespace {

QString reflectedName(BinaryOperator op, bool reflected)
{
    static const QHash<BinaryOperator, QString> names {{BinaryOperator::Add, QStringLiteral("add__")},
        {BinaryOperator::Subtract, QStringLiteral("sub__")}, {BinaryOperator::Multiply, QStringLiteral("mul__")},
        {BinaryOperator::BitOr, QStringLiteral("or__")}, {BinaryOperator::BitAnd, QStringLiteral("and__")}};
    const QString name = names.value(op);
    return name.isEmpty() ? name : (reflected ? QStringLiteral("__r") : QStringLiteral("__")) + name;
}

std::optional<qint64> combinedBits(BinaryOperator op, qint64 left, qint64 right)
{
    switch (op) {
    case BinaryOperator::BitAnd: return left & right;
    case BinaryOperator::BitOr: return left | right;
    case BinaryOperator::BitXor: return left ^ right;
    default: return std::nullopt;
    }
}

} // namespace

std::optional<Value> EnumMember::binary(Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    if (const QString method = reflectedName(op, reflected); !method.isEmpty()) {
        if (const std::optional<Value> result = own(interpreter, method, {other}))
            return result;
    }
    if (owner->isFlag && other.isNone() && op == BinaryOperator::BitXor && reflected) { // ~flag
        qint64 all = 0;
        for (const EnumMember *member : owner->listed())
            all |= member->value.toInteger();
        return Value(owner->combined(interpreter, all & ~value.toInteger()));
    }
    const auto *flag = other.as<EnumMember>();
    if (owner->isFlag && ((flag && flag->owner == owner) || (!isPlain(*this) && other.isInteger()))) {
        const qint64 right = flag ? flag->value.toInteger() : other.toInteger();
        if (const std::optional<qint64> bits = combinedBits(op, value.toInteger(), right))
            return Value(owner->combined(interpreter, *bits));
    }
    if (isPlain(*this))
        return std::nullopt;
    if (other.isNone() && reflected) // -x, +x and ~x of its value
        return op == BinaryOperator::Add ? std::optional(value)
                                         : std::optional(interpreter.binary(op == BinaryOperator::BitXor
                                                   ? BinaryOperator::Subtract : op,
                                               op == BinaryOperator::BitXor ? Value(-1) : Value(0), value));
    const Value against = plainValue(other);
    return reflected ? interpreter.binary(op, against, value) : interpreter.binary(op, value, against);
}

std::optional<Value> EnumMember::compare(Interpreter &interpreter, Comparison op, const Value &other)
{
    static const QHash<Comparison, QString> names {{Comparison::Less, QStringLiteral("__lt__")},
        {Comparison::LessEqual, QStringLiteral("__le__")}, {Comparison::Greater, QStringLiteral("__gt__")},
        {Comparison::GreaterEqual, QStringLiteral("__ge__")}};
    if (const auto name = names.constFind(op); name != names.cend()) {
        if (const std::optional<Value> verdict = own(interpreter, *name, {other}))
            return verdict;
    }
    if (isPlain(*this) || op == Comparison::Equal || op == Comparison::NotEqual)
        return std::nullopt;
    return interpreter.compare(op, value, plainValue(other));
}

std::optional<Value> EnumMember::special(Interpreter &interpreter, const QString &method, const QList<Value> &arguments)
{
    if (const std::optional<Value> result = own(interpreter, method, arguments))
        return result;
    if (method == u"__format__")
        return Value(owner->kind == EnumClass::Kind::IsItsValue && !owner->lookup(QStringLiteral("__str__"))
                ? interpreter.format(value, arguments.front().toString())
                : interpreter.format(Value(str(interpreter)), arguments.front().toString()));
    if (isPlain(*this) || !value.isNumber())
        return std::nullopt;
    if (method == u"__int__" || method == u"__float__")
        return value;
    return std::nullopt;
}

// EnumClass

std::optional<Value> EnumClass::lookup(const QString &member) const
{
    if (const auto found = others.constFind(member); found != others.cend())
        return *found;
    return base ? base->lookup(member) : std::nullopt;
}

std::optional<Value> EnumClass::attribute(Interpreter &interpreter, const QString &member)
{
    if (const auto found = byName.constFind(member); found != byName.cend())
        return Value(*found);
    if (member == u"__name__" || member == u"__qualname__")
        return Value(name);
    if (member == u"__members__" || member == u"_member_map_") {
        auto *all = interpreter.make<Dict>();
        for (const QString &each : std::as_const(order))
            all->set(interpreter, Value(each), Value(byName.value(each)));
        return Value(all);
    }
    if (member == u"_member_names_" || member == u"_value2member_map_") {
        auto *names = interpreter.make<List>(QList<Value>());
        auto *values = interpreter.make<Dict>();
        for (EnumMember *each : std::as_const(members)) {
            names->items << Value(each->name);
            values->set(interpreter, each->value, Value(each));
        }
        return member == u"_member_names_" ? Value(names) : Value(values);
    }
    const std::optional<Value> own = lookup(member);
    if (!own)
        return std::nullopt;
    const auto *descriptor = own->as<Descriptor>();
    if (descriptor && descriptor->kind == Descriptor::Kind::ClassMethod)
        return Value(interpreter.make<BoundMethod>(Value(this), descriptor->function.object()));
    return boundMember(interpreter, *own, Value(), nullptr);
}

EnumMember *EnumClass::withValue(Interpreter &interpreter, const Value &value) const
{
    for (EnumMember *member : members) {
        if (value.object() == member || interpreter.equals(member->value, value))
            return member;
    }
    return nullptr;
}

QList<EnumMember *> EnumClass::listed() const
{
    QList<EnumMember *> result = members;
    if (isFlag)
        result.removeIf([](const EnumMember *member) {
            const quint64 bits = quint64(member->value.toInteger());
            return bits == 0 || (bits & (bits - 1)) != 0;
        });
    return result;
}

EnumMember *EnumClass::combined(Interpreter &interpreter, qint64 bits)
{
    if (EnumMember *known = withValue(interpreter, Value(bits)))
        return known;
    EnumMember *&member = combinations[QString::number(bits)];
    if (!member) {
        QStringList names;
        for (const EnumMember *each : listed()) {
            if ((bits & each->value.toInteger()) != 0)
                names << each->name;
        }
        member = interpreter.make<EnumMember>(this, names.join(u'|'), Value(bits));
    }
    return member;
}

Value EnumClass::call(Interpreter &interpreter, const Arguments &arguments)
{
    if (members.isEmpty() && arguments.positional.size() > 1)
        interpreter.unsupported(QStringLiteral("an enumeration made of one that is called"));
    const Value value = arguments.positional.size() > 1 && arguments.keywords.isEmpty()
        ? Value(interpreter.make<Tuple>(arguments.positional))
        : onlyArgument(interpreter, name, {arguments.positional.isEmpty() && arguments.keywords.size() == 1
                  ? QList<Value> {arguments.keywords.front().second} : arguments.positional, {}, arguments.at});
    if (value.as<EnumMember>() && value.as<EnumMember>()->owner == this)
        return value;
    if (EnumMember *member = withValue(interpreter, value))
        return Value(member);
    if (isFlag && value.isInteger() && value.toInteger() >= 0) {
        qint64 all = 0;
        for (const EnumMember *member : listed())
            all |= member->value.toInteger();
        if ((value.toInteger() & ~all) == 0)
            return Value(combined(interpreter, value.toInteger()));
        interpreter.unsupported(QStringLiteral("%1(%2): bits without a name").arg(name, interpreter.repr(value)));
    }
    if (const std::optional<Value> missing = lookup(QStringLiteral("_missing_"))) {
        const auto *descriptor = missing->as<Descriptor>();
        const Value found
            = called(interpreter, descriptor ? descriptor->function : *missing, {Value(this), value});
        if (found.as<EnumMember>() && found.as<EnumMember>()->owner == this)
            return found;
    }
    interpreter.raise(QStringLiteral("ValueError"),
        QStringLiteral("%1 is not a valid %2").arg(interpreter.repr(value), name));
}

Value EnumClass::item(Interpreter &interpreter, const Value &key)
{
    const Value plain = plainValue(key);
    const auto found = plain.isString() ? byName.constFind(plain.toString()) : byName.cend();
    if (found != byName.cend())
        return Value(*found);
    auto *exception = interpreter.make<Instance>(interpreter.exceptionClass(QStringLiteral("KeyError")));
    exception->arguments << key;
    interpreter.raise(exception);
}

bool EnumClass::contains(Interpreter &interpreter, const Value &value)
{
    return withValue(interpreter, value) != nullptr;
}

Iterator *EnumClass::iterate(Interpreter &interpreter)
{
    QList<Value> values;
    for (EnumMember *member : listed())
        values << Value(member);
    return interpreter.make<ListIterator>(values);
}

std::optional<bool> EnumClass::hasInstance(Interpreter &, const Value &value)
{
    const auto *member = value.as<EnumMember>();
    for (const EnumClass *type = member ? member->owner : nullptr; type; type = type->base) {
        if (type == this)
            return true;
    }
    return false;
}

Value plainValue(const Value &value)
{
    const Object *object = value.object();
    return object ? object->plain().value_or(value) : value;
}

} // namespace Migrations::StandardLibrary
