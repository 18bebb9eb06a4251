#pragma once

#include "migrations/alembic/surroundings.h"
#include "migrations/database/databaseurl.h"
#include "migrations/graph/revisiongraph.h"
#include "migrations/project/settings.h"
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
    /// or folder of revisions; Syntax, BadInput: in a file); a broken revision is in problems().
    /// `environment`: the variables that may say where the database is.
    [[nodiscard]] static Result<std::shared_ptr<const Project>> open(const QString &path,
        const QString &section = QStringLiteral("alembic"),
        const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

    [[nodiscard]] QString name() const; ///< of the folder
    [[nodiscard]] QString configFile() const { return m_config.file; } ///< absolute
    [[nodiscard]] QString scriptLocation() const { return m_config.scriptLocation.text; }
    [[nodiscard]] QStringList versionLocations() const;
    /// The database's address as it is written, see DatabaseAddress. May be empty, may have a password.
    [[nodiscard]] QString url() const { return m_settings.address().url; }
    [[nodiscard]] const AlembicConfig &config() const { return m_config; }
    [[nodiscard]] const Settings &settings() const { return m_settings; }

    /// `url`, or the project's own when it is empty, as an address. A relative SQLite path is
    /// relative to the folder of the configuration file, so that the database is the same from
    /// whatever directory the program starts; Alembic takes the working directory, and a file that is
    /// there and not beside the configuration file is taken from there.
    /// Errors: NotFound (neither is given, or what says it cannot be read), BadInput; at the line that
    /// says it.
    [[nodiscard]] Result<Database::DatabaseUrl> databaseUrl(const QString &url = {}) const;

    [[nodiscard]] const Scripts::ScriptDirectory &scripts() const { return m_scripts; }
    [[nodiscard]] const Graph::RevisionGraph &graph() const { return m_graph; }
    /// what a script may see of the project
    [[nodiscard]] const Alembic::Surroundings &surroundings() const { return m_surroundings; }
    [[nodiscard]] QList<Error> problems() const; ///< of settings, of folders, of files and of the graph

private:
    Project() = default;
    [[nodiscard]] Result<void> readScripts();

    AlembicConfig m_config;
    Settings m_settings;
    QList<Error> m_missingFolders;
    Scripts::ScriptDirectory m_scripts;
    Graph::RevisionGraph m_graph;
    Alembic::Surroundings m_surroundings;
};

} // namespace Migrations
