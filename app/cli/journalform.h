#pragma once

#include "migrations/journal/entries.h"

#include <QJsonObject>

namespace Cli {

/// the runs as lines below each other, the newest first
[[nodiscard]] QString runsText(const QList<Migrations::Journal::RunEntry> &runs);
/// a run with its steps, and their statements with times and rows
[[nodiscard]] QString runText(const Migrations::Journal::RunEntry &run);
/// `withSteps`: also its steps and their statements
[[nodiscard]] QJsonObject runJson(const Migrations::Journal::RunEntry &run, bool withSteps);

} // namespace Cli
