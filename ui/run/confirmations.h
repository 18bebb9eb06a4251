#pragma once

#include "migrations/plan/preview.h"
#include "migrations/runner/runevent.h"
#include "ui/questions/dialogs.h"
#include "ui/tasks/runsession.h"

namespace Workbench {

// The words around a run.

/// What is asked before a run: always before a roll back, before an apply only when data would be
/// lost or when the preview could not see all of it. No value: nothing to ask.
[[nodiscard]] std::optional<Confirmation> confirmationFor(
    const Goal &goal, const Migrations::Plan::Preview &preview, const QString &database);

/// how a run ended, in one sentence
[[nodiscard]] QString outcomeText(const Migrations::Runner::RunReport &report, Migrations::Graph::Direction direction);

} // namespace Workbench
