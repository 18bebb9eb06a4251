#include "app/cli/program.h"
#include "app/cli/standardinput.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>

#include <unistd.h>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("stillroom-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(STILLROOM_VERSION));

    // a limit on the size of files is a write that fails, with a message, and not the end
    std::signal(SIGXFSZ, SIG_IGN);
    const Migrations::CancelToken cancel;
    Cli::StandardInput input(STDIN_FILENO, cancel);
    input.open(QIODevice::ReadOnly);
    QTextStream in(&input);
    QTextStream out(stdout);
    QTextStream err(stderr);
    return Cli::Program({.in = in, .out = out, .err = err}, cancel).run(QCoreApplication::arguments().sliced(1));
}
