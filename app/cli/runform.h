#pragma once

#include "migrations/plan/preview.h"
#include "migrations/runner/runevent.h"

#include <QJsonObject>

namespace Cli {

/// the rows of a version table in a line of text
[[nodiscard]] QString rowsText(const QStringList &rows);
/// "Running upgrade a -> b, doc", Alembic's log line of a step that is only planned
[[nodiscard]] QString stepText(const Migrations::Plan::PlannedStep &step);
[[nodiscard]] QJsonObject previewJson(const Migrations::Plan::Preview &preview);
[[nodiscard]] QJsonObject reportJson(const Migrations::Runner::RunReport &report);

} // namespace Cli
