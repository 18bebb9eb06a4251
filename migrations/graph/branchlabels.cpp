#include "migrations/graph/branchlabels.h"

#include <algorithm>

namespace Migrations::Graph {

namespace {

bool isCrossing(const Vertex &vertex)
{
    return vertex.dependents.size() > 1 || vertex.node.down.size() > 1;
}

void addLabels(std::vector<int> &labels, const std::vector<int> &more)
{
    if (more.empty() || labels == more)
        return;
    std::vector<int> both;
    both.reserve(labels.size() + more.size());
    std::ranges::set_union(labels, more, std::back_inserter(both));
    labels = std::move(both);
}

/// every revision after its parents
std::vector<int> parentsFirst(const Structure &graph)
{
    std::vector<int> order;
    order.reserve(graph.vertices.size());
    std::vector<std::size_t> waitsFor(graph.vertices.size());
    for (std::size_t i = 0; i < graph.vertices.size(); ++i) {
        waitsFor[i] = graph.vertices[i].down.size();
        if (waitsFor[i] == 0)
            order.push_back(int(i));
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const int child : graph.at(order[i]).children) {
            if (--waitsFor[std::size_t(child)] == 0)
                order.push_back(child);
        }
    }
    return order;
}

/// Whether the branch above is one line. Alembic walks down from the descendant that it visited
/// last, and comes below the label's own revision only then.
bool isOneLineFrom(const Structure &graph, int vertex)
{
    while (!isCrossing(graph.at(vertex))) {
        if (graph.at(vertex).children.empty())
            return true;
        vertex = graph.at(vertex).children.front();
    }
    return false;
}

} // namespace

void propagateLabels(Structure &graph)
{
    if (graph.labels.empty())
        return;
    for (std::size_t label = 0; label < graph.labels.size(); ++label)
        addLabels(graph.vertices[std::size_t(graph.labels[label].owner)].labels, {int(label)});
    for (const int vertex : parentsFirst(graph)) {
        Vertex &it = graph.vertices[std::size_t(vertex)];
        for (const int parent : it.down)
            addLabels(it.labels, graph.at(parent).labels);
    }
    QHash<int, std::vector<int>> byOwner;
    for (const Structure::Label &label : graph.labels)
        byOwner.insert(label.owner, graph.at(label.owner).labels);
    for (auto owner = byOwner.cbegin(); owner != byOwner.cend(); ++owner) {
        if (!isOneLineFrom(graph, owner.key()))
            continue;
        int vertex = owner.key();
        while (!isCrossing(graph.at(vertex))) {
            addLabels(graph.vertices[std::size_t(vertex)].labels, *owner);
            if (graph.at(vertex).down.empty())
                break;
            vertex = graph.at(vertex).down.front();
        }
    }
}

} // namespace Migrations::Graph
