#pragma once

#include <QString>

namespace Migrations::Inspection::CatalogueQueries {

// What is asked of PostgreSQL's catalogue (https://www.postgresql.org/docs/17/catalogs.html), each
// about the whole current schema. Lists come as JSON. A column that younger servers have is read
// through to_jsonb(), so that an older server (12 and later) gives NULL instead of an error.

[[nodiscard]] QString tables(); ///< name, comment, persistence, partition_key, parents, method, tablespace
[[nodiscard]] QString columns(); ///< table, name, type…, with the sequence of an identity
[[nodiscard]] QString constraints(); ///< table, name, kind (p u f c x)…
[[nodiscard]] QString indexes(); ///< table, name, parts…, without those of constraints
[[nodiscard]] QString enums(); ///< name, labels

} // namespace Migrations::Inspection::CatalogueQueries
