#pragma once

#include "app/cli/exitcode.h"
#include "migrations/project/databasebackups.h"

#include <QStringList>

#include <functional>

namespace Cli {

class Context;

/// The names of an option such as `--tables a,b`.
[[nodiscard]] QStringList listOf(const QString &text);

/// Does a piece of work of `backup` or `restore` and answers with its report: as JSON on the standard
/// output, for people on the standard error stream.
[[nodiscard]] ExitCode answerBackup(Context &context,
    const std::function<Migrations::BackupReport(Migrations::DatabaseBackups &, const Migrations::Runner::EventSink &)> &work,
    const std::function<QStringList(const Migrations::BackupReport &)> &summary);

} // namespace Cli
