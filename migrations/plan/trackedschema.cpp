#include "migrations/plan/trackedschema.h"

#include "migrations/dialects/naming.h"
#include "migrations/sqltext/rowgiving.h"

#include <QCoreApplication>

namespace Migrations::Plan {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

/// the table that an operation gives something that may need a name
struct NamedTable {
    std::pair<QString, QString> operator()(const Operations::CreateTable &op) const
    {
        return {op.table.name, op.table.schema};
    }
    std::pair<QString, QString> operator()(const Operations::AddColumn &op) const { return {op.table, op.schema}; }
    std::pair<QString, QString> operator()(const Operations::AddConstraint &op) const { return {op.table, op.schema}; }
    std::pair<QString, QString> operator()(const Operations::CreateIndex &op) const { return {op.table, op.schema}; }
    std::pair<QString, QString> operator()(const auto &) const { return {}; }
};

void nameItems(
    Schema::Database &schema, const Operations::Operation &operation, const Dialects::NamingConvention &convention)
{
    const auto [name, schemaName] = std::visit(NamedTable {}, operation);
    Schema::Table *table = name.isEmpty() ? nullptr : schema.table(name, schemaName);
    if (!table)
        return;
    for (Schema::Constraint &constraint : table->constraints) {
        const Result<Schema::Name> given = Dialects::conventionName(convention, constraint, name, schemaName);
        if (given)
            std::visit([&](auto &each) { each.name = {.text = given->text, .isFinal = true}; }, constraint);
    }
    for (Schema::Index &index : table->indexes) {
        if (const Result<Schema::Name> given = Dialects::conventionName(convention, index, name, schemaName))
            index.name = {.text = given->text, .isFinal = true};
    }
}

} // namespace

// names that a convention gives, while the table still has the name that they are made of
Result<void> TrackedSchema::change(Schema::Database &schema, const Operations::Operation &operation) const
{
    const auto *drop = std::get_if<Operations::DropConstraint>(&operation);
    if (!drop || m_convention.isEmpty()) {
        const Result<void> applied = Operations::apply(schema, operation);
        if (applied && !m_convention.isEmpty())
            nameItems(schema, operation, m_convention);
        return applied;
    }
    Operations::DropConstraint named = *drop;
    const Result<Schema::Name> name
        = Dialects::conventionNameOfDropped(m_convention, drop->name, drop->kind, drop->table, drop->schema);
    if (!name)
        return failure(name.error());
    named.name = *name;
    return Operations::apply(schema, named);
}

Result<void> TrackedSchema::apply(const Operations::Operation &operation, const SourceLocation &at)
{
    const auto *text = std::get_if<Operations::ExecuteSql>(&operation);
    if (text && !m_unknownSince && SqlText::changesSchema(text->sql))
        m_unknownSince = at;
    if (!m_schema) {
        m_pending << Pending {operation, at};
        return {};
    }
    Schema::Database changed = *m_schema;
    const Result<void> applied = change(changed, operation);
    if (applied)
        m_schema = std::move(changed);
    return applied;
}

Result<void> TrackedSchema::applyLeniently(const Operations::Operation &operation, const SourceLocation &at)
{
    const Result<void> applied = apply(operation, at);
    if (!applied && !m_unknownSince)
        m_unknownSince = at;
    return applied;
}

Result<void> TrackedSchema::applyStrictly(const Operations::Operation &operation, const SourceLocation &at)
{
    if (const Result<void> loaded = load(); !loaded)
        return loaded;
    const Result<void> applied = apply(operation, at);
    // after SQL text that nobody understood, what seems missing may be there
    return m_unknownSince ? Result<void>() : applied;
}

Result<Schema::Database> TrackedSchema::current()
{
    if (const Result<void> loaded = load(); !loaded)
        return failure(loaded.error());
    if (m_unknownSince)
        return failure({
            .code = ErrorCode::NeedsConnection,
            .message = (m_isStepMissing
                    ? Tr::tr("The script looks at the schema, and the step at %1 before it could not be evaluated.")
                    : Tr::tr("The script looks at the schema, which the statement at %1 changed in a way that is "
                              "not known without a database."))
                           .arg(m_unknownSince->toString()),
            .nextStep = Tr::tr("Apply the steps up to there first, then preview the rest with a connection."),
        });
    return *m_schema;
}

void TrackedSchema::forget(const SourceLocation &at)
{
    if (m_unknownSince)
        return;
    m_unknownSince = at;
    m_isStepMissing = true;
}

Result<void> TrackedSchema::load()
{
    if (m_schema)
        return {};
    Result<Schema::Database> start = m_source();
    if (!start)
        return failure(start.error());
    m_schema = std::move(*start);
    for (const Pending &pending : std::exchange(m_pending, {})) {
        // it was let through before, too
        if (!change(*m_schema, pending.operation) && !m_unknownSince)
            m_unknownSince = pending.at;
    }
    return {};
}

} // namespace Migrations::Plan
