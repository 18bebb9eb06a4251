#pragma once

#include "migrations/base/canceltoken.h"
#include "migrations/base/questions.h"

#include <QTextStream>

namespace Cli {

/// Asks on one stream and reads the answer from another, line by line. A confirmation is asked
/// again until it is answered with one of its words, in any case of letters. End of input: Refused;
/// cancelled while waiting: Canceled. The streams belong to the caller.
class TerminalQuestions final : public Migrations::Questions
{
public:
    TerminalQuestions(QTextStream &in, QTextStream &out, const Migrations::CancelToken &cancel)
        : m_in(in)
        , m_out(out)
        , m_cancel(cancel)
    {
    }

    [[nodiscard]] Migrations::Result<QString> ask(const Migrations::Question &question) override;

private:
    QTextStream &m_in;
    QTextStream &m_out;
    Migrations::CancelToken m_cancel;
};

} // namespace Cli
