#include "ui/log/logpanel.h"

#include "ui/log/logdelegate.h"
#include "ui/log/logtool.h"
#include "ui/models/logmodel.h"
#include "ui/style/fonts.h"
#include "ui/style/metrics.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/panelheader.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTreeView>

namespace Workbench {

LogPanel::LogPanel(LogTool &tool, QWidget *parent)
    : Panel(tr("Log"), QStringLiteral("logPanel"), parent), m_tool(tool), m_view(new QTreeView(this))
{
    createView();
    setBody(m_view);
    header()->addAction(m_tool.copyAction());
    header()->addAction(m_tool.clearAction());
    connect(&m_tool.model(), &QAbstractItemModel::rowsAboutToBeInserted, this, [this] { m_follows = isAtEnd(); });
    connect(&m_tool.model(), &QAbstractItemModel::rowsInserted, this, &LogPanel::update);
    connect(&m_tool.model(), &QAbstractItemModel::rowsRemoved, this, &LogPanel::update);
    update();
}

void LogPanel::createView()
{
    m_view->setObjectName(QStringLiteral("logView"));
    m_view->setAccessibleName(tr("Log"));
    m_view->setModel(&m_tool.model());
    m_view->setItemDelegate(new LogDelegate(this));
    m_view->setFont(smaller(monospaceFont()));
    m_view->setRootIsDecorated(false);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->header()->setSectionResizeMode(LogModel::Time, QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(LogModel::Text, QHeaderView::Stretch);
}

bool LogPanel::isAtEnd() const
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    return bar->value() >= bar->maximum() - Metrics::tight;
}

void LogPanel::update()
{
    if (m_tool.model().rowCount() == 0) {
        showEmptyState().show(QStringLiteral("log"), tr("Nothing happened yet"),
            tr("Every statement that is sent and every line that a revision prints appears here."));
        return;
    }
    showBody();
    if (m_follows)
        m_view->scrollToBottom();
}

} // namespace Workbench
