#include "ui/timeline/timelinepanel.h"

#include "ui/models/timelinemodel.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/timeline/timelinedelegate.h"
#include "ui/timeline/timelinetool.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/panelheader.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace Workbench {

TimelinePanel::TimelinePanel(TimelineTool &tool, QWidget *parent)
    : Panel(tr("Timeline"), QStringLiteral("timelinePanel"), parent), m_tool(tool),
      m_filter(newFilterEdit(tr("Filter revisions"), QStringLiteral("timelineFilter"), this)),
      m_view(new QListView(this)), m_delegate(new TimelineDelegate(this))
{
    setBody(createBody());
    connect(m_filter, &QLineEdit::textChanged, &m_tool, &TimelineTool::setFilter);
    connect(&m_tool, &TimelineTool::changed, this, &TimelinePanel::update);
    connect(&m_tool, &TimelineTool::selectionChanged, this, &TimelinePanel::showSelection);
    connect(&m_tool.filtered(), &QAbstractItemModel::modelReset, this, &TimelinePanel::showSelection);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) { m_tool.select(current); });
    update();
}

QWidget *TimelinePanel::createBody()
{
    m_view->setObjectName(QStringLiteral("timelineView"));
    m_view->setAccessibleName(tr("Timeline"));
    m_view->setModel(&m_tool.filtered());
    m_view->setItemDelegate(m_delegate);
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addActions({m_tool.applyToAction(), m_tool.rollBackToAction(), m_tool.copyIdAction()});

    auto *body = new QWidget(this);
    body->setObjectName(QStringLiteral("panelBody"));
    body->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(Metrics::gap, Metrics::gap, Metrics::gap, Metrics::gap);
    top->addWidget(m_filter);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    return body;
}

void TimelinePanel::update()
{
    header()->setNote(m_tool.summary());
    m_delegate->setLaneCount(m_tool.isFiltered() ? 1 : m_tool.model().laneCount());
    m_delegate->setLinesVisible(!m_tool.isFiltered());
    m_view->viewport()->update();
    if (!m_tool.hasProject() || m_tool.model().rowCount() > 0) {
        showBody();
        return;
    }
    showEmptyState().show(QStringLiteral("timeline"), tr("No revisions"),
        tr("The project's folders have no revision files yet. Revisions made with “alembic revision” appear here."));
}

void TimelinePanel::showSelection()
{
    const QModelIndex index = m_tool.selectedIndex();
    if (!index.isValid() || index == m_view->currentIndex())
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void TimelinePanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace Workbench
