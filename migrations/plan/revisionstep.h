#pragma once

#include "migrations/alembic/host.h"
#include "migrations/alembic/surroundings.h"
#include "migrations/base/canceltoken.h"
#include "migrations/graph/step.h"
#include "migrations/scripts/revision.h"

namespace Migrations::Plan {

/// Evaluates one revision, up or down, against a host: the one path that previews and runs share.
/// A `.py` revision calls its function, a `.sql` revision gives the statements of its section.
/// The file is read now: besides the errors of evaluating it there are those of readSource().
[[nodiscard]] Result<void> evaluateRevision(const Scripts::Revision &revision, Graph::Direction direction,
    Alembic::Host &host, const Alembic::Surroundings &surroundings, const CancelToken &cancel = {});

/// The same for a step of a plan. NotFound: its revision has no file.
[[nodiscard]] Result<void> evaluateStep(const Scripts::ScriptDirectory &scripts, const Graph::Step &step,
    Alembic::Host &host, const Alembic::Surroundings &surroundings, const CancelToken &cancel = {});

} // namespace Migrations::Plan
