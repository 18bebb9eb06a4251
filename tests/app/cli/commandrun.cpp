#include "tests/app/cli/commandrun.h"

#include "app/cli/program.h"

CommandRun CommandRun::of(
    const QStringList &arguments, const QString &input, const Migrations::CancelToken &cancel)
{
    CommandRun run;
    QString given = input;
    QTextStream in(&given);
    QTextStream out(&run.out);
    QTextStream err(&run.err);
    run.code = Cli::Program({.in = in, .out = out, .err = err}, cancel).run(arguments);
    return run;
}
