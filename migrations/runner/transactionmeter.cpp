#include "migrations/runner/transactionmeter.h"

#include "migrations/database/connection.h"

#include <algorithm>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;

namespace {

/// from the weakest to the strongest: PostgreSQL's documentation, "Table-Level Locks"
const QStringList modes {u"AccessShareLock"_s, u"RowShareLock"_s, u"RowExclusiveLock"_s, u"ShareUpdateExclusiveLock"_s,
    u"ShareLock"_s, u"ShareRowExclusiveLock"_s, u"ExclusiveLock"_s, u"AccessExclusiveLock"_s};

const QString ownRelations = u"c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'pg_toast'::regnamespace, "
                             "'information_schema'::regnamespace)"_s;

} // namespace

Result<void> TransactionMeter::begin()
{
    if (m_connection.url().isSqlite())
        return {};
    const Result<Database::Rows> files = m_connection.execute(
        u"SELECT c.oid::bigint, c.oid::regclass::text, coalesce(pg_relation_filenode(c.oid), 0)::bigint FROM pg_class c "
        "WHERE c.relkind IN ('r', 'm', 'i') AND %1"_s.arg(ownRelations));
    if (!files)
        return failure(files.error());
    m_names.clear();
    m_files.clear();
    m_locks.clear();
    for (const QVariantList &row : files->rows) {
        m_names.insert(row[0].toLongLong(), row[1].toString());
        m_files.insert(row[0].toLongLong(), row[2].toLongLong());
    }
    m_sequences = sequences();
    return counters().transform([this](const Counters &now) { m_counters = now; });
}

Result<TransactionMeter::Counters> TransactionMeter::counters() const
{
    return m_connection
        .execute(u"SELECT coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)::bigint, "
                 "pg_current_wal_insert_lsn()::text FROM pg_stat_xact_user_tables"_s)
        .transform([](const Database::Rows &found) {
            const QVariantList &row = found.rows.front();
            return Counters {.rowsRead = row[0].toLongLong(), .position = row[1].toString()};
        });
}

std::optional<StatementMeasured> TransactionMeter::measure()
{
    if (m_connection.url().isSqlite())
        return std::nullopt;
    const Result<Counters> now = counters();
    if (!now)
        return std::nullopt;
    const Result<Database::Rows> held = m_connection.execute(
        u"SELECT l.relation::bigint, l.mode, coalesce(c.oid::regclass::text, ''), coalesce(pg_relation_filenode(c.oid), "
        "0)::bigint, pg_wal_lsn_diff('%1', '%2')::bigint FROM pg_locks l LEFT JOIN pg_class c ON c.oid = l.relation WHERE "
        "l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.granted AND l.relation >= 16384 AND (c.oid IS NULL OR "
        "%3)"_s.arg(now->position, m_counters.position, ownRelations));
    if (!held)
        return std::nullopt;
    StatementMeasured measured {.rowsRead = now->rowsRead - m_counters.rowsRead, .walBytes = 0};
    QMap<QString, qsizetype> stronger;
    for (const QVariantList &row : held->rows) {
        const qint64 relation = row[0].toLongLong();
        QString &name = m_names[relation];
        if (name.isEmpty())
            name = row[2].toString();
        measured.walBytes = row[4].toLongLong();
        const qsizetype mode = modes.indexOf(row[1].toString());
        if (mode > m_locks.value(relation, -1)) {
            m_locks.insert(relation, mode);
            if (!name.isEmpty())
                stronger.insert(name, mode);
        }
        const qint64 file = row[3].toLongLong();
        const auto known = m_files.constFind(relation);
        if (file != 0 && known != m_files.cend() && *known != file && !measured.rewritten.contains(name))
            measured.rewritten << name;
        if (file != 0)
            m_files.insert(relation, file);
    }
    for (const auto &[name, mode] : stronger.asKeyValueRange())
        measured.locks << RelationLock {.relation = name, .mode = modes[mode]};
    if (const Result<Counters> after = counters()) // its own reading of statistics is not the statement's
        m_counters = *after;
    return measured;
}

QHash<QString, QString> TransactionMeter::sequences() const
{
    QHash<QString, QString> values;
    const Result<Database::Rows> found = m_connection.execute(
        u"SELECT quote_ident(schemaname) || '.' || quote_ident(sequencename), coalesce(last_value::text, '') FROM "
        "pg_sequences"_s);
    if (found) {
        for (const QVariantList &row : found->rows)
            values.insert(row[0].toString(), row[1].toString());
    }
    return values;
}

QStringList TransactionMeter::movedSequences() const
{
    QStringList moved;
    if (m_connection.url().isSqlite())
        return moved;
    const QHash<QString, QString> now = sequences();
    for (const auto &[name, value] : m_sequences.asKeyValueRange()) {
        if (now.contains(name) && now.value(name) != value)
            moved << name;
    }
    std::ranges::sort(moved);
    return moved;
}

} // namespace Migrations::Runner
