#include "migrations/backup/sqlitecopy.h"

#include "migrations/database/connection.h"
#include "migrations/database/sqlite/sqliteerror.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>

#include <sqlite3.h>

#include <chrono>
#include <thread>

namespace Migrations::Backup {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

constexpr int pagesAtATime = 256;
constexpr int allPages = -1;
constexpr int patience = 3; ///< how often SQLite may begin anew
constexpr auto lockPatience = 10s;

/// A database file, opened beside QtSql, whose driver uses the same library: two copies of it in a
/// process would take each other's locks away.
class Handle final
{
public:
    Handle() = default;
    ~Handle() { sqlite3_close_v2(m_handle); }
    Q_DISABLE_COPY_MOVE(Handle)

    [[nodiscard]] sqlite3 *get() const { return m_handle; }

    [[nodiscard]] Result<void> open(const QString &path, int flags)
    {
        m_path = path;
        const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &m_handle, flags, nullptr);
        return code == SQLITE_OK ? Result<void>() : failure(error(code));
    }

    [[nodiscard]] Result<void> execute(const char *sql)
    {
        const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
        return code == SQLITE_OK ? Result<void>() : failure(error(code));
    }

    [[nodiscard]] Error error(int code) const
    {
        Error error = Database::SqliteError::ofStatement(
            QSqlError({}, QString::fromUtf8(sqlite3_errmsg(m_handle)), QSqlError::StatementError,
                QString::number(code)),
            {});
        error.at.file = m_path;
        return error;
    }

private:
    sqlite3 *m_handle = nullptr;
    QString m_path;
};

/// One copy under way.
class Copy final
{
public:
    Copy(const Handle &from, const Handle &to)
        : m_to(to)
        , m_backup(sqlite3_backup_init(to.get(), "main", from.get(), "main"))
    {
    }
    ~Copy() { (void)end(); }
    Q_DISABLE_COPY_MOVE(Copy)

    [[nodiscard]] Result<void> run(const Progress &progress, const CancelToken &cancel)
    {
        Clock::time_point lastProgress = Clock::now();
        int remaining = 0;
        while (true) {
            if (cancel.isCanceled())
                return failure(ErrorCode::Canceled, Tr::tr("Canceled."));
            const int code = m_backup ? sqlite3_backup_step(m_backup, m_restarts > patience ? allPages : pagesAtATime)
                                      : SQLITE_BUSY;
            const bool isWaiting = code == SQLITE_BUSY || code == SQLITE_LOCKED;
            if (code == SQLITE_DONE)
                return finish();
            if (code != SQLITE_OK && (!isWaiting || Clock::now() - lastProgress > lockPatience || !m_backup))
                return failure(failed(code));
            if (isWaiting) {
                std::this_thread::sleep_for(20ms);
                continue;
            }
            lastProgress = Clock::now();
            const int now = sqlite3_backup_remaining(m_backup);
            m_restarts += remaining > 0 && now > remaining ? 1 : 0;
            remaining = now;
            tell(progress, remaining);
        }
    }

private:
    [[nodiscard]] Result<void> finish()
    {
        const int code = end();
        return code == SQLITE_OK ? Result<void>() : failure(m_to.error(code));
    }

    // only its end puts a failure's text where it can be read
    [[nodiscard]] Error failed(int code)
    {
        (void)end();
        return m_to.error(code);
    }

    int end()
    {
        sqlite3_backup *backup = std::exchange(m_backup, nullptr);
        return backup ? sqlite3_backup_finish(backup) : SQLITE_OK;
    }

    void tell(const Progress &progress, int remaining)
    {
        const int all = sqlite3_backup_pagecount(m_backup);
        const int percent = all > 0 ? int(100LL * (all - remaining) / all) : -1;
        if (std::exchange(m_percent, percent) != percent)
            progress(Tr::tr("Copying the database"), percent);
    }

    const Handle &m_to;
    sqlite3_backup *m_backup;
    int m_restarts = 0;
    int m_percent = -1;
};

Error damaged(const QString &file, const QString &detail)
{
    return {.code = ErrorCode::BadInput,
        .message = Tr::tr("The backup %1 cannot be used: it is damaged, or no SQLite database.").arg(file),
        .detail = detail,
        .nextStep = Tr::tr("Choose another backup. The database was not touched.")};
}

QStringList firstColumn(const Database::Rows &rows)
{
    QStringList texts;
    for (const QVariantList &row : rows.rows)
        texts << row.constFirst().toString();
    return texts;
}

} // namespace

Result<void> copySqlite(const SqliteCopying &copying, const Progress &progress, const CancelToken &cancel)
{
    Handle from;
    Handle to;
    const Result<void> ready
        = from.open(copying.from, SQLITE_OPEN_READONLY)
              .and_then([&] {
                  return to.open(copying.to, SQLITE_OPEN_READWRITE | (copying.isInUse ? 0 : SQLITE_OPEN_CREATE));
              })
              // a new file has nothing to go back to, and is written through when it is complete
              .and_then([&] {
                  return copying.isInUse ? Result<void>()
                                         : to.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
              });
    if (!ready)
        return ready;
    return Copy(from, to).run(progress, cancel);
}

Result<Content> checkSqlite(const QString &file, const QString &versionTable)
{
    const auto connection
        = Database::DatabaseUrl::parse(u"sqlite:///"_s + QFileInfo(file).absoluteFilePath())
              .and_then([](const Database::DatabaseUrl &url) {
                  return Database::Connection::open(url, Database::Access::ReadOnly);
              });
    if (!connection)
        return failure(damaged(file, connection.error().message));
    const Result<QStringList> integrity
        = (*connection)->execute(u"PRAGMA integrity_check(10)"_s).transform(firstColumn);
    if (!integrity || *integrity != QStringList {u"ok"_s})
        return failure(damaged(file, integrity ? integrity->join(u'\n') : integrity.error().message));
    const Result<QStringList> tables
        = (*connection)->execute(u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                                  "ORDER BY name"_s).transform(firstColumn);
    if (!tables)
        return failure(damaged(file, tables.error().message));
    const bool hasVersions = tables->contains(versionTable);
    const QString quoted = u'"' + QString(versionTable).replace(u'"', u"\"\""_s) + u'"';
    const Result<QStringList> rows = hasVersions
        ? (*connection)->execute(u"SELECT version_num FROM "_s + quoted).transform(firstColumn)
        : Result<QStringList>();
    if (!rows)
        return failure(damaged(file, rows.error().message));
    return Content {.rows = *rows, .tables = *tables, .made = {}};
}

} // namespace Migrations::Backup
