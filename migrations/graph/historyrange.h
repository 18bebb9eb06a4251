#pragma once

#include "migrations/graph/upgradeplan.h"

namespace Migrations::Graph {

/// The revisions of `alembic history -r lower:upper`, both ends included: what lies between, along
/// down_revision (Alembic's `_collect_upgrade_revisions` without `implicit_base`).
[[nodiscard]] Attempt<Selection> selectRange(const Symbols &symbols, const Start &lower, const Start &upper);

/// The two ends of `[start]:[end]`, with `base` and `heads` for what is left out. `current` is the
/// rows, at one end only, as in Alembic.
struct HistoryEnds {
    Start lower;
    Start upper;
};
[[nodiscard]] Attempt<HistoryEnds> historyEnds(const QString &range, const QStringList &rows);

/// An end as Alembic's message writes it: the rows of `current` are a Python tuple.
[[nodiscard]] QString textOf(const Start &end);

} // namespace Migrations::Graph
