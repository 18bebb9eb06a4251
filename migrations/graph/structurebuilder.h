#pragma once

#include "migrations/graph/structure.h"

namespace Migrations::Graph {

/// Makes the graph from what the files say, and notes what does not fit together.
///
/// Where Alembic warns and then dies of a KeyError (a parent or dependency that is not there), or
/// refuses the whole project (a cycle, a label that is used twice, a character that an id may not
/// have), the revision gets a problem and the others stay usable.
class StructureBuilder final {
public:
    [[nodiscard]] static Structure build(const QList<Node> &nodes);

private:
    explicit StructureBuilder(Structure &graph)
        : m_graph(graph)
    {
    }

    void addNodes(const QList<Node> &nodes);
    void checkName(int vertex);
    void addLabels();
    void addEdges();
    void addDown(int vertex);
    void addDependencies(int vertex);
    void link();
    void findHeads();
    void dropImpliedDependencies();

    enum class Touches { Revision, Nothing };
    int addProblem(int vertex, Error problem, Touches touches = Touches::Revision);

    Structure &m_graph;
};

} // namespace Migrations::Graph
