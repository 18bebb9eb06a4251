#include "migrations/python/treebuilder.h"

#include <QCoreApplication>

namespace Migrations::Python {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

const std::unordered_map<std::string_view, BinaryOperator> augmentedOperators {
    {"+=", BinaryOperator::Add},
    {"-=", BinaryOperator::Subtract},
    {"*=", BinaryOperator::Multiply},
    {"/=", BinaryOperator::Divide},
    {"//=", BinaryOperator::FloorDivide},
    {"%=", BinaryOperator::Modulo},
    {"**=", BinaryOperator::Power},
    {"&=", BinaryOperator::BitAnd},
    {"|=", BinaryOperator::BitOr},
    {"^=", BinaryOperator::BitXor},
    {"<<=", BinaryOperator::ShiftLeft},
    {">>=", BinaryOperator::ShiftRight},
    {"@=", BinaryOperator::MatrixMultiply},
};

} // namespace

const std::unordered_map<std::string_view, TreeBuilder::StatementMaker> &TreeBuilder::statementMakers()
{
    static const std::unordered_map<std::string_view, StatementMaker> makers {
        {"expression_statement", &TreeBuilder::expressionStatement},
        {"return_statement", &TreeBuilder::returnStatement},
        {"pass_statement", &TreeBuilder::simpleStatement},
        {"break_statement", &TreeBuilder::simpleStatement},
        {"continue_statement", &TreeBuilder::simpleStatement},
        {"future_import_statement", &TreeBuilder::simpleStatement},
        {"type_alias_statement", &TreeBuilder::simpleStatement},
        {"delete_statement", &TreeBuilder::deleteStatement},
        {"raise_statement", &TreeBuilder::raiseStatement},
        {"assert_statement", &TreeBuilder::assertStatement},
        {"global_statement", &TreeBuilder::scopeStatement},
        {"nonlocal_statement", &TreeBuilder::scopeStatement},
        {"if_statement", &TreeBuilder::ifStatement},
        {"for_statement", &TreeBuilder::forStatement},
        {"while_statement", &TreeBuilder::whileStatement},
        {"match_statement", &TreeBuilder::matchStatement},
        {"try_statement", &TreeBuilder::tryStatement},
        {"with_statement", &TreeBuilder::withStatement},
        {"import_statement", &TreeBuilder::importStatement},
        {"import_from_statement", &TreeBuilder::importFromStatement},
        {"function_definition", &TreeBuilder::functionDefinition},
        {"class_definition", &TreeBuilder::classDefinition},
        {"decorated_definition", &TreeBuilder::decoratedDefinition},
    };
    return makers;
}

Block TreeBuilder::block(const ConcreteNode &node)
{
    Block result;
    if (node.isNull())
        return result;
    for (const ConcreteNode &child : node.namedChildren())
        statement(child, result);
    return result;
}

void TreeBuilder::statement(const ConcreteNode &node, Block &into)
{
    if (!enter(node))
        return;
    const auto yields = [this] { return m_scopes.empty() ? 0 : m_scopes.back().yields; };
    const int before = yields();
    const auto maker = statementMakers().find(node.type());
    if (maker == statementMakers().end())
        unsupportedStatement(node, into);
    else
        (this->*maker->second)(node, into);
    if (!into.empty())
        into.back().yields = yields() != before;
    leave();
}

bool TreeBuilder::enter(const ConcreteNode &node)
{
    if (m_depth >= MaximumNesting) {
        complain(node, Tr::tr("too deeply nested"));
        return false;
    }
    ++m_depth;
    return true;
}

void TreeBuilder::complain(const ConcreteNode &node, const QString &message)
{
    if (!m_mistake)
        m_mistake = Mistake {node.position(), message};
}

void TreeBuilder::unsupportedStatement(const ConcreteNode &node, Block &into)
{
    const std::string_view type = node.type();
    QString what = QString::fromUtf8(type.data(), qsizetype(type.size()));
    into.push_back({node.position(), UnsupportedSyntax {what.replace(u'_', u' ')}});
}

void TreeBuilder::expressionStatement(const ConcreteNode &node, Block &into)
{
    const std::vector<ConcreteNode> children = node.namedChildren();
    if (children.size() == 1 && children.front().is("assignment")) {
        assignment(children.front(), into);
    } else if (children.size() == 1 && children.front().is("augmented_assignment")) {
        augmentedAssignment(children.front(), into);
    } else if (children.size() == 1) {
        into.push_back({node.position(), ExpressionStatement {expression(children.front())}});
    } else {
        into.push_back({node.position(), ExpressionStatement {display(node, DisplayKind::Tuple)}});
    }
}

