#pragma once

#include "migrations/base/error.h"

#include <QStringList>

namespace Migrations {

class Project;

/// How a project's revision files compare with its stillroom.sum.
struct Integrity {
    QString file; ///< where stillroom.sum is, or would be
    bool hasFile = false;
    QStringList changed; ///< edited since their checksum was written, in file order
    QStringList missing; ///< have a checksum, and no file
    QStringList added; ///< have no checksum yet, in file order

    [[nodiscard]] bool isIntact() const { return changed.isEmpty() && missing.isEmpty(); }
};

/// Reads every revision file. Without a stillroom.sum everything is `added`.
/// Errors: Io, and those of Checksums::parse().
[[nodiscard]] Result<Integrity> checkIntegrity(const Project &project);

/// The same for some revisions: a warning for each that was edited, at its file. A stillroom.sum that
/// is not there or cannot be read says nothing here.
[[nodiscard]] QList<Error> editedRevisions(const Project &project, const QStringList &revisions);

/// Writes stillroom.sum with the checksums of all revisions that have none yet, and of `accepted` as
/// they are now; those of missing revisions in `accepted` go. Others that were changed keep their old
/// checksum. Answers how the project compares afterwards. The file is replaced whole or not at all.
/// Errors: NotFound (a revision in `accepted` is neither in the project nor in the file), Io, Syntax.
[[nodiscard]] Result<Integrity> writeChecksums(const Project &project, const QStringList &accepted = {});

} // namespace Migrations
