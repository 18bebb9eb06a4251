#include "migrations/graph/circles.h"

#include <QCoreApplication>

#include <algorithm>

namespace Migrations::Graph {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

std::vector<int> allDown(const Vertex &vertex)
{
    std::vector<int> result = vertex.down;
    for (const int needed : vertex.dependencies) {
        if (std::ranges::find(result, needed) == result.end())
            result.push_back(needed);
    }
    return result;
}

/// Takes away what has nothing before it, again and again.
template <class Before, class After>
void peel(const Structure &graph, VertexSet &left, Before before, After after)
{
    std::vector<int> count(graph.vertices.size(), 0);
    std::vector<int> free;
    for (const int vertex : left.inFileOrder()) {
        for (const int other : before(graph.at(vertex)))
            count[std::size_t(vertex)] += left.contains(other) ? 1 : 0;
        if (count[std::size_t(vertex)] == 0)
            free.push_back(vertex);
    }
    while (!free.empty()) {
        const int vertex = free.back();
        free.pop_back();
        left.remove(vertex);
        for (const int other : after(graph.at(vertex))) {
            if (left.contains(other) && --count[std::size_t(other)] == 0)
                free.push_back(other);
        }
    }
}

constexpr auto down = [](const Vertex &vertex) -> const std::vector<int> & { return vertex.down; };
constexpr auto children = [](const Vertex &vertex) -> const std::vector<int> & { return vertex.children; };
constexpr auto dependents = [](const Vertex &vertex) -> const std::vector<int> & { return vertex.dependents; };

template <class Down, class Up>
std::vector<int> onCircles(const Structure &graph, Down below, Up above)
{
    VertexSet left(graph.vertices.size());
    for (std::size_t i = 0; i < graph.vertices.size(); ++i)
        left.insert(int(i));
    peel(graph, left, below, above);
    peel(graph, left, above, below);
    return left.inFileOrder();
}

template <class Next>
VertexSet everythingFrom(const Structure &graph, std::vector<int> todo, Next next)
{
    VertexSet seen(graph.vertices.size());
    seen.insert(todo);
    while (!todo.empty()) {
        const int vertex = todo.back();
        todo.pop_back();
        for (const int other : next(graph.at(vertex))) {
            if (seen.insert(other))
                todo.push_back(other);
        }
    }
    return seen;
}

/// What Alembic lists: all that is not between a head and a base (`_detect_cycles`).
template <class Down, class Up, class IsBase>
QStringList strays(const Structure &graph, Down below, Up above, IsBase isBase)
{
    std::vector<int> heads;
    std::vector<int> bases;
    QStringList all;
    for (std::size_t i = 0; i < graph.vertices.size(); ++i) {
        const Vertex &vertex = graph.vertices[i];
        all << vertex.node.id;
        if (above(vertex).empty())
            heads.push_back(int(i));
        if (isBase(vertex))
            bases.push_back(int(i));
    }
    if (heads.empty() || bases.empty())
        return all;
    VertexSet sound = everythingFrom(graph, heads, below);
    sound.intersect(everythingFrom(graph, bases, above));
    QStringList result;
    for (std::size_t i = 0; i < graph.vertices.size(); ++i) {
        if (!sound.contains(int(i)))
            result << graph.id(int(i));
    }
    result.sort();
    return result;
}

/// Alembic's sentence. It does not notice a cycle that hangs between a base and a head; ours then
/// names the members.
QString sentence(const Structure &graph, const std::vector<int> &members)
{
    const auto isBase = [](const Vertex &vertex) { return vertex.node.down.isEmpty(); };
    const auto isRealBase = [](const Vertex &vertex) {
        return vertex.node.down.isEmpty() && vertex.node.dependsOn.isEmpty();
    };
    const std::vector<int> versioned = onCircles(graph, down, children);
    QStringList named = strays(graph, down, children, isBase);
    const bool byDependency = named.isEmpty() && versioned.empty();
    if (byDependency)
        named = strays(graph, allDown, dependents, isRealBase);
    if (named.isEmpty())
        named = graph.ids(byDependency ? members : versioned);
    return byDependency ? u"Dependency cycle is detected in revisions (%1)"_s.arg(named.join(u", "_s))
                        : u"Cycle is detected in revisions (%1)"_s.arg(named.join(u", "_s));
}

/// Whether every revision comes after its parents and dependencies in some order. Nearly always so,
/// and then found out without listing what is left.
bool hasNoCircle(const Structure &graph)
{
    std::vector<std::size_t> waitsFor(graph.vertices.size());
    std::vector<int> order;
    order.reserve(graph.vertices.size());
    for (std::size_t i = 0; i < graph.vertices.size(); ++i) {
        const Vertex &vertex = graph.vertices[i];
        waitsFor[i] = vertex.down.size();
        for (const int needed : vertex.dependencies)
            waitsFor[i] += std::ranges::find(vertex.down, needed) == vertex.down.end() ? 1 : 0;
        if (waitsFor[i] == 0)
            order.push_back(int(i));
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const int other : graph.at(order[i]).dependents) {
            if (--waitsFor[std::size_t(other)] == 0)
                order.push_back(other);
        }
    }
    return order.size() == graph.vertices.size();
}

