#pragma once

#include "migrations/base/questions.h"
#include "migrations/graph/revisiongraph.h"
#include "migrations/history/versiontable.h"
#include "migrations/runner/patience.h"
#include "migrations/runner/runevent.h"

namespace Migrations::Runner {

/// What is stamped.
struct StampOrder {
    const Graph::RevisionGraph &graph;
    const History::VersionTable &versionTable;
    QStringList targets; ///< as `alembic stamp` takes them
    bool purge = false; ///< forget every row first, whatever it says
    Patience patience = {};
    StepRecorder record = {};
};

/// Changes the rows of the version table without running a revision, all in one transaction; the
/// table is created when there are no rows. Asks about a column that is too narrow, as run() does, and
/// keeps other migrators out as that does.
[[nodiscard]] RunReport stamp(
    Database::Connection &connection, const StampOrder &order, Questions &questions, const EventSink &sink,
    const CancelToken &cancel = {});

/// Creates the version table unless it is there. True: it was created.
[[nodiscard]] Result<bool> ensureVersionTable(
    Database::Connection &connection, const History::VersionTable &versionTable);

} // namespace Migrations::Runner
