#include "ui/log/logdelegate.h"

#include "ui/models/logmodel.h"
#include "ui/style/colors.h"
#include "ui/style/fonts.h"
#include "ui/style/icons.h"

namespace Workbench {

namespace {

struct LevelLook {
    const char16_t *icon;
    IconTone tone;
    QColor Colors::*ink;
};

LevelLook lookOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Statement: return {u"arrow-right", IconTone::Dim, &Colors::textDim};
    case LogLevel::Info: return {u"info", IconTone::Dim, &Colors::text};
    case LogLevel::Output: return {u"output", IconTone::Info, &Colors::text};
    case LogLevel::Question: return {u"question", IconTone::Warning, &Colors::text};
    case LogLevel::Success: return {u"success", IconTone::Success, &Colors::success};
    case LogLevel::Warning: return {u"warning", IconTone::Warning, &Colors::warning};
    case LogLevel::Error: return {u"error", IconTone::Error, &Colors::error};
    }
    return {u"info", IconTone::Dim, &Colors::text};
}

} // namespace

QSize LogDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + 6);
    return size;
}

void LogDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Colors &colors = colorsFor(option->palette);
    const LevelLook look = lookOf(index.data(LogModel::LevelRole).value<LogLevel>());
    QColor ink = colors.textFaint;
    if (index.column() == LogModel::Text) {
        ink = colors.*look.ink;
        option->icon = icon(QString(QStringView(look.icon)), look.tone);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(14, 14);
    }
    option->palette.setColor(QPalette::Text, ink);
    option->palette.setColor(QPalette::HighlightedText, ink);
}

} // namespace Workbench
