#include "migrations/graph/structure.h"

#include <algorithm>

namespace Migrations::Graph {

std::vector<int> VertexSet::inFileOrder() const
{
    std::vector<int> result;
    result.reserve(m_count);
    for (std::size_t i = 0; i < m_member.size(); ++i) {
        if (m_member[i])
            result.push_back(int(i));
    }
    return result;
}

bool VertexSet::insert(int vertex)
{
    if (contains(vertex))
        return false;
    m_member[std::size_t(vertex)] = true;
    ++m_count;
    return true;
}

bool VertexSet::remove(int vertex)
{
    if (!contains(vertex))
        return false;
    m_member[std::size_t(vertex)] = false;
    --m_count;
    return true;
}

void VertexSet::insert(std::span<const int> vertices)
{
    for (const int vertex : vertices)
        insert(vertex);
}

void VertexSet::subtract(const VertexSet &other)
{
    for (std::size_t i = 0; i < m_member.size(); ++i) {
        if (other.m_member[i])
            remove(int(i));
    }
}

void VertexSet::intersect(const VertexSet &other)
{
    for (std::size_t i = 0; i < m_member.size(); ++i) {
        if (!other.m_member[i])
            remove(int(i));
    }
}

QStringList Structure::ids(std::span<const int> numbers) const
{
    QStringList result;
    result.reserve(qsizetype(numbers.size()));
    for (const int vertex : numbers)
        result << id(vertex);
    return result;
}

const std::vector<int> &Structure::neighbours(int vertex, Edges edges) const
{
    const Vertex &it = at(vertex);
    switch (edges) {
    case Edges::Down:
        return it.down;
    case Edges::Below:
        return it.below;
    case Edges::Children:
        return it.children;
    case Edges::Dependents:
        return it.dependents;
    }
    Q_UNREACHABLE_RETURN(it.down);
}

VertexSet Structure::reachable(std::span<const int> from, Edges edges) const
{
    VertexSet seen(vertices.size());
    std::vector<int> todo;
    for (const int start : from) {
        if (seen.insert(start))
            todo.push_back(start);
    }
    while (!todo.empty()) {
        const int vertex = todo.back();
        todo.pop_back();
        for (const int next : neighbours(vertex, edges)) {
            if (seen.insert(next))
                todo.push_back(next);
        }
    }
    return seen;
}

std::optional<Structure::Overlap> Structure::overlap(std::span<const int> from, Edges edges) const
{
    VertexSet asked(vertices.size());
    for (const int start : from) {
        if (start >= 0)
            asked.insert(start);
    }
    if (asked.count() < 2)
        return std::nullopt;
    // What an earlier one leads to is not walked again: it had none of the others below itself.
    VertexSet seen(vertices.size());
    for (const int start : from) {
        if (start < 0)
            return std::nullopt;
        std::vector<int> met;
        std::vector<int> todo {start};
        while (!todo.empty()) {
            const int vertex = todo.back();
            todo.pop_back();
            if (asked.contains(vertex) && vertex != start)
                met.push_back(vertex);
            if (!seen.insert(vertex))
                continue;
            for (const int next : neighbours(vertex, edges))
                todo.push_back(next);
        }
        if (!met.empty()) {
            std::ranges::sort(met);
            const auto [first, last] = std::ranges::unique(met);
            met.erase(first, last);
            return Overlap {.above = start, .others = met};
        }
    }
    return std::nullopt;
}

} // namespace Migrations::Graph
