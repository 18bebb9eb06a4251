#pragma once

#include "migrations/base/error.h"

#include <QObject>

class QAction;
class QModelIndex;

namespace Workbench {

class SettingsModel;
class Workspace;

/// How the open project is set up, and where each value comes from. Shows, and changes nothing.
class ProjectSettingsTool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProjectSettingsTool)

public:
    explicit ProjectSettingsTool(Workspace &workspace, QObject *parent = nullptr);

    // status
    [[nodiscard]] SettingsModel &model() const { return *m_model; }
    [[nodiscard]] bool hasProject() const;
    [[nodiscard]] QString summary() const; ///< how many problems there are; empty: none

    /// what the actions are about
    void setCurrent(const QModelIndex &index);

    // actions
    [[nodiscard]] QAction *openAction() const { return m_open; }
    [[nodiscard]] QAction *copyAction() const { return m_copy; }

signals:
    void changed();

private:
    void createActions();
    void read();

    Workspace &m_workspace;
    SettingsModel *m_model = nullptr;
    int m_problems = 0;
    QString m_currentText;
    Migrations::SourceLocation m_currentPlace;
    QAction *m_open = nullptr;
    QAction *m_copy = nullptr;
};

} // namespace Workbench
