#pragma once

#include "migrations/plan/planner.h"

namespace Migrations::Plan {

/// What the revisions up to the rows of a request leave behind, by evaluating them without sending
/// anything. NeedsConnection: one of them cannot be evaluated without a database.
[[nodiscard]] Result<Schema::Database> replayedSchema(const PreviewRequest &request);

} // namespace Migrations::Plan
