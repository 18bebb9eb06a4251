#pragma once

#include "migrations/journal/journalwriter.h"
#include "migrations/runner/runevent.h"
#include "migrations/scripts/revision.h"

#include <memory>

namespace Migrations::Journal {

/// What is about to be done, and to what.
struct Occasion {
    QString action; ///< "upgrade", "downgrade", "stamp", "backup", "restore"
    QString target;
    QString project; ///< the folder of the configuration
    QString database; ///< URL without the password
};

/// An event sink in front of another one: takes the passwords out of every event, writes it down and
/// hands it on. One run. What keeps the journal from being written becomes one warning, and the run
/// goes on.
///
/// Used as the runner uses a sink; must outlive the run and is outlived by the scripts.
class Recorder final
{
public:
    /// `path`: of the journal; empty: nothing is written down, and passwords are masked all the same
    Recorder(const QString &path, const Occasion &occasion, const Scripts::ScriptDirectory &scripts,
        Runner::EventSink next);
    Q_DISABLE_COPY_MOVE(Recorder)

    [[nodiscard]] Runner::EventSink sink();
    /// The run is over: takes the passwords out of the report, and waits until all is written.
    void finish(Runner::RunReport &report);

private:
    void take(const Runner::RunEvent &event);
    void write(const Runner::RunStarted &event);
    void write(const Runner::BackupFinished &event);
    void write(const Runner::StepStarted &event);
    void write(const Runner::StatementStarted &event);
    void write(const Runner::StatementFinished &event);
    void write(const Runner::StepFinished &event);
    void write(const Runner::StepFailed &event);
    template<class Other>
    void write(const Other &)
    {
    }
    void warn();

    const Scripts::ScriptDirectory &m_scripts;
    Runner::EventSink m_next;
    std::unique_ptr<JournalWriter> m_writer; ///< null: nowhere
    RunEntry m_run;
    bool m_hasWarned = false;
};

/// The run's own texts: direction of a step as "upgrade", "downgrade", "stamp"
[[nodiscard]] QString directionName(const Graph::Step &step);

} // namespace Migrations::Journal
