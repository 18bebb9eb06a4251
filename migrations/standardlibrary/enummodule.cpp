// The standard module enum: how class statements and calls make enumerations.
#include "migrations/standardlibrary/catalogue.h"
#include "migrations/standardlibrary/enumclasses.h"

#include "migrations/python/builtins.h"

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

/// enum.auto(): a value that the class chooses
class AutomaticValue final : public Object
{
public:
    Value chosen; ///< when the class is made

    [[nodiscard]] QString typeName() const override { return QStringLiteral("auto"); }
    [[nodiscard]] std::optional<Value> binary(
        Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected) override;
};

/// READ | WRITE in the body of a class, while the two are still auto()
class AutomaticCombination final : public Object
{
public:
    AutomaticCombination(BinaryOperator op, Value left, Value right)
        : m_op(op), m_left(std::move(left)), m_right(std::move(right)) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("int"); }
    [[nodiscard]] std::optional<Value> binary(
        Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected) override
    {
        return Value(reflected ? interpreter.make<AutomaticCombination>(op, other, Value(this))
                               : interpreter.make<AutomaticCombination>(op, Value(this), other));
    }
    /// when the class is made
    [[nodiscard]] Value value(Interpreter &interpreter) const
    {
        return interpreter.binary(m_op, chosen(interpreter, m_left), chosen(interpreter, m_right));
    }

private:
    [[nodiscard]] static Value chosen(Interpreter &interpreter, const Value &part)
    {
        interpreter.checkStack();
        if (const auto *automatic = part.as<AutomaticValue>())
            return automatic->chosen;
        const auto *combination = part.as<AutomaticCombination>();
        return combination ? combination->value(interpreter) : part;
    }

    const BinaryOperator m_op;
    const Value m_left;
    const Value m_right;
};

std::optional<Value> AutomaticValue::binary(
    Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    return Value(reflected ? interpreter.make<AutomaticCombination>(op, other, Value(this))
                           : interpreter.make<AutomaticCombination>(op, Value(this), other));
}

/// enum.member(x) and enum.nonmember(x)
class Membership final : public Object
{
public:
    Membership(bool isMember, Value value) : isMember(isMember), value(std::move(value)) {}
    const bool isMember;
    const Value value;
    [[nodiscard]] QString typeName() const override { return isMember ? QStringLiteral("member") : QStringLiteral("nonmember"); }
};

Value automatic(Interpreter &interpreter, const Arguments &)
{
    return Value(interpreter.make<AutomaticValue>());
}

template<bool IsMember>
Value membership(Interpreter &interpreter, const Arguments &arguments)
{
    return Value(interpreter.make<Membership>(
        IsMember, onlyArgument(interpreter, QStringLiteral("member"), arguments)));
}

// enum.unique: a decorator that refuses aliases
Value unique(Interpreter &interpreter, const Arguments &arguments)
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
    const bool isSunder = name.startsWith(u'_') && name.endsWith(u'_');
    const auto *member = value.as<Membership>();
    if (member)
        return member->isMember;
    return !isSunder && !name.startsWith(QStringLiteral("__")) && !value.as<Function>() && !value.as<Descriptor>()
        && !(value.as<Builtin>() && value.as<Builtin>()->kind != Builtin::Kind::Type)
        && !(value.as<Instance>() && Interpreter::typeHas(value, QStringLiteral("__get__"))) && !value.as<Class>();
}

bool hasBase(const ClassBody &body, QStringView name)
{
    return std::ranges::any_of(body.bases, [name](const Value &base) {
        const auto *builtin = base.as<Builtin>();
        return builtin && builtin->kind == Builtin::Kind::Type && builtin->name == name;
    });
}

/// Fills a new class with the members of its body.
class ClassFiller final
{
public:
    ClassFiller(Interpreter &interpreter, EnumClass &type) : m_interpreter(interpreter), m_type(type) {}

    void fill(const ClassBody &body)
    {
        const QSet<QString> ignored = ignoredNames(body);
        checkNames(body);
        for (const QString &name : body.order) { // what the members may need
            const Value &value = body.members[name];
            if (!isMember(name, value) && !ignored.contains(name))
                m_type.others.insert(name, value.as<Membership>() ? value.as<Membership>()->value : value);
        }
        if (const auto text = body.members.constFind(QStringLiteral("__doc__")); text != body.members.cend())
            m_type.others.insert(QStringLiteral("__doc__"), *text);
        for (const QString &name : body.order) {
            const Value &value = body.members[name];
            if (isMember(name, value) && !ignored.contains(name))
                add(name, value.as<Membership>() ? value.as<Membership>()->value : value);
        }
    }

