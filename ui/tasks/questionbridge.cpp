#include "ui/tasks/questionbridge.h"

using namespace Migrations;

namespace Workbench {

Result<QString> QuestionBridge::ask(const Question &question)
{
    QMutexLocker lock(&m_mutex);
    if (m_state == State::Closed)
        return canceled();
    m_state = State::Waiting;
    QMetaObject::invokeMethod(this, [this, question] { emit asked(question); }, Qt::QueuedConnection);
    while (m_state == State::Waiting)
        m_changed.wait(&m_mutex);
    const State outcome = m_state;
    if (m_state != State::Closed)
        m_state = State::Idle;
    if (outcome == State::Answered)
        return m_answer;
    return canceled();
}

void QuestionBridge::answer(const QString &text)
{
    const QMutexLocker lock(&m_mutex);
    if (m_state != State::Waiting)
        return;
    m_answer = text;
    m_state = State::Answered;
    m_changed.wakeAll();
}

void QuestionBridge::cancel()
{
    QMutexLocker lock(&m_mutex);
    if (m_state != State::Waiting)
        return;
    m_state = State::Canceled;
    m_changed.wakeAll();
    lock.unlock();
    emit withdrawn();
}

void QuestionBridge::close()
{
    QMutexLocker lock(&m_mutex);
    const bool waiting = m_state == State::Waiting;
    m_state = State::Closed;
    m_changed.wakeAll();
    lock.unlock();
    if (waiting)
        emit withdrawn();
}

std::unexpected<Error> QuestionBridge::canceled()
{
    return failure(ErrorCode::Canceled, tr("The question was not answered."), tr("Start again and answer it."));
}

} // namespace Workbench
