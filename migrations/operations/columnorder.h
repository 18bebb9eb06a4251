#pragma once

#include "migrations/base/error.h"

#include <QStringList>

namespace Migrations::Operations {

// Where the columns of a table stand that is made anew (Alembic's insert_before, insert_after and
// partial_reordering). A pair says that its first column stands before its second.

using ColumnPair = std::pair<QString, QString>;

struct ColumnsBefore {
    QStringList existing; ///< the columns that were there, without those dropped since
    bool isReordered = false; ///< partial_reordering was given
};

/// Adds to `pairs` what a new column says about its place.
[[nodiscard]] Result<void> placeColumn(const QString &column, const QString &before, const QString &after,
    const ColumnsBefore &columns, QList<ColumnPair> &pairs);

/// The order of all columns: SQLAlchemy's topological sort, which takes what may stand next in the
/// order given. Fails when the pairs contradict each other.
[[nodiscard]] Result<QStringList> orderedColumns(const QStringList &all, const QStringList &existing,
    const QList<QStringList> &reordering, const QList<ColumnPair> &added);

} // namespace Migrations::Operations
