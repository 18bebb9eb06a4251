#include "migrations/alembic/sqloperators.h"

#include "migrations/alembic/datastatement.h"
#include "migrations/standardlibrary/enumclasses.h"
#include "migrations/dialects/dialect.h"
#include "migrations/dialects/types.h"

namespace Migrations::Alembic {

using namespace Python;
using namespace StandardLibrary;
using Schema::Expression;
using Kind = Expression::Kind;
using Dialects::TypeFamily;

namespace {

Expression operation(const QString &word, const QList<Expression> &operands)
{
    return {.kind = Kind::Binary, .text = word, .arguments = operands};
}

Schema::Type booleanType()
{
    return Schema::Type::named(QStringLiteral("Boolean"));
}

bool isText(const Schema::Type &type)
{
    return Dialects::Types::family(type) == TypeFamily::String;
}

const QHash<QString, QString> &opposites()
{
    static const QHash<QString, QString> table = [] {
        const std::pair<QString, QString> pairs[] = {{QStringLiteral("="), QStringLiteral("!=")},
            {QStringLiteral("<"), QStringLiteral(">=")}, {QStringLiteral(">"), QStringLiteral("<=")},
            {QStringLiteral("IN"), QStringLiteral("NOT IN")}, {QStringLiteral("LIKE"), QStringLiteral("NOT LIKE")},
            {QStringLiteral("ILIKE"), QStringLiteral("NOT ILIKE")}, {QStringLiteral("IS"), QStringLiteral("IS NOT")}};
        QHash<QString, QString> both;
        for (const auto &[word, opposite] : pairs) {
            both.insert(word, opposite);
            both.insert(opposite, word);
        }
        return both;
    }();
    return table;
}

Expression membership(Interpreter &interpreter, const SqlOperand &self, const QString &word, const Value &values)
{
    if (const auto *query = values.as<DataStatement>())
        return operation(word, {self.expression, query->subquery(interpreter)});
    Expression list {.kind = Kind::List};
    for (const Value &value : interpreter.toList(values))
        list.arguments << sqlValue(interpreter, value, self.type);
    if (list.arguments.isEmpty())
        interpreter.unsupported(QStringLiteral("in_() with nothing in it"));
    const Expression in = operation(word, {self.expression, list});
    return word == u"NOT IN" ? Expression {.kind = Kind::Group, .arguments = {in}} : in;
}

// SQLite has no Boolean that could stand alone
Expression comparedWithNumber(const Expression &condition)
{
    const bool isNegated = condition.kind == Kind::Prefix && condition.text == u"NOT";
    const Expression &inner = isNegated ? condition.arguments.front() : condition;
    if (inner.kind == Kind::Column)
        return operation(QStringLiteral("="), {inner, Expression::number(QString::number(isNegated ? 0 : 1))});
    const bool isJunction = condition.kind == Kind::Binary && (condition.text == u"AND" || condition.text == u"OR");
    if (!isJunction && !isNegated && condition.kind != Kind::Group)
        return condition;
    Expression result = condition;
    for (Expression &argument : result.arguments)
        argument = comparedWithNumber(argument);
    return result;
}

using Method = Expression (*)(Interpreter &, const SqlOperand &, const QString &word, const Arguments &);

Value onlyArgument(Interpreter &interpreter, const Arguments &arguments)
{
    if (arguments.positional.size() != 1 || !arguments.keywords.isEmpty())
        interpreter.unsupported(QStringLiteral("this method of a SQL expression with these arguments"));
    return arguments.positional.front();
}

Expression in(Interpreter &interpreter, const SqlOperand &self, const QString &word, const Arguments &arguments)
{
    return membership(interpreter, self, word, onlyArgument(interpreter, arguments));
}

Expression simple(Interpreter &interpreter, const SqlOperand &self, const QString &word, const Arguments &arguments)
{
    return operation(word, {self.expression, sqlValue(interpreter, onlyArgument(interpreter, arguments), self.type)});
}

Expression between(Interpreter &interpreter, const SqlOperand &self, const QString &word, const Arguments &arguments)
{
    if (arguments.positional.size() != 2 || !arguments.keywords.isEmpty())
        interpreter.unsupported(QStringLiteral("between() with these arguments"));
    return operation(word,
        {self.expression, sqlValue(interpreter, arguments.positional[0], self.type),
            sqlValue(interpreter, arguments.positional[1], self.type)});
}

struct MethodRow {
    QStringView name;
    QStringView word;
    Method method;
};

const MethodRow methods[] = {
    {u"between", u"BETWEEN", between},
    {u"ilike", u"ILIKE", simple},
    {u"in_", u"IN", in},
    {u"is_", u"IS", simple},
    {u"is_not", u"IS NOT", simple},
    {u"isnot", u"IS NOT", simple},
    {u"like", u"LIKE", simple},
    {u"not_in", u"NOT IN", in},
    {u"not_like", u"NOT LIKE", simple},
    {u"notin_", u"NOT IN", in},
    {u"notlike", u"NOT LIKE", simple},
};

} // namespace

std::optional<SqlOperand> sqlOperand(const Value &value)
{
    if (const auto *column = value.as<ColumnObject>()) {
        Expression name = Expression::column(column->content.name);
        if (column->table)
            name.arguments << *column->table;
        return SqlOperand {name, column->content.type};
    }
    if (const auto *expression = value.as<ExpressionObject>())
        return SqlOperand {expression->unbound(), expression->type};
    return std::nullopt;
}

Expression sqlValue(Interpreter &interpreter, const Value &given, const Schema::Type &type)
{
    if (const std::optional<SqlOperand> operand = sqlOperand(given))
        return operand->expression;
    if (const auto *query = given.as<DataStatement>())
        return query->subquery(interpreter);
    const auto *member = given.as<EnumMember>();
    if (member && type.labels.contains(member->name))
        return Expression::string(member->name);
    const Value value = plainValue(given);
    if (value.isNone())
        return {.kind = Kind::Null};
    const TypeFamily family = Dialects::Types::family(type);
    const bool isKnown = !type.name.isEmpty() && family != TypeFamily::Null;
    if (family == TypeFamily::Boolean && value.isInteger())
        return Expression::boolean(value.toInteger() != 0);
    if (family == TypeFamily::Numeric && (value.isNumber() || value.isString()))
        return Expression::number(interpreter.str(value));
    static const QList<TypeFamily> integers {
        TypeFamily::Integer, TypeFamily::SmallInteger, TypeFamily::BigInteger};
    if (integers.contains(family) && value.isInteger())
        return Expression::number(QString::number(value.toInteger()));
    if (bool isNumber = false; integers.contains(family) && value.isString()) { // int() of the text, as SQLAlchemy
        const qint64 number = value.toString().trimmed().toLongLong(&isNumber);
        if (isNumber)
            return Expression::number(QString::number(number));
    }
    const bool fits = !isKnown || (family == TypeFamily::String && value.isString());
    if (!fits || !(value.isNumber() || value.isString()))
        interpreter.unsupported(QStringLiteral("a value of type %1 for a column of type %2 in a statement")
                                    .arg(Interpreter::typeName(value), isKnown ? type.name : QStringLiteral("NULL")));
    return toOption(interpreter, value);
}

Expression sqlCondition(Session &session, Interpreter &interpreter, const Value &value)
{
    const std::optional<SqlOperand> operand = sqlOperand(value);
    if (!operand) {
        if (value.isBool())
            return Expression::boolean(value.toBool());
        interpreter.unsupported(QStringLiteral("a condition of type %1").arg(Interpreter::typeName(value)));
    }
    return session.host().dialect().name() == QStringLiteral("sqlite") ? comparedWithNumber(operand->expression)
                                                                       : operand->expression;
}

Expression negated(const Expression &condition)
{
    if (condition.kind == Kind::Group && condition.arguments.size() == 1)
        return negated(condition.arguments.front());
    if (condition.kind == Kind::Prefix && condition.text == u"NOT")
        return condition.arguments.front();
    const QString opposite = opposites().value(condition.text);
    if (condition.kind == Kind::Binary && !opposite.isEmpty()) {
        Expression result = condition;
        result.text = opposite;
        return opposite == u"NOT IN" ? Expression {.kind = Kind::Group, .arguments = {result}} : result;
    }
    const bool isJunction = condition.kind == Kind::Binary && (condition.text == u"AND" || condition.text == u"OR");
    const Expression inner
        = isJunction ? Expression {.kind = Kind::Group, .arguments = {condition}} : condition;
    return {.kind = Kind::Prefix, .text = QStringLiteral("NOT"), .arguments = {inner}};
}

Expression joined(const QString &word, const QList<Expression> &conditions)
{
    QList<Expression> flat;
    for (const Expression &condition : conditions) {
        if (condition.kind == Kind::Binary && condition.text == word)
            flat << condition.arguments;
        else
            flat << condition;
    }
    return flat.size() == 1 ? flat.front() : operation(word, flat);
}

QString sqlText(Session &session, Interpreter &interpreter, const Expression &expression)
{
    Host &host = session.host();
    const auto target = host.isOffline() ? Dialects::Target::Offline : Dialects::Target::Live;
    return session.unwrap(interpreter, host.dialect().expression(expression, target));
}

Value makeExpression(Interpreter &interpreter, const Expression &expression, const Schema::Type &type)
{
    auto *object = interpreter.make<ExpressionObject>(expression);
    object->type = type;
    return Value(object);
}

std::optional<Value> compareSql(Interpreter &interpreter, const Value &self, Comparison op, const Value &other)
{
    static const QHash<Comparison, QString> words {{Comparison::Equal, QStringLiteral("=")},
        {Comparison::NotEqual, QStringLiteral("!=")}, {Comparison::Less, QStringLiteral("<")},
        {Comparison::LessEqual, QStringLiteral("<=")}, {Comparison::Greater, QStringLiteral(">")},
        {Comparison::GreaterEqual, QStringLiteral(">=")}};
    const std::optional<SqlOperand> operand = sqlOperand(self);
    const auto found = words.constFind(op);
    if (!operand || found == words.cend())
        return std::nullopt;
    QString word = *found;
    const Expression right = sqlValue(interpreter, other, operand->type);
    if (right.kind == Kind::Null && op == Comparison::Equal)
        word = QStringLiteral("IS");
    else if (right.kind == Kind::Null && op == Comparison::NotEqual)
        word = QStringLiteral("IS NOT");
    return makeExpression(interpreter, operation(word, {operand->expression, right}), booleanType());
}

std::optional<Value> binarySql(
    Interpreter &interpreter, const Value &self, BinaryOperator op, const Value &other, bool reflected)
{
    const std::optional<SqlOperand> operand = sqlOperand(self);
    if (!operand)
        return std::nullopt;
    if (reflected && other.isNone() && op == BinaryOperator::BitXor) // ~x
        return makeExpression(interpreter, negated(operand->expression), booleanType());
    static const QHash<BinaryOperator, QString> junctions {
        {BinaryOperator::BitAnd, QStringLiteral("AND")}, {BinaryOperator::BitOr, QStringLiteral("OR")}};
    const std::optional<SqlOperand> against = sqlOperand(other);
    if (const auto junction = junctions.constFind(op); junction != junctions.cend() && against)
        return makeExpression(
            interpreter, joined(*junction, {operand->expression, against->expression}), booleanType());
    static const QHash<BinaryOperator, QString> words {{BinaryOperator::Add, QStringLiteral("+")},
        {BinaryOperator::Subtract, QStringLiteral("-")}, {BinaryOperator::Multiply, QStringLiteral("*")}};
    const auto word = words.constFind(op);
    if (word == words.cend())
        interpreter.unsupported(QStringLiteral("this operator of a SQL expression"));
    const bool hasText = isText(operand->type) || other.isString() || (against && isText(against->type));
    const bool concatenates = op == BinaryOperator::Add && hasText;
    const Expression right = sqlValue(interpreter, other, operand->type);
    const Expression &left = operand->expression;
    const QList<Expression> operands = reflected ? QList {right, left} : QList {left, right};
    return makeExpression(
        interpreter, operation(concatenates ? QStringLiteral("||") : *word, operands), operand->type);
}

std::optional<Value> sqlMethod(Interpreter &interpreter, const Value &self, const QString &name)
{
    const auto row = std::ranges::find(methods, QStringView(name), &MethodRow::name);
    if (row == std::end(methods))
        return std::nullopt;
    return Value(interpreter.make<Builtin>(name, [self, row](Interpreter &inner, const Arguments &arguments) {
        return makeExpression(
            inner, row->method(inner, *sqlOperand(self), row->word.toString(), arguments), booleanType());
    }));
}

} // namespace Migrations::Alembic
