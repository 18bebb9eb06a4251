#pragma once

#include "ui/tasks/background.h"
#include "ui/tasks/onfinished.h"

#include <QObject>
#include <QSortFilterProxyModel>

class QAction;

namespace Workbench {

class TimelineModel;
class Workspace;

/// The revisions of the project and where the database stands on them: keeps the model in step with
/// the workspace, and offers what can be done with one revision.
class TimelineTool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineTool)

public:
    explicit TimelineTool(Workspace &workspace, QObject *parent = nullptr);

    // status
    [[nodiscard]] TimelineModel &model() const { return *m_model; }
    [[nodiscard]] QSortFilterProxyModel &filtered() const { return *m_filtered; }
    [[nodiscard]] bool isFiltered() const { return !m_filter.isEmpty(); }
    [[nodiscard]] bool hasProject() const;
    /// "2 pending", "up to date"…
    [[nodiscard]] QString summary() const;
    /// of the filtered model
    [[nodiscard]] QModelIndex selectedIndex() const;

    void setFilter(const QString &text);
    void select(const QModelIndex &filteredIndex);

    // actions
    [[nodiscard]] QAction *applyToAction() const { return m_applyTo; }
    [[nodiscard]] QAction *rollBackToAction() const { return m_rollBackTo; }
    [[nodiscard]] QAction *copyIdAction() const { return m_copyId; }

signals:
    void changed();
    void selectionChanged();

private:
    void createActions();
    void readProject();
    void readReadability();
    void readStatus();
    void selectSomething();
    void updateActions();

    Workspace &m_workspace;
    TimelineModel *m_model = nullptr;
    QSortFilterProxyModel *m_filtered = nullptr;
    QString m_filter;
    LastRequest m_reading;
    Background m_background; // before what its job reports to
    QAction *m_applyTo = nullptr;
    QAction *m_rollBackTo = nullptr;
    QAction *m_copyId = nullptr;
};

} // namespace Workbench
