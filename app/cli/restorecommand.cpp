#include "app/cli/restorecommand.h"

#include "app/cli/backupform.h"
#include "app/cli/context.h"
#include "app/cli/questionsfor.h"
#include "app/cli/runform.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QStringList summary(const BackupReport &result)
{
    QStringList lines;
    for (const Backup::TableCopy &copy : result.copies)
        lines << Tr::tr("%1: %2 rows, from %3").arg(copy.table, QString::number(copy.rows), copy.copy);
    if (!result.report.backup.isEmpty())
        lines << Tr::tr("What was there before is in %1.").arg(result.report.backup);
    if (!result.left.isEmpty())
        lines << Tr::tr("Not in the backup, and left as they are: %1").arg(result.left.join(", "_L1));
    lines << Tr::tr("The database is at %1.").arg(rowsText(result.report.rowsAfter));
    return lines;
}

} // namespace

Command::Description RestoreCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"restore"_s,
        .summary = Tr::tr("Bring back what \"backup\" made"),
        .parameters
        = {{OptionalArgument, u"file"_s, {}, u"FILE"_s, Tr::tr("A backup of the whole database")},
            {Value, u"tables"_s, u"--tables"_s, u"COPY1,COPY2"_s,
                Tr::tr("The rows of these copies instead, back into their tables")},
            {Flag, u"yes"_s, u"--yes"_s, {}, Tr::tr("Answer every question with yes")},
            {Flag, u"no"_s, u"--no"_s, {}, Tr::tr("Answer every question with no"), u"yes"_s}},
        .notes = Tr::tr("Says what is there and what it becomes, and asks. A file is checked first, and what is\n"
                        "there is backed up; then all of it is replaced, or nothing. On PostgreSQL tables that\n"
                        "the backup does not have stay, and are named.")};
}

ExitCode RestoreCommand::execute(Context &context) const
{
    const QString file = context.arguments().text(u"file"_s);
    const QStringList copies = listOf(context.arguments().text(u"tables"_s));
    if (file.isEmpty() == copies.isEmpty())
        return context.fail({.code = ErrorCode::BadInput,
            .message = Tr::tr("Name either a file or copies of tables."),
            .nextStep = Tr::tr("\"stillroom-cli log\" says where backups are.")});
    const std::unique_ptr<Questions> questions = questionsFor(context);
    return answerBackup(
        context,
        [&](DatabaseBackups &backups, const Runner::EventSink &sink) {
            return copies.isEmpty()
                ? backups.restore(QDir::current().absoluteFilePath(file), *questions, sink, context.cancel())
                : backups.restoreTables(copies, *questions, sink);
        },
        summary);
}

} // namespace Cli
