#include "migrations/graph/stampplan.h"

#include <algorithm>

namespace Migrations::Graph {

using namespace Qt::StringLiterals;

namespace {

/// The rows while they are stamped.
class Stamp final {
public:
    Stamp(const Structure &graph, std::vector<int> rows)
        : m_graph(graph)
        , m_rows(std::move(rows))
    {
    }

    void toBase(const std::vector<int> &concerned)
    {
        for (const int row : concerned)
            add(Direction::Downgrade, {row}, AtBase, {remove(row)});
    }

    Attempt<void> to(int revision, const std::vector<int> &concerned);

    [[nodiscard]] QList<Step> steps() const { return m_steps; }

private:
    void move(Direction direction, const std::vector<int> &from, int to);
    void add(Direction direction, const std::vector<int> &from, int to, const QList<RowChange> &changes);
    RowChange remove(int row);

    const Structure &m_graph;
    std::vector<int> m_rows;
    QList<Step> m_steps;
};

Attempt<void> Stamp::to(int revision, const std::vector<int> &concerned)
{
    const std::vector<int> own {revision};
    const VertexSet above = m_graph.reachable(own, Edges::Dependents);
    const VertexSet below = m_graph.reachable(own, Edges::Below);
    const auto in = [](const VertexSet &set) { return [&set](int row) { return set.contains(row); }; };
    const bool isDown = std::ranges::any_of(concerned, in(above));
    const bool isUp = std::ranges::any_of(concerned, in(below));
    if (isDown && isUp) {
        const auto higher = std::ranges::find_if(concerned, in(above));
        const auto lower = std::ranges::find_if(concerned, in(below));
        return trouble(Trouble::Kind::Other,
            u"Requested revision %1 overlaps with other requested revisions %2"_s.arg(
                m_graph.id(*higher), m_graph.id(*lower)));
    }
    if (isDown || isUp)
        move(isDown ? Direction::Downgrade : Direction::Upgrade, concerned, revision);
    else
        move(Direction::Upgrade, {}, revision);
    return {};
}

/// Where another destination has used the rows up already, Alembic inserts on the way up and dies
/// of a KeyError on the way down; here both insert.
void Stamp::move(Direction direction, const std::vector<int> &from, int to)
{
    std::vector<int> left;
    std::ranges::copy_if(
        from, std::back_inserter(left), [this](int row) { return std::ranges::find(m_rows, row) != m_rows.end(); });
    const bool there = std::ranges::find(m_rows, to) != m_rows.end();
    if (left.empty() && there)
        return;
    QList<RowChange> changes;
    const std::size_t deleted = left.empty() || there ? left.size() : left.size() - 1;
    for (std::size_t i = 0; i < deleted; ++i)
        changes << remove(left[i]);
    if (!there) {
        if (left.empty()) {
            changes << RowChange {.kind = RowChange::Kind::Insert, .to = m_graph.id(to)};
        } else {
            remove(left.back());
            changes << RowChange {
                .kind = RowChange::Kind::Update, .from = m_graph.id(left.back()), .to = m_graph.id(to)};
        }
        m_rows.push_back(to);
    }
    add(direction, from, to, changes);
}

void Stamp::add(Direction direction, const std::vector<int> &from, int to, const QList<RowChange> &changes)
{
    Step step {.direction = direction, .from = m_graph.ids(from), .rowChanges = changes, .isStamp = true};
    if (to != AtBase) {
        step.revision = m_graph.id(to);
        step.to = {step.revision};
    }
    m_steps << step;
}

RowChange Stamp::remove(int row)
{
    std::erase(m_rows, row);
    return {.kind = RowChange::Kind::Delete, .from = m_graph.id(row)};
}

/// the rows that lie on a line with one of the words, dependencies included
Attempt<std::vector<int>> concernedRows(const Symbols &symbols, const std::vector<int> &rows, const QStringList &words)
{
    std::vector<int> result;
    for (const QString &word : words) {
        if (word.isEmpty())
            continue;
        const Attempt<std::vector<int>> some = symbols.ofLineage(rows, word, Edges::Below);
        if (!some)
            return some;
        std::ranges::copy_if(*some, std::back_inserter(result),
            [&result](int row) { return std::ranges::find(result, row) == result.end(); });
    }
    return result;
}

} // namespace

Attempt<QList<Step>> stampSteps(const Symbols &symbols, const QStringList &rows, const QStringList &words)
{
    const Structure &graph = symbols.graph();
    Attempt<std::vector<int>> stands = symbols.revisions(Start {.kind = Start::Kind::Rows, .words = rows});
    if (!stands)
        return std::unexpected(stands.error());
    const QStringList targets = words.isEmpty() ? QStringList {u"base"_s} : words;
    const Attempt<std::vector<int>> concerned = concernedRows(symbols, *stands, targets);
    if (!concerned)
        return std::unexpected(concerned.error());
    const Attempt<std::vector<int>> destinations = symbols.revisions(targets);
    if (!destinations)
        return std::unexpected(destinations.error());
    Stamp stamp(graph, *stands);
    if (destinations->empty())
        stamp.toBase(*concerned);
    for (const int destination : *destinations) {
        if (destination == TooFar)
            continue; // only an empty table gets as far as to count `-9` from the heads
        if (destination == AtBase)
            return trouble(Trouble::Kind::Other, u"Walked too far"_s);
        if (const int problem = graph.at(destination).problem; problem >= 0) {
            return std::unexpected(
                Trouble {.kind = Trouble::Kind::Broken, .argument = graph.id(destination), .problem = problem});
        }
        if (std::ranges::find(*concerned, destination) != concerned->end())
            continue;
        if (const Attempt<void> stamped = stamp.to(destination, *concerned); !stamped)
            return std::unexpected(stamped.error());
    }
    return stamp.steps();
}

} // namespace Migrations::Graph
