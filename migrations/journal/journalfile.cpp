#include "migrations/journal/journalfile.h"

#include "migrations/database/connection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace Migrations::Journal {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

constexpr int version = 1;

/// What a file is given that has no tables yet; each entry brings it one version further.
const QList<QStringList> &growth()
{
    static const QList<QStringList> steps {
        {u"CREATE TABLE run (number INTEGER PRIMARY KEY AUTOINCREMENT, action TEXT NOT NULL, target TEXT NOT NULL, "
          "project TEXT NOT NULL, database TEXT NOT NULL, user TEXT NOT NULL, host TEXT NOT NULL, program TEXT NOT NULL, "
          "process INTEGER NOT NULL, process_begun INTEGER NOT NULL, begun TEXT NOT NULL, ended TEXT, "
          "microseconds INTEGER, succeeded INTEGER, rows_before TEXT NOT NULL DEFAULT '[]', "
          "rows_after TEXT NOT NULL DEFAULT '[]', planned_steps INTEGER NOT NULL DEFAULT 0, "
          "done_steps INTEGER NOT NULL DEFAULT 0, left_out INTEGER NOT NULL DEFAULT 0, backup TEXT NOT NULL DEFAULT '', "
          "error TEXT NOT NULL DEFAULT '')"_s,
            u"CREATE TABLE step (run INTEGER NOT NULL, number INTEGER NOT NULL, direction TEXT NOT NULL, "
             "revision TEXT NOT NULL, text TEXT NOT NULL, checksum TEXT NOT NULL, begun TEXT NOT NULL, "
             "microseconds INTEGER, state INTEGER NOT NULL, error TEXT NOT NULL DEFAULT '', "
             "PRIMARY KEY (run, number)) WITHOUT ROWID"_s,
            u"CREATE TABLE statement (run INTEGER NOT NULL, number INTEGER NOT NULL, step INTEGER NOT NULL, "
             "sql TEXT NOT NULL, file TEXT NOT NULL, line INTEGER NOT NULL, begun TEXT NOT NULL, microseconds INTEGER, "
             "rows INTEGER NOT NULL DEFAULT -1, error TEXT NOT NULL DEFAULT '', PRIMARY KEY (run, number)) WITHOUT ROWID"_s,
            u"CREATE INDEX run_project ON run (project)"_s}};
    return steps;
}

Result<qint64> number(Database::Connection &connection, const QString &sql)
{
    return connection.execute(sql).transform([](const Database::Rows &rows) {
        return rows.rows.isEmpty() ? 0 : rows.rows.constFirst().constFirst().toLongLong();
    });
}

Result<void> all(Database::Connection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (const Result<Database::Rows> done = connection.execute(statement); !done)
            return failure(done.error());
    }
    return {};
}

// what a new folder and file are: statements and names of databases are nobody else's business
Result<void> make(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const bool isFolderNew = !QDir(folder).exists();
    if (isFolderNew && !QDir().mkpath(folder))
        return failure(ErrorCode::Io, Tr::tr("The folder %1 of the journal cannot be made.").arg(folder),
            Tr::tr("Check the rights of the folder above it."));
    if (isFolderNew)
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (QFileInfo::exists(path))
        return {};
    QFile file(path);
    if (!file.open(QIODevice::NewOnly | QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner)
        && !QFileInfo::exists(path))
        return failure(ErrorCode::Io, Tr::tr("The journal %1 cannot be made: %2").arg(path, file.errorString()),
            Tr::tr("Check the rights of its folder, and that the disk is not full."));
    return {};
}

// another program may do the same at the same moment
Result<void> grow(Database::Connection &connection)
{
    const Result<qint64> begun = connection.begin().and_then([&] { return number(connection, u"PRAGMA user_version"_s); });
    if (!begun)
        return failure(begun.error());
    for (qint64 step = *begun; step < version; ++step) {
        if (Result<void> done = all(connection, growth().at(step)); !done)
            return done;
    }
    return all(connection, {u"PRAGMA user_version = %1"_s.arg(qMax(qint64(version), *begun))})
        .and_then([&] { return connection.commit(); });
}

Result<void> ready(Database::Connection &connection, const QString &path)
{
    const Result<qint64> found = number(connection, u"PRAGMA user_version"_s);
    if (!found)
        return failure(found.error());
    if (*found > version)
        return failure(ErrorCode::Unsupported, Tr::tr("The journal %1 was written by a newer Stillroom.").arg(path),
            Tr::tr("Update this program, or move the file away."));
    if (*found == version)
        return all(connection, {u"PRAGMA synchronous = NORMAL"_s});
    return all(connection, {u"PRAGMA auto_vacuum = FULL"_s, u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s})
        .and_then([&] { return grow(connection); });
}

Result<void> removeRuns(Database::Connection &connection, const QString &which)
{
    return all(connection,
        {u"DELETE FROM statement WHERE run IN (%1)"_s.arg(which), u"DELETE FROM step WHERE run IN (%1)"_s.arg(which),
            u"DELETE FROM run WHERE number IN (%1)"_s.arg(which)});
}

} // namespace

QString JournalFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/stillroom/journal.sqlite3"_s;
}

Result<std::unique_ptr<Database::Connection>> JournalFile::open(const QString &path)
{
    Result<std::unique_ptr<Database::Connection>> connection
        = make(path)
              .and_then([&] { return Database::DatabaseUrl::parse(u"sqlite:///%1?timeout=2"_s.arg(path)); })
              .and_then([](const Database::DatabaseUrl &url) { return Database::Connection::open(url); });
    if (!connection)
        return connection;
    if (const Result<void> usable = ready(**connection, path); !usable)
        return failure(usable.error());
    return connection;
}

Result<void> JournalFile::prune(Database::Connection &connection, const Retention &retention)
{
    // what nobody has ended in a month is not under way
    const QString over
        = u"(ended IS NOT NULL OR begun < strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-30 days')) ORDER BY number"_s;
    const QString oldest = u"SELECT number FROM run WHERE "_s + over + u" LIMIT %1"_s;
    const Result<qint64> excess = number(connection, u"SELECT count(*) - %1 FROM run"_s.arg(retention.runs));
    if (!excess)
        return failure(excess.error());
    if (*excess > 0) {
        if (Result<void> removed = removeRuns(connection, oldest.arg(*excess)); !removed)
            return removed;
    }
    // a tenth at a time, as long as there is something to remove
    for (qint64 before = -1;;) {
        const Result<qint64> used = number(connection,
            u"SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, "
             "pragma_page_size"_s);
        if (!used)
            return failure(used.error());
        if (*used <= retention.bytes || *used == before)
            break;
        before = *used;
        const QString tenth = u"max(1, (SELECT count(*) FROM run) / 10)"_s;
        if (Result<void> removed = removeRuns(connection, oldest.arg(tenth)); !removed)
            return removed;
    }
    return {};
}

} // namespace Migrations::Journal
