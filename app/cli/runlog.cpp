#include "app/cli/runlog.h"

#include "app/cli/errorform.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace Migrations::Runner;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace

QString durationText(std::chrono::microseconds duration)
{
    const auto count = duration.count();
    if (count < 1'000)
        return u"%1 µs"_s.arg(count);
    if (count < 1'000'000)
        return u"%1 ms"_s.arg(count / 1'000);
    return u"%1 s"_s.arg(double(count) / 1e6, 0, 'f', 1);
}

void RunLog::write(const RunEvent &event)
{
    std::visit([this](const auto &one) { show(one); }, event);
    m_stream.flush();
}

void RunLog::show(const RunStarted &event)
{
    if (m_verbosity != Verbosity::Quiet)
        m_stream << Tr::tr("Database %1; steps: %2").arg(event.database, QString::number(event.steps)) << '\n';
}

void RunLog::show(const RunWarning &event)
{
    m_stream << warningText(event.error);
}

void RunLog::show(const BackupProgressed &event)
{
    if (m_verbosity == Verbosity::Verbose)
        m_stream << u"  "_s << (event.percent < 0 ? event.what : u"%1 (%2 %)"_s.arg(event.what).arg(event.percent)) << '\n';
}

void RunLog::show(const BackupFinished &event)
{
    if (m_verbosity != Verbosity::Quiet)
        m_stream << Tr::tr("Backup: %1").arg(event.place) << '\n';
}

void RunLog::show(const StepStarted &event)
{
    if (m_verbosity != Verbosity::Quiet)
        m_stream << event.text << '\n';
}

void RunLog::show(const StatementStarted &event)
{
    if (m_verbosity != Verbosity::Verbose)
        return;
    if (!event.at.file.isEmpty())
        m_stream << u"    -- "_s << event.at.toString() << '\n';
    for (const QString &line : event.sql.trimmed().split(u'\n'))
        m_stream << u"    "_s << line << '\n';
}

void RunLog::show(const StatementFinished &event)
{
    if (m_verbosity != Verbosity::Verbose)
        return;
    const QString time = durationText(event.elapsed);
    m_stream << u"    -- "_s
             << (event.rows < 0 ? time : Tr::tr("%1; rows: %2").arg(time, QString::number(event.rows)))
             << (event.error.isEmpty() ? QString() : Tr::tr("; failed: %1").arg(event.error)) << '\n';
}

void RunLog::show(const ScriptOutput &event)
{
    m_stream << u"  "_s << event.line << '\n';
}

void RunLog::show(const StepFinished &event)
{
    if (m_verbosity == Verbosity::Verbose)
        m_stream << u"  "_s << Tr::tr("committed after %1").arg(durationText(event.elapsed)) << '\n';
}

void RunLog::show(const StepFailed &)
{
    if (m_verbosity != Verbosity::Quiet)
        m_stream << u"  "_s << Tr::tr("rolled back") << '\n';
}

void RunLog::show(const LockWaiting &event)
{
    if (m_verbosity != Verbosity::Quiet)
        m_stream << u"  "_s << event.toString() << '\n';
}

void RunLog::show(const StatementProgress &event)
{
    if (m_verbosity != Verbosity::Quiet)
        m_stream << u"  "_s << event.toString() << '\n';
}

void RunLog::show(const StepRetried &event)
{
    if (m_verbosity != Verbosity::Quiet)
        m_stream << u"  "_s << event.toString() << '\n';
}

void RunLog::show(const PlanChanged &event)
{
    if (m_verbosity != Verbosity::Quiet)
        m_stream << event.toString() << '\n';
}

void RunLog::show(const ServerNotice &event)
{
    if (m_verbosity != Verbosity::Quiet)
        m_stream << u"  "_s << event.toString() << '\n';
}

void RunLog::show(const StatementMeasured &event)
{
    if (m_verbosity == Verbosity::Verbose)
        m_stream << u"    -- "_s << event.toString() << '\n';
}

void RunLog::show(const StatementSkipped &event)
{
    if (m_verbosity != Verbosity::Quiet)
        m_stream << u"  "_s << Tr::tr("not sent: %1 %2").arg(event.sql.trimmed().section(u'\n', 0, 0), event.reason) << '\n';
}

} // namespace Cli
