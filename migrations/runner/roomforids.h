#pragma once

#include "migrations/base/questions.h"
#include "migrations/history/versiontable.h"

namespace Migrations::Runner {

/// Whether the version table takes the ids that the steps write. 0: it does. Otherwise somebody was
/// asked whether the column may be widened, and agreed: the characters to widen it to, which the
/// caller does in the transaction of the first step. Nothing is changed here.
/// Errors: Refused (the answer was no), those of the database and of `questions`.
[[nodiscard]] Result<int> roomForIds(Database::Connection &connection, const History::VersionTable &table,
    const QList<Graph::Step> &steps, Questions &questions);

} // namespace Migrations::Runner
