#pragma once

#include "migrations/graph/revisiongraph.h"
#include "migrations/scripts/revisiondraft.h"

namespace Migrations {

class Project;
class RowsTransaction;

struct SquashRequest {
    QString range; ///< "FROM:TO", both included; nothing or "base" for FROM: from the beginning, for TO: head
    QString message = {}; ///< null: "squashed"
    /// Empty: that of TO. Then databases that stand at TO or later need no change at all.
    QString id = {};
};

/// One revision in place of several, thought through and not done yet.
struct SquashPlan {
    struct File {
        QString revision;
        QString path;
        QByteArray text; ///< what it will hold
    };
    struct Move {
        QString from;
        QString to;
    };

    Scripts::RevisionDraft draft;
    QString path; ///< of the new file
    QByteArray text;
    QStringList replaced; ///< oldest first
    QString last; ///< TO: where databases stand that go on
    QList<Move> moves; ///< the replaced files, to where nobody reads them
    QList<File> followers; ///< revisions that name a replaced one, with the new name
    Graph::RevisionGraph graphBefore;

    [[nodiscard]] QString backupFolder() const;
    [[nodiscard]] bool keepsId() const { return draft.id == last; }
};

/// Plans a squash; writes nothing.
///
/// The range must be closed: only its first revision follows something outside of it, only its last
/// one is followed by something outside. The new revision follows what FROM follows, has the labels of
/// all, and depends on what any of them depends on outside. The replaced files go to a folder "backup"
/// that neither Alembic nor Stillroom reads.
///
/// Errors: those of ranges and symbols; BadInput for a range that is not closed or of one revision,
/// and for an id in use; Unsupported, see Scripts::squashedText(); NotFound, Io.
[[nodiscard]] Result<SquashPlan> planSquash(const Project &project, const SquashRequest &request);

/// What becomes of the rows of a database: TO becomes the new revision; later rows and a database before
/// FROM stay. Conflict when it stands inside of the range. NotFound for an unknown row.
[[nodiscard]] Result<QList<Graph::RowChange>> rowChanges(const SquashPlan &plan, const QStringList &rows);

/// Moves and writes the files and, with a transaction, the rows; all or nothing.
[[nodiscard]] Result<void> squash(const SquashPlan &plan, RowsTransaction *database = nullptr);

} // namespace Migrations
