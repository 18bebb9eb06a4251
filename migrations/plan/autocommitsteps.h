#pragma once

#include "migrations/base/error.h"
#include "migrations/graph/step.h"
#include "migrations/scripts/revision.h"

namespace Migrations::Plan {

/// What to know before a run of steps whose scripts have an autocommit block: what will be committed by
/// then, however the step ends. Found by the word in the file, so a script that only may come to its
/// block is named, too. A file that cannot be read says nothing here; its own step says why.
[[nodiscard]] QList<Error> autocommitWarnings(const Scripts::ScriptDirectory &scripts, const QList<Graph::Step> &steps);

} // namespace Migrations::Plan
