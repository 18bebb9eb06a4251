#include "tests/migrations/project/judge.h"

#include <QDebug>
#include <QJsonDocument>
#include <QProcess>

QJsonArray judged(const QString &program, const QJsonArray &cases, const QString &workingDirectory)
{
    QProcess python;
    python.setWorkingDirectory(workingDirectory);
    python.start(QStringLiteral("python3"),
        {QStringLiteral("-W"), QStringLiteral("ignore"),
            QStringLiteral(STILLROOM_SOURCE_DIR "/tests/") + program});
    python.write(QJsonDocument(cases).toJson());
    python.closeWriteChannel();
    if (!python.waitForFinished(-1) || python.exitCode() != 0) {
        qCritical().noquote() << python.readAllStandardError();
        return {};
    }
    return QJsonDocument::fromJson(python.readAllStandardOutput()).array();
}
