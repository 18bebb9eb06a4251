// class statements
#include "migrations/python/evaluator.h"

namespace Migrations::Python {

namespace {

std::optional<QString> documentation(const Block &body)
{
    const auto *first = body.empty() ? nullptr : std::get_if<ExpressionStatement>(&body.front().node);
    const auto *text = first ? std::get_if<StringLiteral>(&first->value->node) : nullptr;
    return text ? std::optional(text->value) : std::nullopt;
}

[[noreturn]] void refuseBases(Interpreter &interpreter, const QList<Class *> &bases)
{
    QStringList names;
    for (qsizetype i = 0; i < bases.size(); ++i) {
        if (bases.indexOf(bases[i]) < i)
            interpreter.raise(
                QStringLiteral("TypeError"), QStringLiteral("duplicate base class %1").arg(bases[i]->name));
        names << bases[i]->name;
    }
    interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("Cannot create a consistent method resolution order (MRO) for bases %1")
            .arg(names.join(QStringLiteral(", "))));
}

// for super() in the functions of a class
void setOwner(const Value &member, Class *type)
{
    const auto *descriptor = member.as<Descriptor>();
    const QList<Value> candidates
        = descriptor ? QList<Value> {descriptor->function, descriptor->setter} : QList<Value> {member};
    for (const Value &candidate : candidates) {
        if (auto *function = candidate.as<Function>(); function && !function->owner)
            function->owner = type;
    }
}

} // namespace

// the names that the body binds
Scope *Evaluator::classScope(const ClassStatement &statement)
{
    const Position at = m_interpreter.position();
    auto *scope = m_interpreter.make<Scope>(Scope::Kind::Class, &m_scope);
    if (const std::optional<QString> text = documentation(statement.body))
        scope->variables.insert(QStringLiteral("__doc__"), Value(*text));
    Evaluator body(m_interpreter, *scope);
    static_cast<void>(body.run(statement.body));
    m_interpreter.setPosition(at);
    return scope;
}

namespace {

// what Python would call behind the script's back
void refuseSpecialMethods(Interpreter &interpreter, const Scope &scope)
{
    static const QStringList names {QStringLiteral("__del__"), QStringLiteral("__getattribute__"),
        QStringLiteral("__instancecheck__"), QStringLiteral("__subclasscheck__"), QStringLiteral("__mro_entries__"),
        QStringLiteral("__prepare__"), QStringLiteral("__delete__")};
    for (const QString &name : names) {
        if (scope.variables.contains(name))
            interpreter.unsupported(QStringLiteral("a class with %1").arg(name));
    }
}

// __set_name__ of the members, then __init_subclass__ of the base classes
void announce(Interpreter &interpreter, Class &type, const QStringList &order,
    const QList<std::pair<QString, Value>> &keywords)
{
    for (const QString &name : order) {
        if (auto *member = type.members.value(name).as<Instance>())
            static_cast<void>(member->special(interpreter, QStringLiteral("__set_name__"), {Value(&type), Value(name)}));
    }
    for (const Class *base : type.order.mid(1)) {
        const auto found = base->members.constFind(QStringLiteral("__init_subclass__"));
        if (found == base->members.cend())
            continue;
        const auto *descriptor = found->as<Descriptor>();
        static_cast<void>(interpreter.callValue(descriptor ? descriptor->function : *found,
            {.positional = {Value(&type)}, .keywords = keywords, .at = interpreter.position()}));
        return;
    }
}

} // namespace

// nullopt: with a base or a metaclass from outside
std::optional<QList<Class *>> Evaluator::baseClasses(const Arguments &given)
{
    QList<Class *> bases;
    for (const Value &base : given.positional) {
        if (base.isObject() && base.object()->isErasedBase())
            continue;
        auto *type = base.as<Class>();
        if (!type)
            return std::nullopt;
        bases << type;
    }
    const bool hasMetaclass = std::ranges::any_of(given.keywords, [](const auto &keyword) {
        return keyword.first == u"metaclass" && !(keyword.second.isObject() && keyword.second.object()->isErasedBase());
    });
    if (hasMetaclass)
        return std::nullopt;
    if (bases.isEmpty())
        bases << m_interpreter.builtin(QStringLiteral("object")).as<Class>();
    return bases;
}

Evaluator::Flow Evaluator::execute(const ClassStatement &statement)
{
    const Position at = m_interpreter.position();
    const QList<Value> decorators = evaluated(statement.decorators);
    Arguments given = arguments(statement.arguments, at);
    const QString qualifiedName = m_scope.moduleName() + u'.' + statement.qualifiedName;
    const auto makesClasses = [](const Value &base) { return base.isObject() && base.object()->makesClasses(); };
    const auto maker = std::ranges::find_if(given.positional, makesClasses);
    if (maker != given.positional.cend()) {
        const Scope *scope = classScope(statement);
        const Value made = maker->object()->makeClass(m_interpreter,
            {.name = statement.name,
                .qualifiedName = qualifiedName,
                .bases = given.positional,
                .members = scope->variables,
                .order = scope->order,
                .annotated = scope->annotated,
                .keywords = given.keywords});
        bind(statement.name, decorated(made, decorators));
        return Flow::Normal;
    }
    const std::optional<QList<Class *>> bases = baseClasses(given);
    if (!bases) { // a model…: opaque until it is used
        bind(statement.name, Value(m_interpreter.make<Opaque>(statement.name, at)));
        return Flow::Normal;
    }
    const Scope *scope = classScope(statement);
    refuseSpecialMethods(m_interpreter, *scope);
    auto *type = m_interpreter.make<Class>(statement.name, *bases);
    m_interpreter.spendBytes(type->order.size() * qint64(sizeof(Class *)));
    if (type->order.isEmpty())
        refuseBases(m_interpreter, *bases);
    type->qualifiedName = qualifiedName;
    type->members = scope->variables;
    type->annotated = scope->annotated;
    type->isException = std::ranges::any_of(*bases, &Class::isException);
    type->isGeneric = std::ranges::any_of(given.positional,
        [](const Value &base) { return base.isObject() && base.object()->isErasedBase(); });
    for (const Value &member : std::as_const(type->members))
        setOwner(member, type);
    given.keywords.removeIf([](const auto &keyword) { return keyword.first == u"metaclass"; });
    announce(m_interpreter, *type, scope->order, given.keywords);
    m_interpreter.setPosition(at);
    bind(statement.name, decorated(Value(type), decorators));
    return Flow::Normal;
}

} // namespace Migrations::Python
