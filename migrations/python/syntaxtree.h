#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

/// The syntax tree of a script: what the Python text says, without any meaning yet. Built by the
/// parser, read by the interpreter, immutable in between and free of tree-sitter's types.
namespace Migrations::Python {

/// Counts from 1, in characters.
struct Position {
    int line = 0;
    int column = 0;
};

struct Expression;
struct Statement;
using ExpressionPtr = std::unique_ptr<Expression>;
using Expressions = std::vector<ExpressionPtr>;
using Block = std::vector<Statement>;

// expressions

struct NoneLiteral {};
struct EllipsisLiteral {};
struct BooleanLiteral {
    bool value;
};
struct IntegerLiteral {
    qint64 value;
};
/// one that 64 bits do not hold
struct LargeIntegerLiteral {
    QString digits; ///< with 0x, 0o or 0b in front where the script has that
};
struct FloatLiteral {
    double value;
};
struct StringLiteral {
    QString value;
};
struct BytesLiteral {
    QByteArray value;
};

/// An f-string: text and fields in turn.
struct FormattedString {
    struct Field {
        ExpressionPtr value;
        char conversion = 0; ///< 'r', 's', 'a' or 0
        std::unique_ptr<FormattedString> format; ///< may hold fields itself
        QString selfText; ///< f"{x=}": the text before the value
    };
    std::vector<std::variant<QString, Field>> parts;
};

struct NameExpression {
    QString name;
};
struct AttributeExpression {
    ExpressionPtr object;
    QString name;
};
struct SubscriptExpression {
    ExpressionPtr object;
    ExpressionPtr index;
};
struct SliceExpression {
    ExpressionPtr start, stop, step; ///< null: not given
};

struct Argument {
    enum class Kind { Positional, Keyword, Star, DoubleStar };
    Kind kind = Kind::Positional;
    QString name; ///< of a keyword
    ExpressionPtr value;
};
struct CallExpression {
    ExpressionPtr function;
    std::vector<Argument> arguments;
};

enum class UnaryOperator { Not, Minus, Plus, Invert };
struct UnaryExpression {
    UnaryOperator op;
    ExpressionPtr operand;
};

enum class BinaryOperator {
    Add, Subtract, Multiply, Divide, FloorDivide, Modulo, Power,
    BitAnd, BitOr, BitXor, ShiftLeft, ShiftRight, MatrixMultiply,
};
struct BinaryExpression {
    BinaryOperator op;
    ExpressionPtr left, right;
};
struct BooleanExpression {
    bool isAnd;
    ExpressionPtr left, right;
};

enum class Comparison { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, In, NotIn, Is, IsNot };
struct ComparisonExpression {
    ExpressionPtr first;
    std::vector<std::pair<Comparison, ExpressionPtr>> rest;
};

struct ConditionalExpression {
    ExpressionPtr condition, then, otherwise;
};

struct Parameter {
    enum class Kind { Plain, Star, DoubleStar, KeywordOnly };
    Kind kind = Kind::Plain;
    QString name;
    ExpressionPtr defaultValue;
    bool positionalOnly = false;
};

/// What def and lambda share. `locals` are the names that the body binds.
struct FunctionBody {
    QString name;
    std::vector<Parameter> parameters;
    Block body;
    QSet<QString> locals;
    bool isGenerator = false;
    bool isAsync = false;
    Position at;
    QString qualifiedName; ///< with the functions and classes around it
};
struct LambdaExpression {
    std::shared_ptr<const FunctionBody> function;
};

enum class DisplayKind { Tuple, List, Set };
struct DisplayExpression {
    DisplayKind kind;
    Expressions items;
};
struct DictExpression {
    /// a null key: **value
    std::vector<std::pair<ExpressionPtr, ExpressionPtr>> items;
};

enum class ComprehensionKind { List, Set, Dict, Generator };
struct ComprehensionExpression {
    struct Clause {
        ExpressionPtr target;
        ExpressionPtr iterable;
        Expressions conditions;
    };
    ComprehensionKind kind;
    ExpressionPtr element; ///< the key of a dict
    ExpressionPtr value; ///< of a dict
    std::vector<Clause> clauses;
    QSet<QString> locals;
};

struct StarredExpression {
    ExpressionPtr value;
};
struct NamedExpression {
    QString name;
    ExpressionPtr value;
};

struct YieldExpression {
    ExpressionPtr value; ///< null: None
    bool isFrom = false;
};

/// Something that Stillroom does not read. Harmless until it is reached.
struct UnsupportedSyntax {
    QString what;
};

struct Expression {
    Position at;
    std::variant<NoneLiteral, EllipsisLiteral, BooleanLiteral, IntegerLiteral, LargeIntegerLiteral, FloatLiteral,
        StringLiteral, BytesLiteral, FormattedString, NameExpression, AttributeExpression, SubscriptExpression, SliceExpression,
        CallExpression, UnaryExpression, BinaryExpression, BooleanExpression, ComparisonExpression,
        ConditionalExpression, LambdaExpression, DisplayExpression, DictExpression, ComprehensionExpression,
        StarredExpression, NamedExpression, YieldExpression, UnsupportedSyntax>
        node;
};

// statements

struct ExpressionStatement {
    ExpressionPtr value;
};
struct Assignment {
    Expressions targets; ///< a = b = value
    ExpressionPtr value; ///< null: an annotation without value
    QString annotation; ///< its text; empty: there is none
};
struct AugmentedAssignment {
    ExpressionPtr target;
    BinaryOperator op;
    ExpressionPtr value;
};
struct ReturnStatement {
    ExpressionPtr value;
};
struct PassStatement {};
struct BreakStatement {};
struct ContinueStatement {};
struct IfStatement {
    ExpressionPtr condition;
    Block then, otherwise;
};
struct ForStatement {
    ExpressionPtr target, iterable;
    Block body, otherwise;
};
struct WhileStatement {
    ExpressionPtr condition;
    Block body, otherwise;
};
/// What a `case` compares with: one node of its pattern.
struct Pattern {
    enum class Kind { Capture, Value, Sequence, Mapping, Class, Either, Star };
    Kind kind = Kind::Capture;
    QString name; ///< that is bound; empty: none. Of a Star or a Mapping: to the rest
    ExpressionPtr value; ///< of a Value what it equals, of a Class the class
    std::vector<Pattern> parts; ///< of a Sequence, Class, Mapping: in order; of Either: the alternatives
    std::vector<ExpressionPtr> keys; ///< of a Mapping, for each part
    QStringList attributes; ///< of a Class: of the last parts
    bool takesRest = false; ///< of a Mapping: **name
    Position at;
};
struct MatchStatement {
    struct Case {
        Pattern pattern;
        ExpressionPtr guard; ///< null: none
        Block body;
    };
    ExpressionPtr subject;
    std::vector<Case> cases;
};
struct TryStatement {
    struct Handler {
        ExpressionPtr type; ///< null: everything
        QString name;
        Block body;
        Position at;
    };
    Block body;
    std::vector<Handler> handlers;
    Block otherwise, finally;
};
struct WithStatement {
    struct Item {
        ExpressionPtr context;
        ExpressionPtr target;
    };
    std::vector<Item> items;
    Block body;
};
struct RaiseStatement {
    ExpressionPtr exception, cause;
};
struct AssertStatement {
    ExpressionPtr condition, message;
};
struct DeleteStatement {
    Expressions targets;
};
/// global and nonlocal
struct ScopeStatement {
    bool isGlobal;
    QStringList names;
};
struct ImportStatement {
    struct Item {
        QString module;
        QString alias; ///< empty: the first part of the module is bound
    };
    std::vector<Item> items;
};
struct ImportFromStatement {
    QString module; ///< with leading dots when relative
    std::vector<std::pair<QString, QString>> names; ///< name, bound name; "*": all
};
struct FunctionStatement {
    std::shared_ptr<const FunctionBody> function;
    Expressions decorators;
};
struct ClassStatement {
    QString name;
    std::vector<Argument> arguments;
    Block body;
    Expressions decorators;
    QString qualifiedName;
};

struct Statement {
    Position at;
    std::variant<ExpressionStatement, Assignment, AugmentedAssignment, ReturnStatement, PassStatement, BreakStatement,
        ContinueStatement, IfStatement, ForStatement, WhileStatement, MatchStatement, TryStatement, WithStatement,
        RaiseStatement, AssertStatement, DeleteStatement, ScopeStatement, ImportStatement, ImportFromStatement,
        FunctionStatement, ClassStatement, UnsupportedSyntax>
        node;
    bool yields = false; ///< somewhere in it: a generator can stop there
};

/// A whole script.
struct Module {
    QString file;
    QString source;
    Block body;

    /// The line with a caret below the column, for error messages.
    [[nodiscard]] QString excerpt(Position at) const;
};

} // namespace Migrations::Python
