#pragma once

#include "migrations/python/evaluator.h"

#include <memory>

namespace Migrations::Python {

/// How a piece of a generator's body came to its end.
struct Completion {
    Evaluator::Flow flow = Evaluator::Flow::Normal;
    std::optional<Raised> raised;

    [[nodiscard]] bool isNormal() const { return flow == Evaluator::Flow::Normal && !raised; }
};

class GeneratorRun;

/// One statement of a generator's body that a `yield` may interrupt, with what it must remember.
class Activity
{
public:
    virtual ~Activity() = default;
    /// goes on from where it is; starts what is inside, or completes
    virtual void go(GeneratorRun &run) = 0;
    /// what it started has ended so
    virtual void ended(GeneratorRun &run, Completion completion) = 0;
    /// where it waits an exception is raised; true: it went somewhere else, and this goes on
    [[nodiscard]] virtual bool passedOn(GeneratorRun &, Instance *) { return false; }
};

/// The body of a generator function in the middle of it. What has no `yield` in it is executed as
/// everywhere; the statements around a `yield` are a stack of activities, so that a generator that
/// waits needs no stack of the machine.
class GeneratorRun final
{
public:
    GeneratorRun(Interpreter &interpreter, const FunctionBody &body, Scope &scope);

    /// To the next `yield`, which gives the value; nullopt: the body has ended. `thrown` is raised
    /// where the generator waits, when there is one.
    [[nodiscard]] std::optional<Value> resume(const Value &sent, Instance *thrown);
    [[nodiscard]] bool isStarted() const { return m_started; }
    [[nodiscard]] bool isFinished() const { return m_stack.empty(); }
    [[nodiscard]] const Value &returned() const { return m_returned; }

    // for the activities
    [[nodiscard]] Interpreter &interpreter() { return m_interpreter; }
    [[nodiscard]] Evaluator &evaluator() { return m_evaluator; }
    [[nodiscard]] Scope &scope() { return m_scope; }
    void start(std::unique_ptr<Activity> activity) { m_stack.push_back(std::move(activity)); }
    void startBlock(const Block &block);
    /// the innermost activity ends
    void complete(Completion completion);
    void give(const Value &value) { m_given = value; }
    [[nodiscard]] Value takeSent() { return std::exchange(m_sent, Value()); }
    void setReturned(const Value &value) { m_returned = value; }
    /// executes a statement without `yield`
    [[nodiscard]] Completion execute(const Statement &statement);

private:
    void advance();
    void raiseWhereItWaits(Instance *thrown);

    Interpreter &m_interpreter;
    Scope &m_scope;
    Evaluator m_evaluator;
    std::vector<std::unique_ptr<Activity>> m_stack;
    std::optional<Completion> m_completion;
    std::optional<Value> m_given;
    Value m_sent;
    Value m_returned;
    Instance *m_handled = nullptr; ///< by an `except` of the generator, while it waits
    bool m_started = false;
};

/// The activity for a statement with a `yield` in it. Pushed by the run, completed by itself.
void startStatement(GeneratorRun &run, const Statement &statement);

/// What a call of a generator function gives.
class Generator final : public Iterator
{
public:
    Generator(Interpreter &interpreter, std::shared_ptr<const FunctionBody> body, Scope &scope)
        : m_body(std::move(body)), m_run(interpreter, *m_body, scope), m_scope(scope) {}

    [[nodiscard]] QString typeName() const override { return QStringLiteral("generator"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> next(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;

    /// next() with a value for the `yield`, or with an exception that is raised there
    [[nodiscard]] std::optional<Value> resume(Interpreter &interpreter, const Value &sent, Instance *thrown);
    void close(Interpreter &interpreter);
    [[nodiscard]] Value returned() const override { return m_run.returned(); }

private:
    const std::shared_ptr<const FunctionBody> m_body;
    GeneratorRun m_run;
    Scope &m_scope;
    bool m_isRunning = false;
};

} // namespace Migrations::Python
