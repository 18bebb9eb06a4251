#include "migrations/project/migrator.h"

#include "migrations/database/connection.h"
#include "migrations/history/versiontable.h"
#include "migrations/inspection/inspector.h"
#include "migrations/plan/autocommitsteps.h"
#include "migrations/plan/planner.h"
#include "migrations/plan/stamppreview.h"
#include "migrations/project/integrity.h"
#include "migrations/project/recordedrun.h"
#include "migrations/runner/runner.h"
#include "migrations/runner/schemarehearsal.h"
#include "migrations/runner/stamp.h"

#include <QCoreApplication>

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

const Dialects::Dialect &dialectOf(const Database::DatabaseUrl &url)
{
    return *Dialects::Dialect::byName(url.dialect());
}

Dialects::VersionTableSql versionTableSql(const Database::DatabaseUrl &url, const Project &project)
{
    return Dialects::VersionTableSql(dialectOf(url), project.settings().versionTable());
}

History::VersionTable versionTable(const Database::Connection &connection, const Project &project)
{
    return History::VersionTable(versionTableSql(connection.url(), project));
}

// only SQLite's tables are made anew
std::shared_ptr<Plan::Rehearsal> rehearsal(Database::Connection &connection)
{
    return connection.url().isSqlite() ? std::make_shared<Runner::SchemaRehearsal>(connection) : nullptr;
}

bool isTransactionPerStep(const Project &project)
{
    return project.settings().isSet(SettingKey::TransactionPerMigration);
}

// Alembic's own default is one transaction for all steps; ours is safer: what is done stays done.
// Only a project that says so gets Alembic's.
bool isOneTransaction(const Project &project)
{
    const Setting &setting = project.settings().value(SettingKey::TransactionPerMigration);
    return setting.source.kind != ValueSource::Kind::Default && !isTransactionPerStep(project);
}

// as the journal writes it
QString actionOf(Graph::Direction direction, bool isDryRun)
{
    const QString way = direction == Graph::Direction::Upgrade ? QStringLiteral("upgrade") : QStringLiteral("downgrade");
    return isDryRun ? QStringLiteral("dry-run ") + way : way;
}

/// Ends the read-only transaction of a preview, however it went.
class ReadOnlyTransaction final
{
public:
    explicit ReadOnlyTransaction(Database::Connection &connection) : m_connection(connection) {}
    ~ReadOnlyTransaction() { m_connection.rollback(); }
    Q_DISABLE_COPY_MOVE(ReadOnlyTransaction)

    [[nodiscard]] Result<void> begin() { return m_connection.beginReadOnly(); }

private:
    Database::Connection &m_connection;
};

} // namespace

Migrator::Migrator(std::shared_ptr<const Project> project, const QString &url)
    : m_project(std::move(project))
    , m_url(url)
{
}

Migrator::~Migrator() = default;

void Migrator::setScriptArguments(const QStringList &arguments, const QString &tag)
{
    m_scriptArguments = arguments;
    m_tag = tag;
}

Result<void> Migrator::connect()
{
    return m_project->databaseUrl(m_url)
        .and_then([](const Database::DatabaseUrl &url) { return Database::Connection::open(url); })
        .transform([this](std::unique_ptr<Database::Connection> connection) { m_connection = std::move(connection); });
}

Result<Database::Connection *> Migrator::connection() const
{
    if (m_connection)
        return m_connection.get();
    return failure(ErrorCode::NeedsConnection, Tr::tr("There is no connection to a database."),
        Tr::tr("Connect first."));
}

Result<Runner::Patience> Migrator::patience() const
{
    return m_patience ? *m_patience : m_project->settings().patience();
}

Result<void> Migrator::checkTarget(Graph::Direction direction, const QString &target) const
{
    const QList<Error> problems = m_project->scripts().problems;
    if (direction == Graph::Direction::Downgrade || problems.isEmpty() || m_project->graph().contains(target))
        return {};
    Error error = problems.constFirst();
    error.detail = Tr::tr("\"%1\" may mean another revision than the ones that can be read. Nothing was changed.")
                       .arg(target);
    error.nextStep = Tr::tr("Repair the file, or name the revision to go to by its id.");
    return failure(error);
}

QList<Error> Migrator::review(const QList<Graph::Step> &steps) const
{
    QStringList revisions;
    for (const Graph::Step &step : steps)
        revisions << step.revision;
    return editedRevisions(*m_project, revisions);
}

// of a run, or of a preview of one
QList<Error> Migrator::reviewRun(const QList<Graph::Step> &steps) const
{
    return review(steps) + Plan::autocommitWarnings(m_project->scripts(), steps);
}

