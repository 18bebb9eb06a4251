// What select() takes, what it gives to a relation around it, and what is made of several.
#include "migrations/alembic/queryobject.h"
#include "migrations/alembic/sqloperators.h"
#include "migrations/schema/operators.h"

namespace Migrations::Alembic {

using namespace Python;
using Schema::Expression;
using Schema::Query;
using Schema::Relation;
using Kind = Expression::Kind;

Value makeQuery(Interpreter &interpreter, Query query)
{
    return Value(interpreter.make<QueryObject>(std::move(query)));
}

QList<Expression> selectedColumns(Interpreter &interpreter, const QList<Value> &values)
{
    QList<Expression> columns;
    for (const Value &value : values) {
        if (const Schema::RelationPtr relation = toRelation(value)) {
            if (relation->kind == Relation::Kind::Function && relation->columns.isEmpty())
                interpreter.unsupported(QStringLiteral("a function's alias as a column"));
            if (Schema::columnsOf(relation).isEmpty() && relation->kind != Relation::Kind::Join)
                continue;
            columns << Expression {.kind = Kind::Star, .relation = relation};
        } else if (const std::optional<Expression> operand = sqlOperand(value)) {
            columns << *operand;
        } else if (value.isNumber() && !value.isBool()) {
            columns << Expression::sql(interpreter.str(value));
        } else if (value.isNone() || value.isBool()) {
            columns << (value.isNone() ? Expression {.kind = Kind::Null} : ofBoolean(Expression::boolean(value.toBool())));
        } else if (value.isString() && value.toString() == u"*") {
            columns << Expression::sql(QStringLiteral("*"));
        } else {
            if (value.as<Opaque>())
                static_cast<void>(interpreter.str(value));
            const bool isList = value.as<List>();
            const QString hint = isList
                ? QStringLiteral(" Did you mean to say select(%1)?").arg(interpreter.repr(value).slice(1).chopped(1))
                : QString();
            raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
                value.isString()
                    ? QStringLiteral("Textual column expression %1 should be explicitly declared with text(%1), or use "
                                     "column(%1) for more specificity").arg(interpreter.repr(value))
                    : QStringLiteral("Column expression, FROM clause, or other columns clause element expected, got %1.")
                          .arg(interpreter.repr(value)) + hint);
        }
    }
    return columns;
}

Value selectFrom(Interpreter &interpreter, const Schema::RelationPtr &relation)
{
    return makeQuery(interpreter,
        {.columns = {Expression {.kind = Kind::Star, .relation = relation}}, .from = {}});
}

Value compoundOf(Interpreter &interpreter, const QString &keyword, const QList<Value> &parts)
{
    Query query {.keyword = keyword};
    for (const Value &each : parts) {
        const auto *part = each.as<QueryObject>();
        if (!part)
            raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
                QStringLiteral("SELECT construct for inclusion in a UNION or other set construct expected, got %1.")
                    .arg(interpreter.repr(each)));
        query.parts << std::make_shared<const Query>(part->content);
    }
    return makeQuery(interpreter, std::move(query));
}

Expression existing(const Query &query)
{
    const Expression inner {.kind = Kind::Subquery, .query = std::make_shared<const Query>(query)};
    return ofBoolean({.kind = Kind::Prefix, .text = QStringLiteral("EXISTS"), .arguments = {inner}});
}

QList<Schema::Column> offeredColumns(Interpreter &interpreter, const Query &query)
{
    QList<Schema::Column> columns;
    for (const Expression &column : Schema::columnsOf(query)) {
        const Expression &named = column.kind == Kind::Cast || column.kind == Kind::Coerce ? column.arguments.front() : column;
        const bool hasName = named.kind == Kind::Column || (named.kind == Kind::Label && !named.text.isEmpty());
        const bool isTaken = hasName && std::ranges::contains(columns, named.text, &Schema::Column::name);
        if (isTaken)
            interpreter.unsupported(QStringLiteral("a subquery with two columns of the name %1").arg(named.text));
        if (hasName)
            columns << Schema::Column {.name = named.text, .type = Schema::typeOf(column)};
    }
    return columns;
}

} // namespace Migrations::Alembic
