#pragma once

#include "migrations/base/error.h"
#include "migrations/scripts/revision.h"

#include <QObject>

#include <optional>

class QAction;

namespace Workbench {

class Workspace;

/// Which revision file is shown and where in it: the one that is selected, or the one that somebody
/// wants to see a line of.
class EditorTool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorTool)

public:
    explicit EditorTool(Workspace &workspace, QObject *parent = nullptr);

    // status
    [[nodiscard]] const Migrations::Scripts::Revision &revision() const { return m_revision; }
    [[nodiscard]] bool hasRevision() const { return !m_revision.id.isEmpty(); }
    [[nodiscard]] bool hasProject() const;
    /// the file, relative to the project's folder where it is below it
    [[nodiscard]] QString displayPath() const;

    /// the text of the file as it is on disk now; empty when it cannot be read, see problem()
    [[nodiscard]] const QString &source() const { return m_source; }
    [[nodiscard]] const std::optional<Migrations::Error> &problem() const { return m_problem; }

    // actions
    [[nodiscard]] QAction *copyPathAction() const { return m_copyPath; }
    [[nodiscard]] QAction *openExternallyAction() const { return m_openExternally; }

signals:
    void changed();
    /// counts from 1
    void lineRequested(int line);

private:
    void createActions();
    void read();
    void setRevision(const Migrations::Scripts::Revision *revision);
    void show(const Migrations::SourceLocation &at);

    Workspace &m_workspace;
    Migrations::Scripts::Revision m_revision;
    QString m_source;
    std::optional<Migrations::Error> m_problem;
    QAction *m_copyPath = nullptr;
    QAction *m_openExternally = nullptr;
};

} // namespace Workbench
