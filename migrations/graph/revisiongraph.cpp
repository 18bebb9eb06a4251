#include "migrations/graph/revisiongraph.h"

#include "migrations/graph/structure.h"
#include "migrations/graph/structurebuilder.h"

#include <algorithm>

namespace Migrations::Graph {

namespace {

template <class Predicate>
QStringList idsWhere(const Structure &graph, Predicate predicate)
{
    QStringList result;
    for (const Vertex &vertex : graph.vertices) {
        if (predicate(vertex))
            result << vertex.node.id;
    }
    return result;
}

bool contains(const std::vector<int> &list, int vertex)
{
    return std::ranges::find(list, vertex) != list.end();
}

} // namespace

RevisionGraph::RevisionGraph()
    : m_graph(std::make_shared<const Structure>())
{
}

RevisionGraph RevisionGraph::build(const QList<Node> &nodes)
{
    RevisionGraph result;
    result.m_graph = std::make_shared<const Structure>(StructureBuilder::build(nodes));
    return result;
}

int RevisionGraph::numberOf(const QString &id) const
{
    return m_graph->byId.value(id, AtBase);
}

bool RevisionGraph::contains(const QString &id) const
{
    return m_graph->byId.contains(id);
}

const Node *RevisionGraph::node(const QString &id) const
{
    const int number = numberOf(id);
    return number == AtBase ? nullptr : &m_graph->at(number).node;
}

QStringList RevisionGraph::ids() const
{
    return idsWhere(*m_graph, [](const Vertex &) { return true; });
}

QList<Error> RevisionGraph::problems() const
{
    return m_graph->problems;
}

std::optional<Error> RevisionGraph::problem(const QString &id) const
{
    const int number = numberOf(id);
    if (number == AtBase || m_graph->at(number).problem < 0)
        return std::nullopt;
    return m_graph->problems.at(m_graph->at(number).problem);
}

QStringList RevisionGraph::heads() const
{
    return m_graph->ids(m_graph->heads);
}

QStringList RevisionGraph::realHeads() const
{
    return m_graph->ids(m_graph->realHeads);
}

QStringList RevisionGraph::effectiveHeads() const
{
    return idsWhere(
        *m_graph, [](const Vertex &vertex) { return vertex.children.empty() && !vertex.dependents.empty(); });
}

QStringList RevisionGraph::bases() const
{
    return m_graph->ids(m_graph->bases);
}

QStringList RevisionGraph::branchPoints() const
{
    return idsWhere(*m_graph, [](const Vertex &vertex) { return vertex.children.size() > 1; });
}

QStringList RevisionGraph::mergePoints() const
{
    return idsWhere(*m_graph, [](const Vertex &vertex) { return vertex.node.down.size() > 1; });
}

QStringList RevisionGraph::children(const QString &id) const
{
    const int number = numberOf(id);
    return number == AtBase ? QStringList() : m_graph->ids(m_graph->at(number).children);
}

QStringList RevisionGraph::dependents(const QString &id) const
{
    const int number = numberOf(id);
    if (number == AtBase)
        return {};
    std::vector<int> result = m_graph->at(number).dependents;
    std::erase_if(result, [&](int other) { return Graph::contains(m_graph->at(number).children, other); });
    return m_graph->ids(result);
}

QStringList RevisionGraph::dependencies(const QString &id) const
{
    const int number = numberOf(id);
    return number == AtBase ? QStringList() : m_graph->ids(m_graph->at(number).dependencies);
}

bool RevisionGraph::isHead(const QString &id) const
{
    const int number = numberOf(id);
    return number != AtBase && m_graph->at(number).children.empty();
}

bool RevisionGraph::isRealHead(const QString &id) const
{
    const int number = numberOf(id);
    return number != AtBase && m_graph->at(number).dependents.empty();
}

bool RevisionGraph::isBranchPoint(const QString &id) const
{
    const int number = numberOf(id);
    return number != AtBase && m_graph->at(number).children.size() > 1;
}

bool RevisionGraph::isMergePoint(const QString &id) const
{
    const int number = numberOf(id);
    return number != AtBase && m_graph->at(number).node.down.size() > 1;
}

QStringList RevisionGraph::labels(const QString &id) const
{
    const int number = numberOf(id);
    QStringList result;
    if (number == AtBase)
        return result;
    for (const int label : m_graph->at(number).labels)
        result << m_graph->labels[std::size_t(label)].name;
    return result;
}

} // namespace Migrations::Graph