    void add(const QString &name, Value value)
    {
        if (auto *automatic = value.as<AutomaticValue>())
            value = automatic->chosen = automaticValue(name);
        else if (const auto *combination = value.as<AutomaticCombination>())
            value = combination->value(m_interpreter);
        m_last << value;
        const Value given = value;
        if (m_type.isText && !value.isString() && !value.as<Tuple>())
            value = Value(m_interpreter.str(value));
        // a mixed-in type takes a tuple as the arguments of its constructor
        const auto *tuple = given.as<Tuple>();
        const bool isMixed = m_type.kind != EnumClass::Kind::Plain && !m_type.isFlag;
        if (tuple && isMixed)
            value = m_interpreter.callValue(
                m_interpreter.builtin(m_type.isText ? QStringLiteral("str") : QStringLiteral("int")),
                {tuple->items, {}, m_interpreter.position()});
        EnumMember *member = m_interpreter.make<EnumMember>(&m_type, name, value);
        if (const std::optional<Value> maker = m_type.lookup(QStringLiteral("__new__")); maker && maker->as<Function>())
            m_interpreter.unsupported(QStringLiteral("an enumeration with __new__"));
        if (const std::optional<Value> initializer = m_type.lookup(QStringLiteral("__init__")))
            static_cast<void>(m_interpreter.callValue(*initializer,
                {QList<Value> {Value(member)} + (tuple ? tuple->items : QList<Value> {given}), {},
                    m_interpreter.position()}));
        // the same value is another name of it
        if (EnumMember *known = m_type.withValue(m_interpreter, member->value))
            member = known;
        else
            m_type.members << member;
        if (m_type.byName.contains(name))
            m_interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("'%1' already defined as %2").arg(name, m_interpreter.repr(value)));
        m_type.byName.insert(name, member);
        m_type.order << name;
    }

private:
    // 1, 2, 3…, the next bit of flags, or the name in small letters where the values are texts
    Value automaticValue(const QString &name)
    {
        if (const std::optional<Value> own = m_type.lookup(QStringLiteral("_generate_next_value_"))) {
            const auto *descriptor = own->as<Descriptor>();
            return m_interpreter.callValue(descriptor ? descriptor->function : *own,
                {{Value(name), Value(1), Value(qint64(m_last.size())), Value(m_interpreter.make<List>(m_last))}, {},
                    m_interpreter.position()});
        }
        if (m_type.lowersNames)
            return name.toLower();
        qint64 highest = 0;
        for (const Value &value : std::as_const(m_last)) {
            if (!value.isInteger())
                m_interpreter.raise(
                    QStringLiteral("TypeError"), QStringLiteral("unable to increment %1").arg(m_interpreter.repr(value)));
            highest = std::max(highest, value.toInteger());
        }
        if (!m_type.isFlag)
            return highest + 1;
        qint64 bit = 1;
        while (bit <= highest)
            bit <<= 1;
        return bit;
    }

    void checkNames(const ClassBody &body)
    {
        static const QSet<QString> known {QStringLiteral("_generate_next_value_"), QStringLiteral("_ignore_"),
            QStringLiteral("_missing_"), QStringLiteral("_order_")};
        for (const QString &name : body.order) {
            const bool isSunder = name.size() > 2 && name.startsWith(u'_') && name.endsWith(u'_') && name[1] != u'_';
            if (isSunder && !known.contains(name))
                m_interpreter.raise(QStringLiteral("ValueError"),
                    QStringLiteral("_sunder_ names, such as '%1', are reserved for future Enum use").arg(name));
        }
    }

    // _ignore_ = 'a b'
    QSet<QString> ignoredNames(const ClassBody &body)
    {
        const Value given = body.members.value(QStringLiteral("_ignore_"));
        if (given.isNone())
            return {};
        QSet<QString> names {QStringLiteral("_ignore_")};
        if (given.isString()) {
            for (const QString &name : QString(given.toString()).replace(u',', u' ').split(u' ', Qt::SkipEmptyParts))
                names << name;
            return names;
        }
        for (const Value &name : m_interpreter.toList(given))
            names << m_interpreter.str(name);
        return names;
    }

    Interpreter &m_interpreter;
    EnumClass &m_type;
    QList<Value> m_last; ///< the values so far, with those of aliases
};

void checkKeywords(Interpreter &interpreter, const ClassBody &body)
{
    if (!body.keywords.isEmpty())
        interpreter.unsupported(QStringLiteral("an enumeration with %1=…").arg(body.keywords.front().first));
}

// the bases that an enumeration may have beside its own: str, int or float, and classes without state
void checkMixins(Interpreter &interpreter, const ClassBody &body, const Object *own)
{
    for (const Value &base : body.bases) {
        const auto *builtin = base.as<Builtin>();
        const bool isMixin = builtin && builtin->kind == Builtin::Kind::Type
            && (builtin->name == u"str" || builtin->name == u"int");
        if (base.object() != own && !isMixin)
            interpreter.unsupported(QStringLiteral("an enumeration with these base classes"));
    }
}

