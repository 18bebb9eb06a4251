#pragma once

#include "migrations/journal/actor.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace Migrations::Journal {

/// A statement that was sent. Passwords are masked; a very long text is cut.
struct StatementEntry {
    QString sql = {};
    QString file = {}; ///< the script; may be empty
    int line = 0;
    QDateTime begun = {}; ///< UTC, as all moments here
    std::optional<qint64> microseconds = {}; ///< unset: nobody saw its end
    qint64 rows = -1; ///< affected; -1: not told
    QString error = {}; ///< empty: it was done
};

enum class StepState { Begun, Done, Failed };

/// A step that was begun.
struct StepEntry {
    int number = 0; ///< from 0
    QString direction = {}; ///< "upgrade", "downgrade", "stamp"
    QString revision = {};
    QString text = {}; ///< "Running upgrade a -> b, doc"
    QString checksum = {}; ///< of the revision's file, as stillroom.sum writes it; empty: there is none
    QDateTime begun = {};
    std::optional<qint64> microseconds = {};
    StepState state = StepState::Begun;
    QString error = {};
    QList<StatementEntry> statements = {};
};

enum class RunState {
    Running, ///< its process is still there
    Done,
    Failed,
    Unfinished, ///< it was begun and nobody saw its end: the process died, or is on another machine
};

/// Something that was done to a database.
struct RunEntry {
    qint64 number = 0;
    QString action = {}; ///< "upgrade", "downgrade", "stamp", "backup", "restore"
    QString target = {};
    QString project = {}; ///< the folder of the configuration
    QString database = {}; ///< URL without the password
    Actor actor = {};
    QDateTime begun = {};
    QDateTime ended = {}; ///< invalid: nobody saw it
    std::optional<qint64> microseconds = {};
    RunState state = RunState::Running;
    QStringList rowsBefore = {};
    QStringList rowsAfter = {};
    int plannedSteps = 0;
    int doneSteps = 0; ///< committed
    qint64 leftOut = 0; ///< statements that were too many to keep
    QString backup = {}; ///< a file or tables; may be empty
    QString error = {};
    QList<StepEntry> steps = {};
};

} // namespace Migrations::Journal
