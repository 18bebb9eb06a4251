#pragma once

#include "migrations/base/error.h"
#include "migrations/graph/step.h"

#include <chrono>
#include <functional>
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

using RunEvent = std::variant<RunStarted, RunWarning, BackupProgressed, BackupFinished, StepStarted, StatementStarted,
    StatementFinished, ScriptOutput, StepFinished, StepFailed>;

/// Called inside the transaction of a step, after its version rows are written and before it is
/// committed. An error is the step's.
using StepRecorder = std::function<Result<void>(const Graph::Step &)>;

/// Called on the thread that runs, in order.
using EventSink = std::function<void(const RunEvent &)>;

/// How a run ended. `rowsBefore` and `rowsAfter` are read from the database, not computed.
struct RunReport {
    QStringList rowsBefore = {};
    QStringList rowsAfter = {};
    QList<Graph::Step> done = {}; ///< committed
    std::optional<Error> error = {}; ///< why it stopped
    QString backup = {}; ///< where the state of before is; empty: nobody asked for it
    std::chrono::microseconds elapsed {};

    [[nodiscard]] bool succeeded() const { return !error; }
};

} // namespace Migrations::Runner
