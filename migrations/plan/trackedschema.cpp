#include "migrations/plan/trackedschema.h"

#include "migrations/sqltext/rowgiving.h"

#include <QCoreApplication>

namespace Migrations::Plan {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

Result<void> TrackedSchema::apply(const Operations::Operation &operation, const SourceLocation &at)
{
    const auto *text = std::get_if<Operations::ExecuteSql>(&operation);
    if (text && !m_unknownSince && SqlText::changesSchema(text->sql))
        m_unknownSince = at;
    if (!m_schema) {
        m_pending << operation;
        return {};
    }
    Schema::Database changed = *m_schema;
    const Result<void> applied = Operations::apply(changed, operation);
    if (applied)
        m_schema = std::move(changed);
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
    if (m_unknownSince)
        return failure({
            .code = ErrorCode::NeedsConnection,
            .message = (m_isStepMissing
                    ? Tr::tr("The script looks at the schema, and the step at %1 before it could not be evaluated.")
                    : Tr::tr("The script looks at the schema, which SQL text at %1 changed before."))
                           .arg(m_unknownSince->toString()),
            .nextStep = Tr::tr("Apply the steps up to there first, then preview the rest with a connection."),
        });
    return load().transform([this] { return *m_schema; });
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
    for (const Operations::Operation &operation : std::exchange(m_pending, {}))
        static_cast<void>(Operations::apply(*m_schema, operation)); // it was let through before, too
    return {};
}

} // namespace Migrations::Plan
