// Comprehensions and generator expressions: one walk over nested clauses, at once or on demand.
#include "migrations/python/evaluator.h"

namespace Migrations::Python {

/// The position in the clauses of a comprehension; its variables are its own.
class ComprehensionWalk final
{
public:
    ComprehensionWalk(
        Interpreter &interpreter, const ComprehensionExpression &comprehension, Scope &scope, Iterator *first)
        : m_interpreter(interpreter)
        , m_comprehension(comprehension)
        , m_evaluator(interpreter, scope)
        , m_iterators {first}
    {
    }

    /// to the next element; false: there is none
    bool advance()
    {
        while (!m_iterators.empty()) {
            m_interpreter.step();
            const ComprehensionExpression::Clause &clause = m_comprehension.clauses[m_iterators.size() - 1];
            const std::optional<Value> next = m_iterators.back()->next(m_interpreter);
            if (!next) {
                m_iterators.pop_back();
                continue;
            }
            m_evaluator.assign(*clause.target, *next);
            const bool taken = std::ranges::all_of(clause.conditions,
                [this](const ExpressionPtr &one) { return m_interpreter.isTrue(m_evaluator.expression(*one)); });
            if (!taken)
                continue;
            if (m_iterators.size() == m_comprehension.clauses.size())
                return true;
            const Expression &iterable = *m_comprehension.clauses[m_iterators.size()].iterable;
            m_iterators.push_back(m_interpreter.iterate(m_evaluator.expression(iterable)));
        }
        return false;
    }

    void stop() { m_iterators.clear(); }
    [[nodiscard]] Value element() { return m_evaluator.expression(*m_comprehension.element); }
    [[nodiscard]] Value value() { return m_evaluator.expression(*m_comprehension.value); }

private:
    Interpreter &m_interpreter;
    const ComprehensionExpression &m_comprehension;
    Evaluator m_evaluator;
    std::vector<Iterator *> m_iterators;
};

namespace {

/// A generator expression: an element is made when it is asked for.
class Generator final : public Iterator
{
public:
    explicit Generator(ComprehensionWalk walk) : m_walk(std::move(walk)) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("generator"); }

    std::optional<Value> next(Interpreter &interpreter) override
    {
        if (m_running)
            interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("generator already executing"));
        interpreter.checkStack();
        m_running = true;
        try {
            std::optional<Value> result;
            if (m_walk.advance())
                result = m_walk.element();
            m_running = false;
            return result;
        } catch (const Raised &) {
            m_running = false;
            m_walk.stop();
            throw;
        }
    }

private:
    ComprehensionWalk m_walk;
    bool m_running = false;
};

} // namespace

Value Evaluator::evaluate(const ComprehensionExpression &comprehension)
{
    // the first iterable belongs to the scope around
    Iterator *first = m_interpreter.iterate(expression(*comprehension.clauses.front().iterable));
    auto *scope = m_interpreter.make<Scope>(Scope::Kind::Comprehension, &m_scope);
    scope->locals = &comprehension.locals;
    ComprehensionWalk walk(m_interpreter, comprehension, *scope, first);
    if (comprehension.kind == ComprehensionKind::Generator)
        return Value(m_interpreter.make<Generator>(std::move(walk)));
    if (comprehension.kind == ComprehensionKind::Dict) {
        auto *dict = m_interpreter.make<Dict>();
        while (walk.advance()) {
            const Value key = walk.element();
            dict->set(m_interpreter, key, walk.value());
        }
        return Value(dict);
    }
    if (comprehension.kind == ComprehensionKind::Set) {
        auto *set = m_interpreter.make<Set>();
        while (walk.advance())
            set->members.insert(m_interpreter, walk.element());
        return Value(set);
    }
    auto *list = m_interpreter.make<List>(QList<Value>());
    while (walk.advance()) {
        m_interpreter.spendBytes(qint64(sizeof(Value)));
        list->items << walk.element();
    }
    return Value(list);
}

} // namespace Migrations::Python
