#pragma once

#include <QString>

namespace Migrations {

/// What is kept of a run besides the database itself.
struct RunRecording {
    QString journal = {}; ///< the file of the user's journal; empty: none
    bool hasTable = false; ///< also where the project does not say so: the table stillroom_journal
    bool hasBackup = false; ///< the database is backed up before the first step
    QString backupFolder = {}; ///< for backups of servers; SQLite's are beside the database

    /// the user's own journal and folder, as both programs use them
    [[nodiscard]] static RunRecording ofUser();
};

} // namespace Migrations
