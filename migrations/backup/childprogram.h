#pragma once

#include "migrations/base/canceltoken.h"
#include "migrations/base/error.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <functional>

namespace Migrations::Backup {

/// Another program that does a piece of work, from its start to its end, without an event loop.
struct ChildProgram {
    QString program; ///< as QStandardPaths::findExecutable() gives it
    QStringList arguments;
    QProcessEnvironment environment;
    std::function<void(const QString &line)> onErrorLine = {}; ///< of its standard error stream

    /// What it wrote to its standard output. It ends when it is cancelled, and when this process dies.
    /// Errors: Canceled; Io (it cannot be started); Server (it failed), with its last lines as detail.
    [[nodiscard]] Result<QByteArray> run(const CancelToken &cancel) const;
};

} // namespace Migrations::Backup
