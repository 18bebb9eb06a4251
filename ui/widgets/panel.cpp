#include "ui/widgets/panel.h"

#include "ui/widgets/emptystate.h"
#include "ui/widgets/panelheader.h"

#include <QStackedLayout>

namespace Workbench {

Panel::Panel(const QString &title, const QString &objectName, QWidget *parent)
    : QWidget(parent), m_title(title), m_header(new PanelHeader(title, this)), m_stack(new QStackedLayout(this)),
      m_empty(new EmptyState(this))
{
    setObjectName(objectName);
    m_stack->addWidget(m_empty);
}

void Panel::setBody(QWidget *body)
{
    m_stack->addWidget(body);
}

void Panel::showBody()
{
    m_stack->setCurrentIndex(1);
}

EmptyState &Panel::showEmptyState()
{
    m_stack->setCurrentWidget(m_empty);
    return *m_empty;
}

} // namespace Workbench