// 'RED GREEN', ['RED', 'GREEN'], {'RED': 1} or [('RED', 1)]
void addNames(Interpreter &interpreter, ClassFiller &filler, const Value &names, qint64 start)
{
    if (const auto *dict = names.as<Dict>()) {
        for (qsizetype i = 0; i < dict->keys().size(); ++i)
            filler.add(interpreter.str(dict->keys()[i]), dict->values()[i]);
        return;
    }
    QList<Value> list;
    if (names.isString()) {
        for (const QString &name : QString(names.toString()).replace(u',', u' ').split(u' ', Qt::SkipEmptyParts))
            list << Value(name);
    } else {
        list = interpreter.toList(names);
    }
    for (const Value &each : std::as_const(list)) {
        const auto *pair = each.as<Sequence>();
        if (pair && pair->items.size() == 2)
            filler.add(interpreter.str(pair->items[0]), pair->items[1]);
        else
            filler.add(interpreter.str(each), start == 1 ? Value(interpreter.make<AutomaticValue>()) : Value(start++));
    }
}

} // namespace

// EnumBase

Value EnumBase::makeClass(Interpreter &interpreter, const ClassBody &body)
{
    checkKeywords(interpreter, body);
    checkMixins(interpreter, body, this);
    using enum EnumClass::Kind;
    const bool isText = m_name == u"StrEnum" || hasBase(body, u"str");
    const bool isMixed = isText || hasBase(body, u"int");
    auto *type = interpreter.make<EnumClass>(body.name, m_kind == Plain && isMixed ? MixedIn : m_kind);
    type->isText = isText;
    type->lowersNames = m_name == u"StrEnum";
    type->isFlag = m_name.endsWith(QStringLiteral("Flag"));
    ClassFiller(interpreter, *type).fill(body);
    return Value(type);
}

Value EnumBase::call(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, m_name, arguments);
    const QString name = reader.text(QStringLiteral("value"), reader.required(QStringLiteral("value")));
    const Value names = reader.required(QStringLiteral("names"));
    static_cast<void>(reader.keyword(QStringLiteral("module")));
    static_cast<void>(reader.keyword(QStringLiteral("qualname")));
    const Value mixin = reader.keyword(QStringLiteral("type")).value_or(Value());
    const Value start = reader.keyword(QStringLiteral("start")).value_or(Value(1));
    reader.finish();
    ClassBody body {.name = name, .bases = {Value(this)}};
    if (!mixin.isNone())
        body.bases.prepend(mixin);
    const Value made = makeClass(interpreter, body);
    ClassFiller filler(interpreter, *made.as<EnumClass>());
    addNames(interpreter, filler, names, start.isInteger() ? start.toInteger() : 1);
    return made;
}

std::optional<bool> EnumBase::hasInstance(Interpreter &, const Value &value)
{
    const auto *member = value.as<EnumMember>();
    if (!member || m_name == u"Enum")
        return member != nullptr;
    const bool isFlag = m_name.endsWith(QStringLiteral("Flag"));
    return member->owner->isFlag == isFlag && (m_kind == member->owner->kind);
}

// a class of members that extends one without
Value EnumClass::makeClass(Interpreter &interpreter, const ClassBody &body)
{
    if (!members.isEmpty())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("<enum '%1'> cannot extend <enum '%2'>").arg(body.name, name));
    checkKeywords(interpreter, body);
    checkMixins(interpreter, body, this);
    const bool isMixed = hasBase(body, u"str") || hasBase(body, u"int");
    auto *type = interpreter.make<EnumClass>(body.name, kind == Kind::Plain && isMixed ? Kind::MixedIn : kind);
    type->isText = isText || hasBase(body, u"str");
    type->isFlag = isFlag;
    type->lowersNames = lowersNames;
    type->base = this;
    ClassFiller(interpreter, *type).fill(body);
    return Value(type);
}

void fillEnum(Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {
        {u"auto", automatic}, {u"member", membership<true>}, {u"nonmember", membership<false>}, {u"unique", unique}};
    addFunctions(interpreter, module.members, functions);
    using enum EnumClass::Kind;
    static const std::pair<QStringView, EnumClass::Kind> bases[] = {
        {u"Enum", Plain}, {u"Flag", Plain}, {u"IntEnum", IsItsValue}, {u"IntFlag", IsItsValue}, {u"StrEnum", IsItsValue}};
    for (const auto &[name, kind] : bases)
        module.members.insert(name.toString(), Value(interpreter.make<EnumBase>(name.toString(), kind)));
    module.members.insert(QStringLiteral("property"), interpreter.builtin(QStringLiteral("property")));
}

} // namespace Migrations::StandardLibrary
