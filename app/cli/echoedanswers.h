#pragma once

#include "migrations/base/questions.h"

#include <QTextStream>

namespace Cli {

/// Gives the answers of `--yes` and `--no`, and says what was asked and answered.
class EchoedAnswers final : public Migrations::Questions
{
public:
    EchoedAnswers(Migrations::FixedAnswers::Answer answer, QTextStream &out)
        : m_answers(answer)
        , m_out(out)
    {
    }

    [[nodiscard]] Migrations::Result<QString> ask(const Migrations::Question &question) override;

private:
    Migrations::FixedAnswers m_answers;
    QTextStream &m_out;
};

} // namespace Cli
