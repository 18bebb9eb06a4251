#pragma once

#include "migrations/dialects/versiontablesql.h"
#include "migrations/graph/step.h"

namespace Migrations::Plan {

/// What steps need of the column that holds revision ids. Alembic creates it as VARCHAR(32) and
/// fails in the middle of a run when an id is longer; a database that does not hold a text to the
/// length of its column (SQLite) has no such limit.
class VersionColumn final
{
public:
    /// `length`: characters of the column as it is; 0: no limit
    VersionColumn(const Dialects::VersionTableSql &sql, int length) : m_sql(sql), m_length(length) {}

    /// the longest id that the steps write and the column does not take; empty: all fit
    [[nodiscard]] QString tooLong(const QList<Graph::Step> &steps) const;
    /// in words, with the numbers; `revision` as tooLong() gave it
    [[nodiscard]] QString explanation(const QString &revision) const;
    /// a length that takes it and leaves room
    [[nodiscard]] static int roomFor(const QString &revision);

private:
    const Dialects::VersionTableSql &m_sql;
    int m_length;
};

} // namespace Migrations::Plan
