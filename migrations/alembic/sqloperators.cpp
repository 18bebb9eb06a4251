#include "migrations/alembic/sqloperators.h"

#include "migrations/alembic/connectionobjects.h"
#include "migrations/alembic/queryobject.h"
#include "migrations/dialects/types.h"
#include "migrations/schema/operators.h"
#include "migrations/standardlibrary/enumclasses.h"

namespace Migrations::Alembic {

using namespace Python;
using namespace StandardLibrary;
using Schema::Expression;
using Kind = Expression::Kind;
using Dialects::TypeFamily;

namespace {

TypeFamily familyOf(const Schema::Type &type)
{
    if (type.name.isEmpty())
        return TypeFamily::Null;
    const TypeFamily family = Dialects::Types::family(type);
    const bool isWhole = family == TypeFamily::SmallInteger || family == TypeFamily::BigInteger;
    return isWhole ? TypeFamily::Integer : family;
}

// types of packages and of applications take every value for one of theirs
bool takesEverything(const Schema::Type &type)
{
    static const QStringList names {QStringLiteral("AutoString"), QStringLiteral("CIText"), QStringLiteral("PickleType"),
        QStringLiteral("Vector"), QStringLiteral("VECTOR"), QStringLiteral("HALFVEC"), QStringLiteral("SPARSEVEC")};
    return names.contains(type.name.section(u'.', -1)) || type.name.startsWith(QStringLiteral("sqlmodel."))
        || type.name.startsWith(QStringLiteral("pgvector."));
}

// TypeEngine.coerce_compared_value
Schema::Type comparedType(const Schema::Type &type, const Value &value)
{
    const Schema::Type own = typeOfValue(value);
    const TypeFamily family = familyOf(type);
    const bool isKeptText = value.isString() && (family == TypeFamily::Binary || family == TypeFamily::Uuid);
    if (own.name.isEmpty() || isKeptText || takesEverything(type) || familyOf(own) == family)
        return type;
    return own;
}

/// what an operator between two types gives: rows of SQLAlchemy's _expression_adaptations
struct Adaptation {
    TypeFamily left;
    QStringView op;
    TypeFamily right;
    QStringView type; ///< empty: the left one
};

const Adaptation adaptations[] = {
    {TypeFamily::Integer, u"+", TypeFamily::Date, u"Date"},
    {TypeFamily::Integer, u"+", TypeFamily::Numeric, u"Numeric"},
    {TypeFamily::Integer, u"-", TypeFamily::Numeric, u"Numeric"},
    {TypeFamily::Integer, u"*", TypeFamily::Interval, u"Interval"},
    {TypeFamily::Integer, u"*", TypeFamily::Numeric, u"Numeric"},
    {TypeFamily::Integer, u"/", TypeFamily::Integer, u"Numeric"},
    {TypeFamily::Integer, u"/", TypeFamily::Numeric, u"Numeric"},
    {TypeFamily::Integer, u"//", TypeFamily::Numeric, u"Numeric"},
    {TypeFamily::Numeric, u"*", TypeFamily::Interval, u"Interval"},
    {TypeFamily::DateTime, u"-", TypeFamily::DateTime, u"Interval"},
    {TypeFamily::Date, u"+", TypeFamily::Interval, u"DateTime"},
    {TypeFamily::Date, u"+", TypeFamily::Time, u"DateTime"},
    {TypeFamily::Date, u"-", TypeFamily::Date, u"Integer"},
    {TypeFamily::Date, u"-", TypeFamily::Interval, u"DateTime"},
    {TypeFamily::Date, u"-", TypeFamily::DateTime, u"Interval"},
    {TypeFamily::Time, u"+", TypeFamily::Date, u"DateTime"},
    {TypeFamily::Time, u"-", TypeFamily::Time, u"Interval"},
    {TypeFamily::Interval, u"+", TypeFamily::Date, u"DateTime"},
    {TypeFamily::Interval, u"+", TypeFamily::DateTime, u"DateTime"},
    {TypeFamily::Interval, u"+", TypeFamily::Time, u"Time"},
};

bool isConcatenated(TypeFamily family)
{
    return family == TypeFamily::String || family == TypeFamily::Array;
}

// the operator and the type that it gives
std::pair<QString, Schema::Type> adapted(const QString &op, const Schema::Type &left, const Schema::Type &right)
{
    const TypeFamily one = familyOf(left);
    const TypeFamily other = familyOf(right);
    if (one == TypeFamily::Null) {
        const bool isCommutative = op == u"+" || op == u"*";
        return other == TypeFamily::Null || !isCommutative ? std::pair(op, left) : adapted(op, right, left);
    }
    if (op == u"+" && isConcatenated(one) && (isConcatenated(other) || other == TypeFamily::Null)) {
        const bool isEnum = !left.labels.isEmpty();
        return {QStringLiteral("||"), isEnum ? Schema::Type::named(QStringLiteral("String")) : left};
    }
    for (const Adaptation &row : adaptations) {
        if (row.left == one && row.right == other && row.op == op)
            return {op, familyOf(Schema::Type::named(row.type.toString())) == other ? right
                                                                                   : Schema::Type::named(row.type.toString())};
    }
    return {op, left};
}

bool isConstant(const Expression &expression)
{
    return expression.kind == Kind::Null || expression.kind == Kind::True || expression.kind == Kind::False;
}

std::optional<Expression> constant(const Value &value)
{
    if (value.isNone())
        return Expression {.kind = Kind::Null};
    if (value.isBool())
        return ofBoolean({.kind = value.toBool() ? Kind::True : Kind::False});
    const auto *expression = value.as<ExpressionObject>();
    return expression && isConstant(expression->content) ? std::optional(expression->content) : std::nullopt;
}

// right op' left
Expression mirrored(const Expression &left, const QString &op, const Expression &right)
{
    static const QHash<QString, QString> mirrors {{QStringLiteral("<"), QStringLiteral(">")},
        {QStringLiteral(">"), QStringLiteral("<")}, {QStringLiteral("<="), QStringLiteral(">=")},
        {QStringLiteral(">="), QStringLiteral("<=")}};
    return Schema::binary(mirrors.value(op, op), right, left, *typeNamed(QStringLiteral("Boolean")));
}

} // namespace

std::shared_ptr<const Schema::Type> typeNamed(const QString &name)
{
    return std::make_shared<const Schema::Type>(Schema::Type::named(name));
}

Expression ofBoolean(Expression expression)
{
    static const std::shared_ptr<const Schema::Type> boolean = typeNamed(QStringLiteral("Boolean"));
    expression.type = boolean;
    return expression;
}

void raiseSqlError(Interpreter &interpreter, const QString &name, const QString &message)
{
    // the class that scripts import
    ModuleObject *module = interpreter.world().import(interpreter, QStringLiteral("sqlalchemy.exc"));
    const Value type = module ? module->find(interpreter, name).value_or(Value()) : Value();
    auto *known = type.as<Class>();
    interpreter.raise(known ? known : interpreter.exceptionClass(QStringLiteral("Exception")), message);
}

Value makeExpression(Interpreter &interpreter, Expression expression)
{
    if (!expression.identity)
        expression.identity = std::make_shared<char>();
    return Value(interpreter.make<ExpressionObject>(std::move(expression)));
}

std::optional<Expression> sqlOperand(const Value &value)
{
    if (const auto *column = value.as<ColumnObject>())
        return Expression {.kind = Kind::Column,
            .text = column->content.name,
            .type = std::make_shared<const Schema::Type>(column->content.type),
            .relation = column->relation};
    if (const auto *expression = value.as<ExpressionObject>())
        return expression->content;
    if (const auto *query = value.as<QueryObject>())
        return query->scalar();
    return std::nullopt;
}

Schema::Type typeOfValue(const Value &value)
{
    static const QHash<QString, QString> names {{QStringLiteral("int"), QStringLiteral("Integer")},
        {QStringLiteral("float"), QStringLiteral("Float")}, {QStringLiteral("bool"), QStringLiteral("Boolean")},
        {QStringLiteral("str"), QStringLiteral("String")}, {QStringLiteral("bytes"), QStringLiteral("LargeBinary")},
        {QStringLiteral("UUID"), QStringLiteral("Uuid")}, {QStringLiteral("Decimal"), QStringLiteral("Numeric")},
        {QStringLiteral("date"), QStringLiteral("Date")}, {QStringLiteral("datetime"), QStringLiteral("DateTime")},
        {QStringLiteral("time"), QStringLiteral("Time")}, {QStringLiteral("timedelta"), QStringLiteral("Interval")}};
    return Schema::Type::named(names.value(Interpreter::typeName(value)));
}

Expression sqlLiteral(Interpreter &interpreter, const Value &given, const Schema::Type &type)
{
    const auto *member = given.as<EnumMember>();
    const bool isLabel = member && type.labels.contains(member->name);
    const Value value = isLabel ? Value(member->name) : plainValue(given);
    return {.kind = Kind::Value,
        .type = std::make_shared<const Schema::Type>(type),
        .value = toVariant(interpreter, value)};
}

Expression sqlElement(Interpreter &interpreter, const Value &value)
{
    if (const std::optional<Expression> operand = sqlOperand(value))
        return *operand;
    if (value.isNone())
        return {.kind = Kind::Null};
    return sqlLiteral(interpreter, value, typeOfValue(value));
}

Expression sqlValue(Interpreter &interpreter, const Value &value, const Schema::Type &type)
{
    if (std::optional<Expression> operand = sqlOperand(value)) {
        const bool isUntyped = operand->kind == Kind::Value && Schema::typeOf(*operand).name.isEmpty();
        if (isUntyped && !type.name.isEmpty())
            operand->type = std::make_shared<const Schema::Type>(type);
        return *operand;
    }
    if (value.isNone())
        return {.kind = Kind::Null};
    return sqlLiteral(interpreter, value, comparedType(type, value));
}

Expression sqlCondition(Interpreter &interpreter, const Value &value)
{
    if (const std::optional<Expression> known = constant(value))
        return *known;
    if (const std::optional<Expression> operand = sqlOperand(value))
        return *operand;
    if (value.isString())
        raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
            QStringLiteral("Textual SQL expression %1 should be explicitly declared as text(%1)").arg(interpreter.repr(value)));
    if (value.as<Opaque>())
        static_cast<void>(interpreter.str(value));
    raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
        QStringLiteral("SQL expression for WHERE/HAVING role expected, got %1.").arg(interpreter.repr(value)));
}

