#include "ui/run/runlog.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Migrations;

namespace Workbench {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Workbench::RunLog)
};

struct EntryWriter {
    using Entry = std::optional<LogEntry>;

    static Entry entry(LogLevel level, const QString &text) { return LogEntry {.level = level, .text = text}; }

    Entry operator()(const Runner::RunStarted &event) const
    {
        return entry(LogLevel::Info, Tr::tr("%n revision(s) on %1", nullptr, event.steps).arg(event.database));
    }
    Entry operator()(const Runner::RunWarning &event) const { return entry(LogLevel::Warning, event.error.toText()); }
    Entry operator()(const Runner::BackupProgressed &) const { return {}; }
    Entry operator()(const Runner::BackupFinished &event) const
    {
        return entry(LogLevel::Success, Tr::tr("Backup: %1").arg(event.place));
    }
    Entry operator()(const Runner::StepStarted &event) const { return entry(LogLevel::Info, event.text); }
    Entry operator()(const Runner::StatementStarted &event) const { return entry(LogLevel::Statement, event.sql); }
    Entry operator()(const Runner::StatementFinished &event) const
    {
        // a statement that took long is worth a line of its own
        if (event.elapsed < std::chrono::seconds(1))
            return {};
        return entry(LogLevel::Info, Tr::tr("That took %1.").arg(durationText(event.elapsed)));
    }
    Entry operator()(const Runner::ScriptOutput &event) const { return entry(LogLevel::Output, event.line); }
    Entry operator()(const Runner::StepFinished &event) const
    {
        return entry(LogLevel::Success, Tr::tr("Committed after %1.").arg(durationText(event.elapsed)));
    }
    Entry operator()(const Runner::StepFailed &event) const { return entry(LogLevel::Error, event.error.toText()); }
    Entry operator()(const Runner::LockWaiting &event) const { return entry(LogLevel::Warning, event.toString()); }
    Entry operator()(const Runner::StatementProgress &event) const { return entry(LogLevel::Info, event.toString()); }
    Entry operator()(const Runner::StepRetried &event) const { return entry(LogLevel::Warning, event.toString()); }
    Entry operator()(const Runner::PlanChanged &event) const { return entry(LogLevel::Warning, event.toString()); }
    Entry operator()(const Runner::StatementMeasured &event) const { return entry(LogLevel::Info, event.toString()); }
    Entry operator()(const Runner::StatementSkipped &event) const
    {
        return entry(LogLevel::Warning, Tr::tr("Not sent: %1\n%2").arg(event.sql, event.reason));
    }
    Entry operator()(const Runner::ServerNotice &event) const { return entry(LogLevel::Output, event.toString()); }
};

} // namespace

std::optional<LogEntry> logEntry(const Runner::RunEvent &event)
{
    return std::visit(EntryWriter {}, event);
}

QString durationText(std::chrono::microseconds elapsed)
{
    const QLocale locale;
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(elapsed).count();
    if (milliseconds < 1000)
        return Tr::tr("%1 ms").arg(locale.toString(qlonglong(milliseconds)));
    return Tr::tr("%1 s").arg(locale.toString(double(milliseconds) / 1000.0, 'f', 1));
}

} // namespace Workbench
