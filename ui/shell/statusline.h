#pragma once

#include <QObject>

class QLabel;
class QStatusBar;

namespace Workbench {

class Workspace;

/// The facts at the lower edge: database, server, current revision, what is pending.
class StatusLine final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    /// fills `bar`, which owns this
    StatusLine(Workspace &workspace, QStatusBar *bar);

private:
    void update();
    [[nodiscard]] QString currentText() const;
    [[nodiscard]] QString pendingText() const;
    [[nodiscard]] QString connectionText() const;

    Workspace &m_workspace;
    QLabel *m_lamp = nullptr;
    QLabel *m_database = nullptr;
    QLabel *m_server = nullptr;
    QLabel *m_current = nullptr;
    QLabel *m_pending = nullptr;
};

} // namespace Workbench
