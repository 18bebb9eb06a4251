#pragma once

#include <QString>

#include <optional>

namespace Migrations::Dialects::Sqlite {

/// An ALTER TABLE … ADD COLUMN that SQLite takes as long as the table has no row
/// (https://www.sqlite.org/lang_altertable.html, "altertabaddcol"): it works on the developer's
/// machine and fails at the customer's.
struct EmptyTableOnly {
    QString table;
    QString column;
    QString message; ///< SQLite's own, for a table with rows
    bool isWithForeignKeys = false; ///< only where foreign keys are on

    /// unset for everything else; where it cannot tell whether a default is a constant, SQLite says it
    [[nodiscard]] static std::optional<EmptyTableOnly> read(const QString &sql);
};

} // namespace Migrations::Dialects::Sqlite
