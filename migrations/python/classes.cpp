// Classes, what is found on them, and super().
#include "migrations/python/interpreter.h"

namespace Migrations::Python {

namespace {

// C3: the class itself, then its bases' orders merged so that each keeps its own
QList<Class *> memberOrder(Class *self, const QList<Class *> &bases)
{
    QList<QList<Class *>> rows;
    for (const Class *base : bases)
        rows << base->order;
    rows << bases;
    QList<Class *> order {self};
    while (true) {
        rows.removeIf([](const QList<Class *> &row) { return row.isEmpty(); });
        if (rows.isEmpty())
            return order;
        const auto isHead = [&](const QList<Class *> &candidate) {
            return std::ranges::none_of(
                rows, [&](const QList<Class *> &row) { return row.indexOf(candidate.front()) > 0; });
        };
        const auto found = std::ranges::find_if(rows, isHead);
        if (found == rows.end())
            return {};
        Class *const next = found->front();
        order << next;
        for (QList<Class *> &row : rows) {
            if (row.front() == next)
                row.removeFirst();
        }
    }
}

} // namespace

Value boundMember(Interpreter &interpreter, const Value &member, const Value &self, Class *type)
{
    const auto *builtin = member.as<Builtin>();
    if (member.as<Function>() || (builtin && builtin->kind == Builtin::Kind::Method))
        return self.isNone() ? member : Value(interpreter.make<BoundMethod>(self, member.object()));
    if (auto *own = member.as<Instance>(); own && own->type->lookup(QStringLiteral("__get__")))
        return own->special(interpreter, QStringLiteral("__get__"), {self, type ? Value(type) : Value()})
            .value_or(Value());
    const auto *descriptor = member.as<Descriptor>();
    if (!descriptor)
        return member;
    if (descriptor->kind == Descriptor::Kind::StaticMethod)
        return descriptor->function;
    if (descriptor->kind == Descriptor::Kind::ClassMethod)
        return Value(interpreter.make<BoundMethod>(Value(type), descriptor->function.object()));
    if (self.isNone())
        return member;
    return interpreter.callValue(
        descriptor->function, {.positional = {self}, .keywords = {}, .at = interpreter.position()});
}

// Class

Class::Class(QString name, QList<Class *> bases)
    : name(std::move(name))
    , bases(std::move(bases))
    , order(memberOrder(this, this->bases))
{
}

std::optional<Value> Class::lookup(const QString &member) const
{
    for (const Class *type : order) {
        if (const auto found = type->members.constFind(member); found != type->members.cend())
            return *found;
    }
    return std::nullopt;
}

QString Class::repr(Interpreter &)
{
    return QStringLiteral("<class '%1'>").arg(qualifiedName.isEmpty() ? name : qualifiedName);
}

std::optional<Value> Class::attribute(Interpreter &interpreter, const QString &member)
{
    if (member == u"__name__")
        return Value(name);
    if (member == u"__qualname__")
        return Value(qualifiedName.section(u'.', 1));
    if (const std::optional<Value> found = lookup(member))
        return boundMember(interpreter, *found, Value(), this);
    return member == u"__doc__" ? std::optional(Value()) : std::nullopt;
}

bool Class::setAttribute(Interpreter &interpreter, const QString &member, const Value &value)
{
    if (isException && qualifiedName.isEmpty())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("cannot set '%1' attribute of immutable type '%2'").arg(member, name));
    static const QSet<QString> fixed {QStringLiteral("__bases__"), QStringLiteral("__class__"),
        QStringLiteral("__dict__"), QStringLiteral("__name__"), QStringLiteral("__qualname__")};
    if (fixed.contains(member))
        interpreter.unsupported(QStringLiteral("%1 of a class that is set").arg(member));
    interpreter.spendBytes(qint64(sizeof(Value)) + member.size() * 2 + 64);
    members.insert(member, value);
    return true;
}