Expression sqlOrder(Interpreter &interpreter, const Value &value)
{
    if (value.isString())
        return {.kind = Kind::LabelName, .text = value.toString()};
    if (const std::optional<Expression> operand = sqlOperand(value))
        return *operand;
    if (const std::optional<Expression> known = constant(value))
        return *known;
    raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
        QStringLiteral("ORDER BY / GROUP BY / DISTINCT etc. expression expected, got %1.").arg(interpreter.repr(value)));
}

Expression sqlComparison(Interpreter &interpreter, const Expression &left, const QString &op, const Value &right)
{
    static const Schema::Type boolean = Schema::Type::named(QStringLiteral("Boolean"));
    const bool isCollection = left.kind == Kind::Prefix && (left.text == u"ANY" || left.text == u"ALL");
    const std::optional<Expression> known = constant(right);
    if (isCollection)
        return mirrored(left, op, known ? *known : sqlValue(interpreter, right, Schema::typeOf(left)));
    if (!known)
        return Schema::binary(op, left, sqlValue(interpreter, right, Schema::typeOf(left)), boolean);
    const bool isEquality = op == u"=" || op == u"!=";
    const bool isDistinctness = op.endsWith(QStringLiteral("DISTINCT FROM"));
    if ((isEquality && known->kind != Kind::Null) || isDistinctness)
        return Schema::binary(op, left, *known, boolean);
    if (op == u"=" || op == u"IS")
        return Schema::binary(QStringLiteral("IS"), left, *known, boolean);
    if (op == u"!=" || op == u"IS NOT")
        return Schema::binary(QStringLiteral("IS NOT"), left, *known, boolean);
    raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
        QStringLiteral("Only '=', '!=', 'is_()', 'is_not()', 'is_distinct_from()', 'is_not_distinct_from()' operators can "
                       "be used with None/True/False"));
}

