#pragma once

#include "app/cli/context.h"

#include <QTranslator>

namespace Cli {

/// stillroom-cli without its main(): from arguments to an exit code. Everything that it reads and
/// writes goes through the streams, so that tests run it in process.
class Program final
{
public:
    /// `cancel`: set when the user interrupts
    Program(const Streams &streams, const Migrations::CancelToken &cancel);
    ~Program();
    Q_DISABLE_COPY_MOVE(Program)

    /// `arguments`: without the program's name
    [[nodiscard]] int run(const QStringList &arguments);

private:
    [[nodiscard]] bool speak(const QString &language);

    Streams m_streams;
    Migrations::CancelToken m_cancel;
    QTranslator m_translator;
};

} // namespace Cli
