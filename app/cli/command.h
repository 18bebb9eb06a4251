#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exitcode.h"

namespace Cli {

class Context;

/// A command of the program: what it is called and takes, and what it does. Holds no state of a run;
/// everything about a run is in the context.
class Command
{
public:
    struct Description {
        QString name;
        QString summary; ///< one line
        QList<Parameter> parameters = {};
        QString notes = {}; ///< below the options in the help
    };

    virtual ~Command() = default;
    /// in the language that is set now
    [[nodiscard]] virtual Description description() const = 0;
    [[nodiscard]] virtual ExitCode execute(Context &context) const = 0;
};

} // namespace Cli
