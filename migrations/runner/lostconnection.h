#pragma once

#include "migrations/base/canceltoken.h"
#include "migrations/base/error.h"

#include <QStringList>

namespace Migrations::Database {
class Connection;
} // namespace Migrations::Database

namespace Migrations::History {
class VersionTable;
} // namespace Migrations::History

namespace Migrations::Runner {

/// The rows of the version table, read on a new connection after `lost` has broken down. It tries for
/// ten seconds to connect, and to see the server end the old session: as long as that is there, its
/// COMMIT may still be under way. Errors: Connection (no answer, or the old session stays), Canceled.
[[nodiscard]] Result<QStringList> rowsAfterLosing(
    const Database::Connection &lost, const History::VersionTable &table, const CancelToken &cancel);

} // namespace Migrations::Runner
