#pragma once

#include "migrations/base/error.h"

#include <QMap>
#include <QStringList>

namespace Migrations::Database {
class Connection;
}

namespace Migrations::Runner {

/// Rows of a SQLite database whose parent is not there, as PRAGMA foreign_key_check finds them
/// whether foreign keys are on or not. A value to compare with a later one.
class ForeignKeyViolations final
{
public:
    /// Looks at one table and at those that refer to it; without a name at all tables.
    [[nodiscard]] static Result<ForeignKeyViolations> read(Database::Connection &connection, const QString &table = {});

    /// Conflict, with the table, the row and the parent, where a table has more of them for a parent than
    /// `before`. Not which ones: a table that is made anew may number its rows in another way.
    [[nodiscard]] Result<void> noneSince(const ForeignKeyViolations &before) const;
    /// Conflict where a foreign key lost the primary key or unique columns that it refers to: with
    /// foreign keys on, every change of such a table fails.
    [[nodiscard]] Result<void> canBeCheckedAsIn(const ForeignKeyViolations &before) const;

private:
    using TableAndParent = std::pair<QString, QString>;

    QMap<TableAndParent, QStringList> m_rows; ///< rowids; empty in a table without
    QMap<QString, QString> m_failures; ///< by table: why it cannot be checked ("foreign key mismatch")
};

} // namespace Migrations::Runner
