#include "app/cli/echoedanswers.h"

using namespace Migrations;

namespace Cli {

Result<QString> EchoedAnswers::ask(const Question &question)
{
    const Result<QString> answer = m_answers.ask(question);
    m_out << question.text.trimmed() << ' ' << answer.value_or(QString()) << '\n';
    m_out.flush();
    return answer;
}

} // namespace Cli
