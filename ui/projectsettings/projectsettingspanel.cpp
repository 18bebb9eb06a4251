#include "ui/projectsettings/projectsettingspanel.h"

#include "ui/projectsettings/projectsettingstool.h"
#include "ui/projectsettings/settingsmodel.h"
#include "ui/style/metrics.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/panelheader.h"
#include "ui/widgets/secondarycolumn.h"

#include <QAction>
#include <QHeaderView>
#include <QTreeView>

namespace Workbench {

ProjectSettingsPanel::ProjectSettingsPanel(ProjectSettingsTool &tool, QWidget *parent)
    : Panel(tr("Settings"), QStringLiteral("projectSettingsPanel"), parent), m_tool(tool), m_view(new QTreeView(this))
{
    createView();
    setBody(m_view);
    header()->addAction(m_tool.openAction());
    header()->addAction(m_tool.copyAction());
    connect(&m_tool, &ProjectSettingsTool::changed, this, &ProjectSettingsPanel::update);
    update();
}

void ProjectSettingsPanel::createView()
{
    m_view->setObjectName(QStringLiteral("settingsView"));
    m_view->setAccessibleName(tr("Settings"));
    m_view->setModel(&m_tool.model());
    m_view->setItemDelegate(new SecondaryColumn(SettingsModel::Source, this));
    m_view->setUniformRowHeights(true);
    m_view->setIndentation(Metrics::wide);
    m_view->setIconSize({Metrics::icon, Metrics::icon});
    m_view->setExpandsOnDoubleClick(false);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addActions({m_tool.openAction(), m_tool.copyAction()});
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->header()->setSectionResizeMode(SettingsModel::Name, QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(SettingsModel::Value, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(SettingsModel::Source, QHeaderView::Stretch);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, &m_tool, &ProjectSettingsTool::setCurrent);
    connect(m_view, &QTreeView::doubleClicked, m_tool.openAction(), &QAction::trigger);
}

void ProjectSettingsPanel::update()
{
    header()->setNote(m_tool.summary());
    if (!m_tool.hasProject()) {
        showEmptyState().show(QStringLiteral("settings"), tr("No project open"),
            tr("What the project says about its database and its migrations appears here, with the line that says it."));
        return;
    }
    m_view->expandAll();
    spanColumns({});
    showBody();
}

// a row with one text has the width of all columns for it
void ProjectSettingsPanel::spanColumns(const QModelIndex &parent)
{
    const SettingsModel &model = m_tool.model();
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        m_view->setFirstColumnSpanned(row, parent, !index.data(SettingsModel::HasColumnsRole).toBool());
        spanColumns(index);
    }
}

} // namespace Workbench
