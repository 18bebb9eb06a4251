#include "migrations/dialects/tablefacts.h"

#include "migrations/dialects/refusal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

namespace {

bool isNumeric(TypeFamily family)
{
    return family == TypeFamily::Integer || family == TypeFamily::SmallInteger || family == TypeFamily::BigInteger
        || family == TypeFamily::Numeric;
}

} // namespace

TableFacts::TableFacts(const Schema::Table &table, const Types &types)
    : m_table(table)
    , m_types(types)
    , m_primaryKey(Schema::declaredPrimaryKey(table))
{
}

bool TableFacts::isKey(const Schema::Column &column) const
{
    return column.primaryKey || m_primaryKey.key.columns.contains(column.name);
}

bool TableFacts::isNullable(const Schema::Column &column) const
{
    return column.nullable.value_or(!isKey(column) && !column.identity);
}

bool TableFacts::hasForeignKey(const Schema::Column &column) const
{
    return !column.foreignKeys.isEmpty()
        || std::ranges::any_of(m_table.constraints, [&](const Schema::Constraint &constraint) {
               const auto *key = std::get_if<Schema::ForeignKey>(&constraint);
               return key && key->columns.contains(column.name);
           });
}

bool TableFacts::canCount(const Schema::Column &column) const
{
    const bool asked = column.autoincrement == Schema::Autoincrement::Yes;
    if (!isNumeric(Types::family(column.type))) {
        if (!asked)
            return false;
        throw Refusal::argument(u"Column type %1 on column '%2.%3' is not compatible with autoincrement=True"_s.arg(
            m_types.generic(column.type), m_table.name, column.name));
    }
    if (asked)
        return true;
    const bool hasDefault =
        column.hasClientDefault || column.hasFetchedDefault || column.serverDefault || column.computed;
    return !hasDefault && (column.autoincrement == Schema::Autoincrement::IgnoreForeignKey || !hasForeignKey(column));
}

const Schema::Column *TableFacts::autoincrementColumn() const
{
    const QStringList &keys = m_primaryKey.key.columns;
    const Schema::Column *found = nullptr;
    for (const QString &name : keys) {
        const Schema::Column *column = m_table.column(name);
        if (!column || column->autoincrement == Schema::Autoincrement::No)
            continue;
        if (keys.size() > 1 && column->autoincrement != Schema::Autoincrement::Yes)
            continue;
        if (!canCount(*column))
            continue;
        if (found) {
            throw Refusal::argument(u"Only one Column may be marked autoincrement=True, found both %1 and %2."_s.arg(
                column->name, found->name));
        }
        found = column;
    }
    return found;
}

bool TableFacts::isAutoincrement(const Schema::Column &column) const
{
    if (!isKey(column))
        return false;
    const Schema::Column *counting = autoincrementColumn();
    return counting && counting->name == column.name;
}

QStringList TableFacts::keyColumns() const
{
    QStringList columns = m_primaryKey.key.columns;
    if (!m_primaryKey.isImplicit)
        return columns;
    const Schema::Column *first = autoincrementColumn();
    if (first && columns.removeOne(first->name))
        columns.prepend(first->name);
    return columns;
}

QList<Schema::Constraint> TableFacts::implied(const Schema::Column &column) const
{
    QList<Schema::Constraint> constraints = Schema::impliedConstraints(column);
    if (const std::optional<Schema::CheckConstraint> check = m_types.check(column)) {
        const bool afterUnique =
            !constraints.isEmpty() && std::holds_alternative<Schema::UniqueConstraint>(constraints.constFirst());
        constraints.insert(afterUnique ? 1 : 0, *check);
    }
    return constraints;
}

QList<Schema::Constraint> TableFacts::constraints() const
{
    QList<Schema::Constraint> constraints;
    for (const Schema::Constraint &constraint : m_table.constraints) {
        if (!std::holds_alternative<Schema::PrimaryKey>(constraint))
            constraints << constraint;
    }
    for (const Schema::Column &column : m_table.columns)
        constraints << implied(column);
    return constraints;
}

QList<Schema::Index> TableFacts::indexes() const
{
    QList<Schema::Index> indexes;
    for (const Schema::Column &column : m_table.columns) {
        if (const std::optional<Schema::Index> index = Schema::impliedIndex(column))
            indexes << *index;
    }
    return indexes + m_table.indexes;
}

} // namespace Migrations::Dialects
