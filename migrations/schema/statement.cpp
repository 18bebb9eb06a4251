#include "migrations/schema/statement.h"

namespace Migrations::Schema {

namespace {

void collect(const Expression &expression, QList<RelationPtr> &found)
{
    using Kind = Expression::Kind;
    if (expression.kind == Kind::Subquery || expression.kind == Kind::LabelName)
        return;
    if (expression.relation)
        found << relationsIn(expression.relation);
    for (const Expression &argument : expression.arguments)
        collect(argument, found);
}

void addEach(QList<RelationPtr> &relations, const QList<RelationPtr> &more)
{
    for (const RelationPtr &each : more) {
        if (!relations.contains(each))
            relations << each;
    }
}

} // namespace

QList<RelationPtr> relationsIn(const Expression &expression)
{
    QList<RelationPtr> found;
    collect(expression, found);
    return found;
}

QList<RelationPtr> relationsIn(const RelationPtr &relation)
{
    if (relation->kind != Relation::Kind::Join)
        return {relation};
    return QList<RelationPtr> {relation} + relationsIn(relation->left) + relationsIn(relation->right);
}

QList<RelationPtr> relationsOf(const Query &query)
{
    QList<RelationPtr> relations;
    addEach(relations, query.from);
    for (const Expression &column : query.columns)
        addEach(relations, relationsIn(column));
    for (const Expression &condition : query.where)
        addEach(relations, relationsIn(condition));
    QList<RelationPtr> hidden;
    for (const RelationPtr &each : std::as_const(relations)) {
        if (each->kind == Relation::Kind::Join)
            hidden << relationsIn(each->left) << relationsIn(each->right);
    }
    relations.removeIf([&](const RelationPtr &each) { return hidden.contains(each); });
    return relations;
}

Expression columnOf(const RelationPtr &relation, qsizetype index)
{
    const Column &column = relation->columns[index];
    return {.kind = Expression::Kind::Column,
        .text = column.name,
        .type = std::make_shared<const Type>(column.type),
        .relation = relation};
}

QList<Expression> columnsOf(const RelationPtr &relation)
{
    if (relation->kind == Relation::Kind::Join)
        return columnsOf(relation->left) + columnsOf(relation->right);
    QList<Expression> columns;
    for (qsizetype i = 0; i < relation->columns.size(); ++i)
        columns << columnOf(relation, i);
    return columns;
}

QList<Expression> columnsOf(const Query &query)
{
    if (!query.keyword.isEmpty())
        return columnsOf(*query.parts.front());
    QList<Expression> columns;
    for (const Expression &column : query.columns) {
        if (column.kind == Expression::Kind::Star && column.relation)
            columns << columnsOf(column.relation);
        else
            columns << column;
    }
    return columns;
}

} // namespace Migrations::Schema
