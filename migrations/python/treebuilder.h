#pragma once

#include "migrations/base/error.h"
#include "migrations/python/concretetree.h"
#include "migrations/python/syntaxtree.h"

#include <unordered_map>

namespace Migrations::Python {

/// Turns tree-sitter's concrete tree into our syntax tree; an implementation detail of the parser.
/// What it does not know becomes UnsupportedSyntax. Nesting is bounded, so that no text can
/// exhaust the stack. mistake() is the first place that is nested too deeply, or that the grammar
/// takes but Python does not: a `return` outside of a function, a positional argument after one by keyword.
class TreeBuilder final
{
public:
    [[nodiscard]] Block block(const ConcreteNode &node);
    [[nodiscard]] ExpressionPtr expression(const ConcreteNode &node);
    struct Mistake {
        Position at;
        QString message;
    };
    [[nodiscard]] const std::optional<Mistake> &mistake() const { return m_mistake; }

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
    /// What the string literals beside each other add up to.
    struct StringParts {
        FormattedString text;
        QByteArray bytes;
        bool isText = false;
        bool isBytes = false;
        bool namesCharacter = false; ///< \N{…}
    };
    ExpressionPtr literal(const ConcreteNode &node, const std::vector<ConcreteNode> &parts);
    void appendString(const ConcreteNode &node, StringParts &result);
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
    void matchStatement(const ConcreteNode &node, Block &into);
    void tryStatement(const ConcreteNode &node, Block &into);
    void withStatement(const ConcreteNode &node, Block &into);
    void withItem(const ConcreteNode &node, WithStatement &into);
    void importStatement(const ConcreteNode &node, Block &into);
    void importFromStatement(const ConcreteNode &node, Block &into);
    void functionDefinition(const ConcreteNode &node, Block &into);
    void classDefinition(const ConcreteNode &node, Block &into);
    void decoratedDefinition(const ConcreteNode &node, Block &into);
    void unsupportedStatement(const ConcreteNode &node, Block &into);

    // patterns
    Pattern pattern(const ConcreteNode &node);
    Pattern valuePattern(const ConcreteNode &node);
    Pattern namePattern(const ConcreteNode &node);
    Pattern aliasPattern(const ConcreteNode &node);
    Pattern alternatives(const ConcreteNode &node);
    Pattern sequencePattern(const ConcreteNode &node);
    Pattern starPattern(const ConcreteNode &node);
    Pattern mappingPattern(const ConcreteNode &node);
    Pattern classPattern(const ConcreteNode &node);
    Pattern unknownPattern(const ConcreteNode &node);

    // scopes
    std::vector<Parameter> parameters(const ConcreteNode &node);
    Parameter parameter(const ConcreteNode &node, bool &afterStar);
    void bindTarget(const Expression &target);
    void bind(const QString &name);

    void complain(const ConcreteNode &node, const QString &message);
    /// false, and a mistake, when it is too much
    bool enter(const ConcreteNode &node);
    void leave() { --m_depth; }
    Block loopBody(const ConcreteNode &node);
    QString qualified(const QString &name) const;

    struct Scope {
        enum class Kind { Function, Class, Comprehension };
        Kind kind = Kind::Function;
        QString name;
        QSet<QString> locals;
        QSet<QString> notLocal;
        bool isGenerator = false;
        int yields = 0; ///< so far
        int loops = 0; ///< around the statement, in this scope
    };
    std::vector<Scope> m_scopes;
    int m_moduleLoops = 0;
    int m_depth = 0;
    std::optional<Mistake> m_mistake;
};

template<class Node>
[[nodiscard]] ExpressionPtr makeExpression(Position at, Node node)
{
    return std::make_unique<Expression>(Expression {at, std::move(node)});
}

} // namespace Migrations::Python
