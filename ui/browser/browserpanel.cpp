#include "ui/browser/browserpanel.h"

#include "ui/browser/browsertool.h"
#include "ui/browser/factsview.h"
#include "ui/style/metrics.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/panelheader.h"
#include "ui/widgets/secondarycolumn.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace Workbench {

BrowserPanel::BrowserPanel(BrowserTool &tool, QWidget *parent)
    : Panel(tr("Schema"), QStringLiteral("browserPanel"), parent), m_tool(tool),
      m_filter(newFilterEdit(tr("Filter tables, columns, indexes"), QStringLiteral("schemaFilter"), this)),
      m_tree(new QTreeView(this)), m_facts(new FactsView(this))
{
    createTree();
    setBody(createBody());
    connect(m_filter, &QLineEdit::textChanged, &m_tool, &BrowserTool::setFilter);
    connect(&m_tool, &BrowserTool::changed, this, &BrowserPanel::update);
    update();
}

void BrowserPanel::createTree()
{
    m_tree->setObjectName(QStringLiteral("schemaTree"));
    m_tree->setAccessibleName(tr("Schema"));
    m_tree->setModel(&m_tool.filtered());
    m_tree->setUniformRowHeights(true);
    m_tree->setHeaderHidden(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setIconSize({Metrics::icon, Metrics::icon});
    m_tree->setIndentation(Metrics::wide);
    m_tree->setItemDelegate(new SecondaryColumn(SchemaTreeModel::Kind, this));
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->setSectionResizeMode(SchemaTreeModel::Name, QHeaderView::ResizeToContents);
    m_tree->header()->setMaximumSectionSize(200);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) { showFacts(current); });
    // what a filter opens is not what the user opened
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (!m_tool.isFiltered())
            m_expanded.insert(index.data(SchemaTreeModel::PathRole).toString());
    });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (!m_tool.isFiltered())
            m_expanded.remove(index.data(SchemaTreeModel::PathRole).toString());
    });
}

QWidget *BrowserPanel::createBody()
{
    auto *upper = new QWidget(this);
    upper->setObjectName(QStringLiteral("panelBody"));
    upper->setAttribute(Qt::WA_StyledBackground);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(Metrics::gap, Metrics::gap, Metrics::gap, Metrics::gap);
    top->addWidget(m_filter);
    auto *layout = new QVBoxLayout(upper);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);

    auto *body = new QSplitter(Qt::Vertical, this);
    body->setObjectName(QStringLiteral("schemaSplitter"));
    body->setHandleWidth(Metrics::tight);
    body->setChildrenCollapsible(false);
    body->addWidget(upper);
    body->addWidget(m_facts);
    body->setStretchFactor(0, 1);
    return body;
}

void BrowserPanel::update()
{
    header()->setNote(m_tool.summary());
    if (m_tool.hasSchema()) {
        if (m_tool.isFiltered())
            m_tree->expandToDepth(0);
        else
            restoreExpanded({});
        showFacts(m_tree->currentIndex());
        showBody();
        return;
    }
    showEmptyState().show(QStringLiteral("database"), m_tool.hasProject() ? tr("No database") : tr("No project open"),
        m_tool.hasProject() ? tr("The tables of the database appear here once it is connected.") : QString());
}

void BrowserPanel::restoreExpanded(const QModelIndex &parent)
{
    const QAbstractItemModel &model = m_tool.filtered();
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const bool open = m_expanded.contains(index.data(SchemaTreeModel::PathRole).toString());
        m_tree->setExpanded(index, open);
        if (open)
            restoreExpanded(index);
    }
}

void BrowserPanel::showFacts(const QModelIndex &index)
{
    m_facts->setFacts(index.data(SchemaTreeModel::FactsRole).value<QList<Fact>>());
}

} // namespace Workbench
