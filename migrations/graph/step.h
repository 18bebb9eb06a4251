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
struct Step {
    Direction direction = Direction::Upgrade;
    QString revision;
    QStringList from;
    QStringList to;
    QList<RowChange> rowChanges;
    friend bool operator==(const Step &, const Step &) = default;
};

} // namespace Migrations::Graph
