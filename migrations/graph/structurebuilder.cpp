#include "migrations/graph/structurebuilder.h"

#include "migrations/graph/branchlabels.h"
#include "migrations/graph/circles.h"
#include "migrations/graph/nearwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace Migrations::Graph {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

/// how many missing parents get a guess, each of which looks at every id
constexpr int GuessesAtMost = 20;

Error problemOf(ErrorCode code, const QString &message, const Node &node, const QString &nextStep = {})
{
    return Error {.code = code, .message = message, .at = node.at, .nextStep = nextStep};
}

void addOnce(std::vector<int> &list, int vertex)
{
    if (std::ranges::find(list, vertex) == list.end())
        list.push_back(vertex);
}

} // namespace

Structure StructureBuilder::build(const QList<Node> &nodes)
{
    Structure graph;
    StructureBuilder builder(graph);
    builder.addNodes(nodes);
    builder.addLabels();
    builder.addEdges();
    builder.link();
    if (const std::optional<Circle> circle = findCircle(graph)) {
        const int problem = builder.addProblem(circle->members.front(), circle->problem);
        for (const int vertex : circle->members)
            graph.vertices[std::size_t(vertex)].problem = problem;
        cutCircles(graph, circle->members);
        builder.link();
    }
    builder.findHeads();
    builder.dropImpliedDependencies();
    propagateLabels(graph);
    return graph;
}

void StructureBuilder::addNodes(const QList<Node> &nodes)
{
    m_graph.vertices.reserve(std::size_t(nodes.size()));
    m_graph.byId.reserve(nodes.size());
    for (const Node &node : nodes) {
        const auto known = m_graph.byId.constFind(node.id);
        if (known == m_graph.byId.cend()) {
            m_graph.byId.insert(node.id, int(m_graph.vertices.size()));
            m_graph.vertices.push_back(Vertex {.node = node});
            checkName(int(m_graph.vertices.size()) - 1);
            continue;
        }
        // As in Alembic the last file counts, in the place of the first.
        Node &kept = m_graph.vertices[std::size_t(*known)].node;
        const QString other = kept.at.toString();
        kept = node;
        addProblem(*known,
            problemOf(ErrorCode::BadInput, u"Revision %1 is present more than once"_s.arg(node.id), node,
                other.isEmpty() ? Tr::tr("Give one of the two revisions another id.")
                                : Tr::tr("Give this revision, or the one in %1, another id.").arg(other)));
    }
}

// The source of the rule is Alembic's `verify_rev_id`.
void StructureBuilder::checkName(int vertex)
{
    const Node &node = m_graph.at(vertex).node;
    QStringList illegal;
    for (const QChar c : u"+-:@"_s) {
        if (node.id.contains(c))
            illegal << c;
    }
    if (illegal.isEmpty())
        return;
    addProblem(vertex,
        problemOf(ErrorCode::BadInput,
            u"Character(s) '%1' not allowed in revision identifier '%2'"_s.arg(illegal.join(u", "_s), node.id), node,
            Tr::tr("Rename the revision, also where other revisions name it.")));
}

void StructureBuilder::addLabels()
{
    for (int vertex = 0; vertex < int(m_graph.vertices.size()); ++vertex) {
        const Node &node = m_graph.at(vertex).node;
        for (const QString &label : node.labels) {
            const auto id = m_graph.byId.constFind(label);
            const auto taken = m_graph.byLabel.constFind(label);
            if (id == m_graph.byId.cend() && taken == m_graph.byLabel.cend()) {
                m_graph.byLabel.insert(label, int(m_graph.labels.size()));
                m_graph.labels.push_back({.name = label, .owner = vertex});
                continue;
            }
            const int owner = id != m_graph.byId.cend() ? *id : m_graph.labels[std::size_t(*taken)].owner;
            const int problem = addProblem(vertex,
                problemOf(ErrorCode::BadInput,
                    u"Branch name '%1' in revision %2 already used by revision %3"_s.arg(
                        label, node.id, m_graph.id(owner)),
                    node, Tr::tr("Choose another branch label.")),
                Touches::Nothing);
            if (id == m_graph.byId.cend() && owner != vertex)
                m_graph.labels[std::size_t(*taken)].problem = problem;
        }
    }
}

void StructureBuilder::addEdges()
{
    for (int vertex = 0; vertex < int(m_graph.vertices.size()); ++vertex) {
        addDown(vertex);
        addDependencies(vertex);
    }
}

