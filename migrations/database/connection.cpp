#include "migrations/database/connection.h"

#include "migrations/database/backend.h"
#include "migrations/database/statementtext.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <atomic>

namespace Migrations::Database {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

/// Qt keeps connections by name in one list of the process.
QString uniqueName()
{
    static std::atomic_uint count = 0;
    return u"stillroom-%1"_s.arg(++count);
}

Rows readResult(QSqlQuery &query, bool tellsAffected)
{
    Rows result;
    const QSqlRecord record = query.record();
    for (int column = 0; column < record.count(); ++column)
        result.columns << record.fieldName(column);
    while (query.next()) {
        QVariantList row;
        row.reserve(record.count());
        for (int column = 0; column < record.count(); ++column)
            row << (query.isNull(column) ? QVariant() : query.value(column));
        result.rows << row;
    }
    if (tellsAffected)
        result.affected = query.numRowsAffected();
    return result;
}

// QtSql takes a text that was never set for NULL; an empty one is a value all the same
QVariant withoutNullTexts(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return u""_s;
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

bool tellsAffectedRows(const StatementText &text)
{
    static const QStringList verbs {u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s, u"MERGE"_s, u"REPLACE"_s};
    return verbs.contains(text.verb());
}

} // namespace

Connection::Connection(const DatabaseUrl &url, Access access)
    : m_url(url)
    , m_access(access)
    , m_name(uniqueName())
    , m_backend(Backend::make(url))
{
}

Connection::~Connection()
{
    rollback();
    m_native.reset();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const DatabaseUrl &url, Access access)
{
    std::unique_ptr<Connection> connection(new Connection(url, access));
    Result<void> ready = connection->connect();
    if (ready)
        ready = connection->greet();
    if (!ready)
        return failure(ready.error());
    return connection;
}

Result<void> Connection::connect()
{
    if (!QSqlDatabase::isDriverAvailable(m_backend->driver()))
        return failure(ErrorCode::Unsupported,
            Tr::tr("Qt's database driver %1 is not installed.").arg(m_backend->driver()),
            Tr::tr("Install the package libqt6sql6-psql or libqt6sql6-sqlite."));
    QSqlDatabase database = QSqlDatabase::addDatabase(m_backend->driver(), m_name);
    database.setNumericalPrecisionPolicy(QSql::HighPrecision);
    if (const Result<void> configured = m_backend->configure(database, m_url, m_access); !configured)
        return configured;
    if (!database.open())
        return failure(m_backend->connectError(database.lastError(), m_url));
    m_native = m_backend->session(database);
    return {};
}

Result<void> Connection::greet()
{
    for (const QString &statement : m_backend->greeting(m_access)) {
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        if (!query.exec(statement))
            return failure(m_backend->connectError(query.lastError(), m_url));
    }
    const Result<Rows> identity = execute(m_backend->identityQuery());
    if (!identity)
        return failure(identity.error());
    m_serverVersion = identity->rows.constFirst().constFirst().toString();
    m_session = identity->rows.constFirst().constLast().toLongLong();
    return {};
}

std::optional<Error> Connection::refusal(const QString &sql) const
{
    if (sql.contains(QChar(u'\0')))
        return Error {.code = ErrorCode::BadInput,
            .message = Tr::tr("The statement contains a NUL character."),
            .statement = sql,
            .nextStep = Tr::tr("Remove the character; no database accepts it in a statement.")};
    if (!QSqlDatabase::database(m_name, false).isOpen())
        return Error {.code = ErrorCode::Connection,
            .message = Tr::tr("The connection to the database is lost."),
            .statement = sql,
            .nextStep = Tr::tr("Connect again; what was not committed is undone.")};
    return std::nullopt;
}

Result<Rows> Connection::execute(const QString &sql)
{
    const StatementText text(sql, m_backend->syntax());
    if (std::optional<Error> refused = refusal(sql))
        return failure(*std::move(refused));
    if (text.isEmpty())
        return Rows {};
    const Result<Sending> sending = m_backend->plain(text, sql);
    if (!sending) {
        Error error = sending.error();
        error.statement = sql;
        return failure(error);
    }
    return send(sql, *sending);
}

Result<Rows> Connection::execute(const QString &sql, const QVariantMap &parameters)
{
    return sendBound(sql, true, parameters);
}

Result<Rows> Connection::executePositional(const QString &sql, const QVariantList &values)
{
    QVariantMap numbered;
    for (qsizetype index = 0; index < values.size(); ++index)
        numbered.insert(QString::number(index), values[index]);
    return sendBound(sql, false, numbered);
}

Result<Rows> Connection::sendBound(const QString &sql, bool named, const QVariantMap &parameters)
{
    if (std::optional<Error> refused = refusal(sql))
        return failure(*std::move(refused));
    using Placeholders = StatementText::Placeholders;
    const StatementText text(sql, m_backend->syntax());
    const StatementText::Bound bound = text.bound(named ? Placeholders::Named : Placeholders::Positional);
    if (bound.values.isEmpty())
        return execute(sql);
    QVariantList values;
    for (const QString &name : bound.values) {
        if (!parameters.contains(name))
            return failure(Error {.code = ErrorCode::BadInput,
                .message = named ? Tr::tr("The placeholder :%1 has no value.").arg(name)
                                 : Tr::tr("Placeholder number %1 has no value.").arg(name.toInt() + 1),
                .statement = sql,
                .nextStep = Tr::tr("Give a value for each placeholder, or write the text between quotes.")});
        values << withoutNullTexts(parameters.value(name));
    }
    const Result<Sending> sending = m_backend->withValues(bound, values);
    if (!sending) {
        Error error = sending.error();
        error.statement = sql;
        return failure(error);
    }
    return send(sql, *sending);
}

Result<Rows> Connection::send(const QString &statement, const Sending &sending)
{
    const StatementText text(statement, m_backend->syntax());
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    bool sent = false;
    if (sending.values.isEmpty()) {
        sent = query.exec(sending.sql);
    } else if (query.prepare(sending.sql)) {
        for (const QVariant &value : sending.values)
            query.addBindValue(value);
        sent = query.exec();
    }
    Rows wanted;
    int number = 0;
    for (bool hasResult = sent; hasResult; hasResult = query.nextResult(), ++number) {
        Rows rows = readResult(query, tellsAffectedRows(text));
        if (sending.wanted < 0 || sending.wanted == number)
            wanted = std::move(rows);
    }
    const QSqlError error = query.lastError();
    if (!sent || error.isValid()) {
        m_hasFailed = true;
        query.clear();
        if (!sending.afterFailure.isEmpty() && !m_inTransaction)
            query.exec(sending.afterFailure);
        return failure(m_backend->statementError(error, statement));
    }
    if (const std::optional<bool> open = text.transactionAfter())
        *open ? void(m_inTransaction = true) : endTransaction();
    return wanted;
}

Result<void> Connection::all(const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (const Result<Rows> done = execute(statement); !done)
            return failure(done.error());
    }
    return {};
}

