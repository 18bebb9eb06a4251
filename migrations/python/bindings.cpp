// How statements bind names: assignment, import, def and class.
#include "migrations/python/evaluator.h"

namespace Migrations::Python {

void Evaluator::bind(const QString &name, const Value &value)
{
    Scope *scope = &m_scope;
    if (m_scope.globalNames.contains(name)) {
        scope = m_scope.module();
    } else if (m_scope.nonlocalNames.contains(name)) {
        for (scope = m_scope.parent; scope && !scope->variables.contains(name); scope = scope->parent) { }
        if (!scope)
            m_interpreter.raise(QStringLiteral("NameError"),
                QStringLiteral("no binding for nonlocal '%1' found").arg(name));
    }
    scope->variables.insert(name, value);
}

void Evaluator::assign(const Expression &target, const Value &value)
{
    if (const auto *name = std::get_if<NameExpression>(&target.node)) {
        bind(name->name, value);
    } else if (const auto *display = std::get_if<DisplayExpression>(&target.node)) {
        unpack(display->items, value);
    } else if (const auto *attribute = std::get_if<AttributeExpression>(&target.node)) {
        const Value object = expression(*attribute->object);
        if (!object.isObject() || !object.object()->setAttribute(m_interpreter, attribute->name, value))
            m_interpreter.raise(QStringLiteral("AttributeError"),
                QStringLiteral("'%1' object has no attribute '%2'")
                    .arg(Interpreter::typeName(object), attribute->name));
    } else if (const auto *subscript = std::get_if<SubscriptExpression>(&target.node)) {
        const Value object = expression(*subscript->object);
        const Value key = expression(*subscript->index);
        if (!object.isObject())
            m_interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("'%1' object does not support item assignment").arg(Interpreter::typeName(object)));
        object.object()->setItem(m_interpreter, key, value);
    } else {
        m_interpreter.unsupported(QStringLiteral("assignment target"));
    }
}

void Evaluator::unpack(const Expressions &targets, const Value &value)
{
    const QList<Value> values = m_interpreter.toList(value);
    const auto star = std::ranges::find_if(targets,
        [](const ExpressionPtr &target) { return std::holds_alternative<StarredExpression>(target->node); });
    const bool starred = star != targets.end();
    const qsizetype wanted = qsizetype(targets.size()) - (starred ? 1 : 0);
    if (values.size() < wanted)
        m_interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("not enough values to unpack (expected %1%2, got %3)")
                .arg(starred ? QStringLiteral("at least ") : QString())
                .arg(wanted)
                .arg(values.size()));
    if (!starred && values.size() > wanted)
        m_interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("too many values to unpack (expected %1)").arg(wanted));
    qsizetype next = 0;
    for (const ExpressionPtr &target : targets) {
        if (const auto *rest = std::get_if<StarredExpression>(&target->node)) {
            const qsizetype count = values.size() - wanted;
            assign(*rest->value, Value(m_interpreter.make<List>(values.mid(next, count))));
            next += count;
        } else {
            assign(*target, values[next++]);
        }
    }
}

void Evaluator::unbind(const Expression &target)
{
    if (const auto *name = std::get_if<NameExpression>(&target.node)) {
        static_cast<void>(lookup(name->name));
        m_scope.variables.remove(name->name);
    } else if (const auto *subscript = std::get_if<SubscriptExpression>(&target.node)) {
        const Value object = expression(*subscript->object);
        if (!object.isObject())
            m_interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("'%1' object doesn't support item deletion").arg(Interpreter::typeName(object)));
        object.object()->deleteItem(m_interpreter, expression(*subscript->index));
    } else {
        m_interpreter.unsupported(QStringLiteral("del of this target"));
    }
}

Evaluator::Flow Evaluator::execute(const ImportStatement &statement)
{
    for (const ImportStatement::Item &item : statement.items) {
        const QString top = item.module.section(u'.', 0, 0);
        // `import a.b` binds a, `import a.b as c` binds a.b
        const QString wanted = item.alias.isEmpty() ? top : item.module;
        const Position at = m_interpreter.position();
        Object *module = m_interpreter.world().import(m_interpreter, wanted);
        bind(item.alias.isEmpty() ? top : item.alias,
            Value(module ? module : m_interpreter.make<Opaque>(wanted, at)));
    }
    return Flow::Normal;
}

Value Evaluator::importedMember(const QString &module, const QString &name)
{
    const Position at = m_interpreter.position();
    const QString dotted = module + u'.' + name;
    ModuleObject *source = m_interpreter.world().import(m_interpreter, module);
    if (!source)
        return Value(m_interpreter.make<Opaque>(dotted, at));
    if (const auto member = source->members.constFind(name); member != source->members.cend())
        return *member;
    if (ModuleObject *submodule = m_interpreter.world().import(m_interpreter, dotted))
        return Value(submodule);
    // of a module that is known in part: harmless until it is used
    return Value(m_interpreter.make<Opaque>(dotted, at));
}

Evaluator::Flow Evaluator::execute(const ImportFromStatement &statement)
{
    for (const auto &[name, bound] : statement.names) {
        if (name != u'*') {
            bind(bound, importedMember(statement.module, name));
            continue;
        }
        ModuleObject *source = m_interpreter.world().import(m_interpreter, statement.module);
        if (!source) // nobody knows which names it would bring
            continue;
        for (auto member = source->members.cbegin(); member != source->members.cend(); ++member)
            bind(member.key(), member.value());
    }
    return Flow::Normal;
}

Evaluator::Flow Evaluator::execute(const FunctionStatement &statement)
{
    if (statement.function->isGenerator) {
        // reading it must not fail, calling it does
        const QString name = statement.function->name;
        bind(name, Value(m_interpreter.make<Builtin>(name, [](Interpreter &interpreter, const Arguments &) -> Value {
            interpreter.unsupported(QStringLiteral("generator function"));
        })));
        return Flow::Normal;
    }
    bind(statement.function->name, decorated(Value(function(statement.function)), statement.decorators));
    return Flow::Normal;
}

Value Evaluator::decorated(Value value, const Expressions &decorators)
{
    for (auto decorator = decorators.rbegin(); decorator != decorators.rend(); ++decorator) {
        const Value function = expression(**decorator);
        value = m_interpreter.callValue(
            function, {.positional = {value}, .keywords = {}, .at = m_interpreter.position()});
    }
    return value;
}

Evaluator::Flow Evaluator::execute(const ClassStatement &statement)
{
    const Position at = m_interpreter.position();
    const Arguments bases = arguments(statement.arguments, at);
    QList<Class *> baseClasses;
    for (const Value &base : bases.positional) {
        auto *type = base.as<Class>();
        if (!type) { // a model, an Enum…: opaque until it is used
            bind(statement.name, Value(m_interpreter.make<Opaque>(statement.name, at)));
            return Flow::Normal;
        }
        baseClasses << type;
    }
    auto *scope = m_interpreter.make<Scope>(Scope::Kind::Class, &m_scope);
    Evaluator body(m_interpreter, *scope);
    static_cast<void>(body.run(statement.body));
    auto *type = m_interpreter.make<Class>(statement.name, baseClasses);
    type->members = scope->variables;
    type->isException = std::ranges::any_of(baseClasses, [](const Class *base) { return base->isException; });
    bind(statement.name, decorated(Value(type), statement.decorators));
    return Flow::Normal;
}

} // namespace Migrations::Python
