#pragma once

#include "migrations/journal/journalwriter.h"
#include "migrations/journal/preparedfile.h"

namespace Migrations::Journal {

/// The journal's tables as JournalWriter fills them, entry by entry. Belongs to the thread that
/// opened it.
class EntryWriter final
{
public:
    [[nodiscard]] Result<void> open(const QString &path, const Retention &retention);
    /// All of them or none.
    [[nodiscard]] Result<void> write(const QList<JournalWriter::Entry> &entries);

private:
    [[nodiscard]] Result<void> write(const RunEntry &run);
    [[nodiscard]] Result<void> write(const JournalWriter::Progress &progress);
    [[nodiscard]] Result<void> write(const JournalWriter::Backup &backup);
    [[nodiscard]] Result<void> write(const JournalWriter::StepBegin &begin);
    [[nodiscard]] Result<void> write(const StatementEntry &statement);
    [[nodiscard]] Result<void> write(const JournalWriter::StatementEnd &end);
    [[nodiscard]] Result<void> write(const JournalWriter::StepEnd &end);
    [[nodiscard]] Result<void> insertPending();
    [[nodiscard]] Result<void> execute(const QString &sql, const QVariantList &values = {});

    PreparedFile m_file;
    qint64 m_run = 0;
    int m_step = 0;
    qint64 m_statements = 0;
    qint64 m_leftOut = 0;
    /// begun, and not in the table yet: most end within the same batch, and are one row at once
    std::optional<StatementEntry> m_pending;
};

} // namespace Migrations::Journal
