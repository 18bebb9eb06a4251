#pragma once

#include "migrations/dialects/dialect.h"
#include "migrations/dialects/versiontablesql.h"
#include "migrations/graph/revisiongraph.h"
#include "migrations/plan/preview.h"

namespace Migrations::Plan {

/// What a stamp is previewed from.
struct StampRequest {
    const Graph::RevisionGraph &graph;
    const Dialects::Dialect &dialect;
    const Dialects::VersionTableSql &versionTable;
    QStringList rows; ///< of the version table at the start
    QStringList targets; ///< as `alembic stamp` takes them
    bool purge = false; ///< forget every row first, whatever it says
    bool isOffline = false; ///< `--sql`: the table is created when a step starts without rows
    bool hasVersionTable = false; ///< with a connection: no need to create it
};

/// The statements of `stamp`: rows of the version table, no revision is evaluated. Fails as
/// RevisionGraph::stamp(), and for a purge without a connection ("Can't use --purge with --sql mode").
[[nodiscard]] Result<Preview> makeStampPreview(const StampRequest &request);

/// The statements of `ensure_version`: the version table, unless it is there.
[[nodiscard]] Preview makeEnsureVersionPreview(
    const Dialects::Dialect &dialect, const Dialects::VersionTableSql &versionTable, bool hasVersionTable);

} // namespace Migrations::Plan
