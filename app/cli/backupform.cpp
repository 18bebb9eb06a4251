#include "app/cli/backupform.h"

#include "app/cli/context.h"
#include "app/cli/errorform.h"
#include "app/cli/interrupt.h"
#include "app/cli/runlog.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

QJsonObject reportJson(const BackupReport &result)
{
    const Runner::RunReport &report = result.report;
    QJsonArray copies;
    for (const Backup::TableCopy &copy : result.copies)
        copies << QJsonObject {{u"table"_s, copy.table}, {u"copy"_s, copy.copy}, {u"rows"_s, copy.rows}};
    QJsonObject json {{u"rowsBefore"_s, QJsonArray::fromStringList(report.rowsBefore)},
        {u"rowsAfter"_s, QJsonArray::fromStringList(report.rowsAfter)},
        {u"microseconds"_s, qint64(report.elapsed.count())}};
    if (!report.backup.isEmpty())
        json.insert(u"backup"_s, report.backup);
    if (!copies.isEmpty())
        json.insert(u"tables"_s, copies);
    if (!result.left.isEmpty())
        json.insert(u"left"_s, QJsonArray::fromStringList(result.left));
    if (report.error)
        json.insert(u"error"_s, errorJson(*report.error));
    return json;
}

} // namespace

QStringList listOf(const QString &text)
{
    QStringList names;
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts))
        names << name.trimmed();
    return names;
}

ExitCode answerBackup(Context &context,
    const std::function<BackupReport(DatabaseBackups &, const Runner::EventSink &)> &work,
    const std::function<QStringList(const BackupReport &)> &summary)
{
    const Result<std::shared_ptr<const Project>> project = context.openProject();
    if (!project)
        return context.fail(project.error());
    DatabaseBackups backups(*project, context.databaseUrl(), RunRecording::ofUser());
    RunLog log(context.err(), context.options().verbosity);
    const Interrupt interrupt(context.cancel());
    const BackupReport result
        = work(backups, [&log](const Runner::RunEvent &event) { log.write(event); });
    if (context.options().json)
        context.print(reportJson(result));
    if (result.report.error) {
        context.explain(*result.report.error);
        return ExitCode::Failed;
    }
    for (const QString &line : summary(result))
        context.log(line);
    return ExitCode::Done;
}

} // namespace Cli
