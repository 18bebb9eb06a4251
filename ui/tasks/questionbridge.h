#pragma once

#include "migrations/base/questions.h"

#include <QMutex>
#include <QObject>
#include <QWaitCondition>

namespace Workbench {

/// Carries a question from the thread that works to the window and the answer back. The working
/// thread sleeps until answer(), cancel() or close(); the window's event loop goes on.
///
/// Lives in the window's thread. Must outlive the work that asks: close() it, let the work end, then
/// destroy it.
class QuestionBridge final : public QObject, public Migrations::Questions
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionBridge)

public:
    explicit QuestionBridge(QObject *parent = nullptr) : QObject(parent) {}
    ~QuestionBridge() override { close(); }

    // called on the working thread
    /// Errors: Canceled, after cancel() or close()
    [[nodiscard]] Migrations::Result<QString> ask(const Migrations::Question &question) override;

    // called on the window's thread
    void answer(const QString &text);
    /// The user gave up on the question that is open.
    void cancel();
    /// No question is answered any more, neither the open one nor a later one.
    void close();

signals:
    /// delivered on the window's thread
    void asked(const Migrations::Question &question);
    /// the question that is open needs no answer any more
    void withdrawn();

private:
    enum class State { Idle, Waiting, Answered, Canceled, Closed };

    [[nodiscard]] static std::unexpected<Migrations::Error> canceled();

    QMutex m_mutex;
    QWaitCondition m_changed;
    State m_state = State::Idle; ///< guarded by m_mutex
    QString m_answer; ///< guarded by m_mutex
};

} // namespace Workbench
