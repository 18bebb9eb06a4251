#pragma once

#include "migrations/alembic/compilerhooks.h"
#include "migrations/alembic/modulelibrary.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace Migrations::Alembic {

/// What a script may know besides its own text and the database: what its project says, and what was
/// given for this run. A value; the library is shared.
struct Surroundings {
    std::shared_ptr<ModuleLibrary> modules = {}; ///< may be null: no code but the script's own
    /// Types of the application by dotted name, as SQLAlchemy writes them: "app.models.GUID" to
    /// "sa.CHAR(36)" (`[types]` of stillroom.toml).
    QMap<QString, QString> types = {};
    /// The environment variables that scripts see, all of them (`[environment]` of stillroom.toml).
    /// Unset: nobody says, and a script that asks is refused.
    std::optional<QMap<QString, QString>> environment = {};
    QMap<QString, QString> options = {}; ///< of the main section of alembic.ini, interpolated
    QList<CompilerHook> compilerHooks = {}; ///< of all revisions of the project
};

} // namespace Migrations::Alembic
