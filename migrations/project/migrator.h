#pragma once

#include "migrations/base/canceltoken.h"
#include "migrations/base/questions.h"
#include "migrations/plan/preview.h"
#include "migrations/project/project.h"
#include "migrations/runner/runevent.h"
#include "migrations/schema/table.h"

namespace Migrations {

namespace Database {
class Connection;
class DatabaseUrl;
} // namespace Database

/// Where a database stands on a project's revisions.
struct Status {
    enum class State { Applied, Current, Pending };

    QStringList rows; ///< of the version table
    QStringList unknownRows; ///< rows that no revision file has
    QHash<QString, State> states; ///< of every revision of the project
    QString database; ///< for people: URL without the password
    QString serverVersion; ///< "PostgreSQL 17.2", "SQLite 3.46.1"
};

/// The workbench's core: one project and one database, and everything that is done with them.
/// The command line and the window are both made of these calls.
///
/// Lives on one thread: the connection belongs to the thread that calls connect(). Every call is
/// synchronous. A preview and an offline script need no connection.
class Migrator final
{
public:
    /// `url`: SQLAlchemy's form; empty: the project's own
    Migrator(std::shared_ptr<const Project> project, const QString &url = {});
    ~Migrator();
    Q_DISABLE_COPY_MOVE(Migrator)

    [[nodiscard]] const Project &project() const { return *m_project; }

    // needs the database
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] bool isConnected() const;
    [[nodiscard]] Result<Status> status();
    [[nodiscard]] Result<Schema::Database> inspect();
    /// From where the database stands. Reads, never writes.
    [[nodiscard]] Result<Plan::Preview> preview(Graph::Direction direction, const QString &target);
    /// Applies or rolls back, a transaction for each step. The plan is made from the rows that are
    /// found under the lock. `sink` hears everything, `questions` answers input() of scripts.
    [[nodiscard]] Runner::RunReport run(Graph::Direction direction, const QString &target, Questions &questions,
        const Runner::EventSink &sink, const CancelToken &cancel = {});

    /// Alembic's `--sql`: from `range` ("a:b", or a target from base), without a connection. The
    /// dialect is that of the URL.
    [[nodiscard]] Result<Plan::Preview> offline(Graph::Direction direction, const QString &range);

private:
    std::shared_ptr<const Project> m_project;
    QString m_url;
    std::unique_ptr<Database::Connection> m_connection;
};

} // namespace Migrations
