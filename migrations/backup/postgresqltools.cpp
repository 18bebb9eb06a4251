#include "migrations/backup/postgresqltools.h"

#include "migrations/backup/childprogram.h"
#include "migrations/database/postgresql/libpqoptions.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStandardPaths>

namespace Migrations::Backup {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

Result<ChildProgram> tool(const QString &name, const Database::DatabaseUrl &url)
{
    const QString program = QStandardPaths::findExecutable(name);
    if (program.isEmpty())
        return failure(ErrorCode::Unsupported, Tr::tr("%1 is not installed.").arg(name),
            Tr::tr("Install PostgreSQL's client programs (the package postgresql-client) in the server's version or a newer one."));
    if (url.options().contains(u"sslpassword"_s))
        return failure(ErrorCode::Unsupported,
            Tr::tr("The URL has an sslpassword, and %1 could only be given it where everybody reads it.").arg(name),
            Tr::tr("Use a key without a password, or a service of pg_service.conf."));
    ChildProgram child {.program = program, .arguments = {}, .environment = QProcessEnvironment::systemEnvironment()};
    // the messages are read
    child.environment.insert(u"LC_MESSAGES"_s, u"C"_s);
    child.environment.remove(u"LC_ALL"_s);
    child.environment.remove(u"LANGUAGE"_s);
    if (!url.password().isEmpty())
        child.environment.insert(u"PGPASSWORD"_s, url.password());
    return child;
}

QStringList connecting(const Database::DatabaseUrl &url)
{
    return {u"--no-password"_s, u"--dbname"_s, Database::connectionString(url)};
}

std::unexpected<Error> explained(Error error)
{
    if (error.detail.contains("server version mismatch"_L1))
        error.nextStep = Tr::tr("Install the package postgresql-client in the server's version or a newer one.");
    else if (error.detail.contains("No space left"_L1) || error.detail.contains("File too large"_L1))
        error.code = ErrorCode::Io;
    if (error.code == ErrorCode::Io && !error.detail.isEmpty())
        error.nextStep = Tr::tr("The disk is full. Free some space, or name another place.");
    return failure(error);
}

Error damaged(const QString &file, const QString &detail)
{
    return {.code = ErrorCode::BadInput,
        .message = Tr::tr("The backup %1 cannot be used: it is damaged, or not of pg_dump's custom format.").arg(file),
        .detail = detail,
        .nextStep = Tr::tr("Choose another backup. The database was not touched.")};
}

/// What pg_restore --list says: comments with the archive's facts, then a line for each object,
/// "215; 1259 16386 TABLE public users owner".
Content readList(const QString &text)
{
    static const QRegularExpression table(uR"(^\d+; \d+ \d+ TABLE (?!DATA |ATTACH )(\S+) (.+) \S+$)"_s);
    static const QRegularExpression made(uR"(^; Archive created at (.+)$)"_s);
    Content content;
    for (const QString &line : text.split(u'\n')) {
        if (const QRegularExpressionMatch match = table.match(line); match.hasMatch())
            content.tables << match.captured(1) + u'.' + match.captured(2);
        if (const QRegularExpressionMatch match = made.match(line); match.hasMatch())
            content.made = match.captured(1);
    }
    return content;
}

/// The lines between COPY and \. of a table that has one column of ids.
QStringList copiedRows(const QString &sql)
{
    QStringList rows;
    bool isCopy = false;
    for (const QString &line : sql.split(u'\n')) {
        if (line.startsWith("COPY "_L1))
            isCopy = true;
        else if (line == "\\."_L1)
            isCopy = false;
        else if (isCopy)
            rows << line;
    }
    return rows;
}

} // namespace

Result<void> PostgresqlTools::dump(
    const Database::DatabaseUrl &url, const QString &file, const Progress &progress, const CancelToken &cancel)
{
    Result<ChildProgram> child = tool(u"pg_dump"_s, url);
    if (!child)
        return failure(child.error());
    child->arguments = QStringList {u"--format=custom"_s, u"--verbose"_s, u"--file"_s, file} + connecting(url);
    child->onErrorLine = [&progress](const QString &line) { progress(line, -1); };
    const Result<QByteArray> done = child->run(cancel);
    return done ? Result<void>() : explained(done.error());
}

Result<void> PostgresqlTools::restore(
    const Database::DatabaseUrl &url, const QString &file, const Progress &progress, const CancelToken &cancel)
{
    Result<ChildProgram> child = tool(u"pg_restore"_s, url);
    if (!child)
        return failure(child.error());
    child->arguments
        = QStringList {u"--clean"_s, u"--if-exists"_s, u"--single-transaction"_s, u"--verbose"_s} + connecting(url);
    child->arguments << file;
    child->onErrorLine = [&progress](const QString &line) { progress(line, -1); };
    const Result<QByteArray> done = child->run(cancel);
    if (done)
        return {};
    Error error = done.error();
    error.detail += u'\n' + Tr::tr("Everything was rolled back; the database is as it was.");
    return explained(error);
}

Result<Content> PostgresqlTools::check(
    const Database::DatabaseUrl &url, const QString &file, const QString &versionTable, const CancelToken &cancel)
{
    Result<ChildProgram> child = tool(u"pg_restore"_s, url);
    if (!child)
        return failure(child.error());
    child->arguments = {u"--list"_s, file};
    const Result<QByteArray> list = child->run(cancel);
    if (!list)
        return failure(list.error().code == ErrorCode::Server ? damaged(file, list.error().detail) : list.error());
    Content content = readList(QString::fromUtf8(*list));
    // reads every block of the archive, so that a cut one is found before anything is dropped
    child->arguments = {u"--file=/dev/null"_s, file};
    const Result<QByteArray> whole = child->run(cancel);
    if (!whole)
        return failure(whole.error().code == ErrorCode::Server ? damaged(file, whole.error().detail) : whole.error());
    child->arguments = {u"--data-only"_s, u"--table"_s, versionTable, u"--file=-"_s, file};
    const Result<QByteArray> rows = child->run(cancel);
    if (!rows)
        return failure(rows.error());
    content.rows = copiedRows(QString::fromUtf8(*rows));
    return content;
}

} // namespace Migrations::Backup
