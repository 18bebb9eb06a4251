#pragma once

#include "migrations/alembic/surroundings.h"
#include "migrations/dialects/dialect.h"
#include "migrations/dialects/versiontablesql.h"
#include "migrations/graph/revisiongraph.h"
#include "migrations/plan/collectinghost.h"
#include "migrations/plan/preview.h"
#include "migrations/scripts/revision.h"

namespace Migrations::Plan {

/// What a preview is made of.
struct PreviewRequest {
    const Scripts::ScriptDirectory &scripts;
    const Graph::RevisionGraph &graph;
    const Dialects::Dialect &dialect;
    QStringList rows; ///< of the version table at the start
    Graph::Direction direction = Graph::Direction::Upgrade;
    QString target;
    /// the version table is there already; offline it is not as long as there are no rows
    bool hasVersionTable = false;
    /// with a connection: how to read rows, and the schema as it is
    CollectingHost::Reader reader = {};
    TrackedSchema::Source schema = {};
    std::shared_ptr<Rehearsal> rehearsal = {}; ///< may be null
    int versionColumnLength = Dialects::VersionTableSql::ColumnLength; ///< characters; 0: no limit
    Review review = {}; ///< its answer is in Preview::warnings
    // what the project says
    Dialects::VersionTableName versionTable = {};
    Dialects::NamingConvention convention = {};
    // what the command line says to scripts
    QStringList scriptArguments = {};
    QString tag = {};
    bool isTransactionPerStep = false; ///< transaction_per_migration
    Alembic::Surroundings surroundings = {};

    [[nodiscard]] Alembic::ScriptSettings scriptSettings() const
    {
        return {.arguments = scriptArguments, .tag = tag, .convention = convention,
            .options = surroundings.options};
    }
};

/// The steps from the rows to the target with their statements. Fails when there is no plan (an
/// unknown target, several heads); a step that cannot be previewed is Preview::error.
///
/// Without a schema source the schema at the start is replayed from the revisions that the rows say
/// are applied, when a script asks for it.
[[nodiscard]] Result<Preview> makePreview(const PreviewRequest &request);

} // namespace Migrations::Plan
