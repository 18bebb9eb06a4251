#pragma once

#include "migrations/base/error.h"

#include <QList>

namespace Migrations {

/// What `init` was asked for.
struct NewProjectRequest {
    QString directory; ///< of the scripts; relative to the working directory
    QString configFile; ///< alembic.ini or another name; relative to the working directory
    QString templateName = QStringLiteral("generic");
    bool isPackage = false; ///< __init__.py in the folder and in versions/
};

/// What init does, step by step; for people. Paths are absolute.
struct NewProjectStep {
    enum class Kind {
        Folder, ///< is made
        File, ///< is written
        PackageFile, ///< is written, empty
        Existing, ///< the configuration file, which is there and stays as it is
    };
    Kind kind = Kind::File;
    QString path;
    QByteArray content = {};
};

/// What makes a project that Alembic and Stillroom both open. Writes nothing. The folder is written
/// to the configuration relative to the configuration file, so that the project can be moved and used
/// from any directory. Errors with Alembic's messages: Conflict (the directory is not empty),
/// NotFound (no such template).
[[nodiscard]] Result<QList<NewProjectStep>> planProject(const NewProjectRequest &request);

/// Makes it, everything or nothing. Errors: Io, Conflict.
[[nodiscard]] Result<void> makeProject(const QList<NewProjectStep> &steps);

} // namespace Migrations
