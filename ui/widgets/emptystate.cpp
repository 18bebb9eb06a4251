#include "ui/widgets/emptystate.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Workbench {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_title(new QLabel(this)), m_text(new QLabel(this)),
      m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("panelBody"));
    setAttribute(Qt::WA_StyledBackground);
    m_title->setProperty("role", QStringLiteral("title"));
    m_text->setProperty("role", QStringLiteral("dim"));
    m_text->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_icon, m_title, m_text}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(label == m_text || label == m_title);
    }
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action->trigger();
    });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::wide, Metrics::wide, Metrics::wide, Metrics::wide);
    layout->setSpacing(Metrics::tight);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addSpacing(Metrics::tight);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(Metrics::gap);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void EmptyState::show(const QString &name, const QString &title, const QString &text, QAction *action)
{
    m_icon->setPixmap(icon(name, IconTone::Dim).pixmap(QSize(28, 28), devicePixelRatio()));
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_action = action;
    m_button->setVisible(action != nullptr);
    if (action)
        m_button->setText(action->iconText());
}

} // namespace Workbench
