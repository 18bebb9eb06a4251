#include "migrations/backup/backupfile.h"

#include "migrations/backup/partialfile.h"
#include "migrations/backup/postgresqltools.h"
#include "migrations/backup/sqlitecopy.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace Migrations::Backup {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString plain(QString text)
{
    static const QRegularExpression odd(u"[^\\w.+-]"_s, QRegularExpression::UseUnicodePropertiesOption);
    text.replace(odd, u"_"_s);
    return text.left(60);
}

Error existsAlready(const QString &path)
{
    return {.code = ErrorCode::Conflict,
        .message = Tr::tr("%1 exists already, and nothing is overwritten.").arg(path),
        .nextStep = Tr::tr("Name another file.")};
}

Result<QString> target(const BackupOrder &order)
{
    if (!order.to.isEmpty()) {
        if (QFileInfo::exists(order.to))
            return failure(existsAlready(order.to));
        return QFileInfo(order.to).absoluteFilePath();
    }
    const QFileInfo database(order.url.database());
    const QString folder = order.url.isSqlite() ? database.absolutePath() : order.folder;
    if (!order.url.isSqlite()) {
        const bool isNew = !QDir(folder).exists();
        if (isNew && !QDir().mkpath(folder))
            return failure(ErrorCode::Io, Tr::tr("The folder %1 cannot be made.").arg(folder),
                Tr::tr("Check the rights of the folder above it, or name another place."));
        if (isNew)
            QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const QString name = backupName(database.fileName().isEmpty() ? u"postgresql"_s : database.fileName(),
        QDateTime::currentDateTimeUtc(), order.rows);
    QString path = folder + u'/' + name;
    for (int again = 2; QFileInfo::exists(path); ++again)
        path = folder + u'/' + name.chopped(7) + u"-%1.backup"_s.arg(again);
    return path;
}

} // namespace

QString backupName(const QString &database, const QDateTime &moment, const QStringList &rows)
{
    return u"%1.%2.%3.backup"_s.arg(database, moment.toUTC().toString(u"yyyyMMdd-HHmmss"_s),
        rows.isEmpty() ? u"base"_s : plain(rows.join(u'+')));
}

Result<QString> backUp(const BackupOrder &order, const Progress &progress, const CancelToken &cancel)
{
    const bool isSqlite = order.url.isSqlite();
    if (isSqlite && order.url.database().isEmpty())
        return failure(ErrorCode::Unsupported, Tr::tr("A database in memory cannot be backed up."),
            Tr::tr("Name the file of a database."));
    const Result<QString> path = target(order);
    if (!path)
        return failure(path.error());
    Result<PartialFile> partial = PartialFile::in(QFileInfo(*path).absolutePath());
    if (!partial)
        return failure(partial.error());
    Result<void> done = isSqlite
        ? copySqlite({.from = order.url.database(), .to = partial->path()}, progress, cancel)
        : PostgresqlTools::dump(order.url, partial->path(), progress, cancel);
    if (done && isSqlite)
        QFile::setPermissions(partial->path(), QFile::permissions(order.url.database()));
    return done.and_then([&] { return partial->publish(*path); }).transform([&] { return *path; });
}

Result<void> restore(
    const Database::DatabaseUrl &url, const QString &file, const Progress &progress, const CancelToken &cancel)
{
    if (!url.isSqlite())
        return PostgresqlTools::restore(url, file, progress, cancel);
    if (QFileInfo::exists(url.database()))
        return copySqlite({.from = file, .to = url.database(), .isInUse = true}, progress, cancel);
    Result<PartialFile> partial = PartialFile::in(QFileInfo(url.database()).absolutePath());
    if (!partial)
        return failure(partial.error());
    return copySqlite({.from = file, .to = partial->path()}, progress, cancel).and_then([&] {
        QFile::setPermissions(partial->path(), QFile::permissions(file));
        return partial->publish(url.database());
    });
}

Result<Content> check(
    const Database::DatabaseUrl &url, const QString &file, const QString &versionTable, const CancelToken &cancel)
{
    if (!QFileInfo(file).isFile())
        return failure(ErrorCode::NotFound, Tr::tr("There is no file %1.").arg(file),
            Tr::tr("\"stillroom-cli log\" says where backups are."));
    return url.isSqlite() ? checkSqlite(file, versionTable) : PostgresqlTools::check(url, file, versionTable, cancel);
}

} // namespace Migrations::Backup
