// How statements bind names: assignment, import, def and class.
#include "migrations/python/evaluator.h"

namespace Migrations::Python {

void Evaluator::bind(const QString &name, const Value &value)
{
    Scope *scope = &m_scope;
    if (m_scope.globalNames.contains(name)) {
        scope = m_scope.module();
    } else if (m_scope.nonlocalNames.contains(name)) {
        const auto binds = [&](const Scope &candidate) {
            return candidate.kind == Scope::Kind::Function && candidate.locals && candidate.locals->contains(name);
        };
        for (scope = m_scope.parent; scope && !binds(*scope); scope = scope->parent) { }
        if (!scope)
            m_interpreter.raise(
                QStringLiteral("SyntaxError"), QStringLiteral("no binding for nonlocal '%1' found").arg(name));
    }
    if (scope->kind == Scope::Kind::Class && !scope->variables.contains(name))
        scope->order << name;
    scope->variables.insert(name, value);
}

void Evaluator::assign(const Expression &target, const Value &value)
{
    if (const auto *name = std::get_if<NameExpression>(&target.node)) {
        bind(name->name, value);
    } else if (const auto *display = std::get_if<DisplayExpression>(&target.node)) {
        unpack(display->items, value);
    } else if (const auto *attribute = std::get_if<AttributeExpression>(&target.node)) {
        m_interpreter.setAttribute(expression(*attribute->object), attribute->name, value);
    } else if (const auto *subscript = std::get_if<SubscriptExpression>(&target.node)) {
        const Value object = expression(*subscript->object);
        const Value key = expression(*subscript->index);
        m_interpreter.setPosition(target.at);
        m_interpreter.setItem(object, key, value);
    } else {
        m_interpreter.unsupported(QStringLiteral("assignment target"));
    }
}

// the values for the targets; of an iterator no more than are needed to know that they are too many
QList<Value> Evaluator::unpacked(const Value &value, qsizetype wanted, bool starred)
{
    Iterator *iterator = m_interpreter.tryIterate(value);
    if (!iterator)
        m_interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("cannot unpack non-iterable %1 object").arg(Interpreter::typeName(value)));
    QList<Value> values;
    while (starred || values.size() <= wanted) {
        const std::optional<Value> next = iterator->next(m_interpreter);
        if (!next)
            break;
        m_interpreter.step();
        m_interpreter.spendBytes(qint64(sizeof(Value)));
        values << *next;
    }
    if (values.size() < wanted)
        m_interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("not enough values to unpack (expected %1%2, got %3)")
                .arg(starred ? QStringLiteral("at least ") : QString())
                .arg(wanted)
                .arg(values.size()));
    if (!starred && values.size() > wanted)
        m_interpreter.raise(
            QStringLiteral("ValueError"), QStringLiteral("too many values to unpack (expected %1)").arg(wanted));
    return values;
}

void Evaluator::unpack(const Expressions &targets, const Value &value)
{
    const bool starred = std::ranges::any_of(targets,
        [](const ExpressionPtr &target) { return std::holds_alternative<StarredExpression>(target->node); });
    const qsizetype wanted = qsizetype(targets.size()) - (starred ? 1 : 0);
    const QList<Value> values = unpacked(value, wanted, starred);
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
        Scope *scope = m_scope.globalNames.contains(name->name) ? m_scope.module() : &m_scope;
        if (scope->variables.remove(name->name))
            return;
        if (scope->locals && scope->locals->contains(name->name))
            unbound(*scope, name->name);
        m_interpreter.raiseNamed(QStringLiteral("NameError"),
            QStringLiteral("name '%1' is not defined").arg(name->name), name->name);
    } else if (const auto *display = std::get_if<DisplayExpression>(&target.node)) {
        for (const ExpressionPtr &item : display->items)
            unbind(*item);
    } else if (const auto *attribute = std::get_if<AttributeExpression>(&target.node)) {
        m_interpreter.deleteAttribute(expression(*attribute->object), attribute->name);
    } else if (const auto *subscript = std::get_if<SubscriptExpression>(&target.node)) {
        const Value object = expression(*subscript->object);
        const Value key = expression(*subscript->index);
        m_interpreter.setPosition(target.at);
        m_interpreter.deleteItem(object, key);
    } else {
        m_interpreter.unsupported(QStringLiteral("del of this target"));
    }
}

