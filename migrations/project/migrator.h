#pragma once

#include "migrations/base/canceltoken.h"
#include "migrations/base/questions.h"
#include "migrations/database/databaseurl.h"
#include "migrations/plan/eachrevision.h"
#include "migrations/plan/preview.h"
#include "migrations/project/project.h"
#include "migrations/project/runrecording.h"
#include "migrations/runner/patience.h"
#include "migrations/runner/runevent.h"
#include "migrations/schema/table.h"

namespace Migrations {

namespace Database {
class Connection;
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
/// synchronous. Everything but offline…() needs connect() first (NeedsConnection otherwise).
///
/// A revision file that cannot be read may be the newest one: a target that is a symbol then means
/// nobody knows what, and every way up to it is that file's error. An id says itself how far to go.
class Migrator final
{
public:
    /// `url`: SQLAlchemy's form; empty: the project's own
    explicit Migrator(std::shared_ptr<const Project> project, const QString &url = {});
    ~Migrator();
    Q_DISABLE_COPY_MOVE(Migrator)

    /// what scripts are told of the command line: `-x`, `--tag`
    void setScriptArguments(const QStringList &arguments, const QString &tag = {});
    /// What is kept of every run from now on; before this nothing is.
    void setRecording(const RunRecording &recording) { m_recording = recording; }
    /// how long runs and stamps wait; if nothing is said, as the project's settings say
    void setPatience(const Runner::Patience &patience) { m_patience = patience; }
    [[nodiscard]] Result<Runner::Patience> patience() const;
    /// all steps of a run in one transaction, whatever the project says
    void setSingleTransaction(bool isSingle) { m_isSingleTransaction = isSingle; }
    /// runs are sent, measured and rolled back
    void setDryRun(bool isDry) { m_isDryRun = isDry; }
    [[nodiscard]] const Project &project() const { return *m_project; }

    /// Whether a target can mean what it says; every way to it asks this, too. For callers that do not
    /// want to connect in vain.
    [[nodiscard]] Result<void> checkTarget(Graph::Direction direction, const QString &target) const;

    [[nodiscard]] Result<void> connect();
    [[nodiscard]] bool isConnected() const { return m_connection != nullptr; }
    [[nodiscard]] Result<Status> status();
    /// Without the version table, which is Alembic's and not the project's, and without the journal's.
    [[nodiscard]] Result<Schema::Database> inspect();
    /// From where the database stands. Reads inside a read-only transaction, never writes.
    [[nodiscard]] Result<Plan::Preview> preview(Graph::Direction direction, const QString &target);
    /// Applies or rolls back, a transaction for each step; see Runner::run(). `sink` hears
    /// everything but passwords, `questions` answers input() of scripts.
    [[nodiscard]] Runner::RunReport run(Graph::Direction direction, const QString &target, Questions &questions,
        const Runner::EventSink &sink, const CancelToken &cancel = {});

    /// Alembic's `--sql`: from `range` ("a:b", or a target from base), without a connection. The
    /// dialect is that of the URL.
    [[nodiscard]] Result<Plan::Preview> offline(Graph::Direction direction, const QString &range);
    /// Every revision by itself, both ways, without a connection, for the dialect of that name (empty:
    /// that of the URL); see Plan::renderEach().
    [[nodiscard]] Result<QList<Plan::RevisionBothWays>> renderEach(
        const QString &dialect = {}, const CancelToken &cancel = {}) const;

    // the version table alone
    [[nodiscard]] Result<Plan::Preview> previewStamp(const QStringList &targets, bool purge);
    /// See Runner::stamp().
    [[nodiscard]] Runner::RunReport stamp(
        const QStringList &targets, bool purge, Questions &questions, const Runner::EventSink &sink,
        const CancelToken &cancel = {});
    /// `stamp --sql`: words are targets, one of them may be "from:to"
    [[nodiscard]] Result<Plan::Preview> offlineStamp(const QStringList &words, bool purge);
    /// Creates the version table. False: it was there already.
    [[nodiscard]] Result<bool> ensureVersionTable();
    [[nodiscard]] Result<Plan::Preview> offlineEnsureVersionTable();

private:
    [[nodiscard]] Result<Database::Connection *> connection() const;
    [[nodiscard]] QList<Error> review(const QList<Graph::Step> &steps) const;
    [[nodiscard]] QList<Error> reviewRun(const QList<Graph::Step> &steps) const;
    [[nodiscard]] Result<Plan::Preview> previewFrom(
        Database::Connection &connection, Graph::Direction direction, const QString &target);

    std::shared_ptr<const Project> m_project;
    QString m_url;
    QStringList m_scriptArguments;
    QString m_tag;
    RunRecording m_recording;
    std::optional<Runner::Patience> m_patience;
    bool m_isSingleTransaction = false;
    bool m_isDryRun = false;
    std::unique_ptr<Database::Connection> m_connection;
};

} // namespace Migrations
