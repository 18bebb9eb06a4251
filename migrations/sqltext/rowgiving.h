#pragma once

#include <QStringView>

namespace Migrations::SqlText {

/// Whether a statement gives rows that somebody may look at, by its first word (SELECT, WITH,
/// VALUES, SHOW, EXPLAIN, PRAGMA, TABLE). A WITH that changes data counts as well.
[[nodiscard]] bool givesRows(QStringView sql);

/// Whether SQL text changes tables, indexes, types or views, as far as words tell.
[[nodiscard]] bool changesSchema(const QString &sql);

} // namespace Migrations::SqlText
