// The standard module enum: enumerations that revisions define and give to sa.Enum().
#include "migrations/alembic/enumclasses.h"

#include "migrations/alembic/modulecatalogue.h"
#include "migrations/python/argumentreader.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

/// enum.auto(): a value that the class chooses
class AutomaticValue final : public Object
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("auto"); }
};

Value automatic(Session &, Interpreter &interpreter, const Arguments &)
{
    return Value(interpreter.make<AutomaticValue>());
}

// enum.unique: a decorator that refuses aliases
Value unique(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    const auto *type = arguments.positional.value(0).as<EnumClass>();
    if (!type)
        interpreter.unsupported(QStringLiteral("enum.unique of something that is not an enumeration"));
    QStringList aliases;
    for (const QString &name : type->order) {
        const QString &first = type->byName[name]->name;
        if (first != name)
            aliases << name + QStringLiteral(" -> ") + first;
    }
    if (!aliases.isEmpty())
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("duplicate values found in <enum '%1'>: %2")
                .arg(type->name, aliases.join(QStringLiteral(", "))));
    return arguments.positional.front();
}

bool isMember(const QString &name, const Value &value)
{
    return !name.startsWith(u'_') && !value.as<Function>() && !value.as<Descriptor>() && !value.as<Builtin>()
        && !value.as<Class>();
}

// 1, 2, 3…, or the name in small letters where the values are texts
Value automaticValue(const EnumClass &type, const QString &name, bool isText)
{
    if (isText)
        return name.toLower();
    qint64 highest = 0;
    for (const EnumMember *member : type.members) {
        if (member->value.isInteger())
            highest = std::max(highest, member->value.toInteger());
    }
    return highest + 1;
}

bool hasBase(const ClassBody &body, QStringView name)
{
    return std::ranges::any_of(body.bases, [name](const Value &base) {
        const auto *builtin = base.as<Builtin>();
        return builtin && builtin->kind == Builtin::Kind::Type && builtin->name == name;
    });
}

} // namespace

// EnumMember

QString EnumMember::typeName() const
{
    return type->name;
}

QString EnumMember::repr(Interpreter &interpreter)
{
    return QStringLiteral("<%1.%2: %3>").arg(type->name, name, interpreter.repr(value));
}

QString EnumMember::str(Interpreter &interpreter)
{
    if (const auto own = type->others.constFind(QStringLiteral("__str__")); own != type->others.cend())
        return interpreter.str(interpreter.callValue(boundMember(interpreter, *own, Value(this), nullptr), {}));
    return type->kind == EnumClass::Kind::IsItsValue ? interpreter.str(value) : type->name + u'.' + name;
}

bool EnumMember::isTrue(Interpreter &interpreter)
{
    return type->kind == EnumClass::Kind::Plain || interpreter.isTrue(value);
}

bool EnumMember::equals(Interpreter &interpreter, const Value &other)
{
    if (other.object() == this)
        return true;
    return type->kind != EnumClass::Kind::Plain && interpreter.equals(value, plainValue(other));
}

std::optional<QString> EnumMember::hashKey(Interpreter &interpreter)
{
    return type->kind == EnumClass::Kind::Plain ? Object::hashKey(interpreter) : interpreter.hashKey(value);
}

std::optional<Value> EnumMember::attribute(Interpreter &interpreter, const QString &member)
{
    if (member == u"name" || member == u"_name_")
        return Value(name);
    if (member == u"value" || member == u"_value_")
        return value;
    if (member == u"__class__")
        return Value(type);
    if (const auto own = type->others.constFind(member); own != type->others.cend())
        return boundMember(interpreter, *own, Value(this), nullptr);
    if (type->kind == EnumClass::Kind::Plain)
        return std::nullopt;
    return interpreter.findAttribute(value, member);
}

std::optional<qint64> EnumMember::length(Interpreter &interpreter)
{
    return type->kind == EnumClass::Kind::Plain || !value.isString() ? std::nullopt
                                                                     : std::optional(interpreter.length(value));
}

std::optional<Value> EnumMember::binary(Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    if (type->kind == EnumClass::Kind::Plain)
        return std::nullopt;
    const Value against = plainValue(other);
    return reflected ? interpreter.binary(op, against, value) : interpreter.binary(op, value, against);
}

