#pragma once

#include "migrations/dialects/dialect.h"

#include <functional>

namespace Migrations::Plan {

/// The schema at a point of a plan: what there is at the start (read from a database, or replayed
/// from earlier revisions, when somebody asks for the first time) and what the plan's operations
/// did to it since. One plan, one object; not thread safe.
class TrackedSchema final
{
public:
    using Source = std::function<Result<Schema::Database>()>;

    /// `convention`: gives names to what operations leave without one
    explicit TrackedSchema(Source source, Dialects::NamingConvention convention = {})
        : m_source(std::move(source)), m_convention(std::move(convention)) {}

    /// Applies an operation. Fails as a database would (Conflict, NotFound); the schema is then as
    /// before. Nothing is loaded for it.
    [[nodiscard]] Result<void> apply(const Operations::Operation &operation, const SourceLocation &at);
    /// The same for a run that goes on whatever the database would say: after a failure the schema is
    /// not known any more.
    Result<void> applyLeniently(const Operations::Operation &operation, const SourceLocation &at);
    /// The same as apply(), loading the start if need be.
    [[nodiscard]] Result<void> applyStrictly(const Operations::Operation &operation, const SourceLocation &at);

    /// NeedsConnection when SQL text, or a step that was left out, changed the schema in a way that is
    /// not known here.
    [[nodiscard]] Result<Schema::Database> current();

    /// From `at` on nobody knows what there is: a step was left out.
    void forget(const SourceLocation &at);

private:
    struct Pending {
        Operations::Operation operation;
        SourceLocation at;
    };

    [[nodiscard]] Result<void> load();
    [[nodiscard]] Result<void> change(Schema::Database &schema, const Operations::Operation &operation) const;

    Source m_source;
    Dialects::NamingConvention m_convention;
    std::optional<Schema::Database> m_schema;
    QList<Pending> m_pending; ///< before the start was loaded
    std::optional<SourceLocation> m_unknownSince;
    bool m_isStepMissing = false; ///< then that is why
};

} // namespace Migrations::Plan