Result<Status> Migrator::status()
{
    const Result<Database::Connection *> open = connection();
    if (!open)
        return failure(open.error());
    const Result<QStringList> rows = versionTable(**open, *m_project).read(**open);
    if (!rows)
        return failure(rows.error());

    const Graph::RevisionGraph &graph = m_project->graph();
    Status status {.rows = *rows,
        .unknownRows = {},
        .states = {},
        .database = (*open)->url().toDisplayString(),
        .serverVersion = (*open)->serverVersion()};
    QStringList known;
    for (const QString &row : *rows)
        (graph.contains(row) ? known : status.unknownRows) << row;
    const Result<QSet<QString>> applied = graph.applied(known);
    if (!applied)
        return failure(applied.error());
    for (const QString &id : graph.ids()) {
        const Status::State state = known.contains(id) ? Status::State::Current
            : applied->contains(id)                    ? Status::State::Applied
                                                       : Status::State::Pending;
        status.states.insert(id, state);
    }
    return status;
}

Result<Schema::Database> Migrator::inspect()
{
    return connection().and_then([](Database::Connection *open) { return Inspection::inspect(*open); }).transform(
        [names = QStringList {m_project->settings().versionTable().table, Journal::StepTable::tableName()}](
            Schema::Database database) {
            database.tables.removeIf([&names](const Schema::Table &table) { return names.contains(table.name); });
            return database;
        });
}

Result<Plan::Preview> Migrator::preview(Graph::Direction direction, const QString &target)
{
    const Result<Database::Connection *> open = connection();
    if (!open)
        return failure(open.error());
    if (const Result<void> known = checkTarget(direction, target); !known)
        return failure(known.error());
    ReadOnlyTransaction transaction(**open);
    return transaction.begin().and_then([&] { return previewFrom(**open, direction, target); });
}

Result<Plan::Preview> Migrator::previewFrom(
    Database::Connection &connection, Graph::Direction direction, const QString &target)
{
    const History::VersionTable table = versionTable(connection, *m_project);
    const Result<QStringList> rows = table.read(connection);
    if (!rows)
        return failure(rows.error());
    const Result<bool> hasTable = table.exists(connection);
    if (!hasTable)
        return failure(hasTable.error());
    const Result<int> columnLength = table.columnLength(connection);
    if (!columnLength)
        return failure(columnLength.error());
    const auto reader = [&connection](const QString &sql, const QVariantMap &parameters) {
        return (parameters.isEmpty() ? connection.execute(sql) : connection.execute(sql, parameters))
            .transform([](const Database::Rows &found) {
                return Alembic::QueryResult {
                    .columns = found.columns, .rows = found.rows, .affected = found.affected};
            });
    };
    return Plan::makePreview({.scripts = m_project->scripts(),
        .graph = m_project->graph(),
        .dialect = dialectOf(connection.url()),
        .rows = *rows,
        .direction = direction,
        .target = target,
        .hasVersionTable = *hasTable,
        .reader = reader,
        .schema = [&connection] { return Inspection::inspect(connection); },
        .rehearsal = rehearsal(connection),
        .versionColumnLength = *columnLength,
        .review = [this](const QList<Graph::Step> &steps) { return reviewRun(steps); },
        .versionTable = m_project->settings().versionTable(),
        .convention = m_project->settings().namingConvention(),
        .scriptArguments = m_scriptArguments,
        .tag = m_tag,
        .surroundings = m_project->surroundings()});
}

Runner::RunReport Migrator::run(Graph::Direction direction, const QString &target, Questions &questions,
    const Runner::EventSink &sink, const CancelToken &cancel)
{
    const Result<Database::Connection *> open = connection();
    if (!open)
        return {.error = open.error()};
    if (const Result<void> known = checkTarget(direction, target); !known)
        return {.error = known.error()};
    const Result<Runner::Patience> patience = this->patience();
    if (!patience)
        return {.error = patience.error()};
    RecordedRun recorded(**open, *m_project, m_recording, actionOf(direction, m_isDryRun), target, sink);
    return recorded.finish(Runner::run(**open,
        {.scripts = m_project->scripts(),
            .graph = m_project->graph(),
            .direction = direction,
            .target = target,
            .review = [this](const QList<Graph::Step> &steps) { return reviewRun(steps); },
            .prepare = m_isDryRun ? nullptr : recorded.preparation(cancel),
            .record = m_isDryRun ? nullptr : recorded.recorder(),
            .versionTable = m_project->settings().versionTable(),
            .convention = m_project->settings().namingConvention(),
            .scriptArguments = m_scriptArguments,
            .tag = m_tag,
            .isOneTransaction = m_isSingleTransaction || isOneTransaction(*m_project),
            .isDryRun = m_isDryRun,
            .patience = *patience,
            .surroundings = m_project->surroundings()},
        questions, recorded.sink(), cancel));
}

