#include "app/cli/questionsfor.h"

#include "app/cli/context.h"
#include "app/cli/echoedanswers.h"
#include "app/cli/terminalquestions.h"

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

std::unique_ptr<Questions> questionsFor(Context &context)
{
    using enum FixedAnswers::Answer;
    if (context.arguments().has(u"yes"_s))
        return std::make_unique<EchoedAnswers>(Yes, context.err());
    if (context.arguments().has(u"no"_s))
        return std::make_unique<EchoedAnswers>(No, context.err());
    return std::make_unique<TerminalQuestions>(context.in(), context.err(), context.cancel());
}

} // namespace Cli
