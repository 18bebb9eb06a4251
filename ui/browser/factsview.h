#pragma once

#include "ui/models/schematreemodel.h"

#include <QScrollArea>

class QFormLayout;

namespace Workbench {

/// Labels and values below each other. Hidden while there are none.
class FactsView final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FactsView)

public:
    explicit FactsView(QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);
    [[nodiscard]] QSize sizeHint() const override;

private:
    QFormLayout *m_form = nullptr;
};

} // namespace Workbench
