#include "ui/timeline/timelinedelegate.h"

#include "ui/models/timelinemodel.h"
#include "ui/style/colors.h"
#include "ui/style/fonts.h"
#include "ui/style/metrics.h"

#include <QPainter>
#include <QPainterPath>

namespace Workbench {

namespace {

constexpr int maximumLanes = 8; // further lanes share the last place
constexpr qreal dotRadius = 4.5;

QColor colorOf(RevisionState state, const Colors &colors)
{
    switch (state) {
    case RevisionState::Applied: return colors.applied;
    case RevisionState::Current: return colors.current;
    case RevisionState::Pending: return colors.pending;
    case RevisionState::Missing: return colors.missing;
    case RevisionState::Unread: break;
    }
    return colors.textFaint;
}

RevisionState stateAt(const QModelIndex &index)
{
    return index.data(TimelineModel::StateRole).value<RevisionState>();
}

qreal laneCenter(const QRect &area, int lane)
{
    return area.left() + Metrics::margin + Metrics::tight + std::min(lane, maximumLanes - 1) * Metrics::lane;
}

struct Pill {
    QString text;
    QColor fill;
    QColor ink;
};

QList<Pill> pillsOf(const QModelIndex &index, const Colors &colors)
{
    QList<Pill> pills;
    const RevisionState state = stateAt(index);
    if (state == RevisionState::Current)
        pills << Pill {stateText(state), colors.accent, colors.onAccent};
    if (const QString reading = index.data(TimelineModel::ReadingRole).toString(); !reading.isEmpty()) {
        const bool isOpaque = index.data(TimelineModel::OpaqueRole).toBool();
        pills << Pill {reading, isOpaque ? colors.warningSoft : colors.border, isOpaque ? colors.warning : colors.textDim};
    }
    if (index.data(TimelineModel::HeadRole).toBool())
        pills << Pill {QStringLiteral("head"), colors.border, colors.textDim};
    for (const QString &label : index.data(TimelineModel::LabelsRole).toStringList())
        pills << Pill {label, colors.border, colors.textDim};
    return pills;
}

} // namespace

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int text = option.fontMetrics.height() + QFontMetrics(monospaceFont()).height();
    return {220, std::max(Metrics::timelineRow, text + Metrics::margin)};
}

int TimelineDelegate::graphWidth() const
{
    return Metrics::margin + std::clamp(m_laneCount, 1, maximumLanes) * Metrics::lane;
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &colors = colorsFor(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colors.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, colors.hover);
    if ((option.state & QStyle::State_Selected) && (option.state & QStyle::State_Active))
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), colors.accent);
    if (m_linesVisible)
        paintLines(painter, option.rect, index, option.palette);
    paintDot(painter, option.rect, index, option.palette);
    paintText(painter, option.rect.adjusted(graphWidth() + Metrics::gap, 0, -Metrics::margin, 0), option, index);
    painter->restore();
}

void TimelineDelegate::paintLines(
    QPainter *painter, const QRect &area, const QModelIndex &index, const QPalette &palette) const
{
    const Colors &colors = colorsFor(palette);
    const auto row = index.data(TimelineModel::LanesRole).value<LaneRow>();
    const auto states = index.data(TimelineModel::LineStatesRole).value<QHash<QString, RevisionState>>();
    const qreal middle = area.top() + area.height() / 2.0;
    for (const LaneLine &line : row.lines) {
        const RevisionState state = states.value(line.child);
        QPen pen(colorOf(state, colors), 2);
        if (state == RevisionState::Current)
            pen.setColor(colors.applied);
        pen.setCapStyle(Qt::FlatCap);
        if (line.edge == LaneLine::Edge::Dependency) {
            pen.setWidthF(1.5);
            pen.setDashPattern({2, 2});
        }
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        const bool upper = line.half == LaneLine::Half::Upper;
        const QPointF from(laneCenter(area, line.from), upper ? area.top() : middle);
        const QPointF to(laneCenter(area, line.to), upper ? middle : area.top() + area.height());
        QPainterPath path(from);
        const qreal bend = (from.y() + to.y()) / 2;
        path.cubicTo(QPointF(from.x(), bend), QPointF(to.x(), bend), to);
        painter->drawPath(path);
    }
}

