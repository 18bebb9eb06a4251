#pragma once

#include "migrations/project/project.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace Cli {

/// Revisions in Alembic's words: the lines of `history`, `heads` and `current`, and the long entry
/// of `-v`. Not translated. Source: reference §1.2, Script.cmd_format of Alembic.
class RevisionText final
{
public:
    enum Part {
        Branches = 1, ///< labels
        Doc = 2,
        Parents = 4,
        Tree = 8, ///< (branchpoint), (mergepoint)
    };
    Q_DECLARE_FLAGS(Parts, Part)

    /// `current`: the rows of a database, marked "(current)"
    explicit RevisionText(const Migrations::Project &project, const QSet<QString> &current = {});

    [[nodiscard]] QString line(const QString &id, Parts parts) const;
    [[nodiscard]] QString entry(const QString &id) const; ///< of several lines, with a line end
    [[nodiscard]] QJsonArray json(const QStringList &ids) const;

private:
    [[nodiscard]] QString parents(const QString &id) const;
    [[nodiscard]] QJsonObject json(const QString &id) const;

    const Migrations::Project &m_project;
    QSet<QString> m_current;
};

} // namespace Cli

Q_DECLARE_OPERATORS_FOR_FLAGS(Cli::RevisionText::Parts)
