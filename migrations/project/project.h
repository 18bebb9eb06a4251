#pragma once

#include "migrations/graph/revisiongraph.h"
#include "migrations/scripts/revision.h"

#include <memory>

namespace Migrations {

/// What the user opened: the configuration, the revision files and their graph, read at one moment.
/// Immutable; shared between threads. Reading again makes a new one.
class Project final
{
public:
    /// `path`: an alembic.ini, or a folder that has one. Fails only when there is no usable
    /// configuration; a broken revision is in problems().
    [[nodiscard]] static Result<std::shared_ptr<const Project>> open(const QString &path);

    [[nodiscard]] QString name() const; ///< of the folder
    [[nodiscard]] QString configFile() const;
    [[nodiscard]] QString scriptLocation() const;
    [[nodiscard]] QStringList versionLocations() const;
    /// `sqlalchemy.url` as it is written; a relative SQLite path is relative to the folder of the
    /// configuration file. May be empty.
    [[nodiscard]] QString url() const;

    [[nodiscard]] const Scripts::ScriptDirectory &scripts() const;
    [[nodiscard]] const Graph::RevisionGraph &graph() const;
    [[nodiscard]] QList<Error> problems() const; ///< of files and of the graph

private:
    Project() = default;
    QString m_configFile;
    QString m_scriptLocation;
    QStringList m_versionLocations;
    QString m_url;
    Scripts::ScriptDirectory m_scripts;
    Graph::RevisionGraph m_graph;
};

} // namespace Migrations
