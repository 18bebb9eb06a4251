#pragma once

#include "migrations/alembic/host.h"
#include "migrations/base/canceltoken.h"
#include "migrations/base/questions.h"
#include "migrations/dialects/dialect.h"
#include "migrations/operations/claims.h"
#include "migrations/runner/carriedobjects.h"
#include "migrations/runner/foreignkeyguard.h"
#include "migrations/runner/runevent.h"

namespace Migrations::Database {
class Connection;
}

namespace Migrations::Runner {

class RiskGuard;
class SurroundedRun;
class TransactionMeter;

/// The host of a real run: operations become statements that are sent at once, on the runner's
/// connection and inside its transaction; every statement is told to the sink. A statement outside
/// of a transaction that meets a lock is sent again while the patience lasts: nothing of it is done.
/// On SQLite a batch makes its table anew with nothing lost (see TableRebuilder).
class LiveHost final : public Alembic::Host
{
public:
    LiveHost(const Dialects::Dialect &dialect, Dialects::Compiler &compiler, Database::Connection &connection,
        Questions &questions, SurroundedRun &around, RiskGuard &guard, const CancelToken &cancel,
        Alembic::ScriptSettings settings = {});

    /// forgets what was asked and sent for the step before
    void beginStep();
    /// Before BEGIN: foreign keys off where a step of the transaction may make a table anew.
    [[nodiscard]] Result<void> guardForeignKeys(const Scripts::ScriptDirectory &scripts, const QList<Graph::Step> &steps)
    {
        return m_foreignKeys.beforeBegin(scripts, steps);
    }
    /// Before COMMIT: Conflict when something that a new table could not keep is missing now.
    [[nodiscard]] Result<void> finishStep();
    /// what the operations claim, those that were rolled back included until setClaims()
    [[nodiscard]] const Operations::Claims &claims() const { return m_claims; }
    void setClaims(const Operations::Claims &claims) { m_claims = claims; }
    /// What follows is measured, and rolled back in the end. An autocommit block leaves the transaction as
    /// it is, and what cannot be taken back is not sent. `meter` has to live as long.
    void rehearse(TransactionMeter &meter) { m_meter = &meter; }
    /// The question to which the answer was no, when the step then ended without changing anything.
    [[nodiscard]] std::optional<Question> declined() const;
    /// the script ended the transaction for an autocommit block: what stood before is committed
    [[nodiscard]] bool hasCommitted() const { return m_hasCommitted; }

    [[nodiscard]] const Dialects::Dialect &dialect() const override { return m_dialect; }
    [[nodiscard]] bool isOffline() const override { return false; }
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
    template<class Execute>
    [[nodiscard]] auto sendOnce(const QString &sql, Execute execute) -> decltype(execute());
    template<class Execute>
    [[nodiscard]] auto send(const QString &sql, const SourceLocation &at, Execute execute) -> decltype(execute());
    [[nodiscard]] Result<void> guard(const Operations::Operation &operation, const SourceLocation &at);
    [[nodiscard]] Result<void> sendOnly(const QString &sql, const SourceLocation &at);
    [[nodiscard]] Result<void> prepare(const QString &sql, const SourceLocation &at);
    [[nodiscard]] QString whyNotRehearsed(const QString &sql) const;
    [[nodiscard]] Result<bool> enumExists(const Operations::Operation &operation, const SourceLocation &at);

    const Dialects::Dialect &m_dialect;
    Dialects::Compiler &m_compiler;
    Database::Connection &m_connection;
    Questions &m_questions;
    SurroundedRun &m_around;
    const EventSink &m_sink; ///< of m_around
    RiskGuard &m_guard;
    CancelToken m_cancel;
    Alembic::ScriptSettings m_settings;
    CarriedObjects m_carried;
    ForeignKeyGuard m_foreignKeys {m_connection};
    QSet<QString> m_copied; ///< tables whose rows the step has copied to one that takes their place
    bool m_isRebuilding = false; ///< what is sent then undoes itself
    std::optional<Question> m_declined;
    bool m_hasCommitted = false;
    Operations::Claims m_claims;
    TransactionMeter *m_meter = nullptr; ///< of a dry run
    bool m_isOutside = false; ///< of a dry run: inside of an autocommit block
    bool m_hasChanges = false; ///< the step sent something that is not a query
    std::optional<Schema::Database> m_schema; ///< as long as nothing was sent since
};

} // namespace Migrations::Runner
