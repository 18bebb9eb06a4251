#pragma once

#include <QStyledItemDelegate>

namespace Workbench {

/// Draws rows of an even, comfortable height; one column steps back behind the others.
class SecondaryColumn final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecondaryColumn)

public:
    SecondaryColumn(int column, QObject *parent) : QStyledItemDelegate(parent), m_column(column) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int m_column;
};

} // namespace Workbench
