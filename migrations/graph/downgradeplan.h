#pragma once

#include "migrations/graph/upgradeplan.h"

namespace Migrations::Graph {

struct DowngradeTarget {
    std::optional<QString> branch;
    int revision = AtBase;
};

/// where a downgrade from `current` ends (Alembic's `_parse_downgrade_target`)
[[nodiscard]] Attempt<DowngradeTarget> downgradeTarget(
    const Symbols &symbols, const Start &current, const QString &target, Symbols::Overwalk overwalk);

/// The revisions that rows stand for: the rows, and what is applied only as a dependency of one;
/// in file order (Alembic's `_get_all_current`).
[[nodiscard]] std::vector<int> allCurrent(const Structure &graph, const std::vector<int> &rows);

/// everything applied that comes after the target, by dependency too
[[nodiscard]] Attempt<Selection> selectDowngrade(
    const Symbols &symbols, const QStringList &rows, const QString &target);

} // namespace Migrations::Graph
