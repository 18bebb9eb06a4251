#include "ui/editor/editortool.h"

#include "migrations/scripts/revisionsource.h"
#include "ui/style/icons.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

using namespace Migrations;

namespace Workbench {

EditorTool::EditorTool(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace)
{
    createActions();
    connect(&workspace, &Workspace::projectChanged, this, &EditorTool::read);
    connect(&workspace, &Workspace::selectionChanged, this, &EditorTool::read);
    connect(&workspace, &Workspace::sourceRequested, this, &EditorTool::show);
    read();
}

void EditorTool::createActions()
{
    m_copyPath = new QAction(icon(QStringLiteral("copy")), tr("Copy File Path"), this);
    m_copyPath->setObjectName(QStringLiteral("actionCopyPath"));
    connect(m_copyPath, &QAction::triggered, this,
        [this] { QGuiApplication::clipboard()->setText(m_revision.path); });
    m_openExternally = new QAction(icon(QStringLiteral("source")), tr("Open in Default Editor"), this);
    m_openExternally->setObjectName(QStringLiteral("actionOpenExternally"));
    connect(m_openExternally, &QAction::triggered, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_revision.path)); });
}

bool EditorTool::hasProject() const
{
    return m_workspace.project() != nullptr;
}

QString EditorTool::displayPath() const
{
    if (!m_workspace.project())
        return m_revision.path;
    const QDir folder = QFileInfo(m_workspace.project()->configFile()).absoluteDir();
    const QString relative = folder.relativeFilePath(m_revision.path);
    return relative.startsWith(QStringLiteral("..")) ? m_revision.path : relative;
}

void EditorTool::read()
{
    const Scripts::Revision *found = nullptr;
    if (m_workspace.project())
        found = m_workspace.project()->scripts().revision(m_workspace.selected());
    setRevision(found);
}

void EditorTool::setRevision(const Scripts::Revision *revision)
{
    m_revision = revision ? *revision : Scripts::Revision {};
    const Result<QString> text = revision ? Scripts::readText(*revision) : QString();
    m_source = text.value_or(QString());
    m_problem = text ? std::nullopt : std::optional(text.error());
    m_copyPath->setEnabled(revision);
    m_openExternally->setEnabled(revision);
    emit changed();
}

// Without selecting it: what the selection decides (the preview, the goal of Apply) stays.
void EditorTool::show(const SourceLocation &at)
{
    if (!m_workspace.project())
        return;
    for (const Scripts::Revision &revision : m_workspace.project()->scripts().revisions) {
        if (QFileInfo(revision.path) != QFileInfo(at.file))
            continue;
        setRevision(&revision);
        emit lineRequested(at.line);
        return;
    }
}

} // namespace Workbench
