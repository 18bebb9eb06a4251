#pragma once

#include "migrations/project/project.h"
#include "migrations/scripts/revisiondraft.h"

namespace Migrations {

/// What somebody wants of a new revision; the options of `alembic revision` and `alembic merge`.
struct RevisionRequest {
    QStringList heads = {QStringLiteral("head")}; ///< what it follows; several: a merge; "base": nothing
    QString message = {}; ///< null: none
    QString id = {}; ///< empty: made here
    bool splice = false; ///< what it follows may have followers already
    QString branchLabel = {};
    QStringList dependsOn = {};
    QString versionPath = {}; ///< empty: Alembic's rule; relative to the working directory
    Scripts::Language language = Scripts::Language::Python;
    bool numbered = true; ///< go on counting when the project counts its revisions, see Scripts::Numbering
};

/// A revision that is thought through to its last byte, and not on disk yet.
struct PlannedRevision {
    Scripts::RevisionDraft draft;
    QString path; ///< absolute
    QString folderToMake; ///< a version location that is not there; empty: it is
    QByteArray text;
    QString countedAfter; ///< the id or file whose number was continued; empty: no number
    QStringList hooksNotRun; ///< post_write_hooks of the configuration: no program is started
};

/// Where a new revision goes, what it is called and what is in it, by Alembic's rules (`generate_revision`
/// of its ScriptDirectory; messages are Alembic's). Writes nothing.
///
/// Unlike Alembic, which writes first and fails then, it refuses an id or file that is there already,
/// a label in use, a file of the project that cannot be read when a symbol might mean it, and a text
/// that does not say what was asked for (a template without branch_labels, a message that ends the docstring).
/// Errors: BadInput, NotFound (a symbol, path or time zone), Conflict, Io, and those of the template.
[[nodiscard]] Result<PlannedRevision> planRevision(const Project &project, const RevisionRequest &request);

/// Makes the folder and writes the file, complete or not at all. Conflict when there is a file by now.
[[nodiscard]] Result<void> writeRevision(const PlannedRevision &revision);

} // namespace Migrations