std::optional<Value> EnumMember::compare(Interpreter &interpreter, Comparison op, const Value &other)
{
    if (type->kind == EnumClass::Kind::Plain || op == Comparison::Equal || op == Comparison::NotEqual)
        return std::nullopt;
    return interpreter.compare(op, value, plainValue(other));
}

// EnumClass

std::optional<Value> EnumClass::attribute(Interpreter &interpreter, const QString &member)
{
    if (const auto found = byName.constFind(member); found != byName.cend())
        return Value(*found);
    if (member == u"__name__" || member == u"__qualname__")
        return Value(name);
    if (member == u"__members__") {
        auto *all = interpreter.make<Dict>();
        for (const QString &each : std::as_const(order))
            all->set(interpreter, Value(each), Value(byName.value(each)));
        return Value(all);
    }
    if (const auto own = others.constFind(member); own != others.cend()) {
        const auto *descriptor = own->as<Descriptor>();
        if (descriptor && descriptor->kind == Descriptor::Kind::ClassMethod)
            return Value(interpreter.make<BoundMethod>(Value(this), descriptor->function.object()));
        return boundMember(interpreter, *own, Value(), nullptr);
    }
    return std::nullopt;
}

EnumMember *EnumClass::withValue(Interpreter &interpreter, const Value &value) const
{
    for (EnumMember *member : members) {
        if (value.object() == member || interpreter.equals(member->value, value))
            return member;
    }
    return nullptr;
}

Value EnumClass::call(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, name, arguments);
    const Value value = reader.required(QStringLiteral("value"));
    reader.finish();
    if (EnumMember *member = withValue(interpreter, value))
        return Value(member);
    interpreter.raise(QStringLiteral("ValueError"),
        QStringLiteral("%1 is not a valid %2").arg(interpreter.repr(value), name));
}

Value EnumClass::item(Interpreter &interpreter, const Value &key)
{
    const auto found = key.isString() ? byName.constFind(key.toString()) : byName.cend();
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
    for (EnumMember *member : std::as_const(members))
        values << Value(member);
    return interpreter.make<ListIterator>(values);
}

// EnumBase

Value EnumBase::makeClass(Interpreter &interpreter, const ClassBody &body)
{
    const bool isText = m_name == u"StrEnum" || hasBase(body, u"str");
    const bool isMixed = m_kind != EnumClass::Kind::Plain || isText || hasBase(body, u"int");
    if (body.bases.size() > (isMixed && m_kind == EnumClass::Kind::Plain ? 2 : 1))
        interpreter.unsupported(QStringLiteral("an enumeration with these base classes"));
    using enum EnumClass::Kind;
    auto *type = interpreter.make<EnumClass>(body.name, m_kind == Plain && isMixed ? MixedIn : m_kind);
    for (const QString &name : body.order) {
        Value value = body.members.value(name);
        if (!isMember(name, value)) {
            type->others.insert(name, value);
            continue;
        }
        if (value.as<AutomaticValue>())
            value = automaticValue(*type, name, m_name == u"StrEnum");
        if (isText && !value.isString())
            value = Value(interpreter.str(value));
        EnumMember *member = type->withValue(interpreter, value); // the same value is another name of it
        if (!member) {
            member = interpreter.make<EnumMember>(type, name, value);
            type->members << member;
        }
        type->byName.insert(name, member);
        type->order << name;
    }
    if (const auto text = body.members.constFind(QStringLiteral("__doc__")); text != body.members.cend())
        type->others.insert(QStringLiteral("__doc__"), *text);
    return Value(type);
}

Value plainValue(const Value &value)
{
    const auto *member = value.as<EnumMember>();
    return member && member->type->kind != EnumClass::Kind::Plain ? member->value : value;
}

void fillEnum(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {{u"auto", automatic}, {u"unique", unique}};
    addFunctions(session, interpreter, module, functions);
    using enum EnumClass::Kind;
    static const std::pair<QStringView, EnumClass::Kind> bases[] = {
        {u"Enum", Plain}, {u"IntEnum", IsItsValue}, {u"StrEnum", IsItsValue}};
    for (const auto &[name, kind] : bases)
        module.members.insert(name.toString(), Value(interpreter.make<EnumBase>(name.toString(), kind)));
}

} // namespace Migrations::Alembic
