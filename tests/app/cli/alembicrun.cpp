#include "tests/app/cli/alembicrun.h"

#include "tests/migrations/project/judge.h"

#include <QProcess>

AlembicRun AlembicRun::of(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("alembic"), arguments);
    if (!process.waitForFinished(60'000))
        return {-1, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

QStringList alembicAnswers(const QString &folder, const QList<QStringList> &commands)
{
    QJsonArray all;
    for (const QStringList &command : commands)
        all.append(QJsonArray::fromStringList(
            QStringList {QStringLiteral("-c"), folder + QStringLiteral("/alembic.ini")} + command));
    QStringList answers;
    for (const QJsonValue &answer : judged(QStringLiteral("app/cli/judge_commands.py"), all, folder))
        answers << answer.toString();
    return answers;
}
