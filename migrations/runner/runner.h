#pragma once

#include "migrations/alembic/surroundings.h"
#include "migrations/base/canceltoken.h"
#include "migrations/base/questions.h"
#include "migrations/dialects/dialect.h"
#include "migrations/dialects/versiontablesql.h"
#include "migrations/graph/revisiongraph.h"
#include "migrations/plan/preview.h"
#include "migrations/runner/patience.h"
#include "migrations/runner/runevent.h"
#include "migrations/scripts/revision.h"

namespace Migrations::Database {
class Connection;
}

namespace Migrations::Runner {

/// What is run.
struct RunRequest {
    const Scripts::ScriptDirectory &scripts;
    const Graph::RevisionGraph &graph;
    Graph::Direction direction = Graph::Direction::Upgrade;
    QString target;
    Plan::Review review = {}; ///< its answer goes to the sink before the first step
    std::function<Result<void>()> prepare = {}; ///< called before the first step, if there is one
    StepRecorder record = {};
    // what the project says
    Dialects::VersionTableName versionTable = {};
    Dialects::NamingConvention convention = {};
    // what the command line says to scripts
    QStringList scriptArguments = {};
    QString tag = {};
    /// the whole run is one transaction, where the dialect has one for DDL
    bool isOneTransaction = false;
    /// Everything is sent in one transaction, measured, and rolled back; statements for which that cannot
    /// be are told instead. The report has the rehearsal.
    bool isDryRun = false;
    Patience patience = {};
    Alembic::Surroundings surroundings = {};
};

/// Brings a database to a target: one migrator at a time (see Companion); the plan is made from the
/// rows found once nobody else can change them, then each step runs in a
/// transaction of its own together with its version row, or all of them in one, which is then all
/// or nothing. A script's autocommit block ends the transaction: what was done up to there, steps of
/// the run before it included, stays even when the step fails, and its version row is written in a
/// new transaction after the block, as in Alembic. Before a step the rows are read again
/// inside the transaction; when somebody else has moved them (Alembic takes no lock; SQLite has none
/// for a whole run), the rest is planned again where the target says by itself where it is, and
/// the run stops with Conflict where it counts from the rows ("+1"). A step that meets a lock is
/// rolled back and tried again while the patience lasts; what was answered is not asked again. A step
/// that fails is rolled back whole, and the run stops there; what was committed before stays and is
/// in the report. A script that asked, was answered no and then changed nothing counts as refused:
/// its version row stays. When an id is longer than the column that holds it, the questions are
/// asked before the first step whether to widen it; a no ends the run with Refused. Uses the same evaluation and the same statement texts as a preview.
///
/// When the connection breaks during a COMMIT, a new one reads what has become of it, and the report
/// says what it found: committed, rolled back, or that nobody could look.
///
/// Synchronous, on the connection's thread. Cancelling stops the statement under way.
[[nodiscard]] RunReport run(Database::Connection &connection, const RunRequest &request, Questions &questions,
    const EventSink &sink, const CancelToken &cancel = {});

} // namespace Migrations::Runner
