#include "ui/widgets/secondarycolumn.h"

#include "ui/style/colors.h"
#include "ui/style/fonts.h"
#include "ui/style/metrics.h"

namespace Workbench {

QSize SecondaryColumn::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), Metrics::row));
    return size;
}

void SecondaryColumn::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != m_column)
        return;
    option->font = smaller(option->font);
    const QColor dim = colorsFor(option->palette).textFaint;
    option->palette.setColor(QPalette::Text, dim);
    option->palette.setColor(QPalette::HighlightedText, dim);
}

} // namespace Workbench
