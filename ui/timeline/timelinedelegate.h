#pragma once

#include <QStyledItemDelegate>

namespace Workbench {

/// Draws a row of the timeline: the graph with its dot, the summary with its pills, and below it the
/// id and the date.
class TimelineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setLaneCount(int count) { m_laneCount = count; }
    /// Lines between rows mean nothing while rows are left out.
    void setLinesVisible(bool visible) { m_linesVisible = visible; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintLines(QPainter *painter, const QRect &area, const QModelIndex &index, const QPalette &palette) const;
    void paintDot(QPainter *painter, const QRect &area, const QModelIndex &index, const QPalette &palette) const;
    void paintText(QPainter *painter, const QRect &area, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] int paintPills(
        QPainter *painter, const QRect &area, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] int graphWidth() const;

    int m_laneCount = 1;
    bool m_linesVisible = true;
};

} // namespace Workbench
