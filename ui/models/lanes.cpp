#include "ui/models/lanes.h"

#include <QSet>

#include <algorithm>

namespace Workbench {

namespace {

// What a lane is on its way to. An empty `wanted` is a free lane.
struct Lane {
    QString wanted;
    QString child;
};

class LaneLayout final
{
public:
    explicit LaneLayout(const QList<LaneNode> &nodes)
    {
        for (const LaneNode &node : nodes)
            m_known.insert(node.id);
    }

    LaneRow place(const LaneNode &node)
    {
        LaneRow row;
        row.lane = laneFor(node.id);
        arrive(node.id, row);
        const QList<int> fresh = depart(node, row);
        for (int lane = 0; lane < m_lanes.size(); ++lane) {
            if (!m_lanes.at(lane).wanted.isEmpty() && !fresh.contains(lane))
                row.lines << line(lane, lane, LaneLine::Half::Lower, m_lanes.at(lane).child);
        }
        return row;
    }

private:
    static LaneLine line(int from, int to, LaneLine::Half half, const QString &child)
    {
        return {.from = from, .to = to, .half = half, .child = child};
    }

    int find(const QString &wanted) const
    {
        const auto found = std::ranges::find(m_lanes, wanted, &Lane::wanted);
        return found == m_lanes.end() ? -1 : int(found - m_lanes.begin());
    }

    int freeLane()
    {
        const int free = find({});
        if (free >= 0)
            return free;
        m_lanes << Lane {};
        return int(m_lanes.size()) - 1;
    }

    int laneFor(const QString &id)
    {
        const int waiting = find(id);
        return waiting >= 0 ? waiting : freeLane();
    }

    // the upper half: what waited for this revision ends in its dot, the rest goes on
    void arrive(const QString &id, LaneRow &row)
    {
        for (int lane = 0; lane < m_lanes.size(); ++lane) {
            Lane &waiting = m_lanes[lane];
            if (waiting.wanted.isEmpty())
                continue;
            const bool here = waiting.wanted == id;
            row.lines << line(lane, here ? row.lane : lane, LaneLine::Half::Upper, waiting.child);
            if (here)
                waiting = {};
        }
    }

    // the lower half: the first parent goes on in the same lane, others share a lane or open one
    QList<int> depart(const LaneNode &node, LaneRow &row)
    {
        QList<int> fresh;
        for (const QString &parent : node.down) {
            if (!m_known.contains(parent))
                continue;
            const bool first = fresh.isEmpty() && m_lanes.at(row.lane).wanted.isEmpty();
            const int shared = first ? -1 : find(parent);
            const int lane = first ? row.lane : shared >= 0 ? shared : freeLane();
            row.lines << line(row.lane, lane, LaneLine::Half::Lower, node.id);
            if (shared < 0) {
                m_lanes[lane] = {.wanted = parent, .child = node.id};
                fresh << lane;
            }
        }
        return fresh;
    }

    QSet<QString> m_known;
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
