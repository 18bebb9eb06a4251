#include "migrations/dialects/columns.h"

namespace Migrations::Dialects {

QString Columns::checks(const Schema::Column &column, const TableFacts &facts) const
{
    QString text;
    for (const Schema::CheckConstraint &check : column.checks)
        text += u' ' + m_constraints.columnCheck(check, facts);
    return text;
}

QString Columns::defaultText(const Schema::Expression &value) const
{
    return m_words.expressions.text(value);
}

QString Columns::name(const Schema::Column &column) const
{
    return m_words.identifiers.quoted(column.name, column.forceQuote);
}

} // namespace Migrations::Dialects
