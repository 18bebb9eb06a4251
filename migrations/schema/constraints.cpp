#include "migrations/schema/constraints.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Migrations::Schema {

namespace {

struct ColumnCollector {
    QStringList operator()(const PrimaryKey &key) const { return key.columns; }
    QStringList operator()(const UniqueConstraint &unique) const { return unique.columns; }
    QStringList operator()(const ForeignKey &key) const { return key.columns; }
    QStringList operator()(const CheckConstraint &check) const { return columnsOf(check.condition); }
    QStringList operator()(const ExcludeConstraint &exclude) const
    {
        QStringList columns;
        for (const ExcludeElement &element : exclude.elements)
            columns << columnsOf(element.expression);
        columns.removeDuplicates();
        return columns;
    }
};

} // namespace

QList<Constraint> impliedConstraints(const Column &column)
{
    QList<Constraint> constraints;
    if (column.unique && !column.index)
        constraints << UniqueConstraint {.name = {}, .columns = {column.name}};
    for (ForeignKey key : column.foreignKeys) {
        key.columns = {column.name};
        constraints << key;
    }
    return constraints;
}

std::optional<Index> impliedIndex(const Column &column)
{
    if (!column.index)
        return std::nullopt;
    return Index {.name = {}, .parts = {{.expression = Expression::column(column.name)}}, .unique = column.unique};
}

QString defaultIndexName(const Table &table, const Index &index)
{
    QString name = u"ix_"_s;
    if (!table.schema.isEmpty())
        name += QString(table.schema).replace(u'.', u'_') + u'_';
    return name + table.name + u'_' + namingColumns(index).value(0);
}

QStringList namingColumns(const Index &index)
{
    QStringList columns;
    for (const IndexPart &part : index.parts) {
        if (part.expression.kind == Expression::Kind::Text)
            columns << part.expression.text;
        else
            columns << columnsOf(part.expression);
    }
    return columns;
}

QStringList columnsOf(const Constraint &constraint)
{
    return std::visit(ColumnCollector {}, constraint);
}

QString kindOf(const Constraint &constraint)
{
    static const std::array<QString, 5> kinds {u"primary"_s, u"unique"_s, u"foreignkey"_s, u"check"_s, u"exclude"_s};
    return kinds.at(constraint.index());
}

QStringList columnsOf(const Expression &expression)
{
    if (expression.kind == Expression::Kind::Column)
        return {expression.text};
    QStringList columns;
    for (const Expression &argument : expression.arguments)
        columns << columnsOf(argument);
    columns.removeDuplicates();
    return columns;
}

DeclaredPrimaryKey declaredPrimaryKey(const Table &table)
{
    QStringList flagged;
    for (const Column &column : table.columns) {
        if (column.primaryKey)
            flagged << column.name;
    }
    for (const Constraint &constraint : table.constraints) {
        if (const auto *key = std::get_if<PrimaryKey>(&constraint)) {
            DeclaredPrimaryKey declared {.key = *key};
            if (declared.key.columns.isEmpty())
                declared.key.columns = flagged;
            return declared;
        }
    }
    return {.key = {.name = {}, .columns = flagged}, .isImplicit = true};
}

} // namespace Migrations::Schema
