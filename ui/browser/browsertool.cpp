#include "ui/browser/browsertool.h"

#include "ui/style/icons.h"
#include "ui/workspace/workspace.h"

namespace Workbench {

BrowserTool::BrowserTool(Workspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace),
      m_model(new SchemaTreeModel(this, [](const QString &name) { return icon(name); })),
      m_filtered(new QSortFilterProxyModel(this))
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_filtered->setAutoAcceptChildRows(true);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    connect(&workspace, &Workspace::schemaChanged, this, &BrowserTool::read);
    connect(&workspace, &Workspace::projectChanged, this, &BrowserTool::changed);
    connect(&workspace, &Workspace::loadingChanged, this, &BrowserTool::changed);
    read();
}

bool BrowserTool::hasProject() const
{
    return m_workspace.project() != nullptr;
}

bool BrowserTool::hasSchema() const
{
    return m_workspace.schema().has_value();
}

QString BrowserTool::summary() const
{
    return hasSchema() ? tr("%n table(s)", nullptr, m_model->tableCount()) : QString();
}

void BrowserTool::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    m_filtered->setFilterFixedString(m_filter);
    emit changed();
}

void BrowserTool::read()
{
    m_model->setDatabase(m_workspace.schema().value_or(Migrations::Schema::Database {}));
    emit changed();
}

} // namespace Workbench
