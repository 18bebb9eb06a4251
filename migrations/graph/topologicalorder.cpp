#include "migrations/graph/topologicalorder.h"

#include <algorithm>

namespace Migrations::Graph {

namespace {

class Sorter final {
public:
    Sorter(const Structure &graph, const VertexSet &revisions, const std::vector<int> &heads);

    [[nodiscard]] std::optional<std::vector<int>> run();

private:
    void start(const std::vector<int> &heads);
    void emitRevision(int vertex);
    void goOnBelow(std::size_t at);
    [[nodiscard]] std::optional<std::size_t> headAbove(int vertex);

    const Structure &m_graph;
    VertexSet m_todo;
    VertexSet m_scope; ///< what the heads lead to
    VertexSet m_isHead;
    VertexSet m_out;
    VertexSet m_visited; ///< scratch of headAbove(), empty between calls
    std::vector<int> m_waitsFor; ///< how many revisions of the scope right above are not out yet
    std::vector<int> m_heads;
    std::vector<int> m_order;
};

Sorter::Sorter(const Structure &graph, const VertexSet &revisions, const std::vector<int> &heads)
    : m_graph(graph)
    , m_todo(revisions)
    , m_isHead(graph.vertices.size())
    , m_out(graph.vertices.size())
    , m_visited(graph.vertices.size())
    , m_waitsFor(graph.vertices.size(), 0)
{
    start(heads);
}

void Sorter::start(const std::vector<int> &heads)
{
    std::ranges::copy_if(heads, std::back_inserter(m_heads),
        [this](int head) { return m_todo.contains(head) && m_isHead.insert(head); });
    std::ranges::sort(m_heads);
    m_scope = m_graph.reachable(m_heads, Edges::Below);
    for (std::size_t i = 0; i < m_graph.vertices.size(); ++i) {
        if (!m_scope.contains(int(i)))
            continue;
        for (const int below : m_graph.at(int(i)).below)
            ++m_waitsFor[std::size_t(below)];
    }
    m_order.reserve(m_todo.count());
}

std::optional<std::vector<int>> Sorter::run()
{
    std::size_t at = 0;
    while (!m_heads.empty()) {
        const int candidate = m_heads[at];
        if (const std::optional<std::size_t> above = headAbove(candidate)) {
            at = *above;
            continue;
        }
        emitRevision(candidate);
        const std::size_t before = m_heads.size();
        goOnBelow(at);
        if (m_heads.size() < before && at > 0)
            --at;
    }
    if (!m_todo.isEmpty())
        return std::nullopt;
    return std::move(m_order);
}

void Sorter::emitRevision(int vertex)
{
    if (!m_todo.remove(vertex))
        return;
    m_order.push_back(vertex);
    m_out.insert(vertex);
    for (const int below : m_graph.at(vertex).below)
        --m_waitsFor[std::size_t(below)];
}

void Sorter::goOnBelow(std::size_t at)
{
    std::vector<int> next;
    std::ranges::copy_if(m_graph.at(m_heads[at]).below, std::back_inserter(next),
        [this](int below) { return m_todo.contains(below) && !m_isHead.contains(below); });
    m_isHead.remove(m_heads[at]);
    m_isHead.insert(next);
    if (next.empty()) {
        m_heads.erase(m_heads.begin() + std::ptrdiff_t(at));
        return;
    }
    m_heads[at] = next.front();
    m_heads.insert(m_heads.end(), next.begin() + 1, next.end());
}

/// the first of the current heads that leads to `vertex`
std::optional<std::size_t> Sorter::headAbove(int vertex)
{
    if (m_heads.size() == 1 || m_waitsFor[std::size_t(vertex)] == 0)
        return std::nullopt;
    std::vector<int> todo {vertex};
    std::vector<int> visited;
    while (!todo.empty()) {
        const int current = todo.back();
        todo.pop_back();
        for (const int above : m_graph.at(current).dependents) {
            // no head that is still to come leads to one that is out
            if (m_out.contains(above) || !m_scope.contains(above) || !m_visited.insert(above))
                continue;
            visited.push_back(above);
            todo.push_back(above);
        }
    }
    const auto found = std::ranges::find_if(m_heads, [this](int head) { return m_visited.contains(head); });
    const auto at = std::size_t(found - m_heads.begin());
    for (const int other : visited)
        m_visited.remove(other);
    return at < m_heads.size() ? std::optional(at) : std::nullopt;
}

} // namespace

std::optional<std::vector<int>> topologicalOrder(
    const Structure &graph, const VertexSet &revisions, const std::vector<int> &heads)
{
    return Sorter(graph, revisions, heads).run();
}

} // namespace Migrations::Graph
