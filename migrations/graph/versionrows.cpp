#include "migrations/graph/versionrows.h"

#include <algorithm>

namespace Migrations::Graph {

VersionRows::VersionRows(const Structure &graph, const std::vector<int> &rows)
    : m_graph(graph)
    , m_rows(graph.vertices.size())
    , m_applied(graph.reachable(rows, Edges::Below))
    , m_visited(graph.vertices.size())
{
    m_rows.insert(rows);
}

QList<RowChange> VersionRows::upgrade(int revision)
{
    m_applied.insert(revision);
    const std::vector<int> &below = m_graph.at(revision).below;
    std::vector<int> replaced;
    std::ranges::copy_if(below, std::back_inserter(replaced), [this](int vertex) { return m_rows.contains(vertex); });
    if (replaced.empty())
        return {insert(revision)};
    if (replaced.size() > 1)
        return merge(revision);
    return {update(replaced.front(), revision)};
}

QList<RowChange> VersionRows::merge(int revision)
{
    const std::vector<int> &below = m_graph.at(revision).below;
    std::vector<int> from;
    std::size_t rowsBelow = 0;
    for (const int vertex : below)
        rowsBelow += m_rows.contains(vertex) ? 1 : 0;
    const bool others = m_rows.count() > rowsBelow;
    for (const int vertex : below) {
        // A parent below another parent has no row; Alembic would fail to delete it (KeyError).
        if (m_rows.contains(vertex) && !(others && isBelowOtherRow(vertex, below)))
            from.push_back(vertex);
    }
    if (from.empty())
        return {insert(revision)};
    if (others)
        std::ranges::sort(from);
    QList<RowChange> changes;
    for (std::size_t i = 0; i + 1 < from.size(); ++i)
        changes << remove(from[i]);
    changes << update(from.back(), revision);
    return changes;
}

QList<RowChange> VersionRows::downgrade(int revision)
{
    m_applied.remove(revision);
    if (!m_rows.contains(revision))
        return {};
    const std::vector<int> to = rowsAfterDowngrade(revision);
    if (to.empty())
        return {remove(revision)};
    QList<RowChange> changes;
    for (std::size_t i = 0; i + 1 < to.size(); ++i)
        changes << insert(to[i]);
    changes << update(revision, to.back());
    return changes;
}

/// Those right below a revision that need a row of their own. When other rows remain Alembic leaves
/// out only what is below those rows, and not what is below another of the result.
std::vector<int> VersionRows::rowsAfterDowngrade(int revision)
{
    const std::vector<int> own {revision};
    const bool others = m_rows.count() > 1;
    std::vector<int> to;
    for (const int vertex : m_graph.at(revision).below) {
        const bool implied = others ? m_rows.contains(vertex) || isBelowOtherRow(vertex, own)
                                    : std::ranges::any_of(m_graph.at(vertex).dependents,
                                        [this](int above) { return m_applied.contains(above); });
        if (!implied)
            to.push_back(vertex);
    }
    std::ranges::sort(to);
    return to;
}

bool VersionRows::isBelowOtherRow(int revision, const std::vector<int> &set)
{
    std::vector<int> todo {revision};
    std::vector<int> visited;
    bool found = false;
    while (!todo.empty() && !found) {
        const int current = todo.back();
        todo.pop_back();
        for (const int above : m_graph.at(current).dependents) {
            if (!m_applied.contains(above) || !m_visited.insert(above))
                continue;
            visited.push_back(above);
            todo.push_back(above);
            if (m_rows.contains(above) && std::ranges::find(set, above) == set.end()) {
                found = true;
                break;
            }
        }
    }
    for (const int vertex : visited)
        m_visited.remove(vertex);
    return found;
}

RowChange VersionRows::insert(int revision)
{
    m_rows.insert(revision);
    return {.kind = RowChange::Kind::Insert, .to = m_graph.id(revision)};
}

RowChange VersionRows::update(int from, int to)
{
    m_rows.remove(from);
    m_rows.insert(to);
    return {.kind = RowChange::Kind::Update, .from = m_graph.id(from), .to = m_graph.id(to)};
}

RowChange VersionRows::remove(int revision)
{
    m_rows.remove(revision);
    return {.kind = RowChange::Kind::Delete, .from = m_graph.id(revision)};
}

} // namespace Migrations::Graph
