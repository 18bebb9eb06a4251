// Generator functions: their objects, and how their bodies go on where they stopped.
#include "migrations/python/generators.h"

#include "migrations/python/builtins.h"

#include <QScopeGuard>

namespace Migrations::Python {

namespace {

/// Statements one after the other.
class BlockActivity final : public Activity
{
public:
    explicit BlockActivity(const Block &block) : m_block(block) {}

    void go(GeneratorRun &run) override
    {
        if (m_next == m_block.size())
            return run.complete({});
        const Statement &statement = m_block[m_next++];
        if (statement.yields) {
            run.interpreter().step();
            run.interpreter().setPosition(statement.at);
            return startStatement(run, statement);
        }
        if (Completion completion = run.execute(statement); !completion.isNormal())
            run.complete(std::move(completion));
    }

    void ended(GeneratorRun &run, Completion completion) override
    {
        if (!completion.isNormal())
            run.complete(std::move(completion));
    }

private:
    const Block &m_block;
    size_t m_next = 0;
};

// an exception of a native iterator that ended with it
bool isStop(Interpreter &interpreter, const Raised &raised)
{
    return raised.exception->type->isSubclassOf(interpreter.exceptionClass(QStringLiteral("StopIteration")));
}

} // namespace

// GeneratorRun

GeneratorRun::GeneratorRun(Interpreter &interpreter, const FunctionBody &body, Scope &scope)
    : m_interpreter(interpreter)
    , m_scope(scope)
    , m_evaluator(interpreter, scope)
{
    startBlock(body.body);
}

void GeneratorRun::startBlock(const Block &block)
{
    start(std::make_unique<BlockActivity>(block));
}

void GeneratorRun::complete(Completion completion)
{
    m_stack.pop_back();
    m_completion = std::move(completion);
}

Completion GeneratorRun::execute(const Statement &statement)
{
    try {
        const Evaluator::Flow flow = m_evaluator.run(statement);
        if (flow == Evaluator::Flow::Return)
            m_returned = m_evaluator.returned();
        return {.flow = flow, .raised = {}};
    } catch (const Raised &raised) {
        return {.flow = {}, .raised = raised};
    }
}

void GeneratorRun::advance()
{
    std::optional<Completion> completion = std::exchange(m_completion, std::nullopt);
    const size_t depth = m_stack.size();
    try {
        if (completion)
            m_stack.back()->ended(*this, std::move(*completion));
        else
            m_stack.back()->go(*this);
    } catch (const Raised &raised) {
        // whatever it was about to start, the innermost one of before ends with the exception
        m_stack.resize(depth);
        complete({.flow = {}, .raised = raised});
    }
}

void GeneratorRun::raiseWhereItWaits(Instance *thrown)
{
    Raised raised {thrown, m_interpreter.position(), m_interpreter.source()};
    if (!m_started) {
        m_stack.clear();
    } else {
        try {
            if (m_stack.back()->passedOn(*this, thrown))
                return;
        } catch (const Raised &other) {
            raised = other;
        }
        m_stack.pop_back(); // the yield
    }
    m_completion = Completion {.flow = {}, .raised = raised};
}

std::optional<Value> GeneratorRun::resume(const Value &sent, Instance *thrown)
{
    Instance *const outer = m_interpreter.handled();
    const auto restore = qScopeGuard([&] {
        m_handled = m_interpreter.handled() == outer ? nullptr : m_interpreter.handled();
        m_interpreter.setHandled(outer);
    });
    if (m_handled)
        m_interpreter.setHandled(m_handled);
    m_sent = sent;
    if (thrown)
        raiseWhereItWaits(thrown);
    m_started = true;
    while (!m_given && !m_stack.empty()) {
        m_interpreter.step();
        advance();
    }
    if (m_given)
        return std::exchange(m_given, std::nullopt);
    if (m_completion && m_completion->raised)
        throw std::exchange(m_completion, std::nullopt)->raised.value();
    return std::nullopt;
}

// Generator

QString Generator::repr(Interpreter &)
{
    return QStringLiteral("<generator object %1>").arg(m_body->qualifiedName);
}

std::optional<Value> Generator::next(Interpreter &interpreter)
{
    return resume(interpreter, Value(), nullptr);
}

std::optional<Value> Generator::resume(Interpreter &interpreter, const Value &sent, Instance *thrown)
{
    if (m_isRunning)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("generator already executing"));
    if (m_run.isFinished()) {
        if (thrown)
            interpreter.raise(thrown);
        return std::nullopt;
    }
    if (!m_run.isStarted() && !sent.isNone())
        interpreter.raise(
            QStringLiteral("TypeError"), QStringLiteral("can't send non-None value to a just-started generator"));
    interpreter.checkStack();
    m_isRunning = true;
    const auto finish = qScopeGuard([this] { m_isRunning = false; });
    const Position callSite = interpreter.position();
    try {
        const std::optional<Value> value
            = interpreter.inFrame(m_scope, [&] { return m_run.resume(sent, thrown); });
        interpreter.setPosition(callSite);
        return value;
    } catch (const Raised &raised) {
        if (!isStop(interpreter, raised))
            throw;
        auto *error = interpreter.make<Instance>(interpreter.exceptionClass(QStringLiteral("RuntimeError")));
        error->arguments << Value(QStringLiteral("generator raised StopIteration"));
        error->members.insert(QStringLiteral("__cause__"), Value(raised.exception));
        throw Raised {error, raised.at, raised.source};
    }
}

