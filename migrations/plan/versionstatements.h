#pragma once

#include "migrations/dialects/versiontablesql.h"
#include "migrations/plan/preview.h"

namespace Migrations::Plan {

/// The CREATE TABLE of the version table.
[[nodiscard]] Statement versionTableStatement(const Dialects::VersionTableSql &sql);
/// What a step does to the rows of the version table, in Alembic's order.
[[nodiscard]] QList<Statement> versionRowStatements(const Graph::Step &step, const Dialects::VersionTableSql &sql);
/// The number of version rows after a step that starts with `rows` of them.
[[nodiscard]] qsizetype rowsAfter(qsizetype rows, const Graph::Step &step);

} // namespace Migrations::Plan
