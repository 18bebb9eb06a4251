#pragma once

#include "migrations/base/error.h"

#include <memory>

namespace Migrations::Database {
class Connection;
}

namespace Migrations::Journal {

/// How much is kept: the oldest runs go first, when a new one begins.
struct Retention {
    int runs = 2000;
    qint64 bytes = 64LL * 1024 * 1024; ///< of the file
};

/// The journal of a user's runs: one SQLite file, that only this user may read. Several programs
/// write to it at the same time; its write-ahead log makes readers and writers not wait for each
/// other, and a writer waits two seconds for another one. The version of its tables is the file's
/// user_version; a file of a newer program is neither written nor read (Unsupported).
namespace JournalFile {

    /// ~/.local/share/stillroom/journal.sqlite3, for every program of Stillroom alike
    [[nodiscard]] QString defaultPath();
    /// Opens it, and makes it and its folder when they are not there.
    [[nodiscard]] Result<std::unique_ptr<Database::Connection>> open(const QString &path);
    /// Removes what is too much. Runs that are under way stay.
    [[nodiscard]] Result<void> prune(Database::Connection &connection, const Retention &retention);

} // namespace JournalFile

} // namespace Migrations::Journal
