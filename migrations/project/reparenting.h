#pragma once

#include "migrations/graph/revisiongraph.h"

namespace Migrations {

class Project;
class RowsTransaction;

/// One of several heads, and what leads to it alone.
struct HeadLine {
    QString head;
    QStringList own; ///< leads to this head and to no other; the head first
    QStringList first; ///< those of `own` that no other of `own` comes before
    QStringList partsFrom; ///< what `first` follows; empty: nothing
};

/// How the heads of a project come apart. Pure; for explaining, and for offering what can be done.
[[nodiscard]] QList<HeadLine> headLines(const Graph::RevisionGraph &graph);

/// Putting the beginning of one branch behind the head of another, so that both are one line.
struct Reparenting {
    QString revision;
    QString onto;
    QStringList before; ///< what it follows now
    QString path;
    QByteArray text; ///< the file with its new down_revision
    Graph::RevisionGraph graphBefore;
    Graph::RevisionGraph graphAfter;
};

/// Writes nothing. `revision` and `onto` are symbols of one revision each. Errors: those of symbols;
/// BadInput when `revision` is a merge or follows `onto` already, when `onto` is no head, or when it
/// comes after `revision`; those of withHeader().
[[nodiscard]] Result<Reparenting> planReparenting(const Project &project, const QString &revision, const QString &onto);

/// What becomes of the rows of a database: none changes where the revision is not applied; where both
/// branches are, a row that the other includes by then goes. Conflict where the revision is applied and
/// what it is put behind is not: that database would never get it. NotFound for an unknown row.
[[nodiscard]] Result<QList<Graph::RowChange>> rowChanges(const Reparenting &reparenting, const QStringList &rows);

/// Writes the file and, with a transaction, the rows; both or none.
[[nodiscard]] Result<void> reparent(const Reparenting &reparenting, RowsTransaction *database = nullptr);

} // namespace Migrations
