#pragma once

#include "app/cli/arguments.h"

#include <QString>
#include <QStringList>

namespace Cli {

enum class Verbosity { Quiet, Normal, Verbose };

/// What can be said before every command.
struct GlobalOptions {
    QString config; ///< a file, or a folder that has an alembic.ini or a pyproject.toml
    QString section = QStringLiteral("alembic");
    QString url; ///< empty: the project's own
    QStringList xArguments; ///< `-x key=value`, for context.get_x_argument() of scripts
    bool json = false;
    Verbosity verbosity = Verbosity::Normal;
};

/// The same as data, for the parser, the help and the completion of shells.
[[nodiscard]] QList<Parameter> globalParameters();

} // namespace Cli
