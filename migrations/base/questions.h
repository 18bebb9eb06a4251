#pragma once

#include "migrations/base/error.h"

namespace Migrations {

/// A question that the work cannot go on without.
struct Question {
    enum class Kind {
        Confirmation, ///< answered with one of `yes` and `no`
        Text, ///< answered with any line
    };

    Kind kind = Kind::Text;
    QString text;
    QString yes; ///< the very text that means yes, such as "yes" or "y"
    QString no;
    SourceLocation askedAt = {};

    /// The question that a script asks with input(prompt): a prompt that offers "yes/no", "y/n"
    /// (in any case, order of brackets…) is a confirmation in exactly those words.
    [[nodiscard]] static Question fromPrompt(const QString &prompt);
};

/// Who answers questions: a terminal, a window, a test, or fixed answers. Called on the thread that
/// does the work, which waits for the answer. An error ends the work (ErrorCode::Refused when
/// nobody is there to answer, Canceled when the user gave up).
class Questions
{
public:
    virtual ~Questions() = default;
    [[nodiscard]] virtual Result<QString> ask(const Question &question) = 0;
};

/// Answers every confirmation alike; for `--yes`, `--no` and previews.
class FixedAnswers final : public Questions
{
public:
    enum class Answer { Yes, No };

    explicit FixedAnswers(Answer answer) : m_answer(answer) {}
    [[nodiscard]] Result<QString> ask(const Question &question) override;

private:
    Answer m_answer;
};

} // namespace Migrations
