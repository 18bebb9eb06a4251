#pragma once

#include "ui/shell/recentprojects.h"

#include <QObject>

class QAction;

namespace Workbench {

class Dialogs;
class Workspace;

/// Opens projects and databases, and remembers them.
class FileTool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileTool)

public:
    FileTool(Workspace &workspace, Dialogs &dialogs, QSettings &settings, QObject *parent = nullptr);

    // status
    [[nodiscard]] QStringList recent() const { return m_recent.paths(); }

    void open(const QString &path);
    void clearRecent();

    // actions
    [[nodiscard]] QAction *openAction() const { return m_open; }
    [[nodiscard]] QAction *urlAction() const { return m_url; }
    [[nodiscard]] QAction *refreshAction() const { return m_refresh; }

signals:
    void recentChanged();

private:
    void createActions();
    void updateActions();
    void chooseProject();
    void askForUrl();
    [[nodiscard]] QString editableUrl() const;
    void remember();

    Workspace &m_workspace;
    Dialogs &m_dialogs;
    RecentProjects m_recent;
    QAction *m_open = nullptr;
    QAction *m_url = nullptr;
    QAction *m_refresh = nullptr;
};

} // namespace Workbench
