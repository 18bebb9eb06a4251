#pragma once

#include "migrations/graph/symbols.h"

namespace Migrations::Graph {

/// Revisions to take together, and those at their top that an order begins with.
struct Selection {
    VertexSet revisions;
    std::vector<int> heads;
};

/// what an upgrade from `current` to `target` ends at (Alembic's `_parse_upgrade_target`)
[[nodiscard]] Attempt<std::vector<int>> upgradeTargets(
    const Symbols &symbols, const Start &current, const QString &target, Symbols::Overwalk overwalk);

/// `Requested revision X overlaps with other requested revisions Y`, if they do
[[nodiscard]] Attempt<void> apart(const Structure &graph, const std::vector<int> &revisions, Edges edges);

/// everything that the target needs and that is not applied, dependencies included
[[nodiscard]] Attempt<Selection> selectUpgrade(const Symbols &symbols, const QStringList &rows, const QString &target);

} // namespace Migrations::Graph
