#pragma once

#include "migrations/alembic/modulelibrary.h"
#include "migrations/project/alembicconfig.h"

namespace Migrations {

/// The folders in which a project's own Python modules are looked for, in Alembic's order: those of
/// prepend_sys_path (relative ones from the configuration file), the configuration file's own folder,
/// `src` in it, which a package is installed from, and the packages of a virtual environment in it
/// (.venv, venv).
[[nodiscard]] QStringList moduleRoots(const AlembicConfig &config);

/// The module's text, from the first root that has it. Never leaves a root, also not by a symbolic
/// link; a file that is larger than any source is not read.
[[nodiscard]] std::optional<Alembic::ModuleLibrary::Source> readModule(
    const QStringList &roots, const QString &dotted);

} // namespace Migrations
