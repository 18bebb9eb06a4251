#include "migrations/runner/livehost.h"

#include "migrations/database/connection.h"
#include "migrations/inspection/inspector.h"
#include "migrations/plan/preview.h"
#include "migrations/runner/filledtable.h"
#include "migrations/runner/riskguard.h"
#include "migrations/runner/surroundedrun.h"
#include "migrations/runner/tablerebuilder.h"
#include "migrations/runner/transactionmeter.h"
#include "migrations/sqltext/rehearsalobstacle.h"
#include "migrations/sqltext/rowgiving.h"

#include <QCoreApplication>

namespace Migrations::Runner {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

LiveHost::LiveHost(const Dialects::Dialect &dialect, Dialects::Compiler &compiler, Database::Connection &connection,
    Questions &questions, SurroundedRun &around, RiskGuard &guard, const CancelToken &cancel,
    Alembic::ScriptSettings settings)
    : m_dialect(dialect)
    , m_compiler(compiler)
    , m_connection(connection)
    , m_questions(questions)
    , m_around(around)
    , m_sink(around.sink())
    , m_guard(guard)
    , m_cancel(cancel)
    , m_settings(std::move(settings))
{
}

void LiveHost::beginStep()
{
    m_declined.reset();
    m_carried.beginStep();
    m_hasChanges = false;
    m_hasCommitted = false;
    m_isOutside = false;
    m_copied.clear();
}

Result<void> LiveHost::beginAutocommit(const SourceLocation &at)
{
    if (m_meter) {
        m_isOutside = true;
        return {};
    }
    if (!m_guard.pending().isEmpty()) // the question comes before what cannot be rolled back
        return failure({.code = ErrorCode::Refused, .message = Tr::tr("Nobody has agreed yet."), .at = at});
    Result<void> committed = m_connection.commit();
    if (!committed)
        committed.error().at = at;
    m_hasCommitted = m_hasCommitted || committed;
    return committed;
}

Result<void> LiveHost::endAutocommit(const SourceLocation &at)
{
    m_isOutside = false;
    if (m_connection.inTransaction()) // it could not be ended
        return {};
    Result<void> begun = m_connection.begin();
    if (!begun)
        begun.error().at = at;
    return begun;
}

std::optional<Question> LiveHost::declined() const
{
    return m_hasChanges ? std::nullopt : m_declined;
}

template<class Execute>
auto LiveHost::sendOnce(const QString &sql, Execute execute) -> decltype(execute())
{
    const UnlimitedLockWait unlimited(m_connection, sql);
    m_around.companion().statementStarted();
    auto result = execute();
    m_around.companion().statementFinished();
    return result;
}

template<class Execute>
auto LiveHost::send(const QString &sql, const SourceLocation &at, Execute execute) -> decltype(execute())
{
    if (m_cancel.isCanceled())
        return failure({.code = ErrorCode::Canceled, .message = Tr::tr("Canceled."), .at = at});
    m_hasChanges = m_hasChanges || !SqlText::givesRows(sql);
    if (const QString reason = whyNotRehearsed(sql); !reason.isEmpty()) {
        m_sink(StatementSkipped {.sql = Plan::statementText(sql), .at = at, .reason = reason});
        return Database::Rows {};
    }
    // told as it is printed; sent as it is, because a tab may stand in a value
    m_sink(StatementStarted {.sql = Plan::statementText(sql), .at = at});
    const auto begin = std::chrono::steady_clock::now();
    const bool canRepeat = !m_connection.inTransaction() && !UnlimitedLockWait::isFor(sql);
    const auto once = [&] { return sendOnce(sql, execute); };
    auto result = canRepeat ? m_around.patiently(once) : once();
    const auto elapsed
        = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
    m_sink(StatementFinished {.elapsed = elapsed, .rows = result ? result->affected : -1,
        .error = result ? QString() : result.error().message});
    m_schema.reset();
    if (!result)
        result.error().at = at;
    else if (const auto measured = m_meter ? m_meter->measure() : std::nullopt)
        m_sink(*measured);
    return result;
}

QString LiveHost::whyNotRehearsed(const QString &sql) const
{
    if (!m_meter || m_isRebuilding)
        return {};
    using enum SqlText::RehearsalObstacle;
    const SqlText::RehearsalObstacle obstacle = SqlText::rehearsalObstacle(sql, m_dialect.name());
    if (obstacle == NotUndone)
        return Tr::tr("A ROLLBACK would not take it back.");
    if (obstacle == NotInTransaction || (m_isOutside && !SqlText::givesRows(sql)))
        return Tr::tr("It runs outside of a transaction, so it could not be rolled back.");
    return {};
}

// Enum(…).create(bind) asks the database first, unless checkfirst=False
Result<bool> LiveHost::enumExists(const Operations::Operation &operation, const SourceLocation &at)
{
    const auto has = [&](const QString &name, const QString &schemaName) {
        return schema(at).transform([&](const Schema::Database &database) {
            return std::ranges::any_of(database.enums, [&](const Schema::EnumType &type) {
                return type.name == name && type.schema == schemaName;
            });
        });
    };
    if (const auto *create = std::get_if<Operations::CreateEnum>(&operation))
        return has(create->type.name, create->type.schema);
    const auto &drop = std::get<Operations::DropEnum>(operation);
    return has(drop.name, drop.schema);
}

Result<void> LiveHost::perform(const Operations::Operation &operation, const SourceLocation &at)
{
    const auto *create = std::get_if<Operations::CreateEnum>(&operation);
    const auto *drop = std::get_if<Operations::DropEnum>(&operation);
    if ((create && create->checkFirst) || (drop && drop->checkFirst)) {
        const Result<bool> exists = enumExists(operation, at);
        if (!exists)
            return failure(exists.error());
        if (*exists == (create != nullptr))
            return {};
    }
    if (const Result<void> agreed = guard(operation, at); !agreed)
        return agreed;
    const Dialects::Rendered rendered = m_compiler.compile(operation);
    for (const QString &compiled : rendered.statements) {
        const Result<void> done = prepare(compiled, at).and_then([&] { return sendOnly(compiled, at); });
        if (!done)
            return done;
    }
    if (rendered.refusal)
        return failure(*rendered.refusal);
    m_claims.note(operation);
    return {};
}

// what takes data away is counted before it does
Result<void> LiveHost::guard(const Operations::Operation &operation, const SourceLocation &at)
{
    if (const auto *copy = std::get_if<Operations::CopyRows>(&operation))
        m_copied << copy->source; // a table that is made anew: its rows are in the new one
    if (const auto *drop = std::get_if<Operations::DropTable>(&operation); drop && m_copied.remove(drop->table))
        return {};
    const bool isFinal = !m_meter && (m_hasCommitted || !m_connection.inTransaction());
    Result<void> agreed = m_guard.before(operation, isFinal);
    if (!agreed)
        agreed.error().at = at;
    return agreed;
}

Result<void> LiveHost::sendOnly(const QString &sql, const SourceLocation &at)
{
    return send(sql, at, [&] { return m_connection.execute(sql); }).transform([](const auto &) {});
}

// what SQLite would not say, or not in time
Result<void> LiveHost::prepare(const QString &sql, const SourceLocation &at)
{
    if (m_dialect.name() != u"sqlite")
        return {};
    Result<void> filled = checkFilledTable(m_connection, sql);
    if (!filled) {
        filled.error().at = at;
        return filled;
    }
    const QString before = m_carried.before(sql);
    return before.isEmpty() ? Result<void>() : sendOnly(before, at);
}

Result<void> LiveHost::finishStep()
{
    return m_carried.finishStep(m_connection).and_then([this] { return m_foreignKeys.check(); });
}

Result<bool> LiveHost::recreate(const Operations::TableRecreation::Steps &steps, const SourceLocation &at)
{
    for (const QString &column : steps.droppedColumns) {
        const Result<void> agreed = guard(
            Operations::DropColumn {.table = steps.drop.table, .column = column, .schema = steps.drop.schema}, at);
        if (!agreed)
            return failure(agreed.error());
    }
    if (m_dialect.name() != u"sqlite" || m_isOutside) // in a dry run an autocommit block is only told
        return false;
    TableRebuilder rebuilder(m_connection, m_compiler, m_questions, m_carried,
        [&](const QString &sql) { return sendOnly(sql, at); });
    m_isRebuilding = true;
    Result<void> done = rebuilder.run(steps);
    m_isRebuilding = false;
    m_schema.reset();
    if (!done) {
        done.error().at = at;
        return failure(done.error());
    }
    for (const Operations::Operation &operation : operationsOf(steps))
        m_claims.note(operation);
    for (Error warning : rebuilder.warnings()) {
        warning.at = at;
        m_sink(RunWarning {warning});
    }
    return true;
}

Result<Alembic::QueryResult> LiveHost::query(
    const QString &sql, const QVariantMap &parameters, const SourceLocation &at)
{
    if (const Result<void> agreed = guard(Operations::ExecuteSql {sql}, at); !agreed)
        return failure(agreed.error());
    if (const Result<void> prepared = prepare(sql, at); !prepared)
        return failure(prepared.error());
    return send(sql, at,
        [&] { return parameters.isEmpty() ? m_connection.execute(sql) : m_connection.execute(sql, parameters); })
        .transform([](const Database::Rows &rows) {
            return Alembic::QueryResult {.columns = rows.columns, .rows = rows.rows, .affected = rows.affected};
        });
}

Result<Schema::Database> LiveHost::schema(const SourceLocation &at)
{
    if (!m_schema) {
        Result<Schema::Database> read = Inspection::inspect(m_connection);
        if (!read) {
            read.error().at = at;
            return read;
        }
        m_schema = std::move(*read);
    }
    return *m_schema;
}

void LiveHost::print(const QString &line, const SourceLocation &at)
{
    m_sink(ScriptOutput {.line = line, .at = at});
}

Result<QString> LiveHost::ask(const QString &prompt, const SourceLocation &at)
{
    Question question = Question::fromPrompt(prompt);
    question.askedAt = at;
    return m_questions.ask(question).transform([&](const QString &answer) {
        if (question.kind == Question::Kind::Confirmation && answer.trimmed().toLower() == question.no)
            m_declined = question;
        if (question.kind == Question::Kind::Confirmation && answer.trimmed().toLower() == question.yes.toLower())
            m_guard.agreeToStep(); // nobody is asked twice
        return answer;
    });
}

} // namespace Migrations::Runner
