#include "migrations/backup/childprogram.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>

#include <csignal>

#include <sys/prctl.h>

namespace Migrations::Backup {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

constexpr int pollMilliseconds = 50;
constexpr int keptLines = 10;

void stop(QProcess &process)
{
    process.terminate();
    if (!process.waitForFinished(2000)) {
        process.kill();
        process.waitForFinished(2000);
    }
}

} // namespace

Result<QByteArray> ChildProgram::run(const CancelToken &cancel) const
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    process.start(program, arguments, QIODevice::ReadOnly);
    const QString name = QFileInfo(program).fileName();
    if (!process.waitForStarted())
        return failure(ErrorCode::Io, Tr::tr("%1 cannot be started: %2").arg(name, process.errorString()),
            Tr::tr("Check that %1 can be run.").arg(program));
    process.setReadChannel(QProcess::StandardError);
    QStringList last;
    const auto readLines = [&] {
        while (process.canReadLine()) {
            const QString line = QString::fromUtf8(process.readLine()).trimmed();
            last << line;
            if (last.size() > keptLines)
                last.removeFirst();
            if (onErrorLine)
                onErrorLine(line);
        }
    };
    while (process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(pollMilliseconds);
        readLines();
        if (cancel.isCanceled()) {
            stop(process);
            return failure(ErrorCode::Canceled, Tr::tr("Canceled."));
        }
    }
    readLines();
    if (cancel.isCanceled())
        return failure(ErrorCode::Canceled, Tr::tr("Canceled."));
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return process.readAllStandardOutput();
    return failure({.code = ErrorCode::Server,
        .message = Tr::tr("%1 failed.").arg(name),
        .detail = last.join(u'\n'),
        .nextStep = Tr::tr("Read what it says above, and run this again.")});
}

} // namespace Migrations::Backup
