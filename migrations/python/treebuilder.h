#pragma once

#include "migrations/base/error.h"
#include "migrations/python/concretetree.h"
#include "migrations/python/syntaxtree.h"

#include <unordered_map>

namespace Migrations::Python {

/// Turns tree-sitter's concrete tree into our syntax tree; an implementation detail of the parser.
/// What it does not know becomes UnsupportedSyntax. Nesting is bounded, so that no text can
/// exhaust the stack: the first place that is too deep is remembered in tooDeep().
class TreeBuilder final
{
public:
    [[nodiscard]] Block block(const ConcreteNode &node);
    [[nodiscard]] ExpressionPtr expression(const ConcreteNode &node);
    [[nodiscard]] std::optional<Position> tooDeep() const { return m_tooDeep; }

private:
    static constexpr int MaximumNesting = 400;
    using ExpressionMaker = ExpressionPtr (TreeBuilder::*)(const ConcreteNode &);
    using StatementMaker = void (TreeBuilder::*)(const ConcreteNode &, Block &);
    static const std::unordered_map<std::string_view, ExpressionMaker> &expressionMakers();
    static const std::unordered_map<std::string_view, StatementMaker> &statementMakers();

    // literals
    ExpressionPtr number(const ConcreteNode &node);
    ExpressionPtr constant(const ConcreteNode &node);
    ExpressionPtr string(const ConcreteNode &node);
    ExpressionPtr concatenatedString(const ConcreteNode &node);
    void appendString(const ConcreteNode &node, FormattedString &result, QByteArray &bytes, bool &isBytes);
    FormattedString::Field field(const ConcreteNode &interpolation, bool raw);

    // expressions
    ExpressionPtr name(const ConcreteNode &node);
    ExpressionPtr attribute(const ConcreteNode &node);
    ExpressionPtr subscript(const ConcreteNode &node);
    ExpressionPtr slice(const ConcreteNode &node);
    ExpressionPtr call(const ConcreteNode &node);
    std::vector<Argument> arguments(const ConcreteNode &list);
    ExpressionPtr unary(const ConcreteNode &node);
    ExpressionPtr notOperator(const ConcreteNode &node);
    ExpressionPtr binary(const ConcreteNode &node);
    ExpressionPtr boolean(const ConcreteNode &node);
    ExpressionPtr comparison(const ConcreteNode &node);
    ExpressionPtr conditional(const ConcreteNode &node);
    ExpressionPtr lambda(const ConcreteNode &node);
    ExpressionPtr tuple(const ConcreteNode &node);
    ExpressionPtr list(const ConcreteNode &node);
    ExpressionPtr set(const ConcreteNode &node);
    ExpressionPtr display(const ConcreteNode &node, DisplayKind kind);
    ExpressionPtr dictionary(const ConcreteNode &node);
    ExpressionPtr comprehension(const ConcreteNode &node);
    ExpressionPtr starred(const ConcreteNode &node);
    ExpressionPtr parenthesized(const ConcreteNode &node);
    ExpressionPtr named(const ConcreteNode &node);
    ExpressionPtr yield(const ConcreteNode &node);
    ExpressionPtr unsupported(const ConcreteNode &node);

    // statements
    void statement(const ConcreteNode &node, Block &into);
    void expressionStatement(const ConcreteNode &node, Block &into);
    void assignment(const ConcreteNode &node, Block &into);
    void augmentedAssignment(const ConcreteNode &node, Block &into);
    void returnStatement(const ConcreteNode &node, Block &into);
    void simpleStatement(const ConcreteNode &node, Block &into);
    void deleteStatement(const ConcreteNode &node, Block &into);
    void raiseStatement(const ConcreteNode &node, Block &into);
    void assertStatement(const ConcreteNode &node, Block &into);
    void scopeStatement(const ConcreteNode &node, Block &into);
    void ifStatement(const ConcreteNode &node, Block &into);
    void forStatement(const ConcreteNode &node, Block &into);
    void whileStatement(const ConcreteNode &node, Block &into);
    void tryStatement(const ConcreteNode &node, Block &into);
    void withStatement(const ConcreteNode &node, Block &into);
    void importStatement(const ConcreteNode &node, Block &into);
    void importFromStatement(const ConcreteNode &node, Block &into);
    void functionDefinition(const ConcreteNode &node, Block &into);
    void classDefinition(const ConcreteNode &node, Block &into);
    void decoratedDefinition(const ConcreteNode &node, Block &into);
    void unsupportedStatement(const ConcreteNode &node, Block &into);

    // scopes
    std::vector<Parameter> parameters(const ConcreteNode &node);
    Parameter parameter(const ConcreteNode &node, bool &afterStar);
    void bindTarget(const Expression &target);
    void bind(const QString &name);

    struct Scope {
        QSet<QString> locals;
        QSet<QString> notLocal;
        bool isGenerator = false;
    };
    std::vector<Scope> m_scopes;
    int m_depth = 0;
    std::optional<Position> m_tooDeep;
};

template<class Node>
[[nodiscard]] ExpressionPtr makeExpression(Position at, Node node)
{
    return std::make_unique<Expression>(Expression {at, std::move(node)});
}

} // namespace Migrations::Python
