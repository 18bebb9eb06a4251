#include "ui/tasks/runsession.h"

#include "ui/tasks/databasethread.h"
#include "ui/tasks/onfinished.h"
#include "ui/tasks/questionbridge.h"

using namespace Migrations;

namespace Workbench {

namespace {

// The last owner may be the working thread, but a QObject with posted events dies at home.
template<class Object>
std::shared_ptr<Object> sharedObject()
{
    return std::shared_ptr<Object>(new Object, [](Object *object) { object->deleteLater(); });
}

} // namespace

void EventRelay::take(const Runner::RunEvent &event)
{
    const QMutexLocker lock(&m_mutex);
    m_waiting << event;
    if (m_posted)
        return;
    m_posted = true;
    QMetaObject::invokeMethod(this, [this] { flush(); }, Qt::QueuedConnection);
}

void EventRelay::flush()
{
    QList<Runner::RunEvent> batch;
    {
        const QMutexLocker lock(&m_mutex);
        batch.swap(m_waiting);
        m_posted = false;
    }
    if (!batch.isEmpty())
        emit arrived(batch);
}

RunSession::RunSession(DatabaseThread &thread, QObject *parent)
    : QObject(parent), m_thread(thread), m_relay(sharedObject<EventRelay>()),
      m_questions(sharedObject<QuestionBridge>())
{
    connect(m_relay.get(), &EventRelay::arrived, this, &RunSession::events);
    connect(m_questions.get(), &QuestionBridge::asked, this, &RunSession::asked);
    connect(m_questions.get(), &QuestionBridge::withdrawn, this, &RunSession::questionWithdrawn);
}

RunSession::~RunSession()
{
    disconnect(m_questions.get(), nullptr, this, nullptr);
    m_cancel.cancel();
    m_questions->close();
}

void RunSession::start(const Goal &goal)
{
    Q_ASSERT(!m_running);
    m_goal = goal;
    m_running = true;
    auto future = m_thread.submit(
        [goal, relay = m_relay, questions = m_questions, cancel = m_cancel](DatabaseThread::Slot &slot) {
            if (!slot) {
                Runner::RunReport report;
                report.error = Error {.code = ErrorCode::NeedsConnection, .message = tr("No database is open.")};
                return report;
            }
            const auto sink = [&relay](const Runner::RunEvent &event) { relay->take(event); };
            return slot->run(goal.direction, goal.target, *questions, sink, cancel);
        });
    onFinished(future, this, [this](const Runner::RunReport &report) {
        m_running = false;
        m_relay->flush();
        emit finished(report);
    });
}

void RunSession::cancel()
{
    m_cancel.cancel();
    m_questions->cancel();
}

void RunSession::answer(const QString &text)
{
    m_questions->answer(text);
}

} // namespace Workbench
