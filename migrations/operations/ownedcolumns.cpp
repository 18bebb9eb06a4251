#include "migrations/operations/ownedcolumns.h"

namespace Migrations::Operations {

using Schema::Expression;

Expression ownedColumn(const QString &column, const Schema::Table &table)
{
    Expression owner = Expression::column(table.name);
    if (!table.schema.isEmpty())
        owner.arguments << Expression::column(table.schema);
    return {.kind = Expression::Kind::Column, .text = column, .arguments = {owner}};
}

void ownColumns(Expression &expression, const Schema::Table &table)
{
    if (expression.kind == Expression::Kind::Column) {
        expression = ownedColumn(expression.text, table);
        return;
    }
    for (Expression &argument : expression.arguments)
        ownColumns(argument, table);
}

void renameOwned(Expression &expression, const std::function<QString(const QString &column)> &newName)
{
    if (expression.kind != Expression::Kind::Column) {
        for (Expression &argument : expression.arguments)
            renameOwned(argument, newName);
    } else if (!expression.arguments.isEmpty()) {
        expression.text = newName(expression.text);
    }
}

} // namespace Migrations::Operations
