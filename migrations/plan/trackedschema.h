#pragma once

#include "migrations/operations/operation.h"

#include <functional>

namespace Migrations::Plan {

/// The schema at a point of a plan: what there is at the start (read from a database, or replayed
/// from earlier revisions, when somebody asks for the first time) and what the plan's operations
/// did to it since. One plan, one object; not thread safe.
class TrackedSchema final
{
public:
    using Source = std::function<Result<Schema::Database>()>;

    explicit TrackedSchema(Source source) : m_source(std::move(source)) {}

    /// Applies an operation. Fails as a database would (Conflict, NotFound); the schema is then as
    /// before. Nothing is loaded for it.
    [[nodiscard]] Result<void> apply(const Operations::Operation &operation, const SourceLocation &at);
    /// The same, loading the start if need be.
    [[nodiscard]] Result<void> applyStrictly(const Operations::Operation &operation, const SourceLocation &at);

    /// NeedsConnection when SQL text, or a step that was left out, changed the schema in a way that is
    /// not known here.
    [[nodiscard]] Result<Schema::Database> current();

    /// From `at` on nobody knows what there is: a step was left out.
    void forget(const SourceLocation &at);

private:
    [[nodiscard]] Result<void> load();

    Source m_source;
    std::optional<Schema::Database> m_schema;
    QList<Operations::Operation> m_pending; ///< before the start was loaded
    std::optional<SourceLocation> m_unknownSince;
    bool m_isStepMissing = false; ///< then that is why
};

} // namespace Migrations::Plan