void TimelineDelegate::paintDot(
    QPainter *painter, const QRect &area, const QModelIndex &index, const QPalette &palette) const
{
    const Colors &colors = colorsFor(palette);
    const RevisionState state = stateAt(index);
    const auto row = index.data(TimelineModel::LanesRole).value<LaneRow>();
    const QPointF center(laneCenter(area, m_linesVisible ? row.lane : 0), area.top() + area.height() / 2.0);
    const QColor color = colorOf(state, colors);
    // a halo of the background, so that lines end before the dot
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.panel);
    painter->drawEllipse(center, dotRadius + 3, dotRadius + 3);
    const bool filled = state != RevisionState::Pending && state != RevisionState::Unread;
    painter->setPen(QPen(color, 2));
    painter->setBrush(filled ? color : colors.panel);
    painter->drawEllipse(center, dotRadius, dotRadius);
    if (state != RevisionState::Current)
        return;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, 1.5));
    painter->drawEllipse(center, dotRadius + 3.5, dotRadius + 3.5);
}

void TimelineDelegate::paintText(
    QPainter *painter, const QRect &area, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &colors = colorsFor(option.palette);
    const RevisionState state = stateAt(index);
    const QFont title = state == RevisionState::Current ? stronger(option.font) : option.font;
    const QFont code = smaller(monospaceFont());
    const QFont date = smaller(option.font);
    const QFontMetrics titleMetrics(title);
    const QFontMetrics codeMetrics(code);
    const int lower = std::max(codeMetrics.height(), QFontMetrics(date).height());
    const int spare = area.height() - titleMetrics.height() - lower;
    const QRect first(area.left(), area.top() + spare / 2, area.width(), titleMetrics.height());
    const QRect second(area.left(), first.bottom() + 1, area.width(), lower);

    const int pills = paintPills(painter, first, option, index);
    painter->setFont(title);
    painter->setPen(state == RevisionState::Missing ? colors.missing : colors.text);
    const int room = first.width() - pills;
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
        titleMetrics.elidedText(index.data().toString(), Qt::ElideRight, room));

    const QString created = index.siblingAtColumn(TimelineModel::Created).data().toString();
    painter->setFont(date);
    painter->setPen(colors.textFaint);
    const int dateWidth = created.isEmpty() ? 0 : QFontMetrics(date).horizontalAdvance(created) + Metrics::margin;
    painter->drawText(second, Qt::AlignRight | Qt::AlignVCenter, created);
    painter->setFont(code);
    painter->setPen(colors.textDim);
    painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
        codeMetrics.elidedText(index.data(TimelineModel::IdRole).toString(), Qt::ElideMiddle, second.width() - dateWidth));
}

int TimelineDelegate::paintPills(
    QPainter *painter, const QRect &area, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFont font = smaller(smaller(option.font));
    const QFontMetrics metrics(font);
    painter->setFont(font);
    int right = area.right() + 1;
    const QList<Pill> pills = pillsOf(index, colorsFor(option.palette));
    for (auto pill = pills.crbegin(); pill != pills.crend(); ++pill) {
        const int width = metrics.horizontalAdvance(pill->text) + 2 * Metrics::gap - 2;
        const int height = metrics.height() + 2;
        const QRectF box(right - width, area.top() + (area.height() - height) / 2.0, width, height);
        painter->setPen(Qt::NoPen);
        painter->setBrush(pill->fill);
        painter->drawRoundedRect(box, height / 2.0, height / 2.0);
        painter->setPen(pill->ink);
        painter->drawText(box, Qt::AlignCenter, pill->text);
        right -= width + Metrics::tight;
    }
    return area.right() + 1 - right + (pills.isEmpty() ? 0 : Metrics::tight);
}

} // namespace Workbench
