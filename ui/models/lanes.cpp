#include "ui/models/lanes.h"

#include <QSet>

#include <algorithm>

namespace Workbench {

namespace {

using Edge = LaneLine::Edge;

// What a lane is on its way to. An empty `wanted` is a free lane.
struct Lane {
    QString wanted;
    QString child;
    Edge edge = Edge::Down;
};

class LaneLayout final
{
public:
    explicit LaneLayout(const QList<LaneNode> &nodes)
    {
        for (const LaneNode &node : nodes)
            m_below.insert(node.id);
    }

    LaneRow place(const LaneNode &node)
    {
        LaneRow row;
        row.lane = laneFor(node.id);
        m_below.remove(node.id);
        arrive(node.id, row);
        QSet<int> fresh;
        for (const QString &parent : node.down)
            depart(node.id, parent, Edge::Down, row, fresh);
        for (const QString &needed : node.dependsOn)
            depart(node.id, needed, Edge::Dependency, row, fresh);
        for (int lane = 0; lane < m_lanes.size(); ++lane) {
            if (!m_lanes.at(lane).wanted.isEmpty() && !fresh.contains(lane))
                row.lines << line(lane, lane, LaneLine::Half::Lower, m_lanes.at(lane));
        }
        return row;
    }

private:
    static LaneLine line(int from, int to, LaneLine::Half half, const Lane &lane)
    {
        return {.from = from, .to = to, .half = half, .child = lane.child, .edge = lane.edge};
    }

    int find(const QString &wanted, Edge edge) const
    {
        const auto found = std::ranges::find_if(
            m_lanes, [&](const Lane &lane) { return lane.wanted == wanted && lane.edge == edge; });
        return found == m_lanes.end() ? -1 : int(found - m_lanes.begin());
    }

    int freeLane()
    {
        const auto free = std::ranges::find_if(m_lanes, [](const Lane &lane) { return lane.wanted.isEmpty(); });
        if (free != m_lanes.end())
            return int(free - m_lanes.begin());
        m_lanes << Lane {};
        return int(m_lanes.size()) - 1;
    }

    int laneFor(const QString &id)
    {
        for (const Edge edge : {Edge::Down, Edge::Dependency}) {
            if (const int waiting = find(id, edge); waiting >= 0)
                return waiting;
        }
        return freeLane();
    }

    // the upper half: what waited for this revision ends in its dot, the rest goes on
    void arrive(const QString &id, LaneRow &row)
    {
        for (int lane = 0; lane < m_lanes.size(); ++lane) {
            Lane &waiting = m_lanes[lane];
            if (waiting.wanted.isEmpty())
                continue;
            const bool here = waiting.wanted == id;
            row.lines << line(lane, here ? row.lane : lane, LaneLine::Half::Upper, waiting);
            if (here)
                waiting = {};
        }
    }

    // the lower half: the first to go stays in the same lane, others share a lane or open one
    void depart(const QString &child, const QString &to, Edge edge, LaneRow &row, QSet<int> &fresh)
    {
        if (!m_below.contains(to))
            return;
        const Lane wanted {.wanted = to, .child = child, .edge = edge};
        const bool isFirst = fresh.isEmpty() && m_lanes.at(row.lane).wanted.isEmpty();
        const int shared = isFirst ? -1 : find(to, edge);
        const int lane = isFirst ? row.lane : shared >= 0 ? shared : freeLane();
        row.lines << line(row.lane, lane, LaneLine::Half::Lower, wanted);
        if (shared < 0) {
            m_lanes[lane] = wanted;
            fresh.insert(lane);
        }
    }

    QSet<QString> m_below; ///< the revisions that are still to come
    QList<Lane> m_lanes;
};

} // namespace

QList<LaneRow> layOutLanes(const QList<LaneNode> &newestFirst)
{
    LaneLayout layout(newestFirst);
    QList<LaneRow> rows;
    rows.reserve(newestFirst.size());
    for (const LaneNode &node : newestFirst)
        rows << layout.place(node);
    return rows;
}

int laneCount(const QList<LaneRow> &rows)
{
    int count = rows.isEmpty() ? 0 : 1;
    for (const LaneRow &row : rows) {
        count = std::max(count, row.lane + 1);
        for (const LaneLine &line : row.lines)
            count = std::max({count, line.from + 1, line.to + 1});
    }
    return count;
}

} // namespace Workbench
