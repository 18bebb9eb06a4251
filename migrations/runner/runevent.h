#pragma once

#include "migrations/base/error.h"
#include "migrations/graph/step.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace Migrations::Runner {

/// The plan is known; nothing was sent yet.
struct RunStarted {
    QString database; ///< without password
    int steps = 0;
    QStringList rows = {}; ///< of the version table, as they were found
};

/// A backup is being made, before the first step.
struct BackupProgressed {
    QString what; ///< for people
    int percent = -1; ///< -1: nobody knows
};

/// The backup is complete: a file, or tables.
struct BackupFinished {
    QString place;
};

/// Something to know before the first step; the run goes on.
struct RunWarning {
    Error error;
};

/// A step begins. `text` is Alembic's log line: "Running upgrade a -> b, doc".
struct StepStarted {
    int index = 0; ///< from 0
    Graph::Step step;
    QString text;
};

struct StatementStarted {
    QString sql;
    SourceLocation at;
};

struct StatementFinished {
    std::chrono::microseconds elapsed;
    qint64 rows = -1; ///< affected; -1: not told by the database
    QString error = {}; ///< of the database; empty: it was done
};

/// The script printed a line.
struct ScriptOutput {
    QString line;
    SourceLocation at;
};

/// The step is committed; or done, in a run that is one transaction and is committed at its end.
struct StepFinished {
    int index = 0;
    std::chrono::microseconds elapsed;
};

/// The step failed and was rolled back; what was committed before it stays.
struct StepFailed {
    int index = 0;
    Error error;
};

/// Who holds what a run waits for. What the database does not tell is empty.
struct LockHolder {
    qint64 process = 0; ///< PostgreSQL: of the server (pg_backend_pid()); SQLite: of this machine
    QString user;
    QString application; ///< SQLite: the program's name
    QString client; ///< address; empty: the server's own machine
    QString since; ///< of the transaction, in the server's words
    QString query; ///< its present or last statement, shortened

    /// "process 4711 (alice, psql, 10.0.0.7) since 12:00:05: SELECT …"
    [[nodiscard]] QString toString() const;
    friend bool operator==(const LockHolder &, const LockHolder &) = default;
};

/// Somebody else holds what the run needs. Told when it begins to wait and every few seconds.
struct LockWaiting {
    QString object; ///< "public.orders (AccessExclusiveLock)"; empty: the database's migrations
    QList<LockHolder> holders; ///< may be empty: the database does not say
    std::chrono::milliseconds waited {};

    [[nodiscard]] QString toString() const; ///< a line for people
};

/// A statement that takes long, in the server's words (pg_stat_progress_…).
struct StatementProgress {
    QString phase; ///< "building index: scanning table"
    qint64 done = 0;
    qint64 total = 0; ///< 0: not known

    [[nodiscard]] QString toString() const; ///< a line for people
};

/// The lock that a statement has on a relation.
struct RelationLock {
    QString relation;
    QString mode; ///< PostgreSQL's: "AccessExclusiveLock"
    friend bool operator==(const RelationLock &, const RelationLock &) = default;
};

/// In a dry run: what the statement before did to the database (see TransactionMeter).
struct StatementMeasured {
    QList<RelationLock> locks = {}; ///< stronger than before it, by name
    QStringList rewritten = {}; ///< relations whose file is a new one
    qint64 rowsRead = 0;
    qint64 walBytes = 0; ///< of the whole server meanwhile

    [[nodiscard]] QString toString() const; ///< a line for people
    friend bool operator==(const StatementMeasured &, const StatementMeasured &) = default;
};

/// In a dry run: a statement that was not sent.
struct StatementSkipped {
    QString sql;
    SourceLocation at;
    QString reason;
};

/// Somebody held a lock for too long: the step was rolled back and begins again after the pause.
struct StepRetried {
    int index = 0;
    Error error; ///< of the try that failed
    std::chrono::milliseconds pause {};

    [[nodiscard]] QString toString() const; ///< a line for people
};

/// Somebody else migrated between two steps: the rest was planned again from what is there now.
struct PlanChanged {
    QStringList rows;
    int steps = 0; ///< that are left

    [[nodiscard]] QString toString() const; ///< a line for people
};

/// RAISE NOTICE, "relation already exists, skipping".
struct ServerNotice {
    QString severity; ///< the server's own word
    QString text;

    [[nodiscard]] QString toString() const { return severity + QStringLiteral(": ") + text; }
};

using RunEvent = std::variant<RunStarted, RunWarning, BackupProgressed, BackupFinished, StepStarted, StatementStarted,
    StatementFinished, ScriptOutput, StepFinished, StepFailed, LockWaiting, StatementProgress, StepRetried, PlanChanged,
    ServerNotice, StatementMeasured, StatementSkipped>;

/// Called inside the transaction of a step, after its version rows are written and before it is
/// committed. An error is the step's.
using StepRecorder = std::function<Result<void>(const Graph::Step &)>;

/// Called in order and never twice at a time: on the thread that runs, but LockWaiting and
/// StatementProgress, which come while that one waits for the database, on another.
using EventSink = std::function<void(const RunEvent &)>;

struct Rehearsal;

/// How a run ended. `rowsBefore` and `rowsAfter` are read from the database, not computed; when the
/// connection was lost, on a new one.
struct RunReport {
    QStringList rowsBefore = {};
    QStringList rowsAfter = {};
    QList<Graph::Step> done = {}; ///< committed
    std::optional<Error> error = {}; ///< why it stopped
    QString backup = {}; ///< where the state of before is; empty: nobody asked for it
    /// The connection was lost and nobody could read since where the database stands: it may be at
    /// any of these, and `rowsAfter` is empty.
    QList<QStringList> possibleRows = {};
    QList<Error> warnings = {}; ///< told as RunWarning, too
    /// of a dry run: then `done` are the steps that it came through, and nothing of them is there
    std::shared_ptr<const Rehearsal> rehearsal = {};
    std::chrono::microseconds elapsed {};

    [[nodiscard]] bool succeeded() const { return !error; }
};

} // namespace Migrations::Runner
