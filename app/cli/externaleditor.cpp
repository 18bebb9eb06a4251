#include "app/cli/externaleditor.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Error noEditor(const QString &message)
{
    return {.code = ErrorCode::NotFound,
        .message = message,
        .nextStep = Tr::tr("Set $VISUAL or $EDITOR to an editor, or open the file yourself.")};
}

} // namespace

Result<ExternalEditor> ExternalEditor::find()
{
    for (const char *variable : {"VISUAL", "EDITOR"}) {
        const QStringList command = QProcess::splitCommand(qEnvironmentVariable(variable));
        if (command.isEmpty())
            continue;
        if (QStandardPaths::findExecutable(command.constFirst()).isEmpty())
            return failure(noEditor(Tr::tr("There is no editor \"%1\", which $%2 names.")
                                        .arg(command.constFirst(), QString::fromLatin1(variable))));
        return ExternalEditor(command);
    }
    for (const QString &program : {u"sensible-editor"_s, u"editor"_s, u"nano"_s, u"vim"_s, u"vi"_s}) {
        if (!QStandardPaths::findExecutable(program).isEmpty())
            return ExternalEditor({program});
    }
    return failure(noEditor(Tr::tr("There is no editor.")));
}

Result<void> ExternalEditor::open(const QString &path) const
{
    QProcess process;
    process.setInputChannelMode(QProcess::ForwardedInputChannel);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(m_command.constFirst(), m_command.sliced(1) + QStringList {path});
    const bool hasEnded = process.waitForStarted(-1) && process.waitForFinished(-1);
    if (hasEnded && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    const QString reason = hasEnded && process.exitStatus() == QProcess::NormalExit
        ? Tr::tr("it ended with code %1").arg(process.exitCode())
        : process.errorString();
    return failure({.code = ErrorCode::Io,
        .message = Tr::tr("Error executing editor %1: %2").arg(m_command.join(u' '), reason),
        .at = {.file = path},
        .nextStep = Tr::tr("Set $VISUAL or $EDITOR to an editor, or open the file yourself.")});
}

} // namespace Cli
