#include "migrations/schema/table.h"

#include <algorithm>

namespace Migrations::Schema {

bool Column::hasConstantDefault() const
{
    using enum Expression::Kind;
    static const QList<Expression::Kind> constants {Value, String, Number};
    return clientDefault && constants.contains(clientDefault->kind);
}

QStringList Index::columns() const
{
    QStringList names;
    for (const IndexPart &part : parts)
        names << part.expression.text;
    return names;
}

const Column *Table::column(const QString &columnName) const
{
    const auto found = std::ranges::find(columns, columnName, &Column::name);
    return found == columns.cend() ? nullptr : &*found;
}

const Table *Database::table(const QString &name, const QString &schema) const
{
    const auto found =
        std::ranges::find_if(tables, [&](const Table &table) { return table.name == name && table.schema == schema; });
    return found == tables.cend() ? nullptr : &*found;
}

Table *Database::table(const QString &name, const QString &schema)
{
    // not by way of the const one: a copy of the database may share the list, and must not change with it
    const auto found =
        std::ranges::find_if(tables, [&](const Table &table) { return table.name == name && table.schema == schema; });
    return found == tables.end() ? nullptr : &*found;
}

} // namespace Migrations::Schema
