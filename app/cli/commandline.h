#pragma once

#include "app/cli/command.h"
#include "app/cli/globaloptions.h"

#include <expected>
#include <memory>
#include <vector>

namespace Cli {

/// The language of the command line, made from the list of commands. CLI11 does the parsing; nothing
/// outside this class knows of it.
class CommandLine final
{
public:
    /// What is to be done. `command` belongs to the list.
    struct Invocation {
        const Command *command = nullptr;
        GlobalOptions options;
        Arguments arguments;
    };

    /// The program's whole answer: help, version, or what is wrong with the usage.
    struct Answer {
        ExitCode code = ExitCode::Done;
        QString out;
        QString err;
    };

    using Commands = std::vector<std::unique_ptr<const Command>>;

    /// `commands` must outlive this.
    explicit CommandLine(const Commands &commands) : m_commands(commands) {}

    /// `arguments`: without the program's name
    [[nodiscard]] std::expected<Invocation, Answer> parse(const QStringList &arguments) const;

    /// The value of `--lang`, which decides the language of everything else; empty: not given.
    [[nodiscard]] static QString languageOf(const QStringList &arguments);

private:
    const Commands &m_commands;
};

} // namespace Cli
