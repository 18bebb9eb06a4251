#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace Workbench {

/// The strip on top of a panel: what it is, and the few things to do there. As the title bar of a
/// dock it is also what the dock is dragged by.
class PanelHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PanelHeader)

public:
    explicit PanelHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// said beside the title, elided where there is no room
    void setNote(const QString &note);
    void setTitleVisible(bool visible);

    /// between title and actions
    void addWidget(QWidget *widget, int stretch = 0);
    QToolButton *addAction(QAction *action);
    /// two or more checkable actions of one group as one control
    void addSegments(const QList<QAction *> &actions);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    QLabel *m_title = nullptr;
    QLabel *m_note = nullptr;
    QHBoxLayout *m_layout = nullptr;
};

} // namespace Workbench
