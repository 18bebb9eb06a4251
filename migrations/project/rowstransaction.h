#pragma once

#include "migrations/graph/step.h"
#include "migrations/history/versiontable.h"
#include "migrations/project/project.h"

namespace Migrations {

namespace Database {
class Connection;
}

/// Changes of a database's version rows that belong to changes of files: one transaction that the
/// caller commits when the files are written, and that is rolled back otherwise. Runs no revision.
///
/// Lives on the thread that begins it.
class RowsTransaction final
{
public:
    /// Connects and reads the rows. `url`: SQLAlchemy's form; empty: the project's own. Errors: those
    /// of Project::databaseUrl() and of connecting; NotFound for a SQLite file that is not there.
    [[nodiscard]] static Result<std::unique_ptr<RowsTransaction>> begin(const Project &project, const QString &url);
    ~RowsTransaction();
    Q_DISABLE_COPY_MOVE(RowsTransaction)

    [[nodiscard]] const QStringList &rows() const { return m_rows; }
    [[nodiscard]] QString database() const; ///< for people: without the password

    /// Errors: Conflict, when a row is not as it was read or an id has no room in the column; Server.
    [[nodiscard]] Result<void> write(const QList<Graph::RowChange> &changes);
    [[nodiscard]] Result<void> commit();

private:
    RowsTransaction(std::unique_ptr<Database::Connection> connection, const History::VersionTable &table);
    [[nodiscard]] Result<void> checkRoom(const QString &id);

    std::unique_ptr<Database::Connection> m_connection;
    History::VersionTable m_table;
    QStringList m_rows;
};

} // namespace Migrations
