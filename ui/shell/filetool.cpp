#include "ui/shell/filetool.h"

#include "ui/questions/dialogs.h"
#include "ui/style/icons.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>

namespace Workbench {

FileTool::FileTool(Workspace &workspace, Dialogs &dialogs, QSettings &settings, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_dialogs(dialogs), m_recent(settings)
{
    createActions();
    connect(&workspace, &Workspace::projectChanged, this, &FileTool::remember);
    connect(&workspace, &Workspace::projectChanged, this, &FileTool::updateActions);
    connect(&workspace, &Workspace::runningChanged, this, &FileTool::updateActions);
    updateActions();
}

void FileTool::createActions()
{
    m_open = new QAction(icon(QStringLiteral("open")), tr("&Open Project…"), this);
    m_open->setObjectName(QStringLiteral("actionOpen"));
    m_open->setShortcut(QKeySequence::Open);
    m_open->setToolTip(tr("Open an Alembic project by its alembic.ini"));
    connect(m_open, &QAction::triggered, this, &FileTool::chooseProject);
    m_url = new QAction(icon(QStringLiteral("database")), tr("&Database URL…"), this);
    m_url->setObjectName(QStringLiteral("actionUrl"));
    m_url->setShortcut(Qt::CTRL | Qt::Key_D);
    m_url->setToolTip(tr("Connect to another database than the project's own"));
    connect(m_url, &QAction::triggered, this, &FileTool::askForUrl);
    m_refresh = new QAction(icon(QStringLiteral("refresh")), tr("&Refresh"), this);
    m_refresh->setObjectName(QStringLiteral("actionRefresh"));
    m_refresh->setShortcut(QKeySequence(Qt::Key_F5));
    m_refresh->setToolTip(tr("Read the project and the database again"));
    connect(m_refresh, &QAction::triggered, &m_workspace, &Workspace::refresh);
}

void FileTool::updateActions()
{
    const bool idle = !m_workspace.isRunning();
    m_open->setEnabled(idle);
    m_url->setEnabled(idle && m_workspace.project());
    m_refresh->setEnabled(idle && !m_workspace.path().isEmpty());
}

void FileTool::chooseProject()
{
    const QString folder = m_workspace.path().isEmpty() ? QDir::homePath() : QFileInfo(m_workspace.path()).path();
    m_dialogs.chooseFile(
        {.title = tr("Open Project"), .folder = folder, .filter = tr("Alembic configuration (*.ini *.toml);;All files (*)")},
        this, [this](const QString &path) {
            if (!path.isEmpty())
                open(path);
        });
}

// a password out of the environment is not put on the screen; nothing typed is the project's own
QString FileTool::editableUrl() const
{
    const Workspace::ProjectPointer project = m_workspace.project();
    const bool isFromVariable = project && m_workspace.url() == project->url()
        && project->settings().address().source.kind == Migrations::ValueSource::Kind::Variable;
    return isFromVariable ? QString() : m_workspace.url();
}

void FileTool::askForUrl()
{
    m_dialogs.askText({.title = tr("Database URL"),
                          .text = tr("Where is the database? In SQLAlchemy's form; what is left out comes from the "
                                     "environment (PGHOST, PGPASSWORD…). It is not stored."),
                          .value = editableUrl(),
                          .placeholder = QStringLiteral("postgresql://user@localhost/app"),
                          .accept = tr("Connect")},
        this, [this](const std::optional<QString> &url) {
            if (url)
                m_workspace.setUrl(url->trimmed());
        });
}

void FileTool::open(const QString &path)
{
    if (!m_workspace.isRunning())
        m_workspace.open(path);
}

void FileTool::remember()
{
    if (!m_workspace.project())
        return;
    m_recent.add(m_workspace.path());
    emit recentChanged();
}

void FileTool::clearRecent()
{
    m_recent.clear();
    emit recentChanged();
}

} // namespace Workbench
