#pragma once

#include "migrations/graph/step.h"
#include "migrations/runner/runevent.h"

namespace Migrations::Runner {

/// What a failure has left behind, for the text that people read.
struct FailureState {
    const Graph::Step &step; ///< that failed
    int committedBefore = 0; ///< steps of the run that stay
    bool hasCommittedPart = false; ///< the step's autocommit block has ended its first transaction
};

/// Adds to the error what is committed and what is rolled back.
void explainFailure(Error &error, const FailureState &state);

/// Somebody else has changed the rows of the version table.
[[nodiscard]] Error movedError(const QStringList &found, const QStringList &expected);

/// How a COMMIT ended whose answer never came.
enum class CommitOutcome { Committed, RolledBack, Moved, Unknown };

/// The error of such a COMMIT, which says what was found on a new connection.
[[nodiscard]] Error lostCommitError(const Error &lost, const Graph::Step &step, CommitOutcome outcome);

} // namespace Migrations::Runner
