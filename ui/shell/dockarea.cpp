#include "ui/shell/dockarea.h"

#include "ui/style/metrics.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/panelheader.h"

#include <QDockWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace Workbench {

DockArea::DockArea(QWidget *parent) : QMainWindow(parent, Qt::Widget)
{
    setObjectName(QStringLiteral("dockArea"));
    setDockOptions(AllowTabbedDocks | AllowNestedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDocumentMode(true);
    for (const Qt::Corner corner : {Qt::TopLeftCorner, Qt::BottomLeftCorner})
        setCorner(corner, Qt::LeftDockWidgetArea);
    for (const Qt::Corner corner : {Qt::TopRightCorner, Qt::BottomRightCorner})
        setCorner(corner, Qt::RightDockWidgetArea);
}

void DockArea::setCenter(Panel *panel)
{
    auto *center = new QWidget(this);
    auto *layout = new QVBoxLayout(center);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(panel->header());
    layout->addWidget(panel, 1);
    center->setMinimumSize(240, 120);
    setCentralWidget(center);
}

QDockWidget *DockArea::newDock(Panel *panel)
{
    auto *dock = new QDockWidget(panel->title(), this);
    dock->setObjectName(panel->objectName() + QStringLiteral("Dock"));
    dock->setTitleBarWidget(panel->header());
    dock->setWidget(panel);
    connect(dock, &QDockWidget::topLevelChanged, this, &DockArea::updateTitles, Qt::QueuedConnection);
    connect(dock, &QDockWidget::dockLocationChanged, this, &DockArea::updateTitles, Qt::QueuedConnection);
    connect(dock, &QDockWidget::visibilityChanged, this, &DockArea::updateTitles, Qt::QueuedConnection);
    return dock;
}

QDockWidget *DockArea::addPanel(Panel *panel, Qt::DockWidgetArea area)
{
    QDockWidget *dock = newDock(panel);
    addDockWidget(area, dock);
    m_docks << Placed {dock, panel->header(), area};
    return dock;
}

QDockWidget *DockArea::addPanelBehind(Panel *panel, QDockWidget *front)
{
    QDockWidget *dock = addPanel(panel, dockWidgetArea(front));
    tabifyDockWidget(front, dock);
    front->raise();
    updateTitles();
    return dock;
}

// a tab says the title already
void DockArea::updateTitles()
{
    for (const Placed &placed : std::as_const(m_docks))
        placed.header->setTitleVisible(placed.dock->isFloating() || tabifiedDockWidgets(placed.dock).isEmpty());
    for (QTabBar *bar : findChildren<QTabBar *>(Qt::FindDirectChildrenOnly)) {
        bar->setDrawBase(false);
        bar->setExpanding(false);
    }
}

void DockArea::resetLayout()
{
    if (!m_defaultLayout.isEmpty())
        restoreState(m_defaultLayout);
    const auto share = [this](Qt::DockWidgetArea area, Qt::Orientation orientation, int size) {
        for (const Placed &placed : std::as_const(m_docks)) {
            placed.dock->setVisible(true);
            if (placed.area == area)
                resizeDocks({placed.dock}, {size}, orientation);
        }
    };
    share(Qt::LeftDockWidgetArea, Qt::Horizontal, std::clamp(width() * 31 / 100, 320, 520));
    share(Qt::RightDockWidgetArea, Qt::Horizontal, std::clamp(width() * 22 / 100, 240, 400));
    share(Qt::BottomDockWidgetArea, Qt::Vertical, height() * 46 / 100);
    for (const Placed &placed : std::as_const(m_docks)) {
        if (placed.area == Qt::BottomDockWidgetArea) {
            placed.dock->raise();
            break;
        }
    }
    m_defaultLayout = m_defaultLayout.isEmpty() ? saveState() : m_defaultLayout;
}

// sizes of docks mean nothing before the area has its own
void DockArea::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (m_sized)
        return;
    m_sized = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            resetLayout();
            if (!m_savedLayout.isEmpty())
                restoreState(m_savedLayout, m_savedVersion);
        },
        Qt::QueuedConnection);
}

void DockArea::restoreLayout(const QByteArray &state, int version)
{
    m_savedLayout = state;
    m_savedVersion = version;
}

} // namespace Workbench
