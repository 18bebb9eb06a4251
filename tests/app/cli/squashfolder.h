#pragma once

#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/projectfolder.h"

#include <QMap>

/// Writes five revisions as they grow, a1 to a5: helpers and constants of the same name, a data step,
/// a text of several lines, tabs, CRLF, an import of the future.
void addRevisions(const ProjectFolder &folder);

/// Tables, columns, indexes and rows of a database, as SQLAlchemy sees them.
[[nodiscard]] QString stateOf(const ProjectFolder &folder, const QString &url);

/// every .py and .sql file of the scripts by its way below them
[[nodiscard]] QMap<QString, QByteArray> filesOf(const ProjectFolder &folder);

[[nodiscard]] CommandRun squash(const ProjectFolder &folder, const QStringList &arguments);
