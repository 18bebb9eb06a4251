#include "migrations/runner/lockholders.h"

#include "migrations/database/connection.h"

#include <QCoreApplication>
#include <QFile>

#include <sys/stat.h>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

/// the columns of a LockHolder, of pg_stat_activity as a
const QString holderColumns
    = u"a.pid, coalesce(a.usename::text, ''), coalesce(a.application_name, ''), coalesce(host(a.client_addr), ''), "
      "coalesce(to_char(coalesce(a.xact_start, a.backend_start), 'YYYY-MM-DD HH24:MI:SS'), ''), "
      "left(regexp_replace(coalesce(a.query, ''), '\\s+', ' ', 'g'), 200)"_s;

QList<LockHolder> holdersIn(const Result<Database::Rows> &found)
{
    QList<LockHolder> holders;
    if (!found)
        return holders;
    for (const QVariantList &row : found->rows)
        holders << LockHolder {.process = row[0].toLongLong(),
            .user = row[1].toString(),
            .application = row[2].toString(),
            .client = row[3].toString(),
            .since = row[4].toString(),
            .query = row[5].toString()};
    return holders;
}

/// PostgreSQL's views of progress: which one, and how it counts.
struct ProgressView {
    QLatin1StringView name;
    QLatin1StringView command;
    QLatin1StringView done;
    QLatin1StringView total;
};

constexpr std::array progressViews {
    ProgressView {"pg_stat_progress_create_index"_L1, "command"_L1,
        "CASE WHEN tuples_total > 0 THEN tuples_done WHEN blocks_total > 0 THEN blocks_done ELSE lockers_done END"_L1,
        "CASE WHEN tuples_total > 0 THEN tuples_total WHEN blocks_total > 0 THEN blocks_total ELSE lockers_total END"_L1},
    ProgressView {"pg_stat_progress_cluster"_L1, "command"_L1, "heap_blks_scanned"_L1, "heap_blks_total"_L1},
    ProgressView {"pg_stat_progress_vacuum"_L1, "'VACUUM'"_L1, "heap_blks_scanned"_L1, "heap_blks_total"_L1},
};

} // namespace

std::optional<LockWaiting> whatSessionWaitsFor(Database::Connection &connection, qint64 session)
{
    const QString pid = QString::number(session);
    const Result<Database::Rows> waits = connection.execute(
        u"SELECT CASE WHEN relation IS NOT NULL THEN relation::regclass::text || ' (' || mode || ')' ELSE locktype || "
        "' (' || mode || ')' END FROM pg_locks WHERE pid = %1 AND NOT granted LIMIT 1"_s.arg(pid));
    if (!waits || waits->rows.isEmpty())
        return std::nullopt;
    return LockWaiting {.object = waits->rows.front().front().toString(),
        .holders = holdersIn(connection.execute(u"SELECT %1 FROM pg_stat_activity a WHERE a.pid = "
                                                "ANY(pg_blocking_pids(%2)) ORDER BY 1"_s.arg(holderColumns, pid)))};
}

QList<LockHolder> holdersOfAdvisoryLock(Database::Connection &connection, int first, int second)
{
    return holdersIn(connection.execute(
        u"SELECT %1 FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE l.locktype = 'advisory' AND "
        "l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND l.classid = "
        "%2 AND l.objid = %3 AND l.objsubid = 2 ORDER BY 1"_s.arg(
            holderColumns, QString::number(first), QString::number(second))));
}

QList<LockHolder> holdersOfFile(const QString &path)
{
    QList<LockHolder> holders;
    struct stat file = {};
    QFile locks(u"/proc/locks"_s);
    if (path.isEmpty() || ::stat(QFile::encodeName(path).constData(), &file) != 0
        || !locks.open(QIODevice::ReadOnly | QIODevice::Text))
        return holders;
    const QByteArray inode = ':' + QByteArray::number(quint64(file.st_ino));
    QSet<qint64> seen {QCoreApplication::applicationPid()};
    for (const QByteArray &line : locks.readAll().split('\n')) {
        // 1: POSIX  ADVISORY  WRITE 4711 fe:00:131 1073741824 1073742335
        const QList<QByteArray> words = line.simplified().split(' ');
        const auto place = std::ranges::find_if(words, [&](const QByteArray &word) { return word.endsWith(inode); });
        if (place == words.cend() || place == words.cbegin() || words.contains("->"))
            continue;
        const qint64 process = std::prev(place)->toLongLong();
        if (process <= 0 || seen.contains(process))
            continue;
        seen << process;
        QFile name(u"/proc/%1/comm"_s.arg(process));
        const bool isKnown = name.open(QIODevice::ReadOnly);
        holders << LockHolder {
            .process = process, .application = isKnown ? QString::fromLocal8Bit(name.readAll()).trimmed() : QString()};
    }
    return holders;
}

std::optional<StatementProgress> progressOfSession(Database::Connection &connection, qint64 session)
{
    QStringList queries;
    for (const ProgressView &view : progressViews)
        queries << u"SELECT %1 || ': ' || phase, (%2)::bigint, (%3)::bigint FROM %4 WHERE pid = %5"_s.arg(
            view.command, view.done, view.total, view.name, QString::number(session));
    const Result<Database::Rows> found = connection.execute(queries.join(u" UNION ALL "_s) + u" LIMIT 1");
    if (!found || found->rows.isEmpty())
        return std::nullopt;
    const QVariantList &row = found->rows.front();
    return StatementProgress {
        .phase = row[0].toString(), .done = row[1].toLongLong(), .total = row[2].toLongLong()};
}

} // namespace Migrations::Runner