Value Class::call(Interpreter &interpreter, const Arguments &arguments)
{
    Instance *instance = nullptr;
    const std::optional<Value> maker = lookup(QStringLiteral("__new__"));
    const bool isMadeByScript = maker && !maker->as<Builtin>();
    if (isMadeByScript) {
        const auto *descriptor = maker->as<Descriptor>();
        Arguments withClass = arguments;
        withClass.positional.prepend(Value(this));
        const Value made = interpreter.callValue(descriptor ? descriptor->function : *maker, withClass);
        instance = made.as<Instance>();
        if (!instance || !instance->type->isSubclassOf(this))
            return made;
    } else {
        instance = interpreter.make<Instance>(this);
    }
    if (isException)
        instance->arguments = arguments.positional;
    const std::optional<Value> initializer = lookup(QStringLiteral("__init__"));
    const bool hasArguments = !arguments.positional.isEmpty() || !arguments.keywords.isEmpty();
    const auto *object = interpreter.builtin(QStringLiteral("object")).as<Class>();
    const bool isOwn = initializer && !initializer->isSame(object->members.value(QStringLiteral("__init__")));
    if (!isOwn && !isException && hasArguments && !isMadeByScript)
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("%1() takes no arguments").arg(name));
    if (!initializer || (isMadeByScript && !isOwn))
        return Value(instance);
    Arguments withSelf = arguments;
    withSelf.positional.prepend(Value(instance));
    const Value result = interpreter.callValue(*initializer, withSelf);
    if (!result.isNone())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("__init__() should return None, not '%1'").arg(Interpreter::typeName(result)));
    return Value(instance);
}

Value Class::item(Interpreter &interpreter, const Value &key)
{
    if (const std::optional<Value> own = lookup(QStringLiteral("__class_getitem__"))) {
        const auto *descriptor = own->as<Descriptor>();
        return interpreter.callValue(descriptor ? descriptor->function : *own,
            {.positional = {Value(this), key}, .keywords = {}, .at = interpreter.position()});
    }
    if (std::ranges::any_of(order, &Class::isGeneric))
        return Value(this);
    interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("type '%1' is not subscriptable").arg(name));
}

std::optional<Value> Class::binary(Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    const bool isType = other.isNone() || (other.isObject() && other.object()->isType());
    if (op != BinaryOperator::BitOr || !isType)
        return std::nullopt;
    return Value(interpreter.make<TypeUnion>(
        reflected ? QList<Value> {other, Value(this)} : QList<Value> {Value(this), other}));
}

// Descriptor

QString Descriptor::typeName() const
{
    switch (kind) {
    case Kind::Property: return QStringLiteral("property");
    case Kind::StaticMethod: return QStringLiteral("staticmethod");
    default: return QStringLiteral("classmethod");
    }
}

std::optional<Value> Descriptor::attribute(Interpreter &interpreter, const QString &name)
{
    if (kind != Kind::Property || name != u"setter")
        return std::nullopt;
    return Value(interpreter.make<Builtin>(name, [this](Interpreter &inner, const Arguments &arguments) {
        auto *result = inner.make<Descriptor>(Kind::Property, function);
        if (!arguments.positional.isEmpty())
            result->setter = arguments.positional.front();
        return Value(result);
    }));
}

Value Descriptor::call(Interpreter &interpreter, const Arguments &arguments)
{
    return kind == Kind::StaticMethod ? interpreter.callValue(function, arguments)
                                      : Object::call(interpreter, arguments);
}

// Super

std::optional<Value> Super::attribute(Interpreter &interpreter, const QString &name)
{
    for (qsizetype i = m_type->order.indexOf(m_after) + 1; i < m_type->order.size(); ++i) {
        const Class *type = m_type->order[i];
        if (const auto found = type->members.constFind(name); found != type->members.cend())
            return boundMember(interpreter, *found, m_self.as<Class>() ? Value() : m_self, m_type);
    }
    return std::nullopt;
}

// TypeUnion

QString TypeUnion::repr(Interpreter &interpreter)
{
    QStringList names;
    for (const Value &type : types)
        names << interpreter.str(interpreter.findAttribute(type, QStringLiteral("__name__")).value_or(type));
    return names.join(QStringLiteral(" | "));
}

std::optional<Value> TypeUnion::binary(
    Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    if (op != BinaryOperator::BitOr)
        return std::nullopt;
    QList<Value> all = types;
    all.insert(reflected ? 0 : all.size(), other);
    return Value(interpreter.make<TypeUnion>(all));
}

} // namespace Migrations::Python
