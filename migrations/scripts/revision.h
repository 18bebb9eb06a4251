#pragma once

#include "migrations/base/error.h"

#include <QStringList>

namespace Migrations::Scripts {

enum class Language { Python, Sql };

/// A revision file's header and text. The body is not evaluated when it is read.
struct Revision {
    QString id;
    QStringList down; ///< down_revision; empty: a base
    QStringList dependsOn;
    QStringList branchLabels;
    QString doc; ///< the docstring up to its first blank line
    QString longDoc; ///< the whole docstring
    QString createDate; ///< as it is written after "Create Date:", or empty
    QString path;
    Language language = Language::Python;
    QString source; ///< the whole file
};

/// What a folder of revisions holds: what could be read, and what could not with the reason.
struct ScriptDirectory {
    QList<Revision> revisions; ///< in Alembic's file order
    QList<Error> problems;

    [[nodiscard]] const Revision *revision(const QString &id) const;
};

/// Reads every revision file of the folders, in order. A file that cannot be read is a problem in
/// the result; only a folder that is not there is an error.
[[nodiscard]] Result<ScriptDirectory> readScriptDirectory(const QStringList &versionLocations);

} // namespace Migrations::Scripts
