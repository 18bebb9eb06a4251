#pragma once

#include "migrations/python/interpreter.h"

namespace Migrations::Python {

/// Walks over statements and expressions in one scope; an implementation detail of the
/// interpreter, which holds what is shared by all scopes.
class Evaluator final
{
public:
    enum class Flow { Normal, Break, Continue, Return };

    Evaluator(Interpreter &interpreter, Scope &scope) : m_interpreter(interpreter), m_scope(scope) {}

    Flow run(const Block &block);
    Flow run(const Statement &statement);
    [[nodiscard]] Value expression(const Expression &expression);
    [[nodiscard]] const Value &returned() const { return m_returned; }

    // the parts of compound statements, for those that a generator stops in
    void assign(const Expression &target, const Value &value);
    void bind(const QString &name, const Value &value);
    /// nullptr: no case fits
    [[nodiscard]] const Block *matchingCase(const MatchStatement &statement);
    /// nullptr: no `except` takes it
    [[nodiscard]] const TryStatement::Handler *handlerFor(const TryStatement &statement, const Raised &raised);
    /// enters the context of a `with` and assigns what that gives
    [[nodiscard]] Object *enterItem(const WithStatement::Item &item);

private:
    // expressions
    Value evaluate(const NoneLiteral &) { return {}; }
    Value evaluate(const EllipsisLiteral &);
    Value evaluate(const BooleanLiteral &literal) { return literal.value; }
    Value evaluate(const IntegerLiteral &literal) { return literal.value; }
    Value evaluate(const LargeIntegerLiteral &literal);
    Value evaluate(const FloatLiteral &literal) { return literal.value; }
    Value evaluate(const StringLiteral &literal) { return literal.value; }
    Value evaluate(const BytesLiteral &literal) { return literal.value; }
    Value evaluate(const FormattedString &string);
    Value evaluate(const NameExpression &name);
    Value evaluate(const AttributeExpression &attribute);
    Value evaluate(const SubscriptExpression &subscript);
    Value evaluate(const SliceExpression &slice);
    Value evaluate(const CallExpression &call);
    Value evaluate(const UnaryExpression &unary);
    Value evaluate(const BinaryExpression &binary);
    Value evaluate(const BooleanExpression &boolean);
    Value evaluate(const ComparisonExpression &comparison);
    Value evaluate(const ConditionalExpression &conditional);
    Value evaluate(const LambdaExpression &lambda);
    Value evaluate(const DisplayExpression &display);
    Value evaluate(const DictExpression &dict);
    Value evaluate(const ComprehensionExpression &comprehension);
    Value evaluate(const StarredExpression &starred);
    Value evaluate(const NamedExpression &named);
    Value evaluate(const YieldExpression &yield);
    Value evaluate(const UnsupportedSyntax &syntax);

    Arguments arguments(const std::vector<Argument> &arguments, Position at, const Value &function = {});
    void addMapping(Arguments &arguments, const Value &mapping, const Value &function);
    QString fieldText(const FormattedString::Field &field);
    QString text(const FormattedString &string);
    Function *function(const std::shared_ptr<const FunctionBody> &body);
    Value lookup(const QString &name);

    [[noreturn]] void unbound(const Scope &scope, const QString &name);

    // statements
    Flow execute(const ExpressionStatement &statement);
    Flow execute(const Assignment &statement);
    void noteAnnotation(const Assignment &statement);
    Flow execute(const AugmentedAssignment &statement);
    Flow execute(const ReturnStatement &statement);
    Flow execute(const PassStatement &) { return Flow::Normal; }
    Flow execute(const BreakStatement &) { return Flow::Break; }
    Flow execute(const ContinueStatement &) { return Flow::Continue; }
    Flow execute(const IfStatement &statement);
    Flow execute(const ForStatement &statement);
    Flow execute(const WhileStatement &statement);
    Flow execute(const MatchStatement &statement);
    Flow execute(const TryStatement &statement);
    Flow execute(const WithStatement &statement);
    Flow execute(const RaiseStatement &statement);
    Flow execute(const AssertStatement &statement);
    Flow execute(const DeleteStatement &statement);
    Flow execute(const ScopeStatement &statement);
    Flow execute(const ImportStatement &statement);
    Flow execute(const ImportFromStatement &statement);
    Flow execute(const FunctionStatement &statement);
    Flow execute(const ClassStatement &statement);
    [[nodiscard]] Scope *classScope(const ClassStatement &statement);
    [[nodiscard]] std::optional<QList<Class *>> baseClasses(const Arguments &given);
    Flow execute(const UnsupportedSyntax &syntax);

    Flow guardedBody(const TryStatement &statement);
    Flow handle(const TryStatement &statement, const Raised &raised);
    bool matches(const Value &type, const Instance &exception);
    Flow withItem(const WithStatement &statement, size_t index);
    QList<Value> evaluated(const Expressions &expressions);
    Value decorated(Value value, const QList<Value> &decorators);
    void importInside(ModuleObject *top, const QString &dotted);
    [[nodiscard]] QString absolute(const QString &module) const;
    Value importedMember(const QString &module, const QString &name);

    QList<Value> unpacked(const Value &value, qsizetype wanted, bool starred);
    void unpack(const Expressions &targets, const Value &value);
    void unbind(const Expression &target);

    Interpreter &m_interpreter;
    Scope &m_scope;
    Value m_returned;

    friend class ComprehensionWalk;
};

/// An exception, or a class of exceptions to make one of; anything else raises TypeError.
[[nodiscard]] Instance *exceptionFrom(Interpreter &interpreter, Value value, const QString &complaint);

} // namespace Migrations::Python
