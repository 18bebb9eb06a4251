#include "ui/preview/previewtool.h"

#include "ui/style/icons.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>

using namespace Migrations;

namespace Workbench {

namespace {

// The range of `--sql` that holds one revision: from one of its parents to itself, or back.
QString rangeOf(const Graph::Node &node, Graph::Direction direction)
{
    const QString parent = node.down.isEmpty() ? QString() : node.down.first();
    if (direction == Graph::Direction::Upgrade)
        return parent.isEmpty() ? node.id : QString(parent + u':' + node.id);
    return QString(node.id + u':' + (parent.isEmpty() ? QStringLiteral("base") : parent));
}

} // namespace

PreviewTool::PreviewTool(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace)
{
    createActions();
    m_asked.setSingleShot(true);
    connect(&m_asked, &QTimer::timeout, this, &PreviewTool::request);
    connect(&workspace, &Workspace::statusChanged, this, &PreviewTool::ask);
    connect(&workspace, &Workspace::goalChanged, this, &PreviewTool::ask);
    connect(&workspace, &Workspace::previewRequested, this, [this](Graph::Direction direction) {
        setDirection(direction);
        emit shown();
    });
}

void PreviewTool::createActions()
{
    auto *group = new QActionGroup(this);
    m_up = new QAction(tr("Apply"), group);
    m_up->setObjectName(QStringLiteral("actionPreviewUp"));
    m_up->setToolTip(tr("The SQL that Apply would send"));
    m_down = new QAction(tr("Roll back"), group);
    m_down->setObjectName(QStringLiteral("actionPreviewDown"));
    m_down->setToolTip(tr("The SQL that Roll Back would send"));
    for (QAction *action : {m_up, m_down})
        action->setCheckable(true);
    m_up->setChecked(true);
    connect(m_up, &QAction::triggered, this, [this] { setDirection(Graph::Direction::Upgrade); });
    connect(m_down, &QAction::triggered, this, [this] { setDirection(Graph::Direction::Downgrade); });
    m_copy = new QAction(icon(QStringLiteral("copy")), tr("Copy SQL"), this);
    m_copy->setObjectName(QStringLiteral("actionCopySql"));
    m_copy->setEnabled(false);
    connect(m_copy, &QAction::triggered, this,
        [this] { QGuiApplication::clipboard()->setText(m_preview.toSqlScript()); });
}

bool PreviewTool::hasProject() const
{
    return m_workspace.project() != nullptr;
}

bool PreviewTool::needsUrl() const
{
    return hasProject() && m_workspace.url().isEmpty();
}

QString PreviewTool::headline() const
{
    if (!hasProject() || isWorking())
        return {};
    if (m_offline) {
        return m_direction == Graph::Direction::Upgrade ? tr("this revision alone, without a database")
                                                        : tr("this revision alone, back, without a database");
    }
    const int steps = int(m_preview.steps.size());
    if (steps == 0)
        return {};
    QString last = m_preview.steps.last().step.revision;
    if (m_direction == Graph::Direction::Upgrade)
        return tr("%n revision(s), up to %1", nullptr, steps).arg(last);
    const QStringList left = m_preview.steps.last().step.to;
    return left.isEmpty() ? tr("%n revision(s), back to an empty database", nullptr, steps)
                          : tr("%n revision(s), back to %1", nullptr, steps).arg(left.join(QStringLiteral(", ")));
}

void PreviewTool::setDirection(Graph::Direction direction)
{
    (direction == Graph::Direction::Upgrade ? m_up : m_down)->setChecked(true);
    if (direction == m_direction)
        return;
    m_direction = direction;
    ask();
}

void PreviewTool::showSource(const SourceLocation &at)
{
    m_workspace.showSource(at);
}

void PreviewTool::ask()
{
    m_asked.start(0);
    emit changed();
}

void PreviewTool::request()
{
    if (m_workspace.isRunning()) {
        emit changed();
        return;
    }
    if (!m_workspace.project() || m_workspace.url().isEmpty()) {
        m_request.drop();
        take(Plan::Preview {});
        return;
    }
    m_offline = !m_workspace.status().has_value();
    if (m_offline) {
        requestOffline();
        return;
    }
    const Goal goal = m_workspace.goal(m_direction);
    const auto job = [goal](Migrator &migrator) { return migrator.preview(goal.direction, goal.target); };
    m_request.start(m_workspace.thread().query(job), this,
        [this](const Result<Plan::Preview> &preview) { take(preview); });
}

void PreviewTool::requestOffline()
{
    const Graph::Node *node = m_workspace.project()->graph().node(m_workspace.selected());
    if (!node) {
        m_request.drop();
        take(Plan::Preview {});
        return;
    }
    const auto job = [id = node->id, direction = m_direction, range = rangeOf(*node, m_direction)](
                         Migrator &migrator) -> Result<Plan::Preview> {
        Result<Plan::Preview> preview = migrator.offline(direction, range);
        if (preview)
            preview->steps.removeIf([&id](const Plan::PlannedStep &step) { return step.step.revision != id; });
        return preview;
    };
    m_request.start(m_workspace.thread().query(job), this,
        [this](const Result<Plan::Preview> &preview) { take(preview); });
}

void PreviewTool::take(const Result<Plan::Preview> &preview)
{
    m_preview = preview ? *preview : Plan::Preview {.dialect = {}, .steps = {}, .error = preview.error()};
    m_copy->setEnabled(!m_preview.steps.isEmpty());
    emit changed();
}

} // namespace Workbench
