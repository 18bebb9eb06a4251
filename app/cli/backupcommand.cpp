#include "app/cli/backupcommand.h"

#include "app/cli/backupform.h"
#include "app/cli/context.h"

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
        lines << Tr::tr("%1: %2 rows, in %3").arg(copy.table, QString::number(copy.rows), copy.copy);
    return lines;
}

} // namespace

Command::Description BackupCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"backup"_s,
        .summary = Tr::tr("Back up a database, or some of its tables"),
        .parameters
        = {{Value, u"to"_s, u"--to"_s, u"FILE"_s, Tr::tr("The file to make; it must not exist")},
            {Value, u"tables"_s, u"--tables"_s, u"T1,T2"_s,
                Tr::tr("Copy these tables beside themselves instead, as T1_backup_DATE_TIME"), u"to"_s}},
        .notes = Tr::tr("SQLite: a database file, beside the database unless --to says otherwise.\n"
                        "PostgreSQL: pg_dump's custom format, in ~/.local/share/stillroom/backups.\n"
                        "\"stillroom-cli restore\" brings it back.")};
}

ExitCode BackupCommand::execute(Context &context) const
{
    const QStringList tables = listOf(context.arguments().text(u"tables"_s));
    const QString to = context.arguments().text(u"to"_s);
    if (context.arguments().has(u"tables"_s) && tables.isEmpty())
        return context.fail({.code = ErrorCode::BadInput,
            .message = Tr::tr("No table is named."),
            .nextStep = Tr::tr("Write, for example, --tables users,orders.")});
    return answerBackup(
        context,
        [&](DatabaseBackups &backups, const Runner::EventSink &sink) {
            return tables.isEmpty()
                ? backups.backUp(to.isEmpty() ? QString() : QDir::current().absoluteFilePath(to), sink, context.cancel())
                : backups.copyTables(tables, sink);
        },
        summary);
}

} // namespace Cli
