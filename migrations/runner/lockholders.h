#pragma once

#include "migrations/runner/runevent.h"

namespace Migrations::Database {
class Connection;
} // namespace Migrations::Database

namespace Migrations::Runner {

/// What a session of PostgreSQL waits for, and who has it: pg_locks and pg_blocking_pids(). Nothing:
/// it waits for no lock. Asked on another connection than the one that waits. A role without
/// pg_read_all_stats sees no statements of others.
[[nodiscard]] std::optional<LockWaiting> whatSessionWaitsFor(Database::Connection &connection, qint64 session);

/// Who has PostgreSQL's advisory lock of these two numbers in the connection's database.
[[nodiscard]] QList<LockHolder> holdersOfAdvisoryLock(Database::Connection &connection, int first, int second);

/// The processes of this machine, other than this one, that have a lock on a SQLite file: Linux tells
/// in /proc/locks; empty elsewhere, and where the file is on another machine.
[[nodiscard]] QList<LockHolder> holdersOfFile(const QString &path);

/// The statements that tell how far they are (pg_stat_progress_create_index and its like, PostgreSQL 12
/// and newer); nothing: this one does not.
[[nodiscard]] std::optional<StatementProgress> progressOfSession(Database::Connection &connection, qint64 session);

} // namespace Migrations::Runner
