#include "ui/widgets/panelheader.h"

#include "ui/style/metrics.h"
#include "ui/widgets/elidedlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace Workbench {

PanelHeader::PanelHeader(const QString &title, QWidget *parent)
    : QWidget(parent), m_title(new QLabel(title, this)), m_note(new ElidedLabel(this)), m_layout(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("panelHeader"));
    setAttribute(Qt::WA_StyledBackground);
    m_title->setProperty("role", QStringLiteral("title"));
    m_note->setProperty("role", QStringLiteral("faint"));
    m_layout->setContentsMargins(Metrics::margin, 0, Metrics::tight + 2, 0);
    m_layout->setSpacing(Metrics::tight);
    m_layout->addWidget(m_title);
    m_layout->addSpacing(Metrics::tight);
    m_layout->addWidget(m_note, 1);
}

void PanelHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PanelHeader::setNote(const QString &note)
{
    m_note->setText(note);
}

void PanelHeader::setTitleVisible(bool visible)
{
    m_title->setVisible(visible);
}

void PanelHeader::addWidget(QWidget *widget, int stretch)
{
    m_layout->addWidget(widget, stretch);
}

QToolButton *PanelHeader::addAction(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setProperty("role", QStringLiteral("quiet"));
    button->setIconSize({Metrics::icon, Metrics::icon});
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAccessibleName(action->text());
    m_layout->addWidget(button);
    return button;
}

void PanelHeader::addSegments(const QList<QAction *> &actions)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setProperty("role", QStringLiteral("segment"));
        button->setProperty("edge",
            action == actions.first()    ? QStringLiteral("left")
                : action == actions.last() ? QStringLiteral("right")
                                           : QString());
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        row->addWidget(button);
    }
    m_layout->addLayout(row);
    m_layout->addSpacing(Metrics::tight);
}

QSize PanelHeader::sizeHint() const
{
    return {QWidget::sizeHint().width(), Metrics::header};
}

QSize PanelHeader::minimumSizeHint() const
{
    return {QWidget::minimumSizeHint().width(), Metrics::header};
}

} // namespace Workbench
