#pragma once

#include "migrations/base/error.h"
#include "migrations/journal/entries.h"

namespace Migrations::Journal {

/// Which runs are wanted.
struct RunFilter {
    int limit = 20;
    bool onlyFailed = false; ///< failed or unfinished
    QString project = {}; ///< empty: of every project
};

/// Reads a journal. None of it is an error when there is no file yet; Io, Server or Unsupported when
/// there is one that cannot be read.
namespace JournalReader {

    /// The newest first, without their steps.
    [[nodiscard]] Result<QList<RunEntry>> runs(const QString &path, const RunFilter &filter);
    /// With its steps and their statements. Errors: NotFound.
    [[nodiscard]] Result<RunEntry> run(const QString &path, qint64 number);

} // namespace JournalReader

} // namespace Migrations::Journal
