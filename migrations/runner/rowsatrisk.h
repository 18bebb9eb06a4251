#pragma once

#include "migrations/base/error.h"
#include "migrations/operations/operation.h"

namespace Migrations::Database {
class Connection;
} // namespace Migrations::Database

namespace Migrations::Runner {

/// Data that an operation takes away, or changes without a word.
struct RowsAtRisk {
    enum class Kind { Table, Column, Values };

    Kind kind = Kind::Table;
    QString name; ///< "t", "t.c"
    qint64 rows = 0; ///< with a value of their own; at most RowsAtRisk::Most
    static constexpr qint64 Most = 1'000'000; ///< no more are counted

    /// "table t with 12 rows"
    [[nodiscard]] QString toString() const;
    friend bool operator==(const RowsAtRisk &, const RowsAtRisk &) = default;
};

/// What the operation would take away from the database as it is: the rows of a table that is dropped
/// or truncated, the values of a column that is dropped, and on PostgreSQL the values of a column whose
/// new type cannot hold them exactly (varchar(10) to varchar(3) with USING, numeric(9, 4) to
/// numeric(9, 2), timestamptz to date…; the server itself refuses other such changes). Also of SQL text,
/// as far as it says so itself: DROP TABLE, TRUNCATE, ALTER TABLE … DROP COLUMN.
///
/// Counts with questions on the connection, which leave its transaction as it is. Errors: of the server.
[[nodiscard]] Result<QList<RowsAtRisk>> rowsAtRisk(
    Database::Connection &connection, const Operations::Operation &operation);

/// The DROP TABLE and DROP COLUMN operations that a text stands for, TRUNCATE as a DROP TABLE.
[[nodiscard]] QList<Operations::Operation> lossesOf(const QString &sql);

} // namespace Migrations::Runner
