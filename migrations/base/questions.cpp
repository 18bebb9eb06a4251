#include "migrations/base/questions.h"

#include <QRegularExpression>

namespace Migrations {

Question Question::fromPrompt(const QString &prompt)
{
    static const QRegularExpression choice(
        QStringLiteral(R"(\b(?:(yes)\s*[/|]\s*(no)|(no)\s*[/|]\s*(yes)|(y)\s*[/|]\s*(n)|(n)\s*[/|]\s*(y))\b)"),
        QRegularExpression::CaseInsensitiveOption);
    Question question {.kind = Kind::Text, .text = prompt, .yes = {}, .no = {}};
    const QRegularExpressionMatch match = choice.match(prompt);
    if (!match.hasMatch())
        return question;
    question.kind = Kind::Confirmation;
    const bool words = match.hasCaptured(1) || match.hasCaptured(3);
    question.yes = words ? QStringLiteral("yes") : QStringLiteral("y");
    question.no = words ? QStringLiteral("no") : QStringLiteral("n");
    return question;
}

Result<QString> FixedAnswers::ask(const Question &question)
{
    const bool yes = m_answer == Answer::Yes;
    if (question.kind == Question::Kind::Confirmation)
        return yes ? question.yes : question.no;
    return yes ? QStringLiteral("yes") : QStringLiteral("no");
}

} // namespace Migrations
