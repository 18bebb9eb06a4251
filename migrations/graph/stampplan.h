#pragma once

#include "migrations/graph/symbols.h"

namespace Migrations::Graph {

/// what `alembic stamp` writes (Alembic's `_stamp_revs` and `StampStep`); no word at all is `base`
[[nodiscard]] Attempt<QList<Step>> stampSteps(
    const Symbols &symbols, const QStringList &rows, const QStringList &words);

} // namespace Migrations::Graph