// `import a.b.c` makes a.b and a.b.c reachable from a
void Evaluator::importInside(ModuleObject *top, const QString &dotted)
{
    const QStringList parts = dotted.split(u'.');
    ModuleObject *module = top;
    for (qsizetype i = 1; i < parts.size() && module && module->name == parts.first(i).join(u'.'); ++i) {
        ModuleObject *inner = m_interpreter.world().import(m_interpreter, parts.first(i + 1).join(u'.'));
        if (inner && !module->find(m_interpreter, parts[i]))
            module->members.insert(parts[i], Value(inner));
        module = inner;
    }
}

Evaluator::Flow Evaluator::execute(const ImportStatement &statement)
{
    for (const ImportStatement::Item &item : statement.items) {
        const QString top = item.module.section(u'.', 0, 0);
        // `import a.b` binds a, `import a.b as c` binds a.b
        const QString wanted = item.alias.isEmpty() ? top : item.module;
        const QString bound = item.alias.isEmpty() ? top : item.alias;
        if (m_scope.importsLate) {
            bind(bound, Value(m_interpreter.make<LateImport>(wanted, QString(), m_interpreter.position())));
            continue;
        }
        const Position at = m_interpreter.position();
        ModuleObject *module = m_interpreter.world().import(m_interpreter, wanted);
        importInside(module, item.module);
        bind(bound, module ? Value(module) : Value(m_interpreter.make<Opaque>(wanted, at)));
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
    if (const std::optional<Value> member = source->find(m_interpreter, name))
        return *member;
    if (ModuleObject *submodule = m_interpreter.world().import(m_interpreter, dotted))
        return Value(submodule);
    // of a module that is known in part: harmless until it is used
    return Value(m_interpreter.make<Opaque>(dotted, at));
}

// "..models" in the package "app.db.types" is "app.db.models"
QString Evaluator::absolute(const QString &module) const
{
    qsizetype dots = 0;
    while (dots < module.size() && module[dots] == u'.')
        ++dots;
    if (dots == 0)
        return module;
    QStringList parts = m_scope.module()->package.split(u'.', Qt::SkipEmptyParts);
    if (parts.size() < dots) // beyond what is known
        return module;
    parts.resize(parts.size() - dots + 1);
    if (dots < module.size())
        parts << module.sliced(dots);
    return parts.join(u'.');
}

Evaluator::Flow Evaluator::execute(const ImportFromStatement &statement)
{
    const QString module = absolute(statement.module);
    for (const auto &[name, bound] : statement.names) {
        if (name != u'*' && m_scope.importsLate) {
            bind(bound, Value(m_interpreter.make<LateImport>(module, name, m_interpreter.position())));
            continue;
        }
        if (name != u'*') {
            bind(bound, importedMember(module, name));
            continue;
        }
        ModuleObject *source = m_interpreter.world().import(m_interpreter, module);
        if (!source) // nobody knows which names it would bring
            continue;
        for (const QString &each : source->publicNames(m_interpreter))
            bind(each, importedMember(module, each));
    }
    return Flow::Normal;
}

Evaluator::Flow Evaluator::execute(const FunctionStatement &statement)
{
    const QList<Value> decorators = evaluated(statement.decorators);
    bind(statement.function->name, decorated(Value(function(statement.function)), decorators));
    return Flow::Normal;
}

QList<Value> Evaluator::evaluated(const Expressions &expressions)
{
    QList<Value> values;
    for (const ExpressionPtr &one : expressions)
        values << expression(*one);
    return values;
}

Value Evaluator::decorated(Value value, const QList<Value> &decorators)
{
    for (auto decorator = decorators.rbegin(); decorator != decorators.rend(); ++decorator)
        value = m_interpreter.callValue(
            *decorator, {.positional = {value}, .keywords = {}, .at = m_interpreter.position()});
    return value;
}

} // namespace Migrations::Python
