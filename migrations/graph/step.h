#pragma once

#include <QList>
#include <QStringList>

namespace Migrations::Graph {

enum class Direction { Upgrade, Downgrade };

/// One change of the rows of the version table.
struct RowChange {
    enum class Kind { Insert, Update, Delete };

    Kind kind = Kind::Insert;
    QString from; ///< the row that is updated or deleted
    QString to; ///< the row that is inserted or that `from` becomes
    friend bool operator==(const RowChange &, const RowChange &) = default;
};

/// One revision, up or down, and what it does to the version rows. `from` and `to` are what
/// Alembic writes in "Running upgrade <from> -> <to>" (without dependencies; empty: base).
///
/// A step of a stamp runs no revision: `revision` is the destination (empty: base), and `from` are
/// all rows that it concerns ("Running stamp_revision <from> -> <to>").
struct Step {
    Direction direction = Direction::Upgrade;
    QString revision;
    QStringList from;
    QStringList to;
    QList<RowChange> rowChanges; ///< in the order in which Alembic executes them
    bool isStamp = false;
    friend bool operator==(const Step &, const Step &) = default;
};

/// What `stamp` does to the version table.
struct StampPlan {
    bool clearFirst = false; ///< `DELETE FROM alembic_version` comes before the steps
    QList<Step> steps;
    friend bool operator==(const StampPlan &, const StampPlan &) = default;
};

/// An offline run: the rows that the script assumes, and where it goes.
struct OfflineRange {
    QStringList rows;
    QStringList targets; ///< one, but for `stamp`
    friend bool operator==(const OfflineRange &, const OfflineRange &) = default;
};

} // namespace Migrations::Graph
