#pragma once

#include "migrations/runner/rehearsal.h"
#include "migrations/runner/transactionmeter.h"

namespace Migrations::Runner {

/// What a dry run has beside a run: it listens, measures, and compares the schema of the beginning of
/// its one transaction with that of the end.
class DryRun final
{
public:
    DryRun(Database::Connection &connection, const Dialects::Dialect &dialect);

    /// the sink that hears what `sink` hears
    [[nodiscard]] EventSink listening(const EventSink &sink);
    /// The transaction has begun; or has begun anew, and what was heard is forgotten.
    [[nodiscard]] Result<void> begin();
    /// The last step is done: rolls the transaction back.
    [[nodiscard]] Result<void> end();
    [[nodiscard]] TransactionMeter &meter() { return m_meter; }
    /// What a ROLLBACK did not take back.
    [[nodiscard]] QList<Error> remains() const;
    [[nodiscard]] std::shared_ptr<const Rehearsal> rehearsal() const { return std::make_shared<Rehearsal>(m_rehearsal); }

private:
    void take(const RunEvent &event);

    Database::Connection &m_connection;
    const Dialects::Dialect &m_dialect;
    TransactionMeter m_meter;
    Schema::Database m_before;
    QString m_revision;
    Rehearsal m_rehearsal;
};

} // namespace Migrations::Runner
