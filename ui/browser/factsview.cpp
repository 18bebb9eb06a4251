#include "ui/browser/factsview.h"

#include "ui/style/metrics.h"

#include <QFormLayout>
#include <QLabel>

namespace Workbench {

FactsView::FactsView(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("schemaFacts"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget(this);
    page->setObjectName(QStringLiteral("panelBody"));
    page->setAttribute(Qt::WA_StyledBackground);
    m_form = new QFormLayout(page);
    m_form->setContentsMargins(Metrics::margin, Metrics::gap + 2, Metrics::margin, Metrics::gap);
    m_form->setHorizontalSpacing(Metrics::margin);
    m_form->setVerticalSpacing(Metrics::tight);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    setWidget(page);
    hide();
}

void FactsView::setFacts(const QList<Fact> &facts)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    for (const Fact &fact : facts) {
        auto *label = new QLabel(fact.label, widget());
        label->setProperty("role", QStringLiteral("dim"));
        auto *value = new QLabel(fact.value, widget());
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_form->addRow(label, value);
    }
    setVisible(!facts.isEmpty());
}

QSize FactsView::sizeHint() const
{
    return {200, 150};
}

} // namespace Workbench