Expression sqlMembership(Interpreter &interpreter, const Expression &left, const QString &op, const Value &values)
{
    const Schema::Type boolean = Schema::Type::named(QStringLiteral("Boolean"));
    if (const std::optional<Expression> operand = sqlOperand(values))
        return Schema::binary(op, left, *operand, boolean);
    if (values.isString() || values.isNone() || !interpreter.tryIterate(values))
        raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
            QStringLiteral("IN expression list, SELECT construct, or bound parameter object expected, got %1.")
                .arg(interpreter.repr(values)));
    const QList<Value> items = interpreter.toList(values);
    const bool hasSql = std::ranges::any_of(items, [](const Value &each) { return sqlOperand(each).has_value(); });
    Expression list {.kind = hasSql ? Kind::List : Kind::ValueList};
    const Schema::Type type = items.isEmpty() ? Schema::typeOf(left) : comparedType(Schema::typeOf(left), items.front());
    for (const Value &item : items) {
        const std::optional<Expression> operand = sqlOperand(item);
        const auto *tuple = item.as<Sequence>();
        if (tuple && left.kind == Kind::Tuple && !operand) {
            Expression row {.kind = Kind::Tuple};
            for (const Value &part : interpreter.toList(item))
                row.arguments << sqlValue(interpreter, part,
                    Schema::typeOf(left.arguments.value(row.arguments.size())));
            list.arguments << row;
        } else if (operand) {
            list.arguments << *operand;
        } else {
            list.arguments << sqlLiteral(interpreter, item, hasSql ? comparedType(Schema::typeOf(left), item) : type);
        }
    }
    return Schema::binary(op, left, list, boolean);
}

