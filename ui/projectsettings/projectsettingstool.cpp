#include "ui/projectsettings/projectsettingstool.h"

#include "ui/projectsettings/settingsmodel.h"
#include "ui/style/icons.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

using namespace Migrations;

namespace Workbench {

ProjectSettingsTool::ProjectSettingsTool(Workspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_model(new SettingsModel(this))
{
    createActions();
    connect(&workspace, &Workspace::projectChanged, this, &ProjectSettingsTool::read);
    connect(&workspace, &Workspace::statusChanged, this, &ProjectSettingsTool::read);
    read();
}

void ProjectSettingsTool::createActions()
{
    m_open = new QAction(icon(QStringLiteral("source")), tr("Open the File That Says It"), this);
    m_open->setObjectName(QStringLiteral("actionOpenSettingSource"));
    connect(m_open, &QAction::triggered, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_currentPlace.file)); });
    m_copy = new QAction(icon(QStringLiteral("copy")), tr("Copy Setting"), this);
    m_copy->setObjectName(QStringLiteral("actionCopySetting"));
    connect(m_copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(m_currentText); });
}

bool ProjectSettingsTool::hasProject() const
{
    return m_workspace.project() != nullptr;
}

QString ProjectSettingsTool::summary() const
{
    return m_problems == 0 ? QString() : tr("%n problem(s)", nullptr, m_problems);
}

void ProjectSettingsTool::setCurrent(const QModelIndex &index)
{
    m_currentText = index.data(SettingsModel::TextRole).toString();
    m_currentPlace = index.data(SettingsModel::PlaceRole).value<SourceLocation>();
    m_copy->setEnabled(!m_currentText.isEmpty());
    m_open->setEnabled(!m_currentPlace.file.isEmpty());
}

void ProjectSettingsTool::read()
{
    setCurrent({});
    if (const Workspace::ProjectPointer project = m_workspace.project()) {
        const QString given = m_workspace.url() == project->url() ? QString() : m_workspace.url();
        const QList<Error> problems = project->settings().allProblems();
        m_problems = int(problems.size());
        m_model->setSettings(
            project->settings().all(given), problems, QFileInfo(project->configFile()).absolutePath());
    } else {
        m_problems = 0;
        m_model->setSettings({}, {}, {});
    }
    emit changed();
}

} // namespace Workbench
