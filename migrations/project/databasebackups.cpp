#include "migrations/project/databasebackups.h"

#include "migrations/backup/backupfile.h"
#include "migrations/database/connection.h"
#include "migrations/dialects/dialect.h"
#include "migrations/history/versiontable.h"
#include "migrations/inspection/inspector.h"
#include "migrations/project/recordedrun.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace Migrations {

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString rowsText(const QStringList &rows)
{
    return rows.isEmpty() ? Tr::tr("base") : rows.join(", "_L1);
}

Result<void> confirm(Questions &questions, const QString &text)
{
    const Question question {.kind = Question::Kind::Confirmation, .text = text, .yes = u"yes"_s, .no = u"no"_s};
    const Result<QString> answer = questions.ask(question);
    if (!answer)
        return failure(answer.error());
    if (*answer == question.yes)
        return {};
    return failure(ErrorCode::Refused, Tr::tr("The answer was no; nothing was restored."), Tr::tr("Answer yes to go on."));
}

// connecting would make it
bool isMissing(const Database::DatabaseUrl &url)
{
    return url.isSqlite() && !QFileInfo::exists(url.database());
}

} // namespace

/// One piece of work on the database under way.
struct DatabaseBackups::Work {
    const Database::DatabaseUrl &url;
    History::VersionTable versionTable;
    BackupReport &result;
    Runner::EventSink sink;

    [[nodiscard]] Backup::Progress progress() const
    {
        return [this](const QString &what, int percent) {
            sink(Runner::BackupProgressed {.what = what, .percent = percent});
        };
    }

    [[nodiscard]] Result<std::unique_ptr<Database::Connection>> connect(
        Database::Access access = Database::Access::ReadWrite) const
    {
        return Database::Connection::open(url, access);
    }

    [[nodiscard]] Result<QStringList> rows() const
    {
        return connect(Database::Access::ReadOnly).and_then([this](const std::unique_ptr<Database::Connection> &connection) {
            return versionTable.read(*connection);
        });
    }

    [[nodiscard]] Result<QStringList> tables() const
    {
        return connect(Database::Access::ReadOnly)
            .and_then([](const std::unique_ptr<Database::Connection> &connection) {
                return Inspection::inspect(*connection).transform([&](const Schema::Database &database) {
                    const QString ownSchema = connection->url().isSqlite() ? QString() : u"public"_s;
                    QStringList names;
                    for (const Schema::Table &table : database.tables) {
                        const QString schema = table.schema.isEmpty() ? ownSchema : table.schema;
                        names << (schema.isEmpty() ? table.name : schema + u'.' + table.name);
                    }
                    return names;
                });
            });
    }

    [[nodiscard]] Result<void> backUp(const QString &to, const QString &folder, const CancelToken &cancel) const
    {
        Result<QString> made = Backup::backUp(
            {.url = url, .rows = result.report.rowsBefore, .to = to, .folder = folder}, progress(), cancel);
        if (!made)
            return failure(made.error());
        result.report.backup = *made;
        sink(Runner::BackupFinished {.place = *made});
        return {};
    }
};

DatabaseBackups::DatabaseBackups(
    std::shared_ptr<const Project> project, const QString &url, const RunRecording &recording)
    : m_project(std::move(project))
    , m_url(url)
    , m_recording(recording)
{
}

BackupReport DatabaseBackups::recorded(const QString &action, const QString &target, const Runner::EventSink &sink,
    const std::function<Result<void>(Work &)> &work) const
{
    const Clock::time_point begin = Clock::now();
    BackupReport result;
    const Result<Database::DatabaseUrl> url = m_project->databaseUrl(m_url);
    if (!url) {
        result.report.error = url.error();
        return result;
    }
    const Dialects::VersionTableSql sql(*Dialects::Dialect::byName(url->dialect()), m_project->settings().versionTable());
    Journal::Recorder recorder(
        m_recording.journal, occasionOf(*m_project, *url, action, target), m_project->scripts(), sink);
    Work one {.url = *url, .versionTable = History::VersionTable(sql), .result = result, .sink = recorder.sink()};
    const bool isNew = isMissing(*url);
    const Result<QStringList> rows = isNew ? Result<QStringList>() : one.rows();
    result.report.rowsBefore = rows.value_or(QStringList());
    if (const Result<void> done = rows ? work(one) : failure(rows.error()); !done)
        result.report.error = done.error();
    if (!isMissing(*url))
        result.report.rowsAfter = one.rows().value_or(QStringList());
    result.report.elapsed = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
    recorder.finish(result.report);
    return result;
}

