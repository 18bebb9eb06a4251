#include "ui/log/logtool.h"

#include "ui/style/icons.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

namespace Workbench {

LogTool::LogTool(Workspace &workspace, QObject *parent) : QObject(parent), m_model(new LogModel(this))
{
    createActions();
    connect(&workspace, &Workspace::logged, m_model, &LogModel::append);
    connect(&workspace, &Workspace::runningChanged, this, [this, &workspace] {
        if (workspace.isRunning())
            emit runBegan();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &LogTool::updateActions);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &LogTool::updateActions);
    updateActions();
}

void LogTool::createActions()
{
    m_copy = new QAction(icon(QStringLiteral("copy")), tr("Copy Log"), this);
    m_copy->setObjectName(QStringLiteral("actionCopyLog"));
    connect(m_copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(m_model->toText()); });
    m_clear = new QAction(icon(QStringLiteral("clear")), tr("Clear Log"), this);
    m_clear->setObjectName(QStringLiteral("actionClearLog"));
    connect(m_clear, &QAction::triggered, m_model, &LogModel::clear);
}

void LogTool::updateActions()
{
    for (QAction *action : {m_copy, m_clear})
        action->setEnabled(m_model->rowCount() > 0);
}

} // namespace Workbench
