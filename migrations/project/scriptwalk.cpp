#include "migrations/project/scriptwalk.h"

namespace Migrations {

using namespace Python;

namespace {

// both branches are taken, by one command or the other
bool asksForOfflineMode(const Expression &condition)
{
    const auto *call = std::get_if<CallExpression>(&condition.node);
    return call && lastName(*call->function) == QStringLiteral("is_offline_mode");
}

} // namespace

struct ScriptWalk::Visitor {
    const ScriptWalk &walk;
    ScriptPlace place = {};

    void block(const Block &statements)
    {
        for (const Statement &statement : statements) {
            place.at = statement.at;
            std::visit([this](const auto &node) { visit(node); }, statement.node);
        }
    }

    void branch(std::initializer_list<const Block *> blocks)
    {
        const bool outer = std::exchange(place.isConditional, true);
        for (const Block *statements : blocks)
            block(*statements);
        place.isConditional = outer;
    }

    void expression(const ExpressionPtr &pointer)
    {
        if (!pointer)
            return;
        place.at = pointer->at;
        std::visit([this](const auto &node) { visit(node); }, pointer->node);
    }

    void all(const Expressions &items)
    {
        for (const ExpressionPtr &item : items)
            expression(item);
    }

    // statements
    void visit(const ExpressionStatement &statement) { expression(statement.value); }
    void visit(const ReturnStatement &statement) { expression(statement.value); }
    void visit(const AugmentedAssignment &statement) { expression(statement.value); }
    void visit(const Assignment &statement)
    {
        if (walk.assignment)
            walk.assignment(statement, place);
        expression(statement.value);
    }
    void visit(const IfStatement &statement)
    {
        expression(statement.condition);
        if (!asksForOfflineMode(*statement.condition))
            return branch({&statement.then, &statement.otherwise});
        block(statement.then);
        block(statement.otherwise);
    }
    void visit(const ForStatement &statement)
    {
        expression(statement.iterable);
        branch({&statement.body, &statement.otherwise});
    }
    void visit(const WhileStatement &statement) { branch({&statement.body, &statement.otherwise}); }
    void visit(const TryStatement &statement)
    {
        branch({&statement.body});
        for (const TryStatement::Handler &handler : statement.handlers)
            branch({&handler.body});
        branch({&statement.otherwise, &statement.finally});
    }
    void visit(const WithStatement &statement)
    {
        for (const WithStatement::Item &item : statement.items)
            expression(item.context);
        block(statement.body);
    }
    void visit(const FunctionStatement &statement)
    {
        if (walk.function)
            walk.function(statement, place);
        const ScriptPlace outer = place;
        place = {.function = statement.function.get()};
        block(statement.function->body);
        place = outer;
    }
    void visit(const ClassStatement &statement) { block(statement.body); }

    // expressions
    void visit(const CallExpression &node)
    {
        if (walk.call)
            walk.call(node, place);
        expression(node.function);
        for (const Argument &argument : node.arguments)
            expression(argument.value);
    }
    void visit(const AttributeExpression &node) { expression(node.object); }
    void visit(const SubscriptExpression &node) { expression(node.object); }
    void visit(const StarredExpression &node) { expression(node.value); }
    void visit(const NamedExpression &node) { expression(node.value); }
    void visit(const DisplayExpression &node) { all(node.items); }
    void visit(const BooleanExpression &node)
    {
        expression(node.left);
        expression(node.right);
    }
    void visit(const ConditionalExpression &node)
    {
        expression(node.then);
        expression(node.otherwise);
    }
    void visit(const DictExpression &node)
    {
        for (const auto &[key, value] : node.items)
            expression(value);
    }

    // nothing else has a call in it that says how a project is set up
    template<class Other>
    void visit(const Other &)
    {
    }
};

void ScriptWalk::through(const Block &block) const
{
    Visitor {.walk = *this}.block(block);
}

QString lastName(const Expression &expression)
{
    if (const auto *name = std::get_if<NameExpression>(&expression.node))
        return name->name;
    const auto *attribute = std::get_if<AttributeExpression>(&expression.node);
    return attribute ? attribute->name : QString();
}

} // namespace Migrations
