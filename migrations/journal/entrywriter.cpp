#include "migrations/journal/entrywriter.h"

#include "migrations/database/connection.h"
#include "migrations/journal/moment.h"
#include "migrations/scripts/checksums.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace Migrations::Journal {

using namespace Qt::StringLiterals;

namespace {

QString json(const QStringList &texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QString cut(const QString &text)
{
    if (text.size() <= JournalWriter::maximumCharacters)
        return text;
    return text.first(JournalWriter::maximumCharacters) + u"… (%1 characters)"_s.arg(text.size());
}

QVariant optional(const std::optional<qint64> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QString checksumOf(const QString &path)
{
    QFile file(path);
    return !path.isEmpty() && file.open(QIODevice::ReadOnly) ? Scripts::Checksums::of(file.readAll()) : QString();
}

} // namespace

Result<void> EntryWriter::open(const QString &path, const Retention &retention)
{
    const Result<std::unique_ptr<Database::Connection>> opened = JournalFile::open(path);
    if (!opened)
        return failure(opened.error());
    return (*opened)
        ->begin()
        .and_then([&] { return JournalFile::prune(**opened, retention); })
        .and_then([&] { return (*opened)->commit(); })
        .and_then([&] { return m_file.open(path); });
}

Result<void> EntryWriter::write(const QList<JournalWriter::Entry> &entries)
{
    Result<void> done = execute(u"BEGIN IMMEDIATE"_s);
    for (const JournalWriter::Entry &entry : entries) {
        if (done)
            done = std::visit([this](const auto &one) { return write(one); }, entry);
    }
    done = done.and_then([this] { return insertPending(); }).and_then([this] { return execute(u"COMMIT"_s); });
    if (!done)
        (void)execute(u"ROLLBACK"_s);
    return done;
}

Result<void> EntryWriter::write(const RunEntry &run)
{
    if (m_run == 0) {
        const Result<void> begun = execute(
            u"INSERT INTO run (action, target, project, database, user, host, program, process, process_begun, begun) "
             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {run.action, run.target, run.project, run.database, run.actor.user, run.actor.host, run.actor.program,
                run.actor.process, run.actor.processBegun, toText(run.begun)});
        m_run = m_file.lastNumber();
        return begun;
    }
    return execute(u"UPDATE run SET ended = ?, microseconds = ?, succeeded = ?, rows_before = ?, rows_after = ?, "
                    "done_steps = ?, left_out = ?, error = ? WHERE number = ?"_s,
        {toText(run.ended), optional(run.microseconds), run.state == RunState::Done ? 1 : 0, json(run.rowsBefore),
            json(run.rowsAfter), run.doneSteps, m_leftOut, cut(run.error), m_run});
}

Result<void> EntryWriter::write(const JournalWriter::Progress &progress)
{
    return execute(u"UPDATE run SET database = ?, rows_before = ?, planned_steps = ? WHERE number = ?"_s,
        {progress.database, json(progress.rowsBefore), progress.plannedSteps, m_run});
}

Result<void> EntryWriter::write(const JournalWriter::Backup &backup)
{
    return execute(u"UPDATE run SET backup = ? WHERE number = ?"_s, {backup.place, m_run});
}

// A step that is tried again is the same step: the last attempt counts.
Result<void> EntryWriter::write(const JournalWriter::StepBegin &begin)
{
    m_step = begin.step.number;
    return execute(u"INSERT OR REPLACE INTO step (run, number, direction, revision, text, checksum, begun, state) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {m_run, m_step, begin.step.direction, begin.step.revision, begin.step.text, checksumOf(begin.file),
            toText(begin.step.begun), int(StepState::Begun)});
}

Result<void> EntryWriter::write(const StatementEntry &statement)
{
    if (const Result<void> done = insertPending(); !done)
        return done;
    if (++m_statements > JournalWriter::maximumStatements) {
        ++m_leftOut;
        return {};
    }
    m_pending = statement;
    return {};
}

Result<void> EntryWriter::insertPending()
{
    if (!m_pending)
        return {};
    const StatementEntry one = *std::exchange(m_pending, {});
    return execute(u"INSERT INTO statement (run, number, step, sql, file, line, begun, microseconds, rows, error) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {m_run, m_statements, m_step, cut(one.sql), one.file, one.line, toText(one.begun), optional(one.microseconds),
            one.rows, cut(one.error)});
}

Result<void> EntryWriter::write(const JournalWriter::StatementEnd &end)
{
    if (m_pending) {
        m_pending->microseconds = end.microseconds;
        m_pending->rows = end.rows;
        m_pending->error = end.error;
        return insertPending();
    }
    return execute(u"UPDATE statement SET microseconds = ?, rows = ?, error = ? WHERE run = ? AND number = ?"_s,
        {end.microseconds, end.rows, cut(end.error), m_run, m_statements});
}

Result<void> EntryWriter::write(const JournalWriter::StepEnd &end)
{
    const Result<void> done = insertPending();
    return done ? execute(u"UPDATE step SET microseconds = ?, state = ?, error = ? WHERE run = ? AND number = ?"_s,
                      {optional(end.microseconds), int(end.state), cut(end.error), m_run, end.number})
                : done;
}

Result<void> EntryWriter::execute(const QString &sql, const QVariantList &values)
{
    return m_file.execute(sql, values);
}

} // namespace Migrations::Journal
