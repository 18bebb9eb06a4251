#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace Workbench {

/// What a panel shows when there is nothing to show: why, and what to do about it.
class EmptyState final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// `action` may be null; it is not owned
    void show(const QString &icon, const QString &title, const QString &text, QAction *action = nullptr);

private:
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_button = nullptr;
    QAction *m_action = nullptr;
};

} // namespace Workbench