Result<void> Connection::begin()
{
    m_hasFailed = false;
    return all({m_backend->begin(m_access)});
}

Result<void> Connection::beginReadOnly()
{
    m_hasFailed = false;
    const Result<void> begun = all(m_backend->beginReadOnly());
    m_isReadOnlyTransaction = m_inTransaction;
    return begun;
}

Result<void> Connection::commit()
{
    if (m_hasFailed && m_inTransaction) {
        // COMMIT of a spoiled transaction rolls back and succeeds
        if (const Result<Rows> probe = execute(u"SELECT 1"_s); !probe) {
            rollback();
            return failure(probe.error());
        }
    }
    const Result<Rows> committed = execute(u"COMMIT"_s);
    if (!committed && !m_url.isSqlite())
        endTransaction();
    return committed ? Result<void>() : failure(committed.error());
}

void Connection::rollback()
{
    if (m_inTransaction && QSqlDatabase::database(m_name, false).isOpen())
        (void)execute(u"ROLLBACK"_s);
    endTransaction();
}

void Connection::endTransaction()
{
    m_inTransaction = false;
    m_hasFailed = false;
    if (std::exchange(m_isReadOnlyTransaction, false) && m_access == Access::ReadWrite)
        (void)all(m_backend->endReadOnly());
}

Result<void> Connection::cancel() const
{
    if (m_native)
        return m_native->cancel();
    return failure(ErrorCode::Unsupported, Tr::tr("This driver of Qt cannot stop a statement."),
        Tr::tr("Wait until it is done."));
}

void Connection::setNoticeHandler(const NoticeHandler &handler)
{
    if (m_native)
        m_native->setNoticeHandler(handler);
}

} // namespace Migrations::Database
