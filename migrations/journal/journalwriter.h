#pragma once

#include "migrations/base/error.h"
#include "migrations/journal/entries.h"
#include "migrations/journal/journalfile.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <variant>

namespace Migrations::Journal {

/// Writes one run into the journal, on a thread of its own, so that neither a slow disk nor another
/// program that writes there holds up a migration in the middle of a transaction. What is begun is
/// written when it begins; a run whose process dies is left with its last statement.
///
/// One thread gives, in order. The first failure ends the writing; nothing is thrown or told but by
/// problem(). Of a run the first 10,000 statements are kept, and of a text the first 32,768 characters.
class JournalWriter final
{
public:
    struct StepEnd {
        int number = 0; ///< of the step
        std::optional<qint64> microseconds = {};
        StepState state = StepState::Done;
        QString error = {};
    };
    struct StatementEnd {
        qint64 microseconds = 0;
        qint64 rows = -1;
        QString error = {};
    };
    /// what is known of the run now; written over what was known before
    struct Progress {
        QString database;
        QStringList rowsBefore;
        int plannedSteps = 0;
    };
    struct Backup {
        QString place;
    };
    /// `file`: the revision's, whose checksum is taken; may be empty
    struct StepBegin {
        StepEntry step;
        QString file;
    };
    using Entry = std::variant<RunEntry, Progress, Backup, StepBegin, StatementEntry, StatementEnd, StepEnd>;

    static constexpr int maximumStatements = 10'000;
    static constexpr int maximumCharacters = 32'768;

    /// `path`: of the file, which is opened on the thread
    explicit JournalWriter(const QString &path, const Retention &retention = {});
    /// as close()
    ~JournalWriter();
    Q_DISABLE_COPY_MOVE(JournalWriter)

    /// The run comes first, as it begins, and once more at its end.
    void add(Entry entry);
    /// Waits until everything is written; what is added later is lost.
    void close();
    /// why nothing is written any more
    [[nodiscard]] std::optional<Error> problem() const;

private:
    void work();
    [[nodiscard]] QList<Entry> waitForEntries();

    const QString m_path;
    const Retention m_retention;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QList<Entry> m_waiting; ///< guarded by m_mutex
    bool m_isClosing = false; ///< guarded by m_mutex
    std::optional<Error> m_problem; ///< guarded by m_mutex
    std::thread m_thread;
};

} // namespace Migrations::Journal
