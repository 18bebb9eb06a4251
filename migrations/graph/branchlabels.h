#pragma once

#include "migrations/graph/structure.h"

namespace Migrations::Graph {

/// Gives every revision its labels: a label belongs to its revision and to all descendants by
/// down_revision, and also to the revisions below its own when the whole branch is one line without
/// a branch point or merge point, down to the first of those (Alembic's `_add_branches`).
void propagateLabels(Structure &graph);

} // namespace Migrations::Graph
