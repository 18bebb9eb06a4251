// The statements that a `yield` may interrupt.
#include "migrations/python/generators.h"

namespace Migrations::Python {

namespace {

using Flow = Evaluator::Flow;

/// `yield value`, alone or as what a statement assigns or returns.
class YieldActivity final : public Activity
{
public:
    YieldActivity(const YieldExpression &yield, const Statement &statement) : m_yield(yield), m_statement(statement) {}

    void go(GeneratorRun &run) override
    {
        if (m_iterator)
            return goOn(run);
        if (!m_isWaiting) {
            const Value value = m_yield.value ? run.evaluator().expression(*m_yield.value) : Value();
            if (m_yield.isFrom) {
                m_iterator = run.interpreter().iterate(value);
                return goOn(run);
            }
            m_isWaiting = true;
            return run.give(value);
        }
        finish(run, run.takeSent());
    }

    void ended(GeneratorRun &run, Completion completion) override { run.complete(std::move(completion)); }

    bool passedOn(GeneratorRun &run, Instance *thrown) override
    {
        auto *generator = dynamic_cast<Generator *>(m_iterator);
        if (!generator)
            return false;
        if (const std::optional<Value> next = generator->resume(run.interpreter(), Value(), thrown))
            run.give(*next);
        else
            finish(run, generator->returned());
        return true;
    }

private:
    // yield from: what is sent goes through
    void goOn(GeneratorRun &run)
    {
        auto *generator = dynamic_cast<Generator *>(m_iterator);
        const Value sent = run.takeSent();
        const std::optional<Value> next = generator ? generator->resume(run.interpreter(), sent, nullptr)
                                                    : m_iterator->next(run.interpreter());
        if (next)
            return run.give(*next);
        finish(run, generator ? generator->returned() : Value());
    }

    void finish(GeneratorRun &run, const Value &value)
    {
        Completion completion;
        if (const auto *assignment = std::get_if<Assignment>(&m_statement.node)) {
            for (const ExpressionPtr &target : assignment->targets)
                run.evaluator().assign(*target, value);
        } else if (std::holds_alternative<ReturnStatement>(m_statement.node)) {
            run.setReturned(value);
            completion.flow = Flow::Return;
        }
        run.complete(std::move(completion));
    }

    const YieldExpression &m_yield;
    const Statement &m_statement;
    Iterator *m_iterator = nullptr;
    bool m_isWaiting = false;
};

/// A block that was chosen: of `if` and `match`.
class ChosenActivity final : public Activity
{
public:
    explicit ChosenActivity(const Block *block) : m_block(block) {}
    void go(GeneratorRun &run) override
    {
        if (m_block)
            run.startBlock(*m_block);
        else
            run.complete({});
    }
    void ended(GeneratorRun &run, Completion completion) override { run.complete(std::move(completion)); }

private:
    const Block *m_block;
};

/// for and while
class LoopActivity : public Activity
{
public:
    LoopActivity(const Block &body, const Block &otherwise) : m_body(body), m_otherwise(otherwise) {}

    void go(GeneratorRun &run) override
    {
        if (again(run))
            return run.startBlock(m_body);
        m_isOver = true;
        run.startBlock(m_otherwise);
    }

    void ended(GeneratorRun &run, Completion completion) override
    {
        if (m_isOver)
            return run.complete(std::move(completion));
        if (completion.raised || completion.flow == Flow::Return)
            return run.complete(std::move(completion));
        if (completion.flow == Flow::Break)
            run.complete({});
    }

protected:
    [[nodiscard]] virtual bool again(GeneratorRun &run) = 0;

private:
    const Block &m_body;
    const Block &m_otherwise;
    bool m_isOver = false;
};

class ForActivity final : public LoopActivity
{
public:
    ForActivity(const ForStatement &statement, Iterator *iterator)
        : LoopActivity(statement.body, statement.otherwise)
        , m_target(*statement.target)
        , m_iterator(iterator)
        , m_at(statement.iterable->at)
    {
    }

protected:
    bool again(GeneratorRun &run) override
    {
        run.interpreter().setPosition(m_at);
        const std::optional<Value> next = m_iterator->next(run.interpreter());
        if (next)
            run.evaluator().assign(m_target, *next);
        return next.has_value();
    }

private:
    const Expression &m_target;
    Iterator *const m_iterator;
    const Position m_at;
};

class WhileActivity final : public LoopActivity
{
public:
    explicit WhileActivity(const WhileStatement &statement)
        : LoopActivity(statement.body, statement.otherwise), m_condition(*statement.condition) {}

protected:
    bool again(GeneratorRun &run) override
    {
        return run.interpreter().isTrue(run.evaluator().expression(m_condition));
    }

private:
    const Expression &m_condition;
};

class TryActivity final : public Activity
{
public:
    explicit TryActivity(const TryStatement &statement) : m_statement(statement) {}

    void go(GeneratorRun &run) override { run.startBlock(m_statement.body); }

