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
    return const_cast<Table *>(std::as_const(*this).table(name, schema));
}

} // namespace Migrations::Schema
