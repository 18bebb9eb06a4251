#pragma once

#include "migrations/database/databaseurl.h"
#include "migrations/graph/revisiongraph.h"
#include "migrations/project/alembicconfig.h"
#include "migrations/scripts/revision.h"

#include <memory>

namespace Migrations {

/// What the user opened: the configuration, the revision files and their graph, read at one moment.
/// Immutable; shared between threads. Reading again makes a new one.
class Project final
{
public:
    /// `path`: an alembic.ini, a pyproject.toml with [tool.alembic], or a folder that has one of them;
    /// `section`: of the .ini file, Alembic's `-n`.
    /// Fails only when there is no usable configuration (NotFound: no file, section, script_location
    /// or folder of revisions; Syntax, BadInput: in the file); a broken revision is in problems().
    [[nodiscard]] static Result<std::shared_ptr<const Project>> open(
        const QString &path, const QString &section = QStringLiteral("alembic"));

    [[nodiscard]] QString name() const; ///< of the folder
    [[nodiscard]] QString configFile() const { return m_config.file; } ///< absolute
    [[nodiscard]] QString scriptLocation() const { return m_config.scriptLocation.text; }
    [[nodiscard]] QStringList versionLocations() const;
    /// `sqlalchemy.url` as it is written. May be empty.
    [[nodiscard]] QString url() const { return m_config.url.text; }
    [[nodiscard]] const AlembicConfig &config() const { return m_config; }

    /// `url`, or the project's own when it is empty, as an address. A relative SQLite path is
    /// relative to the folder of the configuration file, so that the database is the same from
    /// whatever directory the program starts; Alembic takes the working directory, and a file that is
    /// there and not beside the configuration file is taken from there.
    /// Errors: NotFound (neither is given), BadInput; at the line of the configuration file.
    [[nodiscard]] Result<Database::DatabaseUrl> databaseUrl(const QString &url = {}) const;

    [[nodiscard]] const Scripts::ScriptDirectory &scripts() const { return m_scripts; }
    [[nodiscard]] const Graph::RevisionGraph &graph() const { return m_graph; }
    [[nodiscard]] QList<Error> problems() const; ///< of folders, of files and of the graph

private:
    Project() = default;
    [[nodiscard]] Result<void> readScripts();

    AlembicConfig m_config;
    QList<Error> m_missingFolders;
    Scripts::ScriptDirectory m_scripts;
    Graph::RevisionGraph m_graph;
};

} // namespace Migrations