Expression sqlOperation(const Expression &left, const QString &op, const Expression &right)
{
    const auto [adaptedOp, type] = adapted(op, Schema::typeOf(left), Schema::typeOf(right));
    return Schema::binary(adaptedOp, left, right, type);
}

Expression sqlElementAt(Interpreter &interpreter, const Expression &left, const Value &index)
{
    const Schema::Type type = Schema::typeOf(left);
    const TypeFamily family = familyOf(type);
    if (family == TypeFamily::Json) {
        const bool isPath = index.as<Tuple>() || index.as<List>();
        Expression right;
        if (const std::optional<Expression> operand = sqlOperand(index))
            right = *operand;
        else if (isPath || index.isInteger() || index.isString())
            right = {.kind = Kind::Value,
                .text = isPath ? QStringLiteral("path") : QStringLiteral("key"),
                .type = typeNamed(QStringLiteral("String")),
                .value = toVariant(interpreter, index)};
        else
            interpreter.unsupported(QStringLiteral("an index of type %1 here").arg(Interpreter::typeName(index)));
        return Schema::binary(
            isPath ? QStringLiteral("json_path_getitem") : QStringLiteral("json_getitem"), left, right, type);
    }
    if (family != TypeFamily::Array || !type.item)
        interpreter.raise(QStringLiteral("NotImplementedError"),
            QStringLiteral("Operator 'getitem' is not supported on this expression"));
    const Expression right = sqlValue(interpreter, index, Schema::Type::named(QStringLiteral("Integer")));
    return Schema::binary(QStringLiteral("getitem"), left, right, type.dimensions > 1 ? type : *type.item);
}

