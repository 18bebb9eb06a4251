#pragma once

#include "migrations/alembic/host.h"
#include "migrations/dialects/dialect.h"
#include "migrations/plan/preview.h"
#include "migrations/plan/rehearsal.h"
#include "migrations/plan/trackedschema.h"

namespace Migrations::Plan {

/// The host of a preview: statements are collected, nothing is sent.
///
/// Offline (`--sql`) it behaves as Alembic does without a connection: nothing conflicts, rows are
/// unknown. With a `reader` it stands for a connection: what conflicts with the schema raises in the
/// script as the database would, and rows are read from the database as long as the plan has not
/// changed anything before. With a rehearsal a table that is made anew is what a run makes of it.
class CollectingHost final : public Alembic::Host
{
public:
    using Reader = std::function<Result<Alembic::QueryResult>(const QString &sql, const QVariantMap &parameters)>;

    CollectingHost(const Dialects::Dialect &dialect, Dialects::Compiler &compiler, TrackedSchema &schema,
        Reader reader, Alembic::ScriptSettings settings = {})
        : m_dialect(dialect)
        , m_compiler(compiler)
        , m_schema(schema)
        , m_reader(std::move(reader))
        , m_settings(std::move(settings))
    {
    }

    /// null: none; it outlives the host
    void setRehearsal(Rehearsal *rehearsal) { m_rehearsal = rehearsal; }
    /// where the statements go from now on
    void beginStep(PlannedStep &step);
    [[nodiscard]] Result<void> finishStep() { return m_rehearsal ? m_rehearsal->finishStep() : Result<void>(); }

    [[nodiscard]] const Dialects::Dialect &dialect() const override { return m_dialect; }
    [[nodiscard]] bool isOffline() const override { return !m_reader; }
    [[nodiscard]] Alembic::ScriptSettings settings() const override { return m_settings; }
    [[nodiscard]] Result<void> beginAutocommit(const SourceLocation &at) override;
    [[nodiscard]] Result<void> endAutocommit(const SourceLocation &at) override;
    [[nodiscard]] Result<void> perform(const Operations::Operation &operation, const SourceLocation &at) override;
    [[nodiscard]] Result<bool> recreate(
        const Operations::TableRecreation::Steps &steps, const SourceLocation &at) override;
    [[nodiscard]] Result<Alembic::QueryResult> query(
        const QString &sql, const QVariantMap &parameters, const SourceLocation &at) override;
    [[nodiscard]] Result<Schema::Database> schema(const SourceLocation &at) override;
    void print(const QString &line, const SourceLocation &at) override;
    [[nodiscard]] Result<QString> ask(const QString &prompt, const SourceLocation &at) override;

private:
    void add(const QString &sql, const SourceLocation &at, const QString &operation);
    void addTransactionStatement(const QString &sql, const SourceLocation &at);
    [[nodiscard]] Result<void> check(const Operations::Operation &operation, const SourceLocation &at);

    const Dialects::Dialect &m_dialect;
    Dialects::Compiler &m_compiler;
    TrackedSchema &m_schema;
    Reader m_reader;
    Alembic::ScriptSettings m_settings;
    Rehearsal *m_rehearsal = nullptr;
    PlannedStep *m_step = nullptr;
    bool m_hasChanges = false;
    bool m_isTransactionAborted = false;
};

} // namespace Migrations::Plan
