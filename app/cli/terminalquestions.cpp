#include "app/cli/terminalquestions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString prompt(const QString &text)
{
    return text.isEmpty() || text.back().isSpace() ? text : text + u' ';
}

} // namespace

Result<QString> TerminalQuestions::ask(const Question &question)
{
    while (true) {
        m_out << prompt(question.text);
        m_out.flush();
        const QString line = m_in.readLine();
        if (m_cancel.isCanceled())
            return failure(ErrorCode::Canceled, Tr::tr("Cancelled while waiting for an answer."));
        if (line.isNull()) {
            m_out << '\n';
            return failure(Error {.code = ErrorCode::Refused,
                .message = Tr::tr("Nobody is there to answer: %1").arg(question.text.trimmed()),
                .at = question.askedAt,
                .nextStep = Tr::tr("Answer with --yes or --no.")});
        }
        if (question.kind == Question::Kind::Text)
            return line;
        for (const QString &word : {question.yes, question.no}) {
            if (line.trimmed().compare(word, Qt::CaseInsensitive) == 0)
                return word;
        }
        m_out << Tr::tr("Please answer with \"%1\" or \"%2\".").arg(question.yes, question.no) << '\n';
    }
}

} // namespace Cli
