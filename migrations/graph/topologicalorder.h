#pragma once

#include "migrations/graph/structure.h"

namespace Migrations::Graph {

/// `revisions` from the heads to the bases, in the very order of Alembic's `_topological_sort`:
/// one branch is walked down as far as possible, beginning with the head that is first in file
/// order; a revision waits until everything above it is out; a merge goes on with its first
/// parent, the other parents queue up.
///
/// Nothing when some of the revisions are not reached from the heads. Linear for a history of few
/// branches; a branch point costs a walk over what is above it and not yet out.
[[nodiscard]] std::optional<std::vector<int>> topologicalOrder(
    const Structure &graph, const VertexSet &revisions, const std::vector<int> &heads);

} // namespace Migrations::Graph
