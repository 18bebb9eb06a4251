#pragma once

#include "migrations/base/error.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace Migrations::Scripts {

/// A file of a folder whose name says that it is a revision.
struct RevisionFile {
    QString path;
    bool isOrdinary = true; ///< false: a pipe, socket or device, which must not be opened
};

/// The revision files of one folder after the other, each file once however many ways lead to it, in
/// Alembic's order: folders as they are given, names by code point. The rule of names is Alembic's
/// (reference §0), and `.sql` beside `.py`. Symbolic links to files count, those that lead nowhere
/// too, so that reading them says so; folders do not.
class RevisionFolders final
{
public:
    /// Errors: NotFound, Io (the folder may not be read).
    [[nodiscard]] Result<QList<RevisionFile>> files(const QString &folder);

private:
    /// false when the file was there already
    [[nodiscard]] bool isNew(const QString &canonicalFolder, const QString &name);

    QHash<QString, QSet<QString>> m_seen; ///< names in their canonical folders
};

} // namespace Migrations::Scripts
