#include "migrations/project/migrator.h"

#include "migrations/database/connection.h"
#include "migrations/history/versiontable.h"
#include "migrations/inspection/inspector.h"
#include "migrations/plan/planner.h"
#include "migrations/runner/runner.h"

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

History::VersionTable versionTable(const Database::Connection &connection, const Project &project)
{
    return History::VersionTable(
        Dialects::VersionTableSql(dialectOf(connection.url()), project.settings().versionTable()));
}

// Alembic's own default is one transaction for all steps; ours is safer: what is done stays done.
// Only a project that says so gets Alembic's.
bool isOneTransaction(const Project &project)
{
    const Setting &setting = project.settings().value(SettingKey::TransactionPerMigration);
    return setting.source.kind != ValueSource::Kind::Default
        && !project.settings().isSet(SettingKey::TransactionPerMigration);
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
        [name = m_project->settings().versionTable().table](Schema::Database database) {
            database.tables.removeIf([&name](const Schema::Table &table) { return table.name == name; });
            return database;
        });
}

Result<Plan::Preview> Migrator::preview(Graph::Direction direction, const QString &target)
{
    const Result<Database::Connection *> open = connection();
    if (!open)
        return failure(open.error());
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
        .versionTable = m_project->settings().versionTable(),
        .convention = m_project->settings().namingConvention()});
}

Runner::RunReport Migrator::run(Graph::Direction direction, const QString &target, Questions &questions,
    const Runner::EventSink &sink, const CancelToken &cancel)
{
    const Result<Database::Connection *> open = connection();
    if (!open)
        return {.rowsBefore = {}, .rowsAfter = {}, .done = {}, .error = open.error()};
    return Runner::run(**open,
        {.scripts = m_project->scripts(),
            .graph = m_project->graph(),
            .direction = direction,
            .target = target,
            .versionTable = m_project->settings().versionTable(),
            .convention = m_project->settings().namingConvention(),
            .isOneTransaction = isOneTransaction(*m_project)},
        questions, sink, cancel);
}

Result<Plan::Preview> Migrator::offline(Graph::Direction direction, const QString &range)
{
    const Result<Database::DatabaseUrl> url = m_project->databaseUrl(m_url);
    if (!url)
        return failure(url.error());
    const Result<Graph::OfflineRange> parts = m_project->graph().offlineRange(direction, range);
    if (!parts)
        return failure(parts.error());
    return Plan::makePreview({.scripts = m_project->scripts(),
        .graph = m_project->graph(),
        .dialect = dialectOf(*url),
        .rows = parts->rows,
        .direction = direction,
        .target = parts->targets.constFirst(),
        .versionTable = m_project->settings().versionTable(),
        .convention = m_project->settings().namingConvention(),
        .isTransactionPerStep = m_project->settings().isSet(SettingKey::TransactionPerMigration)});
}

} // namespace Migrations
