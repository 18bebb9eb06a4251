#include "migrations/python/evaluator.h"

namespace Migrations::Python {

Evaluator::Flow Evaluator::run(const Block &block)
{
    for (const Statement &statement : block) {
        m_interpreter.step();
        m_interpreter.setPosition(statement.at);
        const Flow flow = std::visit([this](const auto &node) { return execute(node); }, statement.node);
        if (flow != Flow::Normal)
            return flow;
    }
    return Flow::Normal;
}

Evaluator::Flow Evaluator::execute(const UnsupportedSyntax &syntax)
{
    m_interpreter.unsupported(syntax.what);
}

Evaluator::Flow Evaluator::execute(const ExpressionStatement &statement)
{
    // a docstring, or `...` as an empty body
    if (!std::holds_alternative<EllipsisLiteral>(statement.value->node))
        static_cast<void>(expression(*statement.value));
    return Flow::Normal;
}

Evaluator::Flow Evaluator::execute(const Assignment &statement)
{
    if (!statement.value)
        return Flow::Normal;
    const Value value = expression(*statement.value);
    for (const ExpressionPtr &target : statement.targets)
        assign(*target, value);
    return Flow::Normal;
}

Evaluator::Flow Evaluator::execute(const AugmentedAssignment &statement)
{
    const Value before = expression(*statement.target);
    const Value operand = expression(*statement.value);
    if (auto *list = before.as<List>(); list && statement.op == BinaryOperator::Add) {
        list->items << m_interpreter.toList(operand); // in place: other names see it, too
        return Flow::Normal;
    }
    assign(*statement.target, m_interpreter.binary(statement.op, before, operand));
    return Flow::Normal;
}

Evaluator::Flow Evaluator::execute(const ReturnStatement &statement)
{
    m_returned = statement.value ? expression(*statement.value) : Value();
    return Flow::Return;
}

Evaluator::Flow Evaluator::execute(const IfStatement &statement)
{
    return run(m_interpreter.isTrue(expression(*statement.condition)) ? statement.then : statement.otherwise);
}

Evaluator::Flow Evaluator::execute(const ForStatement &statement)
{
    Iterator *iterator = m_interpreter.iterate(expression(*statement.iterable));
    while (const std::optional<Value> next = iterator->next(m_interpreter)) {
        m_interpreter.step();
        assign(*statement.target, *next);
        const Flow flow = run(statement.body);
        if (flow == Flow::Break)
            return Flow::Normal;
        if (flow == Flow::Return)
            return flow;
    }
    return run(statement.otherwise);
}

Evaluator::Flow Evaluator::execute(const WhileStatement &statement)
{
    while (m_interpreter.isTrue(expression(*statement.condition))) {
        const Flow flow = run(statement.body);
        if (flow == Flow::Break)
            return Flow::Normal;
        if (flow == Flow::Return)
            return flow;
    }
    return run(statement.otherwise);
}

// exceptions

Evaluator::Flow Evaluator::execute(const TryStatement &statement)
{
    if (statement.finally.empty())
        return guardedBody(statement);
    Flow flow = Flow::Normal;
    try {
        flow = guardedBody(statement);
    } catch (const Raised &) {
        // an abort (budget, refusal) does not run the script any further, a Python exception does
        if (const Flow last = run(statement.finally); last != Flow::Normal)
            return last;
        throw;
    }
    const Flow last = run(statement.finally);
    return last == Flow::Normal ? flow : last;
}

Evaluator::Flow Evaluator::guardedBody(const TryStatement &statement)
{
    std::optional<Raised> raised;
    try {
        if (const Flow flow = run(statement.body); flow != Flow::Normal)
            return flow;
    } catch (const Raised &caught) {
        raised = caught;
    }
    return raised ? handle(statement, *raised) : run(statement.otherwise);
}

Evaluator::Flow Evaluator::handle(const TryStatement &statement, const Raised &raised)
{
    for (const TryStatement::Handler &handler : statement.handlers) {
        m_interpreter.setPosition(handler.at);
        if (handler.type && !matches(expression(*handler.type), *raised.exception))
            continue;
        if (!handler.name.isEmpty())
            bind(handler.name, Value(raised.exception));
        Instance *const outer = std::exchange(m_handled, raised.exception);
        const Flow flow = run(handler.body);
        m_handled = outer;
        if (!handler.name.isEmpty())
            m_scope.variables.remove(handler.name);
        return flow;
    }
    throw raised;
}

bool Evaluator::matches(const Value &type, const Instance &exception)
{
    if (const auto *types = type.as<Tuple>())
        return std::ranges::any_of(
            types->items, [&](const Value &one) { return matches(one, exception); });
    if (const auto *cls = type.as<Class>())
        return exception.type->isSubclassOf(cls);
    if (type.as<Opaque>()) // an exception class of the application: nothing here raises it
        return false;
    m_interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("catching classes that do not inherit from BaseException is not allowed"));
}

Evaluator::Flow Evaluator::execute(const RaiseStatement &statement)
{
    if (!statement.exception) {
        if (m_handled)
            m_interpreter.raise(m_handled);
        m_interpreter.raise(QStringLiteral("RuntimeError"), QStringLiteral("No active exception to reraise"));
    }
    const Position at = m_interpreter.position();
    Value exception = expression(*statement.exception);
    if (statement.cause)
        static_cast<void>(expression(*statement.cause));
    m_interpreter.setPosition(at);
    if (exception.as<Class>())
        exception = m_interpreter.callValue(exception, {.positional = {}, .keywords = {}, .at = at});
    auto *instance = exception.as<Instance>();
    if (!instance || !instance->type->isException)
        m_interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("exceptions must derive from BaseException"));
    m_interpreter.raise(instance);
}

Evaluator::Flow Evaluator::execute(const AssertStatement &statement)
{
    const Position at = m_interpreter.position();
    if (m_interpreter.isTrue(expression(*statement.condition)))
        return Flow::Normal;
    const QString message = statement.message ? m_interpreter.str(expression(*statement.message)) : QString();
    m_interpreter.setPosition(at);
    m_interpreter.raise(QStringLiteral("AssertionError"), message);
}

Evaluator::Flow Evaluator::execute(const WithStatement &statement)
{
    return withItem(statement, 0);
}

Evaluator::Flow Evaluator::withItem(const WithStatement &statement, size_t index)
{
    if (index == statement.items.size())
        return run(statement.body);
    const WithStatement::Item &item = statement.items[index];
    const Value context = expression(*item.context);
    Object *manager = context.object();
    if (!manager || !manager->isContextManager())
        m_interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("'%1' object does not support the context manager protocol")
                .arg(Interpreter::typeName(context)));
    const Value entered = manager->enter(m_interpreter);
    if (item.target)
        assign(*item.target, entered);
    Flow flow = Flow::Normal;
    try {
        flow = withItem(statement, index + 1);
    } catch (const Raised &) {
        manager->exit(m_interpreter, true);
        throw;
    }
    manager->exit(m_interpreter, false);
    return flow;
}

// names

Evaluator::Flow Evaluator::execute(const ScopeStatement &statement)
{
    for (const QString &name : statement.names)
        (statement.isGlobal ? m_scope.globalNames : m_scope.nonlocalNames).insert(name);
    return Flow::Normal;
}

Evaluator::Flow Evaluator::execute(const DeleteStatement &statement)
{
    for (const ExpressionPtr &target : statement.targets)
        unbind(*target);
    return Flow::Normal;
}

} // namespace Migrations::Python
