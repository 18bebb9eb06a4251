#pragma once

#include "migrations/graph/structure.h"

namespace Migrations::Graph {

struct Circle {
    std::vector<int> members; ///< on a cycle or between two, in file order
    Error problem; ///< with Alembic's list of revisions, which has also those above
};

/// The cycles of a graph whose `down`, `dependencies`, `children` and `dependents` are set; nothing
/// when it has none, which is found out in linear time.
[[nodiscard]] std::optional<Circle> findCircle(const Structure &graph);

/// Leaves out, in file order, every edge between `members` that closes a cycle.
void cutCircles(Structure &graph, const std::vector<int> &members);

} // namespace Migrations::Graph