    void ended(GeneratorRun &run, Completion completion) override
    {
        switch (m_part) {
        case Part::Body: return afterBody(run, std::move(completion));
        case Part::Handler: leaveHandler(run); return afterAll(run, std::move(completion));
        case Part::Otherwise: return afterAll(run, std::move(completion));
        case Part::Finally: return run.complete(completion.isNormal() ? std::move(m_pending) : std::move(completion));
        }
    }

private:
    enum class Part { Body, Handler, Otherwise, Finally };

    void afterBody(GeneratorRun &run, Completion completion)
    {
        if (completion.raised) {
            try {
                m_handler = run.evaluator().handlerFor(m_statement, *completion.raised);
            } catch (const Raised &raised) { // the expression of an `except`
                completion.raised = raised;
            }
            if (m_handler)
                return enterHandler(run, *completion.raised);
        } else if (completion.isNormal() && !m_statement.otherwise.empty()) {
            m_part = Part::Otherwise;
            return run.startBlock(m_statement.otherwise);
        }
        afterAll(run, std::move(completion));
    }

    void enterHandler(GeneratorRun &run, const Raised &raised)
    {
        m_part = Part::Handler;
        m_outer = run.interpreter().handled();
        run.interpreter().setHandled(raised.exception);
        if (!m_handler->name.isEmpty())
            run.evaluator().bind(m_handler->name, Value(raised.exception));
        run.startBlock(m_handler->body);
    }

    void leaveHandler(GeneratorRun &run)
    {
        run.interpreter().setHandled(m_outer);
        if (!m_handler->name.isEmpty())
            run.scope().variables.remove(m_handler->name);
    }

    void afterAll(GeneratorRun &run, Completion completion)
    {
        if (m_statement.finally.empty())
            return run.complete(std::move(completion));
        m_part = Part::Finally;
        m_pending = std::move(completion);
        run.startBlock(m_statement.finally);
    }

    const TryStatement &m_statement;
    Part m_part = Part::Body;
    const TryStatement::Handler *m_handler = nullptr;
    Instance *m_outer = nullptr;
    Completion m_pending;
};

class WithActivity final : public Activity
{
public:
    WithActivity(const WithStatement &statement, size_t index) : m_statement(statement), m_index(index) {}

    void go(GeneratorRun &run) override
    {
        m_manager = run.evaluator().enterItem(m_statement.items[m_index]);
        if (m_index + 1 < m_statement.items.size())
            run.start(std::make_unique<WithActivity>(m_statement, m_index + 1));
        else
            run.startBlock(m_statement.body);
    }

    void ended(GeneratorRun &run, Completion completion) override
    {
        Instance *exception = completion.raised ? completion.raised->exception : nullptr;
        const bool isSwallowed = m_manager->exitWith(run.interpreter(), exception);
        run.complete(exception && isSwallowed ? Completion() : std::move(completion));
    }

private:
    const WithStatement &m_statement;
    const size_t m_index;
    Object *m_manager = nullptr;
};

const YieldExpression *yieldOf(const Statement &statement)
{
    const auto yieldIn = [](const ExpressionPtr &expression) {
        return expression ? std::get_if<YieldExpression>(&expression->node) : nullptr;
    };
    if (const auto *alone = std::get_if<ExpressionStatement>(&statement.node))
        return yieldIn(alone->value);
    if (const auto *assignment = std::get_if<Assignment>(&statement.node))
        return yieldIn(assignment->value);
    if (const auto *returned = std::get_if<ReturnStatement>(&statement.node))
        return yieldIn(returned->value);
    return nullptr;
}

} // namespace

void startStatement(GeneratorRun &run, const Statement &statement)
{
    Evaluator &evaluator = run.evaluator();
    if (const YieldExpression *yield = yieldOf(statement)) {
        run.start(std::make_unique<YieldActivity>(*yield, statement));
    } else if (const auto *condition = std::get_if<IfStatement>(&statement.node)) {
        const bool isTrue = run.interpreter().isTrue(evaluator.expression(*condition->condition));
        run.start(std::make_unique<ChosenActivity>(isTrue ? &condition->then : &condition->otherwise));
    } else if (const auto *match = std::get_if<MatchStatement>(&statement.node)) {
        run.start(std::make_unique<ChosenActivity>(evaluator.matchingCase(*match)));
    } else if (const auto *loop = std::get_if<ForStatement>(&statement.node)) {
        Iterator *iterator = run.interpreter().iterate(evaluator.expression(*loop->iterable));
        run.start(std::make_unique<ForActivity>(*loop, iterator));
    } else if (const auto *endless = std::get_if<WhileStatement>(&statement.node)) {
        run.start(std::make_unique<WhileActivity>(*endless));
    } else if (const auto *guarded = std::get_if<TryStatement>(&statement.node)) {
        run.start(std::make_unique<TryActivity>(*guarded));
    } else if (const auto *with = std::get_if<WithStatement>(&statement.node)) {
        run.start(std::make_unique<WithActivity>(*with, 0));
    } else if (Completion completion = run.execute(statement); !completion.isNormal()) {
        // a def whose decorator yields and the like: executed, it says that this is not read
        run.start(std::make_unique<ChosenActivity>(nullptr));
        run.complete(std::move(completion));
    }
}

} // namespace Migrations::Python
