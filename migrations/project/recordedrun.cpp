#include "migrations/project/recordedrun.h"

#include "migrations/backup/backupfile.h"
#include "migrations/database/connection.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

namespace Migrations {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

RunRecording RunRecording::ofUser()
{
    return {.journal = Journal::JournalFile::defaultPath(),
        .backupFolder
        = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/stillroom/backups"_s};
}

Journal::Occasion occasionOf(
    const Project &project, const Database::DatabaseUrl &url, const QString &action, const QString &target)
{
    return {.action = action,
        .target = target,
        .project = QFileInfo(project.configFile()).absolutePath(),
        .database = url.toDisplayString()};
}

RecordedRun::RecordedRun(Database::Connection &connection, const Project &project, const RunRecording &recording,
    const QString &action, const QString &target, const Runner::EventSink &sink)
    : m_connection(connection)
    , m_recording(recording)
    , m_recorder(recording.journal, occasionOf(project, connection.url(), action, target), project.scripts(), sink)
    , m_sink(m_recorder.sink())
{
    if (recording.hasTable || project.settings().hasJournalTable())
        m_table = std::make_unique<Journal::StepTable>(
            connection, project.settings().versionTable(), project.scripts());
}

Runner::EventSink RecordedRun::sink()
{
    return [this](const Runner::RunEvent &event) {
        if (const auto *started = std::get_if<Runner::RunStarted>(&event))
            m_rows = started->rows;
        if (m_table)
            m_table->take(event);
        m_sink(event);
    };
}

Runner::StepRecorder RecordedRun::recorder()
{
    if (!m_table)
        return {};
    return [this](const Graph::Step &step) { return m_table->write(step); };
}

std::function<Result<void>()> RecordedRun::preparation(const CancelToken &cancel)
{
    if (!m_recording.hasBackup)
        return {};
    return [this, cancel] { return backUp(cancel); };
}

Result<void> RecordedRun::backUp(const CancelToken &cancel)
{
    const auto progress = [this](const QString &what, int percent) {
        m_sink(Runner::BackupProgressed {.what = what, .percent = percent});
    };
    Result<QString> made = Backup::backUp(
        {.url = m_connection.url(), .rows = m_rows, .folder = m_recording.backupFolder}, progress, cancel);
    if (!made) {
        Error error = made.error();
        const QString nothing = Tr::tr("There is no backup, so no step was begun.");
        error.detail = error.detail.isEmpty() ? nothing : error.detail + u'\n' + nothing;
        return failure(error);
    }
    m_backup = *made;
    m_sink(Runner::BackupFinished {.place = m_backup});
    return {};
}

Runner::RunReport RecordedRun::finish(Runner::RunReport report)
{
    report.backup = m_backup;
    if (report.error && !m_backup.isEmpty()) {
        const QString way = Tr::tr("The database as it was before the first step: stillroom-cli restore %1").arg(m_backup);
        QString &nextStep = report.error->nextStep;
        nextStep = nextStep.isEmpty() ? way : nextStep + u'\n' + way;
    }
    m_recorder.finish(report);
    return report;
}

} // namespace Migrations