void StructureBuilder::addDown(int vertex)
{
    Vertex &it = m_graph.vertices[std::size_t(vertex)];
    for (const QString &parent : std::as_const(it.node.down)) {
        const auto found = m_graph.byId.constFind(parent);
        if (found == m_graph.byId.cend()) {
            const QStringList near =
                m_graph.problems.size() < GuessesAtMost ? nearWords(parent, m_graph.byId.keys()) : QStringList();
            addProblem(vertex,
                problemOf(ErrorCode::NotFound,
                    u"Revision %1 referenced from %2 is not present"_s.arg(parent, it.node.id), it.node,
                    near.isEmpty() ? Tr::tr("Get the file of the missing revision, or correct down_revision.")
                                   : Tr::tr("Did you mean %1?").arg(near.join(u", "_s))));
        } else if (*found == vertex) {
            addProblem(vertex,
                problemOf(ErrorCode::BadInput, u"Self-loop is detected in revisions (%1)"_s.arg(parent), it.node,
                    Tr::tr("A revision cannot be its own down_revision.")));
        } else {
            addOnce(it.down, *found);
        }
    }
}

void StructureBuilder::addDependencies(int vertex)
{
    Vertex &it = m_graph.vertices[std::size_t(vertex)];
    for (const QString &name : std::as_const(it.node.dependsOn)) {
        if (const auto id = m_graph.byId.constFind(name); id != m_graph.byId.cend()) {
            addOnce(it.dependencies, *id);
        } else if (const auto label = m_graph.byLabel.constFind(name); label != m_graph.byLabel.cend()) {
            const Structure::Label &named = m_graph.labels[std::size_t(*label)];
            if (named.problem >= 0 && it.problem < 0)
                it.problem = named.problem;
            addOnce(it.dependencies, named.owner);
        } else {
            addProblem(vertex,
                problemOf(ErrorCode::NotFound, u"Revision %1 referenced from %2 is not present"_s.arg(name, it.node.id),
                    it.node, Tr::tr("depends_on takes a whole revision id or a branch label.")));
        }
    }
    if (std::erase(it.dependencies, vertex) > 0) {
        addProblem(vertex,
            problemOf(ErrorCode::BadInput, u"Dependency self-loop is detected in revisions (%1)"_s.arg(it.node.id),
                it.node, Tr::tr("A revision cannot depend on itself.")));
    }
}

void StructureBuilder::link()
{
    for (Vertex &it : m_graph.vertices) {
        it.children.clear();
        it.dependents.clear();
    }
    for (int vertex = 0; vertex < int(m_graph.vertices.size()); ++vertex) {
        const Vertex &it = m_graph.at(vertex);
        for (const int parent : it.down) {
            m_graph.vertices[std::size_t(parent)].children.push_back(vertex);
            m_graph.vertices[std::size_t(parent)].dependents.push_back(vertex);
        }
        for (const int needed : it.dependencies) {
            if (std::ranges::find(it.down, needed) == it.down.end())
                m_graph.vertices[std::size_t(needed)].dependents.push_back(vertex);
        }
    }
}

void StructureBuilder::findHeads()
{
    for (int vertex = 0; vertex < int(m_graph.vertices.size()); ++vertex) {
        const Vertex &it = m_graph.at(vertex);
        if (it.children.empty())
            m_graph.heads.push_back(vertex);
        if (it.dependents.empty())
            m_graph.realHeads.push_back(vertex);
        if (it.node.down.isEmpty())
            m_graph.bases.push_back(vertex);
    }
}

// Alembic's `_normalize_depends_on`. It keeps what is left in a Python set, without an order; here
// it is file order.
void StructureBuilder::dropImpliedDependencies()
{
    QHash<int, std::vector<int>> declarers;
    for (int vertex = 0; vertex < int(m_graph.vertices.size()); ++vertex) {
        for (const int needed : m_graph.at(vertex).dependencies)
            declarers[needed].push_back(vertex);
    }
    QHash<int, std::vector<int>> kept;
    for (auto it = declarers.cbegin(); it != declarers.cend(); ++it) {
        std::vector<int> above;
        if (it->size() > 1) {
            for (const int declarer : *it) {
                const std::vector<int> &children = m_graph.at(declarer).children;
                above.insert(above.end(), children.begin(), children.end());
            }
        }
        const VertexSet implied = m_graph.reachable(above, Edges::Children);
        for (const int declarer : *it) {
            if (!implied.contains(declarer))
                kept[declarer].push_back(it.key());
        }
    }
    for (int vertex = 0; vertex < int(m_graph.vertices.size()); ++vertex) {
        Vertex &it = m_graph.vertices[std::size_t(vertex)];
        it.below = it.down;
        const auto own = kept.find(vertex);
        if (own == kept.end())
            continue;
        std::ranges::sort(*own);
        for (const int needed : std::as_const(*own))
            addOnce(it.below, needed);
    }
}

int StructureBuilder::addProblem(int vertex, Error problem, Touches touches)
{
    m_graph.problems << std::move(problem);
    const int number = int(m_graph.problems.size()) - 1;
    Vertex &it = m_graph.vertices[std::size_t(vertex)];
    if (touches == Touches::Revision && it.problem < 0)
        it.problem = number;
    return number;
}

} // namespace Migrations::Graph
