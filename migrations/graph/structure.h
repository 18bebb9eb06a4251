#pragma once

#include "migrations/graph/revisiongraph.h"

#include <optional>
#include <span>
#include <vector>

namespace Migrations::Graph {

/// No revision: what `base` means.
inline constexpr int AtBase = -1;
/// A relative symbol asks for more steps than there are.
inline constexpr int TooFar = -2;

/// One revision inside the graph; revisions are numbers, counted in file order.
///
/// `below` closes over the same revisions as `down` and `dependencies` together, but leaves out a
/// dependency that an ancestor by `down` declares already: Alembic's
/// `_normalized_down_revisions`, which row arithmetic and the order of steps go by.
struct Vertex {
    Node node;
    std::vector<int> down; ///< by down_revision, each once
    std::vector<int> dependencies; ///< by depends_on, resolved, each once
    std::vector<int> below;
    std::vector<int> children; ///< inverse of down
    std::vector<int> dependents; ///< inverse of down and dependencies
    std::vector<int> labels; ///< numbers of labels, after propagation
    int problem = -1; ///< number of the problem that keeps steps from touching it
};

/// A set of revisions: membership in constant time.
class VertexSet final {
public:
    VertexSet() = default;
    explicit VertexSet(std::size_t revisions)
        : m_member(revisions, false)
    {
    }

    [[nodiscard]] bool contains(int vertex) const { return m_member[std::size_t(vertex)]; }
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] std::vector<int> inFileOrder() const;

    /// false when it was a member already
    bool insert(int vertex);
    /// false when it was no member
    bool remove(int vertex);
    void insert(std::span<const int> vertices);
    void subtract(const VertexSet &other);
    void intersect(const VertexSet &other);

private:
    std::vector<bool> m_member;
    std::size_t m_count = 0;
};

enum class Edges {
    Down, ///< down_revision
    Below, ///< down_revision and dependencies
    Children, ///< inverse of Down
    Dependents, ///< inverse of Below
};

/// The revisions of a graph by number, and the words that name them. Immutable once built; never
/// holds a cycle (an edge that would close one is left out and its revisions carry a problem).
struct Structure {
    struct Label {
        QString name;
        int owner = 0;
        int problem = -1; ///< two revisions claim it
    };

    std::vector<Vertex> vertices;
    std::vector<Label> labels; ///< in file order of their owners
    QHash<QString, int> byId;
    QHash<QString, int> byLabel; ///< to the number of the label
    QList<Error> problems;
    std::vector<int> heads;
    std::vector<int> realHeads;
    std::vector<int> bases;

    [[nodiscard]] const Vertex &at(int vertex) const { return vertices[std::size_t(vertex)]; }
    [[nodiscard]] const QString &id(int vertex) const { return at(vertex).node.id; }
    [[nodiscard]] QStringList ids(std::span<const int> vertices) const;
    [[nodiscard]] const std::vector<int> &neighbours(int vertex, Edges edges) const;

    /// everything that `from` leads to, with `from` itself
    [[nodiscard]] VertexSet reachable(std::span<const int> from, Edges edges) const;

    struct Overlap {
        int above = 0;
        std::vector<int> others; ///< of `from`, reachable from `above`
    };
    /// The first of `from` that leads to another of `from`; looks no further than to TooFar.
    [[nodiscard]] std::optional<Overlap> overlap(std::span<const int> from, Edges edges) const;
};

} // namespace Migrations::Graph
