#pragma once

#include "migrations/runner/rehearsal.h"

#include <QJsonObject>

namespace Cli {

/// What a dry run found, for people: a paragraph a statement, then the changes of the schema.
[[nodiscard]] QString rehearsalText(const Migrations::Runner::Rehearsal &rehearsal);
/// The same for programs.
[[nodiscard]] QJsonObject rehearsalJson(const Migrations::Runner::Rehearsal &rehearsal);

} // namespace Cli
