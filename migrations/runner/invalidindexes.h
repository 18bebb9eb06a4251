#pragma once

#include "migrations/base/error.h"

#include <QStringList>

namespace Migrations::Database {
class Connection;
} // namespace Migrations::Database

namespace Migrations::Runner {

/// The indexes of PostgreSQL that no query uses though every write maintains them: what a CREATE INDEX
/// CONCURRENTLY or REINDEX CONCURRENTLY leaves that fails or is stopped. Those that are being built
/// right now are not among them. Empty on SQLite.
[[nodiscard]] Result<QStringList> invalidIndexes(Database::Connection &connection);

/// What to say about one.
[[nodiscard]] Error invalidIndexWarning(const QString &index);

} // namespace Migrations::Runner