void TreeBuilder::assignment(const ConcreteNode &node, Block &into)
{
    Assignment result;
    const ConcreteNode type = node.field("type");
    if (!type.isNull() && type.namedChildren().size() == 1 && type.namedChildren().front().is("constrained_type")) {
        // the grammar takes `match [a, b]:` with one case for an annotation of match[a, b]
        into.push_back({node.position(), UnsupportedSyntax {QStringLiteral("match of a list without parentheses")}});
        return;
    }
    result.annotation = node.field("type").isNull() ? QString() : node.field("type").text();
    ConcreteNode current = node;
    while (true) { // a = b = value is an assignment whose right side is an assignment
        result.targets.push_back(expression(current.field("left")));
        bindTarget(*result.targets.back());
        const ConcreteNode right = current.field("right");
        if (right.isNull())
            break;
        if (!right.is("assignment")) {
            result.value = expression(right);
            break;
        }
        current = right;
    }
    into.push_back({node.position(), std::move(result)});
}

void TreeBuilder::augmentedAssignment(const ConcreteNode &node, Block &into)
{
    const auto op = augmentedOperators.find(node.field("operator").type());
    if (op == augmentedOperators.end())
        return unsupportedStatement(node, into);
    ExpressionPtr target = expression(node.field("left"));
    bindTarget(*target);
    into.push_back({node.position(),
        AugmentedAssignment {std::move(target), op->second, expression(node.field("right"))}});
}

void TreeBuilder::returnStatement(const ConcreteNode &node, Block &into)
{
    if (m_scopes.empty() || m_scopes.back().kind != Scope::Kind::Function)
        complain(node, Tr::tr("'return' outside function"));
    const std::vector<ConcreteNode> children = node.namedChildren();
    into.push_back({node.position(), ReturnStatement {children.empty() ? nullptr : expression(children.front())}});
}

void TreeBuilder::simpleStatement(const ConcreteNode &node, Block &into)
{
    const bool leavesLoop = node.is("break_statement") || node.is("continue_statement");
    if (leavesLoop && (m_scopes.empty() ? m_moduleLoops : m_scopes.back().loops) == 0)
        complain(node, Tr::tr("'%1' outside loop").arg(node.text()));
    if (node.is("break_statement"))
        into.push_back({node.position(), BreakStatement {}});
    else if (node.is("continue_statement"))
        into.push_back({node.position(), ContinueStatement {}});
    else
        into.push_back({node.position(), PassStatement {}});
}

void TreeBuilder::deleteStatement(const ConcreteNode &node, Block &into)
{
    DeleteStatement result;
    for (const ConcreteNode &child : node.namedChildren()) {
        if (child.is("expression_list")) {
            for (const ConcreteNode &item : child.namedChildren())
                result.targets.push_back(expression(item));
        } else {
            result.targets.push_back(expression(child));
        }
    }
    for (const ExpressionPtr &target : result.targets)
        bindTarget(*target);
    into.push_back({node.position(), std::move(result)});
}

void TreeBuilder::raiseStatement(const ConcreteNode &node, Block &into)
{
    RaiseStatement result;
    const ConcreteNode cause = node.field("cause");
    const std::vector<ConcreteNode> children = node.namedChildren();
    if (!children.empty())
        result.exception = expression(children.front());
    result.cause = expression(cause);
    into.push_back({node.position(), std::move(result)});
}

void TreeBuilder::assertStatement(const ConcreteNode &node, Block &into)
{
    const std::vector<ConcreteNode> children = node.namedChildren();
    if (children.empty())
        return unsupportedStatement(node, into);
    into.push_back({node.position(),
        AssertStatement {expression(children[0]), children.size() > 1 ? expression(children[1]) : nullptr}});
}

void TreeBuilder::scopeStatement(const ConcreteNode &node, Block &into)
{
    ScopeStatement result {node.is("global_statement"), {}};
    for (const ConcreteNode &child : node.namedChildren()) {
        result.names << child.text();
        if (!m_scopes.empty())
            m_scopes.back().notLocal.insert(child.text());
    }
    into.push_back({node.position(), std::move(result)});
}

} // namespace Migrations::Python