Result<Plan::Preview> Migrator::offline(Graph::Direction direction, const QString &range)
{
    const Result<Database::DatabaseUrl> url = m_project->databaseUrl(m_url);
    if (!url)
        return failure(url.error());
    if (const Result<void> known = checkTarget(direction, range.section(u':', -1)); !known)
        return failure(known.error());
    const Result<Graph::OfflineRange> parts = m_project->graph().offlineRange(direction, range);
    if (!parts)
        return failure(parts.error());
    return Plan::makePreview({.scripts = m_project->scripts(),
        .graph = m_project->graph(),
        .dialect = dialectOf(*url),
        .rows = parts->rows,
        .direction = direction,
        .target = parts->targets.constFirst(),
        .review = [this](const QList<Graph::Step> &steps) { return review(steps); },
        .versionTable = m_project->settings().versionTable(),
        .convention = m_project->settings().namingConvention(),
        .scriptArguments = m_scriptArguments,
        .tag = m_tag,
        .isTransactionPerStep = isTransactionPerStep(*m_project),
        .surroundings = m_project->surroundings()});
}

Result<QList<Plan::RevisionBothWays>> Migrator::renderEach(
    const QString &dialectName, const CancelToken &cancel) const
{
    const Dialects::Dialect *dialect = Dialects::Dialect::byName(dialectName);
    if (dialectName.isEmpty()) {
        const Result<Database::DatabaseUrl> url = m_project->databaseUrl(m_url);
        if (!url)
            return failure(url.error());
        dialect = &dialectOf(*url);
    }
    if (!dialect)
        return failure(ErrorCode::BadInput, Tr::tr("There is no dialect \"%1\".").arg(dialectName),
            Tr::tr("It is one of: %1").arg(QStringLiteral("postgresql, sqlite")));
    return Plan::renderEach({.scripts = m_project->scripts(),
                                .graph = m_project->graph(),
                                .dialect = *dialect,
                                .rows = {},
                                .target = {},
                                .versionTable = m_project->settings().versionTable(),
                                .convention = m_project->settings().namingConvention(),
                                .scriptArguments = m_scriptArguments,
                                .tag = m_tag,
                                .surroundings = m_project->surroundings()},
        cancel);
}

Result<Plan::Preview> Migrator::previewStamp(const QStringList &targets, bool purge)
{
    const Result<Database::Connection *> open = connection();
    if (!open)
        return failure(open.error());
    const History::VersionTable table = versionTable(**open, *m_project);
    const Result<QStringList> rows = table.read(**open);
    if (!rows)
        return failure(rows.error());
    const Result<bool> hasTable = table.exists(**open);
    if (!hasTable)
        return failure(hasTable.error());
    return Plan::makeStampPreview({.graph = m_project->graph(),
        .dialect = dialectOf((*open)->url()),
        .versionTable = table.sql(),
        .rows = *rows,
        .targets = targets,
        .purge = purge,
        .hasVersionTable = *hasTable});
}

Runner::RunReport Migrator::stamp(
    const QStringList &targets, bool purge, Questions &questions, const Runner::EventSink &sink,
    const CancelToken &cancel)
{
    const Result<Database::Connection *> open = connection();
    if (!open)
        return {.error = open.error()};
    for (const QString &target : targets) {
        if (const Result<void> known = checkTarget(Graph::Direction::Upgrade, target); !known)
            return {.error = known.error()};
    }
    const Result<Runner::Patience> patience = this->patience();
    if (!patience)
        return {.error = patience.error()};
    const History::VersionTable table = versionTable(**open, *m_project);
    RecordedRun recorded(**open, *m_project, m_recording, QStringLiteral("stamp"), targets.join(u' '), sink);
    return recorded.finish(Runner::stamp(**open,
        {.graph = m_project->graph(),
            .versionTable = table,
            .targets = targets,
            .purge = purge,
            .patience = *patience,
            .record = recorded.recorder()},
        questions, recorded.sink(), cancel));
}

Result<Plan::Preview> Migrator::offlineStamp(const QStringList &words, bool purge)
{
    const Result<Database::DatabaseUrl> url = m_project->databaseUrl(m_url);
    if (!url)
        return failure(url.error());
    const Result<Graph::OfflineRange> parts = m_project->graph().offlineStamp(words);
    if (!parts)
        return failure(parts.error());
    const Dialects::VersionTableSql sql = versionTableSql(*url, *m_project);
    Result<Plan::Preview> preview = Plan::makeStampPreview({.graph = m_project->graph(),
        .dialect = dialectOf(*url),
        .versionTable = sql,
        .rows = parts->rows,
        .targets = parts->targets,
        .purge = purge,
        .isOffline = true});
    if (preview)
        preview->isTransactionPerStep = isTransactionPerStep(*m_project);
    return preview;
}

Result<bool> Migrator::ensureVersionTable()
{
    return connection().and_then([this](Database::Connection *open) {
        return Runner::ensureVersionTable(*open, versionTable(*open, *m_project));
    });
}

Result<Plan::Preview> Migrator::offlineEnsureVersionTable()
{
    return m_project->databaseUrl(m_url).transform([this](const Database::DatabaseUrl &url) {
        Plan::Preview preview
            = Plan::makeEnsureVersionPreview(dialectOf(url), versionTableSql(url, *m_project), false);
        preview.isTransactionPerStep = isTransactionPerStep(*m_project);
        return preview;
    });
}

} // namespace Migrations
