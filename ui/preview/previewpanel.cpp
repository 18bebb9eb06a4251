#include "ui/preview/previewpanel.h"

#include "ui/preview/previewtool.h"
#include "ui/preview/sqlview.h"
#include "ui/style/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/panelheader.h"

#include <QVBoxLayout>

using namespace Migrations;

namespace Workbench {

PreviewPanel::PreviewPanel(PreviewTool &tool, QWidget *parent)
    : Panel(tr("SQL Preview"), QStringLiteral("previewPanel"), parent), m_tool(tool), m_error(new Banner(this)),
      m_view(new SqlView(this))
{
    setBody(createBody());
    header()->addSegments({m_tool.upAction(), m_tool.downAction()});
    header()->addAction(m_tool.copyAction());
    connect(&m_tool, &PreviewTool::changed, this, &PreviewPanel::update);
    connect(m_view, &SqlView::sourceRequested, &m_tool, &PreviewTool::showSource);
    connect(m_error, &Banner::sourceRequested, &m_tool, &PreviewTool::showSource);
    update();
}

QWidget *PreviewPanel::createBody()
{
    auto *body = new QWidget(this);
    body->setObjectName(QStringLiteral("panelBody"));
    body->setAttribute(Qt::WA_StyledBackground);
    m_error->setClosable(false);
    m_errorRow = new QWidget(body);
    auto *errorLayout = new QVBoxLayout(m_errorRow);
    errorLayout->setContentsMargins(0, Metrics::gap, 0, 0);
    errorLayout->addWidget(m_error);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_warnings = new QWidget(body);
    auto *warningLayout = new QVBoxLayout(m_warnings);
    warningLayout->setContentsMargins(0, Metrics::gap, 0, 0);
    warningLayout->setSpacing(0);
    layout->addWidget(m_warnings);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_errorRow);
    layout->addStretch(0);
    return body;
}

void PreviewPanel::update()
{
    // an answer is on its way: what is shown stays until it is there
    if (m_tool.isWorking())
        return;
    header()->setNote(m_tool.headline());
    const Plan::Preview &preview = m_tool.preview();
    if (preview.isEmpty()) {
        showNothing();
        return;
    }
    m_view->setLines(sqlLines(preview), preview.dialect);
    m_view->setVisible(!preview.steps.isEmpty());
    m_errorRow->setVisible(preview.error.has_value());
    if (preview.error)
        m_error->showError(*preview.error);
    showWarnings();
    showBody();
}

void PreviewPanel::showWarnings()
{
    qDeleteAll(m_warnings->findChildren<Banner *>());
    const QList<Error> &warnings = m_tool.preview().warnings;
    for (const Error &warning : warnings) {
        auto *banner = new Banner(m_warnings);
        banner->setClosable(false);
        connect(banner, &Banner::sourceRequested, &m_tool, &PreviewTool::showSource);
        m_warnings->layout()->addWidget(banner);
        banner->showWarning(warning);
    }
    m_warnings->setVisible(!warnings.isEmpty());
}

void PreviewPanel::showNothing()
{
    const auto icon = QStringLiteral("preview");
    if (!m_tool.hasProject()) {
        showEmptyState().show(icon, tr("No project open"), {});
    } else if (m_tool.needsUrl()) {
        showEmptyState().show(icon, tr("No database"),
            tr("The database's URL decides which SQL is written, PostgreSQL's or SQLite's. Give one with File → Database URL."));
    } else if (m_tool.isOffline()) {
        showEmptyState().show(icon, tr("No revision selected"), tr("Select a revision of the timeline to see its SQL."));
    } else if (m_tool.direction() == Graph::Direction::Upgrade) {
        showEmptyState().show(QStringLiteral("success"), tr("Nothing to apply"),
            tr("The database is at the newest revision."));
    } else {
        showEmptyState().show(icon, tr("Nothing to roll back"), tr("No revision is applied to the database."));
    }
}

} // namespace Workbench
