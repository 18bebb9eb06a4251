#include "ui/timeline/timelinetool.h"

#include "ui/style/icons.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

using namespace Migrations;

namespace Workbench {

namespace {

TimelineEntry entryFor(const Project &project, const QString &id)
{
    const Graph::Node *node = project.graph().node(id);
    const Scripts::Revision *revision = project.scripts().revision(id);
    TimelineEntry entry {.id = id, .down = {}, .summary = id, .created = {}, .labels = {}};
    if (node) {
        entry.down = node->down;
        entry.labels = node->labels;
        entry.dependsOn = project.graph().dependencies(id);
    }
    if (revision) {
        entry.summary = revision->doc.isEmpty() ? id : revision->doc.simplified();
        // "2025-01-30 10:00:00.000000": to the minute is enough beside a title
        entry.created = revision->createDate.left(16);
    }
    return entry;
}

QList<TimelineEntry> entriesOf(const Project &project)
{
    // a graph with a cycle or a missing parent has no order; its files still have one
    QStringList ids = project.graph().history().value_or(QStringList {});
    if (ids.isEmpty()) {
        ids = project.graph().ids();
        std::ranges::reverse(ids);
    }
    QList<TimelineEntry> entries;
    const QStringList heads = project.graph().heads();
    for (const QString &id : std::as_const(ids)) {
        entries << entryFor(project, id);
        entries.last().isHead = heads.contains(id);
    }
    return entries;
}

} // namespace

TimelineTool::TimelineTool(Workspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_model(new TimelineModel(this)),
      m_filtered(new QSortFilterProxyModel(this))
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterRole(TimelineModel::SearchRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    createActions();
    connect(&workspace, &Workspace::projectChanged, this, &TimelineTool::readProject);
    connect(&workspace, &Workspace::statusChanged, this, &TimelineTool::readStatus);
    connect(&workspace, &Workspace::loadingChanged, this, &TimelineTool::changed);
    connect(&workspace, &Workspace::runningChanged, this, &TimelineTool::updateActions);
    connect(&workspace, &Workspace::selectionChanged, this, [this] {
        updateActions();
        emit selectionChanged();
    });
    readProject();
    readStatus();
}

void TimelineTool::createActions()
{
    m_applyTo = new QAction(icon(QStringLiteral("apply")), tr("Apply up to Here"), this);
    m_applyTo->setObjectName(QStringLiteral("actionApplyTo"));
    connect(m_applyTo, &QAction::triggered, this, [this] {
        m_workspace.setGoal({.direction = Graph::Direction::Upgrade, .target = m_workspace.selected()});
        m_workspace.run(Graph::Direction::Upgrade);
    });
    m_rollBackTo = new QAction(icon(QStringLiteral("rollback")), tr("Roll Back to Here…"), this);
    m_rollBackTo->setObjectName(QStringLiteral("actionRollBackTo"));
    connect(m_rollBackTo, &QAction::triggered, this, [this] {
        m_workspace.setGoal({.direction = Graph::Direction::Downgrade, .target = m_workspace.selected()});
        m_workspace.run(Graph::Direction::Downgrade);
    });
    m_copyId = new QAction(icon(QStringLiteral("copy")), tr("Copy Revision Id"), this);
    m_copyId->setObjectName(QStringLiteral("actionCopyId"));
    connect(m_copyId, &QAction::triggered, this,
        [this] { QGuiApplication::clipboard()->setText(m_workspace.selected()); });
}

bool TimelineTool::hasProject() const
{
    return m_workspace.project() != nullptr;
}

QString TimelineTool::summary() const
{
    if (!m_workspace.project())
        return {};
    const int count = m_model->rowCount() - m_model->countOf(RevisionState::Missing);
    if (!m_workspace.status())
        return tr("%n revision(s)", nullptr, count);
    const int pending = m_workspace.pendingCount();
    return pending > 0 ? tr("%n pending", nullptr, pending) : tr("Up to date");
}

QModelIndex TimelineTool::selectedIndex() const
{
    return m_filtered->mapFromSource(m_model->indexOf(m_workspace.selected()));
}

void TimelineTool::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    m_filtered->setFilterFixedString(m_filter);
    emit changed();
}

void TimelineTool::select(const QModelIndex &filteredIndex)
{
    if (filteredIndex.isValid())
        m_workspace.select(filteredIndex.data(TimelineModel::IdRole).toString());
}

void TimelineTool::readProject()
{
    m_model->setEntries(m_workspace.project() ? entriesOf(*m_workspace.project()) : QList<TimelineEntry> {});
    readReadability();
    updateActions();
    emit changed();
}

// Every revision is evaluated once, which takes long where there are many; the timeline does not wait.
void TimelineTool::readReadability()
{
    m_model->setReadings({});
    m_reading.drop();
    m_background.cancel();
    if (!m_workspace.project())
        return;
    const auto job = [project = m_workspace.project(), url = m_workspace.url()](const CancelToken &cancel) {
        QHash<QString, RevisionReading> readings;
        const auto revisions = Migrator(project, url).renderEach(url.isEmpty() ? QStringLiteral("postgresql") : QString(), cancel);
        for (const Plan::RevisionBothWays &revision : revisions.value_or(QList<Plan::RevisionBothWays> {})) {
            const std::optional<Error> reason = revision.reason();
            readings.insert(revision.id(),
                {.readability = revision.readability(),
                    .reason = reason ? QString(reason->message + u'\n' + reason->at.toString()) : QString()});
        }
        return readings;
    };
    m_reading.start(m_background.start(job), this,
        [this](const QHash<QString, RevisionReading> &readings) { m_model->setReadings(readings); });
}

void TimelineTool::readStatus()
{
    m_model->setStates(m_workspace.states(), m_workspace.status() ? m_workspace.status()->unknownRows : QStringList {});
    selectSomething();
    updateActions();
    emit changed();
}

// the current revision, because Apply then goes to the heads; in an empty database the newest
void TimelineTool::selectSomething()
{
    if (!m_workspace.project() || m_workspace.isLoading() || m_model->indexOf(m_workspace.selected()).isValid())
        return;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.data(TimelineModel::StateRole).value<RevisionState>() == RevisionState::Current) {
            m_workspace.select(index.data(TimelineModel::IdRole).toString());
            return;
        }
    }
    m_workspace.select(m_model->index(0, 0).data(TimelineModel::IdRole).toString());
}

void TimelineTool::updateActions()
{
    const RevisionState state = m_workspace.stateOf(m_workspace.selected());
    const bool idle = !m_workspace.isRunning();
    m_applyTo->setEnabled(idle && state == RevisionState::Pending);
    m_rollBackTo->setEnabled(idle && state == RevisionState::Applied);
    m_copyId->setEnabled(!m_workspace.selected().isEmpty());
}

} // namespace Workbench