// protocols

void refuseComparator(Interpreter &interpreter, const Expression &operand)
{
    const QString type = Schema::typeOf(operand).options.value(QStringLiteral("comparator_factory"));
    if (!type.isEmpty())
        interpreter.unsupported(QStringLiteral("an operator of %1, which has a comparator_factory").arg(type));
}

std::optional<Value> compareSql(Interpreter &interpreter, const Value &self, Comparison op, const Value &other)
{
    static const QHash<Comparison, QString> words {{Comparison::Equal, QStringLiteral("=")},
        {Comparison::NotEqual, QStringLiteral("!=")}, {Comparison::Less, QStringLiteral("<")},
        {Comparison::LessEqual, QStringLiteral("<=")}, {Comparison::Greater, QStringLiteral(">")},
        {Comparison::GreaterEqual, QStringLiteral(">=")}};
    const std::optional<Expression> operand = sqlOperand(self);
    const auto found = words.constFind(op);
    if (!operand || found == words.cend())
        return std::nullopt;
    refuseComparator(interpreter, *operand);
    const auto *left = self.as<ColumnObject>();
    const auto *right = other.as<ColumnObject>();
    if (left && right && left->isLight && !right->isLight) { // a Column is a kind of column(), so Python asks it first
        const Value made = makeExpression(interpreter, mirrored(*operand, *found, *sqlOperand(other)));
        made.as<ExpressionObject>()->sameObjects = false;
        return made;
    }
    const Value made = makeExpression(interpreter, sqlComparison(interpreter, *operand, *found, other));
    made.as<ExpressionObject>()->sameObjects = self.isSame(other);
    return made;
}

std::optional<Value> binarySql(
    Interpreter &interpreter, const Value &self, BinaryOperator op, const Value &other, bool reflected)
{
    const std::optional<Expression> operand = sqlOperand(self);
    if (!operand)
        return std::nullopt;
    refuseComparator(interpreter, *operand);
    if (reflected && other.isNone() && op == BinaryOperator::BitXor) // ~x
        return makeExpression(interpreter, Schema::negated(*operand));
    if (reflected && other.isNone() && op == BinaryOperator::Subtract) // -x
        return makeExpression(interpreter,
            Schema::unary(Kind::Prefix, QStringLiteral("-x"), *operand, Schema::typeOf(*operand)));
    if (op == BinaryOperator::BitAnd || op == BinaryOperator::BitOr) {
        const QString word = op == BinaryOperator::BitAnd ? QStringLiteral("AND") : QStringLiteral("OR");
        const Expression right = sqlCondition(interpreter, other);
        return makeExpression(
            interpreter, Schema::joined(word, reflected ? QList {right, *operand} : QList {*operand, right}));
    }
    static const QHash<BinaryOperator, QString> words {{BinaryOperator::Add, QStringLiteral("+")},
        {BinaryOperator::Subtract, QStringLiteral("-")}, {BinaryOperator::Multiply, QStringLiteral("*")},
        {BinaryOperator::Divide, QStringLiteral("/")}, {BinaryOperator::FloorDivide, QStringLiteral("//")},
        {BinaryOperator::Modulo, QStringLiteral("%")}};
    const auto word = words.constFind(op);
    if (word == words.cend())
        interpreter.unsupported(QStringLiteral("this operator of a SQL expression"));
    if (operand->kind == Kind::Template)
        return std::nullopt;
    // -x is 0 - x to the interpreter
    const Expression right = sqlValue(interpreter, other, Schema::typeOf(*operand));
    return makeExpression(interpreter,
        reflected ? sqlOperation(right, *word, *operand) : sqlOperation(*operand, *word, right));
}

} // namespace Migrations::Alembic
