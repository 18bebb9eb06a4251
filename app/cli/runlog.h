#pragma once

#include "app/cli/globaloptions.h"
#include "migrations/runner/runevent.h"

#include <QTextStream>

namespace Cli {

/// Writes a run down while it happens: steps, what scripts print, and verbosely every statement
/// with its time. What a script prints is always written. The stream belongs to the caller.
class RunLog final
{
public:
    RunLog(QTextStream &stream, Verbosity verbosity)
        : m_stream(stream)
        , m_verbosity(verbosity)
    {
    }

    void write(const Migrations::Runner::RunEvent &event);

private:
    void show(const Migrations::Runner::RunStarted &event);
    void show(const Migrations::Runner::RunWarning &event);
    void show(const Migrations::Runner::BackupProgressed &event);
    void show(const Migrations::Runner::BackupFinished &event);
    void show(const Migrations::Runner::StepStarted &event);
    void show(const Migrations::Runner::StatementStarted &event);
    void show(const Migrations::Runner::StatementFinished &event);
    void show(const Migrations::Runner::ScriptOutput &event);
    void show(const Migrations::Runner::StepFinished &event);
    void show(const Migrations::Runner::StepFailed &event);
    void show(const Migrations::Runner::LockWaiting &event);
    void show(const Migrations::Runner::StatementProgress &event);
    void show(const Migrations::Runner::StepRetried &event);
    void show(const Migrations::Runner::PlanChanged &event);
    void show(const Migrations::Runner::ServerNotice &event);
    void show(const Migrations::Runner::StatementMeasured &event);
    void show(const Migrations::Runner::StatementSkipped &event);

    QTextStream &m_stream;
    Verbosity m_verbosity;
};

/// "340 µs", "12 ms", "3.2 s"
[[nodiscard]] QString durationText(std::chrono::microseconds duration);

} // namespace Cli
