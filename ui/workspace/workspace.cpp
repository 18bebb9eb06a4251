#include "ui/workspace/workspace.h"

#include "migrations/database/databaseurl.h"

#include <QFileInfo>

using namespace Migrations;

namespace Workbench {

namespace {

RevisionState stateFor(Status::State state)
{
    switch (state) {
    case Status::State::Applied: return RevisionState::Applied;
    case Status::State::Current: return RevisionState::Current;
    case Status::State::Pending: return RevisionState::Pending;
    }
    return RevisionState::Unread;
}

} // namespace

Workspace::Workspace(QObject *parent) : QObject(parent) {}

QString Workspace::url() const
{
    if (!m_givenUrl.isEmpty())
        return m_givenUrl;
    return m_project ? m_project->url() : QString();
}

QString Workspace::databaseName() const
{
    if (m_status)
        return m_status->database;
    if (url().isEmpty() || !m_project)
        return {};
    return m_project->databaseUrl(m_givenUrl).transform(&Database::DatabaseUrl::toDisplayString).value_or(QString());
}

RevisionState Workspace::stateOf(const QString &revision) const
{
    if (!m_status)
        return RevisionState::Unread;
    if (m_status->unknownRows.contains(revision))
        return RevisionState::Missing;
    const auto found = m_status->states.constFind(revision);
    return found == m_status->states.cend() ? RevisionState::Unread : stateFor(*found);
}

QHash<QString, RevisionState> Workspace::states() const
{
    QHash<QString, RevisionState> result;
    if (m_status) {
        for (const auto &[revision, state] : m_status->states.asKeyValueRange())
            result.insert(revision, stateFor(state));
    }
    return result;
}

int Workspace::pendingCount() const
{
    return m_status ? int(m_status->states.values().count(Status::State::Pending)) : 0;
}

Goal Workspace::goal(Graph::Direction direction) const
{
    if (m_chosen && m_chosen->direction == direction)
        return *m_chosen;
    if (direction == Graph::Direction::Downgrade)
        return {.direction = direction, .target = QStringLiteral("-1")};
    const bool selectedIsPending = stateOf(m_selected) == RevisionState::Pending;
    return {.direction = direction, .target = selectedIsPending ? m_selected : QStringLiteral("heads")};
}

void Workspace::open(const QString &path, const QString &url)
{
    m_path = QFileInfo(path).absoluteFilePath();
    m_givenUrl = url;
    m_project.reset();
    m_status.reset();
    m_schema.reset();
    m_selected.clear();
    m_chosen.reset();
    emit projectChanged();
    emit statusChanged();
    emit schemaChanged();
    emit selectionChanged();
    loadProject();
}

void Workspace::setUrl(const QString &url)
{
    m_givenUrl = url;
    m_status.reset();
    m_schema.reset();
    emit statusChanged();
    emit schemaChanged();
    refresh();
}

void Workspace::refresh()
{
    if (!m_path.isEmpty() && !m_running)
        loadProject();
}

void Workspace::select(const QString &revision)
{
    if (revision == m_selected)
        return;
    m_selected = revision;
    m_chosen.reset();
    emit selectionChanged();
    emit goalChanged();
}

void Workspace::setGoal(const Goal &goal)
{
    m_chosen = goal;
    emit goalChanged();
}

void Workspace::setRunning(bool running)
{
    if (running == m_running)
        return;
    m_running = running;
    emit runningChanged();
}

void Workspace::loadProject()
{
    setProblem({});
    const auto read = [path = m_path](DatabaseThread::Slot &) { return Project::open(path); };
    m_load.start(m_thread.submit(read), this, [this](const Result<ProjectPointer> &project) {
        if (!project) {
            m_project.reset();
            emit projectChanged();
            setProblem(project.error());
            emit loadingChanged();
            return;
        }
        m_project = *project;
        emit projectChanged();
        logProblems();
        loadStatus();
    });
    emit loadingChanged();
}

void Workspace::loadStatus()
{
    const auto connectAndRead = [project = m_project, url = url()](DatabaseThread::Slot &slot) -> Result<Status> {
        slot = std::make_unique<Migrator>(project, url);
        slot->setRecording(RunRecording::ofUser());
        if (url.isEmpty())
            return failure(ErrorCode::NeedsConnection, {});
        if (const Result<void> connected = slot->connect(); !connected)
            return failure(connected.error());
        return slot->status();
    };
    m_load.start(m_thread.submit(connectAndRead), this, [this](const Result<Status> &status) {
        m_chosen.reset();
        if (status) {
            m_status = *status;
        } else {
            m_status.reset();
            m_schema.reset();
            if (!url().isEmpty())
                setProblem(status.error());
        }
        emit statusChanged();
        if (status) {
            loadSchema();
        } else {
            emit schemaChanged();
            emit loadingChanged();
        }
    });
}

void Workspace::loadSchema()
{
    const auto inspect = [](Migrator &migrator) { return migrator.inspect(); };
    m_load.start(m_thread.query(inspect), this, [this](const Result<Schema::Database> &schema) {
        if (schema) {
            m_schema = *schema;
        } else {
            m_schema.reset();
            setProblem(schema.error());
        }
        emit schemaChanged();
        emit loadingChanged();
    });
}

void Workspace::setProblem(const std::optional<Error> &problem)
{
    if (!problem && !m_problem)
        return;
    m_problem = problem;
    if (m_problem)
        log({LogEntry {.level = LogLevel::Error, .text = m_problem->toText()}});
    emit problemChanged();
}

void Workspace::logProblems()
{
    QList<LogEntry> entries;
    for (const Error &problem : m_project->problems())
        entries << LogEntry {.level = LogLevel::Warning, .text = problem.toText()};
    if (!entries.isEmpty())
        log(entries);
}

} // namespace Workbench