/// One walk around: each revision, then one that it comes after.
std::vector<int> oneRound(const Structure &graph, const std::vector<int> &members)
{
    VertexSet among(graph.vertices.size());
    among.insert(members);
    std::vector<int> path;
    VertexSet seen(graph.vertices.size());
    int vertex = members.front();
    // every member has another member below it
    while (seen.insert(vertex)) {
        path.push_back(vertex);
        const std::vector<int> below = allDown(graph.at(vertex));
        vertex = *std::ranges::find_if(below, [&among](int other) { return among.contains(other); });
    }
    path.erase(path.begin(), std::ranges::find(path, vertex));
    path.push_back(vertex);
    return path;
}

} // namespace

std::optional<Circle> findCircle(const Structure &graph)
{
    if (hasNoCircle(graph))
        return std::nullopt;
    std::vector<int> members = onCircles(graph, allDown, dependents);
    const QString round = graph.ids(oneRound(graph, members)).join(u" → "_s);
    Error problem {.code = ErrorCode::BadInput,
        .message = sentence(graph, members),
        .at = graph.at(members.front()).node.at,
        .nextStep = Tr::tr("Break the circle %1 at the down_revision or depends_on that is wrong.").arg(round)};
    return Circle {.members = std::move(members), .problem = std::move(problem)};
}

void cutCircles(Structure &graph, const std::vector<int> &members)
{
    enum class State : char { New, Open, Done };
    struct Frame {
        int vertex;
        std::vector<int> below;
        std::size_t next = 0;
    };
    std::vector<State> state(graph.vertices.size(), State::Done);
    for (const int vertex : members)
        state[std::size_t(vertex)] = State::New;
    for (const int start : members) {
        if (state[std::size_t(start)] != State::New)
            continue;
        std::vector<Frame> stack {{.vertex = start, .below = allDown(graph.at(start))}};
        state[std::size_t(start)] = State::Open;
        while (!stack.empty()) {
            Frame &frame = stack.back();
            if (frame.next == frame.below.size()) {
                state[std::size_t(frame.vertex)] = State::Done;
                stack.pop_back();
                continue;
            }
            const int below = frame.below[frame.next++];
            Vertex &vertex = graph.vertices[std::size_t(frame.vertex)];
            if (state[std::size_t(below)] == State::Open) {
                std::erase(vertex.down, below);
                std::erase(vertex.dependencies, below);
            } else if (state[std::size_t(below)] == State::New) {
                state[std::size_t(below)] = State::Open;
                stack.push_back({.vertex = below, .below = allDown(graph.at(below))});
            }
        }
    }
}

} // namespace Migrations::Graph
