#include "migrations/dialects/expressions.h"

namespace Migrations::Dialects {

Expressions::Expressions(const Identifiers &identifiers, const Types &types, const Functions &functions,
    const Literals &literals, const Values &values, MakeWriter makeWriter)
    : m_identifiers(identifiers)
    , m_types(types)
    , m_functions(functions)
    , m_literals(literals)
    , m_values(values)
    , m_makeWriter(makeWriter)
{
}

bool Expressions::isOperation(const Schema::Expression &expression)
{
    using Kind = Schema::Expression::Kind;
    return expression.kind == Kind::Binary || expression.kind == Kind::Prefix || expression.kind == Kind::Postfix;
}

std::unique_ptr<StatementWriter> Expressions::writer() const
{
    return m_makeWriter({.identifiers = m_identifiers,
        .types = m_types,
        .functions = m_functions,
        .literals = m_literals,
        .values = m_values});
}

QString Expressions::text(const Schema::Expression &expression, Columns columns) const
{
    return writer()->expression(expression, columns);
}

QString Expressions::clientDefault(const Schema::Column &column) const
{
    return writer()->clientDefault(column);
}

QString Expressions::text(const Schema::Query &query) const
{
    return writer()->query(query);
}

QString Expressions::text(const Schema::Change &change) const
{
    return writer()->change(change);
}

} // namespace Migrations::Dialects
