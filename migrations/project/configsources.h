#pragma once

#include "migrations/project/configfile.h"
#include "migrations/project/tomlvalue.h"

namespace Migrations {

/// The files that say how a project is set up: an .ini file, the table [tool.alembic] of the
/// pyproject.toml beside it, or both; then Alembic looks in the .ini file first. A value.
///
/// Differs from Alembic on purpose: the pyproject.toml of an .ini file is the one beside it, whatever
/// the working directory is. Source of the rules: Alembic 1.16, "Using pyproject.toml".
struct ConfigSources {
    std::optional<ConfigFile> ini = {};
    std::optional<TomlValue> toml = {}; ///< the table [tool.alembic]

    /// `path`: an .ini file, a pyproject.toml, or a folder that has one of them. Errors: NotFound, and
    /// those of ConfigFile::read() and TomlValue::read().
    [[nodiscard]] static Result<ConfigSources> read(const QString &path);

    /// the one that people call the project's configuration: the .ini file where there is one; absolute
    [[nodiscard]] QString file() const;
    [[nodiscard]] QString folder() const;
};

} // namespace Migrations
