#pragma once

#include <QList>
#include <QStringList>

namespace Workbench {

/// A revision to be put on a lane, with the revisions that it builds on and those that it depends on.
struct LaneNode {
    QString id;
    QStringList down;
    QStringList dependsOn = {};
};

/// A piece of line within one row: from lane to lane, in the half above or below the dot. It belongs
/// to the connection from `child` down to an older revision.
struct LaneLine {
    enum class Half { Upper, Lower };
    enum class Edge { Down, Dependency };

    int from = 0;
    int to = 0;
    Half half = Half::Upper;
    QString child;
    Edge edge = Edge::Down;
    friend bool operator==(const LaneLine &, const LaneLine &) = default;
};

struct LaneRow {
    int lane = 0; ///< of the dot
    QList<LaneLine> lines;
    friend bool operator==(const LaneRow &, const LaneRow &) = default;
};

/// Gives every revision a lane and every row its lines. Newest first: no revision may stand below
/// one that it builds or depends on. A line down to a revision and a dependency on it do not share a
/// lane, because they are drawn differently. Revisions that are not in the list are not drawn to.
[[nodiscard]] QList<LaneRow> layOutLanes(const QList<LaneNode> &newestFirst);
[[nodiscard]] int laneCount(const QList<LaneRow> &rows);

} // namespace Workbench
