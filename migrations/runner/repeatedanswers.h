#pragma once

#include "migrations/base/questions.h"

#include <QHash>

namespace Migrations::Runner {

/// Answers what a step asks once more with what was answered when it was first tried, so that a lock
/// of somebody else's costs no second conversation.
class RepeatedAnswers final : public Questions
{
public:
    explicit RepeatedAnswers(Questions &questions) : m_questions(questions) { }

    /// a try of this step begins
    void begin(const QString &step);
    [[nodiscard]] Result<QString> ask(const Question &question) override;

private:
    struct Answered {
        QString question;
        QString answer;
    };

    Questions &m_questions;
    QHash<QString, QList<Answered>> m_answered; ///< by step
    QString m_step;
    qsizetype m_next = 0;
};

} // namespace Migrations::Runner
