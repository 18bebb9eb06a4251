#include "migrations/journal/preparedfile.h"

#include "migrations/database/sqlite/sqliteerror.h"

#include <QFile>
#include <QSqlError>

#include <sqlite3.h>

namespace Migrations::Journal {

using namespace Qt::StringLiterals;

namespace {

constexpr int lockMilliseconds = 2000;

int bind(sqlite3_stmt *statement, int place, const QVariant &value)
{
    if (!value.isValid())
        return sqlite3_bind_null(statement, place);
    if (value.typeId() != QMetaType::QString)
        return sqlite3_bind_int64(statement, place, value.toLongLong());
    const QByteArray text = value.toString().toUtf8();
    // an empty QByteArray has data, too, so that an empty text is no NULL
    return sqlite3_bind_text64(
        statement, place, text.constData(), sqlite3_uint64(text.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

} // namespace

PreparedFile::~PreparedFile()
{
    for (sqlite3_stmt *statement : std::as_const(m_statements))
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_handle);
}

Result<void> PreparedFile::open(const QString &path)
{
    m_path = path;
    const int code
        = sqlite3_open_v2(QFile::encodeName(path).constData(), &m_handle, SQLITE_OPEN_READWRITE, nullptr);
    if (code != SQLITE_OK)
        return failure(error(code));
    sqlite3_busy_timeout(m_handle, lockMilliseconds);
    return execute(u"PRAGMA synchronous = NORMAL"_s);
}

Result<void> PreparedFile::execute(const QString &sql, const QVariantList &values)
{
    const Result<sqlite3_stmt *> statement = prepared(sql);
    if (!statement)
        return failure(statement.error());
    int code = SQLITE_OK;
    for (int index = 0; index < values.size() && code == SQLITE_OK; ++index)
        code = bind(*statement, index + 1, values[index]);
    while (code == SQLITE_OK || code == SQLITE_ROW)
        code = sqlite3_step(*statement);
    const Result<void> done = code == SQLITE_DONE ? Result<void>() : failure(error(code));
    sqlite3_reset(*statement);
    return done;
}

qint64 PreparedFile::lastNumber() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

Result<sqlite3_stmt *> PreparedFile::prepared(const QString &sql)
{
    sqlite3_stmt *&statement = m_statements[sql];
    if (!statement) {
        const int code = sqlite3_prepare_v3(
            m_handle, sql.toUtf8().constData(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK)
            return failure(error(code));
    }
    return statement;
}

Error PreparedFile::error(int code) const
{
    Error error = Database::SqliteError::ofStatement(
        QSqlError({}, QString::fromUtf8(sqlite3_errmsg(m_handle)), QSqlError::StatementError, QString::number(code)), {});
    error.at.file = m_path;
    return error;
}

} // namespace Migrations::Journal
