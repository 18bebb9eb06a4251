#include "ui/models/timelinemodel.h"

#include <QCoreApplication>

namespace Workbench {

QString stateText(RevisionState state)
{
    switch (state) {
    case RevisionState::Unread: return QCoreApplication::translate("Workbench::TimelineModel", "not compared");
    case RevisionState::Applied: return QCoreApplication::translate("Workbench::TimelineModel", "applied");
    case RevisionState::Current: return QCoreApplication::translate("Workbench::TimelineModel", "current");
    case RevisionState::Pending: return QCoreApplication::translate("Workbench::TimelineModel", "pending");
    case RevisionState::Missing: return QCoreApplication::translate("Workbench::TimelineModel", "not in this project");
    }
    return {};
}

QString readabilityText(Migrations::Plan::Readability readability)
{
    using enum Migrations::Plan::Readability;
    switch (readability) {
    case Readable: break;
    case Refuses: break; // it may be meant to: a downgrade that says that there is no way back
    case WithConnection: return QCoreApplication::translate("Workbench::TimelineModel", "needs a connection");
    case Opaque: return QCoreApplication::translate("Workbench::TimelineModel", "opaque");
    }
    return {};
}

void TimelineModel::setEntries(const QList<TimelineEntry> &entries)
{
    if (entries == m_entries)
        return;
    beginResetModel();
    m_entries = entries;
    QList<LaneNode> nodes;
    for (const TimelineEntry &entry : m_entries)
        nodes << LaneNode {.id = entry.id, .down = entry.down, .dependsOn = entry.dependsOn};
    m_lanes = layOutLanes(nodes);
    m_laneCount = Workbench::laneCount(m_lanes);
    endResetModel();
}

void TimelineModel::setStates(const QHash<QString, RevisionState> &states, const QStringList &missing)
{
    if (missing != m_missing) {
        beginResetModel();
        m_missing = missing;
        m_states = states;
        endResetModel();
    } else if (states != m_states) {
        m_states = states;
        if (rows() > 0)
            emit dataChanged(index(0, 0), index(rows() - 1, ColumnCount - 1));
    }
}

void TimelineModel::setReadings(const QHash<QString, RevisionReading> &readings)
{
    if (readings == m_readings)
        return;
    m_readings = readings;
    if (rows() > 0)
        emit dataChanged(index(0, 0), index(rows() - 1, ColumnCount - 1));
}

QModelIndex TimelineModel::indexOf(const QString &id) const
{
    const qsizetype missing = m_missing.indexOf(id);
    if (missing >= 0)
        return index(int(missing), 0);
    for (qsizetype row = 0; row < m_entries.size(); ++row) {
        if (m_entries.at(row).id == id)
            return index(int(row + m_missing.size()), 0);
    }
    return {};
}

int TimelineModel::countOf(RevisionState state) const
{
    if (state == RevisionState::Missing)
        return int(m_missing.size());
    int count = 0;
    for (const TimelineEntry &entry : m_entries)
        count += stateOf(entry.id) == state ? 1 : 0;
    return count;
}

RevisionState TimelineModel::stateOf(const QString &id) const
{
    return m_states.value(id, RevisionState::Unread);
}

int TimelineModel::rows() const
{
    return int(m_missing.size() + m_entries.size());
}

QVariant TimelineModel::cell(int row, int column, int role) const
{
    if (row < m_missing.size())
        return missingCell(m_missing.at(row), column, role);
    const qsizetype at = row - m_missing.size();
    const TimelineEntry &entry = m_entries.at(at);
    switch (role) {
    case Qt::DisplayRole: return text(entry, column);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(entry.summary, entry.id, stateText(stateOf(entry.id)));
    case Qt::ToolTipRole: return toolTip(entry);
    case ReadingRole: return readabilityText(m_readings.value(entry.id).readability);
    case OpaqueRole: return m_readings.value(entry.id).readability == Migrations::Plan::Readability::Opaque;
    case IdRole: return entry.id;
    case StateRole: return QVariant::fromValue(stateOf(entry.id));
    case LanesRole: return QVariant::fromValue(m_lanes.at(at));
    case LineStatesRole: {
        QHash<QString, RevisionState> states;
        for (const LaneLine &line : m_lanes.at(at).lines)
            states.insert(line.child, stateOf(line.child));
        return QVariant::fromValue(states);
    }
    case LabelsRole: return entry.labels;
    case HeadRole: return entry.isHead;
    case SearchRole: return QString(entry.id + u'\n' + entry.summary + u'\n' + entry.labels.join(u'\n'));
    default: return {};
    }
}

QString TimelineModel::toolTip(const TimelineEntry &entry) const
{
    const QString text
        = tr("%1\nRevision %2, builds on %3\n%4")
              .arg(entry.summary, entry.id, entry.down.isEmpty() ? tr("nothing") : entry.down.join(QStringLiteral(", ")),
                  stateText(stateOf(entry.id)));
    const QString reason = m_readings.value(entry.id).reason;
    return reason.isEmpty() ? text : text + QStringLiteral("\n\n") + reason;
}

QVariant TimelineModel::text(const TimelineEntry &entry, int column) const
{
    switch (column) {
    case Summary: return entry.summary;
    case Id: return entry.id;
    case Created: return entry.created;
    case State: return stateText(stateOf(entry.id));
    default: return {};
    }
}

QVariant TimelineModel::missingCell(const QString &id, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (column == Summary)
            return tr("Revision that this project does not have");
        if (column == Id)
            return id;
        return column == State ? stateText(RevisionState::Missing) : QString();
    case Qt::ToolTipRole:
        return tr("The database says that it is at revision %1, but no file of this project has that revision.\n"
                  "The project may be older than the database, or it is another project's database.")
            .arg(id);
    case Qt::AccessibleTextRole: return tr("%1, %2").arg(id, stateText(RevisionState::Missing));
    case IdRole: return id;
    case StateRole: return QVariant::fromValue(RevisionState::Missing);
    case LanesRole: return QVariant::fromValue(LaneRow {});
    case LineStatesRole: return QVariant::fromValue(QHash<QString, RevisionState> {});
    case LabelsRole: return QStringList();
    case HeadRole: return false;
    case SearchRole: return id;
    default: return {};
    }
}

QVariant TimelineModel::headerCell(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Summary: return tr("Revision");
    case Id: return tr("Id");
    case Created: return tr("Created");
    case State: return tr("State");
    default: return {};
    }
}

} // namespace Workbench
