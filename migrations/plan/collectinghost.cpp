#include "migrations/plan/collectinghost.h"

#include "migrations/base/questions.h"
#include "migrations/sqltext/rowgiving.h"

#include <QCoreApplication>

namespace Migrations::Plan {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

void CollectingHost::beginStep(PlannedStep &step)
{
    m_step = &step;
    m_isTransactionAborted = false;
    if (m_rehearsal)
        m_rehearsal->beginStep();
}

// With a connection, an operation fails here as it would there. PostgreSQL then refuses everything
// up to the end of the transaction, also when the script caught the exception.
Result<void> CollectingHost::check(const Operations::Operation &operation, const SourceLocation &at)
{
    if (isOffline()) {
        m_schema.applyLeniently(operation, at); // Alembic prints it all the same
        return {};
    }
    if (m_isTransactionAborted)
        return failure({
            .code = ErrorCode::Server,
            .message = QStringLiteral("current transaction is aborted, commands ignored until end of transaction block"),
            .at = at,
        });
    Result<void> applied = m_schema.applyStrictly(operation, at);
    if (!applied)
        m_isTransactionAborted = m_dialect.hasTransactionalDdl();
    return applied;
}

Result<void> CollectingHost::perform(const Operations::Operation &operation, const SourceLocation &at)
{
    const Dialects::Rendered rendered = m_compiler.compile(operation);
    if (!rendered.refusal) {
        if (Result<void> checked = check(operation, at); !checked)
            return checked;
    }
    for (const QString &statement : rendered.statements) {
        for (const QString &before : m_rehearsal ? m_rehearsal->follow(statement) : QStringList())
            add(before, at, describe(operation));
        add(statement, at, describe(operation));
    }
    m_hasChanges = m_hasChanges || !rendered.statements.isEmpty();
    if (rendered.refusal)
        return failure(*rendered.refusal);
    return {};
}

void CollectingHost::add(const QString &sql, const SourceLocation &at, const QString &operation)
{
    m_step->statements << Statement {.sql = statementText(sql), .at = at, .operation = operation};
}

Result<bool> CollectingHost::recreate(const Operations::TableRecreation::Steps &steps, const SourceLocation &at)
{
    if (!m_rehearsal)
        return false;
    const Result<QStringList> statements = m_rehearsal->recreate(steps, m_compiler);
    if (!statements)
        return failure(statements.error());
    for (const Operations::Operation &operation : operationsOf(steps)) {
        if (const Result<void> checked = check(operation, at); !checked)
            return failure(checked.error());
    }
    for (const QString &statement : *statements)
        add(statement, at, Tr::tr("make table %1 anew").arg(steps.drop.table));
    m_hasChanges = true;
    return true;
}

void CollectingHost::addTransactionStatement(const QString &sql, const SourceLocation &at)
{
    m_isTransactionAborted = false;
    if (m_dialect.hasTransactionalDdl())
        m_step->statements << Statement {.sql = sql, .at = at, .operation = Tr::tr("autocommit block")};
}

Result<void> CollectingHost::beginAutocommit(const SourceLocation &at)
{
    addTransactionStatement(QStringLiteral("COMMIT"), at);
    return {};
}

Result<void> CollectingHost::endAutocommit(const SourceLocation &at)
{
    addTransactionStatement(QStringLiteral("BEGIN"), at);
    return {};
}

Result<Alembic::QueryResult> CollectingHost::query(
    const QString &sql, const QVariantMap &parameters, const SourceLocation &at)
{
    if (isOffline() && !parameters.isEmpty())
        return failure(ErrorCode::NeedsConnection, QStringLiteral("SQL parameters not allowed with as_sql"),
            Tr::tr("Connect to the database, then preview or apply from there."));
    if (!isOffline() && SqlText::givesRows(sql)) {
        if (m_hasChanges)
            return failure(ErrorCode::NeedsConnection,
                Tr::tr("The script reads rows of data after earlier statements of this plan would have changed the "
                       "database."),
                Tr::tr("Preview one step at a time, or apply the steps up to there first."));
        return m_reader(sql, parameters);
    }
    return perform(Operations::ExecuteSql {sql}, at).transform([] {
        return Alembic::QueryResult {.columns = {}, .rows = {}, .affected = -1, .isUnknown = true};
    });
}

Result<Schema::Database> CollectingHost::schema(const SourceLocation &)
{
    const Result<Schema::Database> known = m_schema.current();
    return known || !m_rehearsal ? known : m_rehearsal->schema();
}

void CollectingHost::print(const QString &line, const SourceLocation &)
{
    m_step->output << line;
}

Result<QString> CollectingHost::ask(const QString &prompt, const SourceLocation &)
{
    m_step->questions << prompt;
    return FixedAnswers(FixedAnswers::Answer::Yes).ask(Question::fromPrompt(prompt));
}

} // namespace Migrations::Plan
