#include "migrations/journal/recorder.h"

#include "migrations/sqltext/secrets.h"

#include <QCoreApplication>

namespace Migrations::Journal {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

/// An event with its passwords masked.
struct Masked {
    Runner::RunEvent operator()(Runner::StatementStarted event) const
    {
        event.sql = SqlText::withoutSecrets(event.sql);
        return event;
    }
    Runner::RunEvent operator()(Runner::StatementFinished event) const
    {
        event.error = SqlText::withoutSecrets(event.error);
        return event;
    }
    Runner::RunEvent operator()(Runner::StepFailed event) const
    {
        event.error = SqlText::withoutSecrets(event.error);
        return event;
    }
    Runner::RunEvent operator()(Runner::RunWarning event) const
    {
        event.error = SqlText::withoutSecrets(event.error);
        return event;
    }
    // another session's statement has its own secrets
    Runner::RunEvent operator()(Runner::LockWaiting event) const
    {
        for (Runner::LockHolder &holder : event.holders)
            holder.query = SqlText::withoutSecrets(holder.query);
        return event;
    }
    Runner::RunEvent operator()(Runner::StepRetried event) const
    {
        event.error = SqlText::withoutSecrets(event.error);
        return event;
    }
    Runner::RunEvent operator()(Runner::ServerNotice event) const
    {
        event.text = SqlText::withoutSecrets(event.text);
        return event;
    }
    Runner::RunEvent operator()(Runner::StatementSkipped event) const
    {
        event.sql = SqlText::withoutSecrets(event.sql);
        return event;
    }
    template<class Other>
    Runner::RunEvent operator()(const Other &event) const
    {
        return event;
    }
};

} // namespace

QString directionName(const Graph::Step &step)
{
    if (step.isStamp)
        return u"stamp"_s;
    return step.direction == Graph::Direction::Upgrade ? u"upgrade"_s : u"downgrade"_s;
}

Recorder::Recorder(const QString &path, const Occasion &occasion, const Scripts::ScriptDirectory &scripts,
    Runner::EventSink next)
    : m_scripts(scripts)
    , m_next(std::move(next))
    , m_writer(path.isEmpty() ? nullptr : std::make_unique<JournalWriter>(path))
    , m_run {.action = occasion.action,
          .target = occasion.target,
          .project = occasion.project,
          .database = occasion.database,
          .actor = Actor::current(),
          .begun = now()}
{
    if (m_writer)
        m_writer->add(m_run);
}

Runner::EventSink Recorder::sink()
{
    return [this](const Runner::RunEvent &event) { take(event); };
}

void Recorder::take(const Runner::RunEvent &event)
{
    const Runner::RunEvent masked = std::visit(Masked {}, event);
    if (m_writer) {
        std::visit([this](const auto &one) { write(one); }, masked);
        warn();
    }
    m_next(masked);
}

void Recorder::finish(Runner::RunReport &report)
{
    if (report.error)
        report.error = SqlText::withoutSecrets(*report.error);
    for (Error &warning : report.warnings)
        warning = SqlText::withoutSecrets(warning);
    if (!m_writer)
        return;
    m_run.ended = now();
    m_run.microseconds = report.elapsed.count();
    m_run.state = report.succeeded() ? RunState::Done : RunState::Failed;
    m_run.rowsBefore = report.rowsBefore;
    m_run.rowsAfter = report.rowsAfter;
    m_run.doneSteps = report.rehearsal ? 0 : int(report.done.size()); // a dry run commits nothing
    m_run.error = report.error ? report.error->toText() : QString();
    m_writer->add(m_run);
    m_writer->close();
    warn();
}

void Recorder::write(const Runner::RunStarted &event)
{
    m_writer->add(
        JournalWriter::Progress {.database = event.database, .rowsBefore = event.rows, .plannedSteps = event.steps});
}

void Recorder::write(const Runner::BackupFinished &event)
{
    m_writer->add(JournalWriter::Backup {event.place});
}

void Recorder::write(const Runner::StepStarted &event)
{
    const Scripts::Revision *revision = event.step.isStamp ? nullptr : m_scripts.revision(event.step.revision);
    m_writer->add(JournalWriter::StepBegin {.step = {.number = event.index,
                                                .direction = directionName(event.step),
                                                .revision = event.step.revision,
                                                .text = event.text,
                                                .begun = now()},
        .file = revision ? revision->path : QString()});
}

void Recorder::write(const Runner::StatementStarted &event)
{
    m_writer->add(
        StatementEntry {.sql = event.sql, .file = event.at.file, .line = event.at.line, .begun = now()});
}

void Recorder::write(const Runner::StatementFinished &event)
{
    m_writer->add(JournalWriter::StatementEnd {
        .microseconds = event.elapsed.count(), .rows = event.rows, .error = event.error});
}

void Recorder::write(const Runner::StepFinished &event)
{
    m_writer->add(JournalWriter::StepEnd {
        .number = event.index, .microseconds = event.elapsed.count(), .state = StepState::Done});
}

void Recorder::write(const Runner::StepFailed &event)
{
    m_writer->add(
        JournalWriter::StepEnd {.number = event.index, .state = StepState::Failed, .error = event.error.toText()});
}

void Recorder::warn()
{
    const std::optional<Error> problem = m_hasWarned ? std::nullopt : m_writer->problem();
    if (!problem)
        return;
    m_hasWarned = true;
    Error warning = *problem;
    warning.detail = warning.message + (warning.detail.isEmpty() ? QString() : u'\n' + warning.detail);
    warning.message = Tr::tr("This run is not written into the journal; it goes on.");
    warning.statement.clear();
    m_next(Runner::RunWarning {warning});
}

} // namespace Migrations::Journal
