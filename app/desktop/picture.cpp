#include "app/desktop/picture.h"

#include "ui/shell/mainwindow.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QTimer>

namespace Workbench {

namespace {

constexpr std::chrono::seconds patience {60};

} // namespace

Picture::Picture(Workspace &workspace, MainWindow &window, const Options &options)
    : m_workspace(workspace), m_window(window), m_options(options)
{
    // queued: a change is looked at when everybody has heard of it
    connect(&window, &MainWindow::activityChanged, this, &Picture::step, Qt::QueuedConnection);
    QTimer::singleShot(patience, this, [this] { fail(tr("The window was not ready in time.")); });
    if (m_options.path.isEmpty())
        QMetaObject::invokeMethod(this, &Picture::step, Qt::QueuedConnection);
    else
        m_workspace.open(m_options.path, m_options.url);
}

void Picture::step()
{
    if (m_done || !m_window.isSettled())
        return;
    if (!m_selected && m_workspace.project()) {
        m_selected = true;
        selectRevision();
        // the answer to a new selection announces itself
        if (!m_window.isSettled())
            return;
    }
    m_done = true;
    // one more turn of the event loop: layouts and queued updates
    QTimer::singleShot(0, this, &Picture::take);
}

// a pending revision shows most; Apply then goes up to it
void Picture::selectRevision()
{
    if (!m_options.select.isEmpty()) {
        m_workspace.select(m_options.select);
        return;
    }
    const QStringList heads = m_workspace.project()->graph().heads();
    for (const QString &head : heads) {
        if (m_workspace.stateOf(head) == RevisionState::Pending) {
            m_workspace.select(head);
            return;
        }
    }
}

void Picture::take()
{
    if (QWidget *focused = QApplication::focusWidget())
        focused->clearFocus();
    if (!m_options.path.isEmpty() && !m_workspace.project()) {
        const auto &problem = m_workspace.problem();
        fail(problem ? problem->toText() : tr("The project could not be opened."));
        return;
    }
    if (!m_window.grab().save(m_options.screenshot)) {
        fail(tr("The picture could not be written to %1.").arg(m_options.screenshot));
        return;
    }
    QApplication::exit(0);
}

void Picture::fail(const QString &reason)
{
    m_failure = reason;
    m_done = true;
    QApplication::exit(1);
}

} // namespace Workbench