void Generator::close(Interpreter &interpreter)
{
    if (m_run.isFinished())
        return;
    auto *exit = interpreter.make<Instance>(interpreter.exceptionClass(QStringLiteral("GeneratorExit")));
    try {
        if (resume(interpreter, Value(), exit))
            interpreter.raise(QStringLiteral("RuntimeError"), QStringLiteral("generator ignored GeneratorExit"));
    } catch (const Raised &raised) {
        const Class *type = raised.exception->type;
        if (!type->isSubclassOf(exit->type))
            throw;
    }
}

namespace {

[[noreturn]] void raiseStop(Interpreter &interpreter, const Value &returned)
{
    auto *stop = interpreter.make<Instance>(interpreter.exceptionClass(QStringLiteral("StopIteration")));
    if (!returned.isNone())
        stop->arguments << returned;
    interpreter.raise(stop);
}

Value send(Interpreter &interpreter, Generator *generator, const Arguments &arguments)
{
    const Value sent = onlyArgument(interpreter, QStringLiteral("send"), arguments);
    if (const std::optional<Value> value = generator->resume(interpreter, sent, nullptr))
        return *value;
    raiseStop(interpreter, generator->returned());
}

Value throwInto(Interpreter &interpreter, Generator *generator, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("throw"), arguments, 1, 3);
    const Value exception = given.size() > 1 && given[1].as<Instance>() ? given[1] : given[0];
    Instance *instance = exceptionFrom(interpreter, exception,
        QStringLiteral("exceptions must be classes or instances deriving from BaseException, not %1")
            .arg(Interpreter::typeName(exception)));
    if (const std::optional<Value> value = generator->resume(interpreter, Value(), instance))
        return *value;
    raiseStop(interpreter, generator->returned());
}

Value advance(Interpreter &interpreter, Generator *generator, const Arguments &)
{
    if (const std::optional<Value> value = generator->next(interpreter))
        return *value;
    raiseStop(interpreter, generator->returned());
}

Value iterator(Interpreter &, Generator *generator, const Arguments &)
{
    return Value(generator);
}

Value close(Interpreter &interpreter, Generator *generator, const Arguments &)
{
    generator->close(interpreter);
    return {};
}

} // namespace

std::optional<Value> Generator::attribute(Interpreter &interpreter, const QString &name)
{
    static const QHash<QString, Value (*)(Interpreter &, Generator *, const Arguments &)> methods {
        {QStringLiteral("__iter__"), iterator},
        {QStringLiteral("__next__"), Python::advance},
        {QStringLiteral("close"), Python::close},
        {QStringLiteral("send"), send},
        {QStringLiteral("throw"), throwInto},
    };
    return methodFrom(interpreter, methods, this, name);
}

} // namespace Migrations::Python
