#pragma once

#include "migrations/graph/structure.h"

namespace Migrations::Graph {

/// The rows of the version table while steps are taken, and what each step does to them
/// (reference: HeadMaintainer). The table has one row for each revision that no other applied
/// revision leads to.
///
/// Alembic finds the rows of a merge with others and of every unmerge by way of Python sets, whose
/// order differs from process to process; here those are in file order. Which rows there are after
/// the step is the same.
class VersionRows final {
public:
    VersionRows(const Structure &graph, const std::vector<int> &rows);

    [[nodiscard]] QList<RowChange> upgrade(int revision);
    [[nodiscard]] QList<RowChange> downgrade(int revision);

private:
    [[nodiscard]] QList<RowChange> merge(int revision);
    [[nodiscard]] std::vector<int> rowsAfterDowngrade(int revision);
    /// Whether a row that is none of `set` leads to the revision.
    [[nodiscard]] bool isBelowOtherRow(int revision, const std::vector<int> &set);

    [[nodiscard]] RowChange insert(int revision);
    [[nodiscard]] RowChange update(int from, int to);
    [[nodiscard]] RowChange remove(int revision);

    const Structure &m_graph;
    VertexSet m_rows;
    VertexSet m_applied;
    VertexSet m_visited; ///< scratch of isBelowOtherRow(), empty between calls
};

} // namespace Migrations::Graph
