#include "migrations/python/evaluator.h"

#include <QScopedValueRollback>

namespace Migrations::Python {

Evaluator::Flow Evaluator::run(const Block &block)
{
    for (const Statement &statement : block) {
        if (const Flow flow = run(statement); flow != Flow::Normal)
            return flow;
    }
    return Flow::Normal;
}

Evaluator::Flow Evaluator::run(const Statement &statement)
{
    m_interpreter.step();
    m_interpreter.setPosition(statement.at);
    return std::visit([this](const auto &node) { return execute(node); }, statement.node);
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
    if (!statement.annotation.isEmpty() && m_scope.kind == Scope::Kind::Class)
        noteAnnotation(statement);
    if (!statement.value)
        return Flow::Normal;
    const Value value = expression(*statement.value);
    for (const ExpressionPtr &target : statement.targets)
        assign(*target, value);
    return Flow::Normal;
}

// what decorators like dataclass make of a class
void Evaluator::noteAnnotation(const Assignment &statement)
{
    const auto *name = std::get_if<NameExpression>(&statement.targets.front()->node);
    if (name && !std::ranges::contains(m_scope.annotated, name->name, &std::pair<QString, QString>::first))
        m_scope.annotated.emplace_back(name->name, statement.annotation);
}

Evaluator::Flow Evaluator::execute(const AugmentedAssignment &statement)
{
    const Position at = m_interpreter.position();
    const auto changed = [&](const Value &before) {
        const Value operand = expression(*statement.value);
        m_interpreter.setPosition(at);
        return m_interpreter.inPlace(statement.op, before, operand);
    };
    const Expression &target = *statement.target;
    // what the target consists of is evaluated once
    if (const auto *attribute = std::get_if<AttributeExpression>(&target.node)) {
        const Value object = expression(*attribute->object);
        m_interpreter.setAttribute(object, attribute->name, changed(m_interpreter.attribute(object, attribute->name)));
    } else if (const auto *subscript = std::get_if<SubscriptExpression>(&target.node)) {
        const Value object = expression(*subscript->object);
        const Value key = expression(*subscript->index);
        m_interpreter.setItem(object, key, changed(m_interpreter.item(object, key)));
    } else {
        assign(target, changed(expression(target)));
    }
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
        m_interpreter.setPosition(statement.iterable->at); // what asking for the next one says, it says here
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

namespace {

// by the names that stand there: nothing is evaluated before something was raised
bool catchesAll(const Expression &type)
{
    static const QSet<QString> wide {QStringLiteral("BaseException"), QStringLiteral("Exception"),
        QStringLiteral("InvalidRequestError"), QStringLiteral("NoInspectionAvailable"), QStringLiteral("SQLAlchemyError")};
    if (const auto *name = std::get_if<NameExpression>(&type.node))
        return wide.contains(name->name);
    if (const auto *attribute = std::get_if<AttributeExpression>(&type.node))
        return wide.contains(attribute->name);
    const auto *tuple = std::get_if<DisplayExpression>(&type.node);
    return tuple && std::ranges::any_of(tuple->items, [](const ExpressionPtr &item) { return catchesAll(*item); });
}

bool catchesAll(const TryStatement &statement)
{
    return std::ranges::any_of(statement.handlers,
        [](const TryStatement::Handler &handler) { return !handler.type || catchesAll(*handler.type); });
}

} // namespace

Evaluator::Flow Evaluator::guardedBody(const TryStatement &statement)
{
    std::optional<Raised> raised;
    try {
        const QScopedValueRollback<int> catching(
            m_interpreter.catching(), m_interpreter.catching() + (catchesAll(statement) ? 1 : 0));
        if (const Flow flow = run(statement.body); flow != Flow::Normal)
            return flow;
    } catch (const Raised &caught) {
        raised = caught;
    }
    return raised ? handle(statement, *raised) : run(statement.otherwise);
}

namespace {

/// What an `except` handles while its body runs; and its name, which ends with it.
class Handling final
{
public:
    Handling(Interpreter &interpreter, Scope &scope, const QString &name, Instance *exception)
        : m_interpreter(interpreter)
        , m_scope(scope)
        , m_name(name)
        , m_outer(interpreter.handled())
    {
        interpreter.setHandled(exception);
    }
    ~Handling()
    {
        m_interpreter.setHandled(m_outer);
        if (!m_name.isEmpty())
            m_scope.variables.remove(m_name);
    }
    Q_DISABLE_COPY_MOVE(Handling)

private:
    Interpreter &m_interpreter;
    Scope &m_scope;
    const QString &m_name;
    Instance *const m_outer;
};

} // namespace

Evaluator::Flow Evaluator::handle(const TryStatement &statement, const Raised &raised)
{
    const TryStatement::Handler *handler = handlerFor(statement, raised);
    if (!handler)
        throw raised;
    if (!handler->name.isEmpty())
        bind(handler->name, Value(raised.exception));
    const bool isGlobal = m_scope.globalNames.contains(handler->name);
    const Handling handling(m_interpreter, isGlobal ? *m_scope.module() : m_scope, handler->name, raised.exception);
    return run(handler->body);
}

const TryStatement::Handler *Evaluator::handlerFor(const TryStatement &statement, const Raised &raised)
{
    for (const TryStatement::Handler &handler : statement.handlers) {
        m_interpreter.setPosition(handler.at);
        if (!handler.type || matches(expression(*handler.type), *raised.exception))
            return &handler;
    }
    return nullptr;
}

bool Evaluator::matches(const Value &type, const Instance &exception)
{
    m_interpreter.checkStack();
    if (const auto *types = type.as<Tuple>())
        return std::ranges::any_of(
            types->items, [&](const Value &one) { return matches(one, exception); });
    if (const auto *cls = type.as<Class>(); cls && cls->isException)
        return exception.type->isSubclassOf(cls);
    if (type.as<Opaque>()) // an exception class of the application: nothing here raises it
        return false;
    m_interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("catching classes that do not inherit from BaseException is not allowed"));
}

Instance *exceptionFrom(Interpreter &interpreter, Value value, const QString &complaint)
{
    if (const auto *type = value.as<Class>(); type && type->isException)
        value = interpreter.callValue(value, {.positional = {}, .keywords = {}, .at = interpreter.position()});
    auto *instance = value.as<Instance>();
    if (!instance || !instance->type->isException) {
        if (value.as<Opaque>())
            static_cast<void>(interpreter.isTrue(value)); // says where it comes from
        interpreter.raise(QStringLiteral("TypeError"), complaint);
    }
    return instance;
}

Evaluator::Flow Evaluator::execute(const RaiseStatement &statement)
{
    if (!statement.exception) {
        if (Instance *handled = m_interpreter.handled())
            m_interpreter.raise(handled);
        m_interpreter.raise(QStringLiteral("RuntimeError"), QStringLiteral("No active exception to reraise"));
    }
    const Position at = m_interpreter.position();
    const Value exception = expression(*statement.exception);
    const Value cause = statement.cause ? expression(*statement.cause) : Value();
    m_interpreter.setPosition(at);
    Instance *instance
        = exceptionFrom(m_interpreter, exception, QStringLiteral("exceptions must derive from BaseException"));
    if (statement.cause) {
        const QString complaint = QStringLiteral("exception causes must derive from BaseException");
        const Value origin = cause.isNone() ? Value() : Value(exceptionFrom(m_interpreter, cause, complaint));
        instance->members.insert(QStringLiteral("__cause__"), origin);
        instance->members.insert(QStringLiteral("__suppress_context__"), Value(true));
    }
    m_interpreter.raise(instance);
}

Evaluator::Flow Evaluator::execute(const AssertStatement &statement)
{
    const Position at = m_interpreter.position();
    if (m_interpreter.isTrue(expression(*statement.condition)))
        return Flow::Normal;
    auto *exception = m_interpreter.make<Instance>(m_interpreter.exceptionClass(QStringLiteral("AssertionError")));
    if (statement.message)
        exception->arguments << expression(*statement.message);
    m_interpreter.setPosition(at);
    m_interpreter.raise(exception);
}

Evaluator::Flow Evaluator::execute(const WithStatement &statement)
{
    return withItem(statement, 0);
}

Evaluator::Flow Evaluator::withItem(const WithStatement &statement, size_t index)
{
    if (index == statement.items.size())
        return run(statement.body);
    Object *manager = enterItem(statement.items[index]);
    Flow flow = Flow::Normal;
    try {
        flow = withItem(statement, index + 1);
    } catch (const Raised &raised) {
        if (!manager->exitWith(m_interpreter, raised.exception))
            throw;
        return Flow::Normal;
    }
    static_cast<void>(manager->exitWith(m_interpreter, nullptr));
    return flow;
}

Object *Evaluator::enterItem(const WithStatement::Item &item)
{
    const Value context = expression(*item.context);
    Object *manager = context.object();
    if (context.as<Opaque>())
        static_cast<void>(m_interpreter.isTrue(context)); // says where it comes from
    if (!manager || !manager->isContextManager()) {
        const bool enters = m_interpreter.typeHas(context, QStringLiteral("__enter__"));
        m_interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("'%1' object does not support the context manager protocol%2")
                .arg(Interpreter::typeName(context),
                    enters ? QStringLiteral(" (missed __exit__ method)") : QString()));
    }
    const Value entered = manager->enter(m_interpreter);
    if (item.target)
        assign(*item.target, entered);
    return manager;
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
