#pragma once

#include <QMainWindow>

class QDockWidget;

namespace Workbench {

class Panel;
class PanelHeader;

/// The part of the window where panels live: one in the middle, the others in docks around it.
class DockArea final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DockArea)

public:
    explicit DockArea(QWidget *parent = nullptr);

    void setCenter(Panel *panel);
    QDockWidget *addPanel(Panel *panel, Qt::DockWidgetArea area);
    /// behind another one, with tabs
    QDockWidget *addPanelBehind(Panel *panel, QDockWidget *dock);

    /// the arrangement that a new user finds
    void resetLayout();
    /// One that was saved, as soon as the area has its size; an empty or old one is left out.
    void restoreLayout(const QByteArray &state, int version);

protected:
    /// panels are hidden from the View menu, not from a menu of their own
    QMenu *createPopupMenu() override { return nullptr; }
    void showEvent(QShowEvent *event) override;

private:
    QDockWidget *newDock(Panel *panel);
    void updateTitles();

    struct Placed {
        QDockWidget *dock;
        PanelHeader *header;
        Qt::DockWidgetArea area;
    };

    QList<Placed> m_docks;
    QByteArray m_defaultLayout;
    QByteArray m_savedLayout;
    int m_savedVersion = 0;
    bool m_sized = false;
};

} // namespace Workbench
