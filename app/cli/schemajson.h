#pragma once

#include "migrations/schema/table.h"

#include <QJsonObject>

namespace Cli {

/// {tables: [{name, schema, comment, columns, primaryKey, foreignKeys, unique, checks, exclusions,
/// indexes}], enums: [{name, schema, labels}]}. The shape is part of the interface of --json;
/// everything that is a list is there even when it is empty.
[[nodiscard]] QJsonObject schemaJson(const Migrations::Schema::Database &database);

} // namespace Cli
