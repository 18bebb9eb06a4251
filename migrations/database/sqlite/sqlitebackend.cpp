#include "migrations/database/sqlite/sqlitebackend.h"

#include "migrations/database/sqlite/sqliteerror.h"
#include "migrations/database/sqlite/sqlitesession.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

namespace Migrations::Database {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

bool isReadOnly(const DatabaseUrl &url, Access access)
{
    return access == Access::ReadOnly || url.options().value(u"mode"_s) == "ro"_L1;
}

QString clockText(QTime time)
{
    return time.toString(time.msec() == 0 ? u"HH:mm:ss"_s : u"HH:mm:ss.zzz"_s);
}

/// What SQLite stores for a value: the driver knows integers, reals, texts and bytes, and it
/// writes a moment with a "T" where Python and SQLite's own functions write a blank.
QVariant stored(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Short:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::ULongLong:
        return value.toLongLong();
    case QMetaType::Float:
        return value.toDouble();
    case QMetaType::QDate:
        return value.toDate().toString(Qt::ISODate);
    case QMetaType::QTime:
        return clockText(value.toTime());
    case QMetaType::QDateTime:
        return QString(value.toDate().toString(Qt::ISODate) + u' ' + clockText(value.toTime()));
    case QMetaType::QUuid:
        return value.toUuid().toString(QUuid::WithoutBraces);
    default:
        return value;
    }
}

} // namespace

Result<void> SqliteBackend::configure(QSqlDatabase &target, const DatabaseUrl &url, Access access) const
{
    const QString path = url.database();
    const QFileInfo file(path);
    if (!path.isEmpty() && !file.absoluteDir().exists())
        return failure(ErrorCode::Connection, Tr::tr("The folder %1 does not exist.").arg(file.absolutePath()),
            Tr::tr("Create the folder, or correct the path in the database URL."));
    if (file.isDir())
        return failure(ErrorCode::Connection, Tr::tr("%1 is a folder, not a database file.").arg(path),
            Tr::tr("Name the file in that folder."));
    if (!path.isEmpty() && isReadOnly(url, access) && !file.exists())
        return failure(ErrorCode::Connection, Tr::tr("The file %1 does not exist.").arg(path),
            Tr::tr("Correct the path in the database URL; a database that is opened for reading is not created."));

    QStringList options;
    if (isReadOnly(url, access))
        options << u"QSQLITE_OPEN_READONLY"_s;
    if (url.options().contains(u"timeout"_s)) {
        bool isNumber = false;
        const double seconds = url.options().value(u"timeout"_s).toDouble(&isNumber);
        if (!isNumber || seconds < 0 || seconds > 86400)
            return failure(ErrorCode::BadInput, Tr::tr("The URL's option timeout is not a number of seconds."),
                Tr::tr("Write, for example, timeout=5."));
        options << u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(qRound(seconds * 1000));
    }
    target.setDatabaseName(path.isEmpty() ? u":memory:"_s : path);
    target.setConnectOptions(options.join(u';'));
    return {};
}

std::unique_ptr<NativeSession> SqliteBackend::session(const QSqlDatabase &database) const
{
    return SqliteSession::of(database);
}

QStringList SqliteBackend::greeting(Access) const
{
    // SQLite looks into the file at the first statement
    return {u"PRAGMA schema_version"_s};
}

QString SqliteBackend::identityQuery() const
{
    return u"SELECT 'SQLite ' || sqlite_version(), 0"_s;
}

QString SqliteBackend::begin(Access access) const
{
    return access == Access::ReadOnly ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s;
}

QStringList SqliteBackend::beginReadOnly() const
{
    return {u"BEGIN"_s, u"PRAGMA query_only = ON"_s};
}

QStringList SqliteBackend::endReadOnly() const
{
    return {u"PRAGMA query_only = OFF"_s};
}

Result<Sending> SqliteBackend::plain(const StatementText &text, const QString &) const
{
    return Sending {.sql = text.withoutTail()};
}

Result<Sending> SqliteBackend::withValues(const StatementText::Bound &bound, const QVariantList &values) const
{
    Sending sending {.sql = StatementText(bound.sql, syntax()).withoutTail()};
    for (const QVariant &value : values) {
        const QVariant one = stored(value);
        const bool isPlain = one.isNull() || one.typeId() == QMetaType::QByteArray || one.canConvert<QString>();
        if (!isPlain || one.typeId() == QMetaType::QStringList)
            return failure(ErrorCode::BadInput,
                Tr::tr("A value of the type %1 cannot be sent.").arg(QString::fromLatin1(value.typeName())),
                Tr::tr("Convert it to a text, a number, bytes or a date first."));
        sending.values << one;
    }
    return sending;
}

Error SqliteBackend::connectError(const QSqlError &error, const DatabaseUrl &url) const
{
    return SqliteError::ofConnection(error, url);
}

Error SqliteBackend::statementError(const QSqlError &error, const QString &statement) const
{
    return SqliteError::ofStatement(error, statement);
}

} // namespace Migrations::Database
