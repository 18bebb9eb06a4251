#include "migrations/alembic/batchchanges.h"

#include "migrations/dialects/naming.h"
#include "migrations/schema/constraints.h"

namespace Migrations::Alembic {

using namespace Operations;

Result<void> BatchChanges::apply(const BatchAlteration::Directive &directive)
{
    m_directive = &directive;
    if (!directive.condition.isEmpty()) {
        const bool drops = std::holds_alternative<DropIndex>(directive.operation);
        return failure(Error {.code = ErrorCode::BadInput,
            .message = QStringLiteral("ApplyBatchImpl.%1_index() got an unexpected keyword argument '%2'")
                           .arg(drops ? QStringLiteral("drop") : QStringLiteral("create"), directive.condition),
            .exception = QStringLiteral("TypeError")});
    }
    return std::visit(*this, directive.operation);
}

Result<void> BatchChanges::addNamed(Schema::Constraint constraint, const QString &table, const QString &schema)
{
    const Result<Schema::Name> name = Dialects::conventionName(m_convention, constraint, table, schema);
    if (!name)
        return failure(name.error());
    std::visit([&](auto &each) { each.name = *name; }, constraint);
    return m_table.addConstraint(constraint);
}

// a type's CHECK that has no name is given none by any convention
Result<std::optional<Schema::CheckConstraint>> BatchChanges::typeCheck(
    const QString &column, const Schema::Type &type, const QString &table, const QString &schema) const
{
    std::optional<Schema::CheckConstraint> check = m_dialect.typeCheck({.name = column, .type = type});
    if (!check || check->name.isNone())
        return check;
    const Result<Schema::Name> name = Dialects::conventionName(m_convention, *check, table, schema);
    if (!name)
        return failure(name.error());
    check->name = *name;
    return check;
}

Result<void> BatchChanges::operator()(const AddColumn &operation)
{
    const Schema::Column &column = operation.column;
    if (Result<void> added = m_table.addColumn(column, m_directive->before, m_directive->after); !added)
        return added;
    const Result<std::optional<Schema::CheckConstraint>> check
        = typeCheck(column.name, column.type, operation.table, operation.schema);
    if (!check)
        return failure(check.error());
    if (*check) {
        if (Result<void> added = m_table.addConstraint(**check, true); !added)
            return added;
    }
    for (const Schema::Constraint &constraint : Schema::impliedConstraints(column)) {
        if (Result<void> added = addNamed(constraint, operation.table, operation.schema); !added)
            return added;
    }
    const std::optional<Schema::Index> index = Schema::impliedIndex(column);
    return index ? (*this)(CreateIndex {.table = operation.table, .index = *index, .schema = operation.schema})
                 : Result<void>();
}

Result<void> BatchChanges::operator()(const DropColumn &operation)
{
    return m_table.dropColumn(operation);
}

Result<void> BatchChanges::operator()(const AlterColumn &operation)
{
    if (operation.existingType && operation.type) {
        const Result<std::optional<Schema::CheckConstraint>> check
            = typeCheck(operation.column, *operation.existingType, operation.table, operation.schema);
        if (!check)
            return failure(check.error());
        if (*check) {
            if (Result<void> dropped = m_table.dropConstraint((*check)->name.text, true); !dropped)
                return dropped;
        }
    }
    if (Result<void> altered = m_table.alterColumn(operation); !altered || !operation.type)
        return altered;
    const Result<std::optional<Schema::CheckConstraint>> check
        = typeCheck(operation.column, *operation.type, operation.table, operation.schema);
    if (!check)
        return failure(check.error());
    return *check ? m_table.addConstraint(**check, true) : Result<void>();
}

Result<void> BatchChanges::operator()(const AddConstraint &operation)
{
    return addNamed(operation.constraint, operation.table, operation.schema);
}

Result<void> BatchChanges::operator()(const DropConstraint &operation)
{
    const Result<Schema::Name> name = Dialects::conventionNameOfDropped(
        m_convention, operation.name, operation.kind, operation.table, operation.schema);
    return name ? m_table.dropConstraint(name->text) : Result<void>(failure(name.error()));
}

Result<void> BatchChanges::operator()(const CreateIndex &operation)
{
    const Result<Schema::Name> name
        = Dialects::conventionName(m_convention, operation.index, operation.table, operation.schema);
    if (!name)
        return failure(name.error());
    Schema::Index index = operation.index;
    index.name = *name;
    return m_table.createIndex(index);
}

Result<void> BatchChanges::operator()(const DropIndex &operation)
{
    const Result<Schema::Name> name = Dialects::conventionName(
        m_convention, Schema::Index {.name = operation.name, .parts = {}}, operation.table, operation.schema);
    return name ? m_table.dropIndex(name->text) : Result<void>(failure(name.error()));
}

} // namespace Migrations::Alembic
