#pragma once

#include "migrations/plan/eachrevision.h"
#include "ui/models/lanes.h"
#include "ui/models/tablemodel.h"

#include <QHash>

namespace Workbench {

/// How a revision stands to the database. Unread: nobody has looked. Missing: the database has it,
/// the project does not.
enum class RevisionState { Unread, Applied, Current, Pending, Missing };

/// How far a revision can be read without running it, and why not further.
struct RevisionReading {
    Migrations::Plan::Readability readability = Migrations::Plan::Readability::Readable;
    QString reason = {}; ///< with file and line
    friend bool operator==(const RevisionReading &, const RevisionReading &) = default;
};

/// A revision as the timeline tells it.
struct TimelineEntry {
    QString id;
    QStringList down;
    QString summary;
    QString created;
    QStringList labels;
    bool isHead = false;
    QStringList dependsOn = {}; ///< ids
    friend bool operator==(const TimelineEntry &, const TimelineEntry &) = default;
};

/// The revisions of a project, newest first, with their state on the database and their lanes.
/// Rows of the version table that the project does not know stand on top.
class TimelineModel final : public TableModel
{
    Q_OBJECT

public:
    enum Column { Summary, Id, Created, State, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole, ///< QString
        StateRole, ///< RevisionState
        LanesRole, ///< LaneRow
        LineStatesRole, ///< QHash<QString, RevisionState> of the rows that lines come from
        LabelsRole, ///< QStringList
        HeadRole, ///< bool
        ReadingRole, ///< QString: what keeps it from being read wholly, in one or two words; empty: nothing
        OpaqueRole, ///< bool: no connection helps
        SearchRole, ///< everything that a filter should find
    };

    using TableModel::TableModel;

    /// newest first
    void setEntries(const QList<TimelineEntry> &entries);
    void setStates(const QHash<QString, RevisionState> &states, const QStringList &missing);
    /// a revision that is not there has not been looked at
    void setReadings(const QHash<QString, RevisionReading> &readings);

    [[nodiscard]] int laneCount() const { return m_laneCount; }
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;
    [[nodiscard]] int countOf(RevisionState state) const;

private:
    [[nodiscard]] int rows() const override;
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant headerCell(int column, int role) const override;

    [[nodiscard]] QVariant missingCell(const QString &id, int column, int role) const;
    [[nodiscard]] QVariant text(const TimelineEntry &entry, int column) const;
    [[nodiscard]] QString toolTip(const TimelineEntry &entry) const;
    [[nodiscard]] RevisionState stateOf(const QString &id) const;

    QList<TimelineEntry> m_entries;
    QList<LaneRow> m_lanes;
    QHash<QString, RevisionState> m_states;
    QHash<QString, RevisionReading> m_readings;
    QStringList m_missing;
    int m_laneCount = 0;
};

/// for people: "applied", "current", "pending"…
[[nodiscard]] QString stateText(RevisionState state);
/// for people: "opaque", "needs a connection"; empty for what can be read
[[nodiscard]] QString readabilityText(Migrations::Plan::Readability readability);

} // namespace Workbench