BackupReport DatabaseBackups::backUp(const QString &to, const Runner::EventSink &sink, const CancelToken &cancel)
{
    return recorded(u"backup"_s, to, sink, [&](Work &work) -> Result<void> {
        if (isMissing(work.url) && !work.url.database().isEmpty())
            return failure(ErrorCode::NotFound, Tr::tr("The file %1 does not exist.").arg(work.url.database()),
                Tr::tr("Correct the path in the database URL."));
        return work.backUp(to, m_recording.backupFolder, cancel);
    });
}

BackupReport DatabaseBackups::copyTables(const QStringList &tables, const Runner::EventSink &sink)
{
    return recorded(u"backup"_s, tables.join(", "_L1), sink, [&](Work &work) {
        return work.connect()
            .and_then([&](const std::unique_ptr<Database::Connection> &connection) {
                return Backup::copyTables(*connection, tables, QDateTime::currentDateTimeUtc());
            })
            .transform([&](const QList<Backup::TableCopy> &copies) {
                work.result.copies = copies;
                for (const Backup::TableCopy &copy : copies)
                    work.sink(Runner::BackupFinished {.place = copy.copy});
            });
    });
}

BackupReport DatabaseBackups::restore(
    const QString &file, Questions &questions, const Runner::EventSink &sink, const CancelToken &cancel)
{
    return recorded(u"restore"_s, file, sink,
        [&](Work &work) { return restoreFile(work, file, questions, cancel); });
}

Result<void> DatabaseBackups::restoreFile(
    Work &work, const QString &file, Questions &questions, const CancelToken &cancel) const
{
    const bool isNew = isMissing(work.url);
    if (work.url.isSqlite() && !isNew && QFileInfo(file).canonicalFilePath() == QFileInfo(work.url.database()).canonicalFilePath())
        return failure(ErrorCode::BadInput, Tr::tr("%1 is the database itself.").arg(file),
            Tr::tr("Name a file that \"stillroom-cli backup\" made."));
    const Result<Backup::Content> content
        = Backup::check(work.url, file, m_project->settings().versionTable().table, cancel);
    if (!content)
        return failure(content.error());
    const Result<QStringList> tables = isNew ? Result<QStringList>() : work.tables();
    if (!tables)
        return failure(tables.error());
    const QString now = isNew ? Tr::tr("There is no database %1 yet.").arg(work.url.toDisplayString())
                              : Tr::tr("The database %1 stands at %2 and has %3 tables. It is backed up first.")
                                    .arg(work.url.toDisplayString(), rowsText(work.result.report.rowsBefore),
                                        QString::number(tables->size()));
    const QString then = Tr::tr("The backup %1 stands at %2 and has %3 tables.")
                             .arg(file, rowsText(content->rows), QString::number(content->tables.size()));
    QString text = now + u'\n' + then;
    if (!work.url.isSqlite()) {
        for (const QString &table : *tables) {
            if (!content->tables.contains(table))
                work.result.left << table;
        }
        if (!work.result.left.isEmpty())
            text += u'\n' + Tr::tr("These tables are not in it and stay as they are: %1.").arg(work.result.left.join(", "_L1));
    }
    text += u'\n' + Tr::tr("Replace what is there? (yes/no): ");
    if (const Result<void> agreed = confirm(questions, text); !agreed)
        return agreed;
    if (const Result<void> saved = isNew ? Result<void>() : work.backUp({}, m_recording.backupFolder, cancel); !saved)
        return saved;
    return Backup::restore(work.url, file, work.progress(), cancel);
}

BackupReport DatabaseBackups::restoreTables(
    const QStringList &copies, Questions &questions, const Runner::EventSink &sink)
{
    return recorded(u"restore"_s, copies.join(", "_L1), sink, [&](Work &work) -> Result<void> {
        const Result<std::unique_ptr<Database::Connection>> connection = work.connect();
        if (!connection)
            return failure(connection.error());
        const Result<QList<Backup::TableCopy>> found = Backup::checkCopies(**connection, copies);
        if (!found)
            return failure(found.error());
        QStringList lines;
        for (const Backup::TableCopy &copy : *found)
            lines << Tr::tr("%1 has %2 rows; its copy %3 has %4.")
                         .arg(copy.table, QString::number(copy.currentRows), copy.copy, QString::number(copy.rows));
        lines << Tr::tr("Replace what is there? (yes/no): ");
        if (Result<void> agreed = confirm(questions, lines.join(u'\n')); !agreed)
            return agreed;
        return Backup::restoreTables(**connection, copies).transform([&](const QList<Backup::TableCopy> &done) {
            work.result.copies = done;
        });
    });
}

} // namespace Migrations
