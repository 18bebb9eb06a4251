#pragma once

#include "migrations/base/canceltoken.h"
#include "migrations/journal/recorder.h"
#include "migrations/journal/steptable.h"
#include "migrations/project/project.h"
#include "migrations/project/runrecording.h"

namespace Migrations {

/// A run with everything that is kept of it: the journal, the journal's table in the database, and
/// the backup before the first step. Its functions are what the runner is given.
///
/// One run, on the connection's thread; the connection and the project must outlive it.
class RecordedRun final
{
public:
    RecordedRun(Database::Connection &connection, const Project &project, const RunRecording &recording,
        const QString &action, const QString &target, const Runner::EventSink &sink);
    Q_DISABLE_COPY_MOVE(RecordedRun)

    [[nodiscard]] Runner::EventSink sink();
    [[nodiscard]] Runner::StepRecorder recorder();
    [[nodiscard]] std::function<Result<void>()> preparation(const CancelToken &cancel);
    [[nodiscard]] Runner::RunReport finish(Runner::RunReport report);

private:
    [[nodiscard]] Result<void> backUp(const CancelToken &cancel);

    Database::Connection &m_connection;
    RunRecording m_recording;
    Journal::Recorder m_recorder;
    Runner::EventSink m_sink; ///< the recorder's
    std::unique_ptr<Journal::StepTable> m_table; ///< null: nobody wants it
    QStringList m_rows; ///< before the run
    QString m_backup;
};

/// The same for something that is not a run of revisions, such as a restore: what is begun, and how
/// it ended.
[[nodiscard]] Journal::Occasion occasionOf(
    const Project &project, const Database::DatabaseUrl &url, const QString &action, const QString &target);

} // namespace Migrations
