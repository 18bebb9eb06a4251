#include "migrations/runner/repeatedanswers.h"

namespace Migrations::Runner {

void RepeatedAnswers::begin(const QString &step)
{
    m_step = step;
    m_next = 0;
}

Result<QString> RepeatedAnswers::ask(const Question &question)
{
    QList<Answered> &answered = m_answered[m_step];
    if (m_next < answered.size() && answered[m_next].question == question.text)
        return answered[m_next++].answer;
    answered.resize(m_next); // the step has taken another way
    return m_questions.ask(question).transform([&](const QString &answer) {
        answered << Answered {.question = question.text, .answer = answer};
        ++m_next;
        return answer;
    });
}

} // namespace Migrations::Runner
