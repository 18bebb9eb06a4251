#pragma once

#include "migrations/runner/runevent.h"

namespace Migrations::Database {
class Connection;
} // namespace Migrations::Database

namespace Migrations::Runner {

/// Measures what the statements of one transaction do to a PostgreSQL database, with questions on the
/// same connection between them: the locks it has now and had not before (pg_locks), the relations whose
/// file changed (relfilenode), the rows that were read (pg_stat_xact_user_tables), and the bytes that
/// went to the write-ahead log of the whole server meanwhile. System catalogues do not count.
class TransactionMeter final
{
public:
    explicit TransactionMeter(Database::Connection &connection) : m_connection(connection) { }

    /// The transaction has begun.
    [[nodiscard]] Result<void> begin();
    /// What the statement did that was sent since. Nothing on SQLite, and in a transaction that failed.
    [[nodiscard]] std::optional<StatementMeasured> measure();
    /// Sequences that went on since begin(), which no ROLLBACK takes back.
    [[nodiscard]] QStringList movedSequences() const;

private:
    struct Counters {
        qint64 rowsRead = 0;
        QString position; ///< in the log
    };

    [[nodiscard]] Result<Counters> counters() const;
    [[nodiscard]] QHash<QString, QString> sequences() const;

    Database::Connection &m_connection;
    QHash<qint64, QString> m_names; ///< of relations, by oid: a dropped one has none any more
    QHash<qint64, qint64> m_files;
    QHash<qint64, qsizetype> m_locks; ///< the strongest, by its place in the list of modes
    QHash<QString, QString> m_sequences;
    Counters m_counters;
};

} // namespace Migrations::Runner
