#pragma once

#include "migrations/project/configsources.h"

namespace Migrations {

/// A program that Alembic runs on every file it writes.
struct PostWriteHook {
    QString name;
    QMap<QString, QString> options; ///< "type", "entrypoint"…
    SourceLocation at;
};

/// What Alembic reads from its section of alembic.ini and from [tool.alembic] of pyproject.toml, with
/// the places on disk resolved. Values keep where they are written.
///
/// A relative folder is Alembic's: relative to the working directory. Ours also works from any
/// other directory: what is not there is looked for beside the configuration file. `package:folder`
/// is looked for in `prepend_sys_path`, the working directory and beside the configuration file,
/// there also in src/, since Python's own path is not known.
///
/// Source of the rules: Alembic's documentation "Editing the .ini File" and "Using pyproject.toml";
/// defaults of 1.19.
struct AlembicConfig {
    QString file; ///< the configuration file, absolute
    QString section;

    ConfigValue scriptLocation; ///< absolute
    QList<ConfigValue> versionLocations; ///< absolute, in order; those that are written may not exist
    bool recursiveVersionLocations = false;
    QStringList prependSysPath; ///< as written
    ConfigValue fileTemplate;
    int truncateSlugLength = 40;
    ConfigValue timezone; ///< empty: local time
    bool sourceless = false;
    ConfigValue outputEncoding;
    ConfigValue url; ///< sqlalchemy.url as it is written, may be empty; never of pyproject.toml
    ConfigValue pathSeparator; ///< empty: Alembic's old rules
    QStringList databases; ///< names of further sections, of a project with several databases
    QList<PostWriteHook> postWriteHooks; ///< Stillroom runs none of them

    QMap<QString, QString> options; ///< all of the .ini file's section, for scripts that ask for their own
    QMap<QString, SourceLocation> places; ///< of the options that are written

    /// Errors: NotFound (no such section, no script_location, its folder is not there), BadInput
    /// (a separator or number that is none, a value of a wrong type), Syntax (interpolation).
    [[nodiscard]] static Result<AlembicConfig> read(
        const ConfigSources &sources, const QString &section, const QString &workingDirectory);
};

} // namespace Migrations
