#include "ui/tasks/databasethread.h"

namespace Workbench {

DatabaseThread::DatabaseThread(QObject *parent)
    : QObject(parent), m_worker(new QObject), m_slot(std::make_shared<Slot>()),
      m_ending(std::make_shared<std::atomic_bool>(false))
{
    m_thread.setObjectName(QStringLiteral("database"));
    m_worker->moveToThread(&m_thread);
    // the Migrator's connection belongs to the thread, so it ends there, too
    connect(&m_thread, &QThread::finished, m_worker, [slot = m_slot] { slot->reset(); }, Qt::DirectConnection);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

DatabaseThread::~DatabaseThread()
{
    *m_ending = true;
    m_thread.quit();
    m_thread.wait();
}

void DatabaseThread::enqueue(Task task)
{
    const auto turn = [task = std::move(task), slot = m_slot, ending = m_ending] {
        if (!*ending)
            task(*slot);
    };
    QMetaObject::invokeMethod(m_worker, turn, Qt::QueuedConnection);
}

std::unexpected<Migrations::Error> DatabaseThread::noMigrator()
{
    return Migrations::failure(Migrations::ErrorCode::NeedsConnection, tr("No database is open."),
        tr("Open a project and give the URL of its database."));
}

} // namespace Workbench
