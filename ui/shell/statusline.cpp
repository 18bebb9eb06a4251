#include "ui/shell/statusline.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/workspace/workspace.h"

#include <QStatusBar>

namespace Workbench {

StatusLine::StatusLine(Workspace &workspace, QStatusBar *bar)
    : QObject(bar), m_workspace(workspace), m_lamp(new QLabel(bar)), m_database(new ElidedLabel(bar, Qt::ElideMiddle)),
      m_server(new QLabel(bar)), m_current(new ElidedLabel(bar)), m_pending(new QLabel(bar))
{
    bar->setSizeGripEnabled(false);
    m_lamp->setObjectName(QStringLiteral("statusLamp"));
    m_database->setObjectName(QStringLiteral("statusDatabase"));
    m_server->setObjectName(QStringLiteral("statusServer"));
    m_current->setObjectName(QStringLiteral("statusCurrent"));
    m_pending->setObjectName(QStringLiteral("statusPending"));
    bar->addWidget(m_lamp);
    bar->addWidget(m_database, 1);
    bar->addPermanentWidget(m_pending);
    bar->addPermanentWidget(m_current);
    bar->addPermanentWidget(m_server);
    connect(&workspace, &Workspace::projectChanged, this, &StatusLine::update);
    connect(&workspace, &Workspace::statusChanged, this, &StatusLine::update);
    connect(&workspace, &Workspace::problemChanged, this, &StatusLine::update);
    connect(&workspace, &Workspace::loadingChanged, this, &StatusLine::update);
    update();
}

void StatusLine::update()
{
    const bool connected = m_workspace.status().has_value();
    const IconTone tone = connected ? IconTone::Success
        : m_workspace.problem()     ? IconTone::Error
                                    : IconTone::Dim;
    m_lamp->setPixmap(icon(QStringLiteral("database"), tone).pixmap(QSize(14, 14), m_lamp->devicePixelRatio()));
    m_lamp->setToolTip(connectionText());
    m_database->setText(connectionText());
    m_server->setText(connected ? m_workspace.status()->serverVersion : QString());
    m_current->setText(currentText());
    m_pending->setText(pendingText());
    for (QLabel *label : {m_server, m_current, m_pending})
        label->setVisible(!label->text().isEmpty());
}

QString StatusLine::connectionText() const
{
    if (!m_workspace.project())
        return tr("No project open");
    const QString name = m_workspace.databaseName();
    if (name.isEmpty())
        return tr("No database");
    if (m_workspace.status())
        return name;
    return m_workspace.isLoading() ? tr("Connecting to %1…").arg(name) : tr("Not connected to %1").arg(name);
}

QString StatusLine::currentText() const
{
    if (!m_workspace.status())
        return {};
    const QStringList rows = m_workspace.status()->rows;
    return rows.isEmpty() ? tr("No revision applied") : tr("At %1").arg(rows.join(QStringLiteral(", ")));
}

QString StatusLine::pendingText() const
{
    if (!m_workspace.status())
        return {};
    const int pending = m_workspace.pendingCount();
    return pending > 0 ? tr("%n pending", nullptr, pending) : tr("Up to date");
}

} // namespace Workbench
