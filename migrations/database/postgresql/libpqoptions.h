#pragma once

#include "migrations/database/databaseurl.h"

#include <QMap>

namespace Migrations::Database {

/// A URL's options as libpq knows them, without its other parts: host, port, user, password, database.
[[nodiscard]] QMap<QString, QString> libpqOptions(const DatabaseUrl &url);
/// A value between quotes, for a connection string.
[[nodiscard]] QString connectionStringValue(QString value);
/// All of a URL but its password, for the --dbname of PostgreSQL's own programs.
[[nodiscard]] QString connectionString(const DatabaseUrl &url);

} // namespace Migrations::Database
