#pragma once

#include "migrations/backup/tablecopies.h"
#include "migrations/base/canceltoken.h"
#include "migrations/base/questions.h"
#include "migrations/project/project.h"
#include "migrations/project/runrecording.h"
#include "migrations/runner/runevent.h"

namespace Migrations {

/// How a backup or a restore ended. `report.backup`: the file that was made, of a restore the copy of
/// what was there before.
struct BackupReport {
    Runner::RunReport report;
    QList<Backup::TableCopy> copies = {}; ///< tables that were copied or put back
    /// of a restore from a file: tables that it does not have, and that stay as they are
    QStringList left = {};
};

/// Backups of a project's database, and the way back; each is written into the journal. Every call
/// connects by itself, on the thread that calls. Tells its progress to the sink, and nothing that is
/// a password.
class DatabaseBackups final
{
public:
    /// `url`: empty: the project's own
    DatabaseBackups(std::shared_ptr<const Project> project, const QString &url, const RunRecording &recording);

    /// The whole database into a file; see Backup::backUp(). `to`: empty: a name of its own.
    [[nodiscard]] BackupReport backUp(const QString &to, const Runner::EventSink &sink, const CancelToken &cancel);
    /// See Backup::copyTables().
    [[nodiscard]] BackupReport copyTables(const QStringList &tables, const Runner::EventSink &sink);

    /// The file is checked and the question asked before anything is done: what is there, and what it
    /// becomes. What is there is backed up first. See Backup::restore().
    [[nodiscard]] BackupReport restore(
        const QString &file, Questions &questions, const Runner::EventSink &sink, const CancelToken &cancel);
    /// See Backup::restoreTables().
    [[nodiscard]] BackupReport restoreTables(
        const QStringList &copies, Questions &questions, const Runner::EventSink &sink);

private:
    struct Work;
    [[nodiscard]] BackupReport recorded(
        const QString &action, const QString &target, const Runner::EventSink &sink,
        const std::function<Result<void>(Work &)> &work) const;
    [[nodiscard]] Result<void> restoreFile(Work &work, const QString &file, Questions &questions, const CancelToken &cancel) const;

    std::shared_ptr<const Project> m_project;
    QString m_url;
    RunRecording m_recording;
};

} // namespace Migrations
