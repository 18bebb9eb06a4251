#include "migrations/database/postgresql/postgresqlbackend.h"

#include "migrations/database/postgresql/libpqoptions.h"
#include "migrations/database/postgresql/postgresqlerror.h"
#include "migrations/database/postgresql/postgresqlsession.h"
#include "migrations/database/postgresql/postgresqlvalue.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>

namespace Migrations::Database {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

Result<void> PostgresqlBackend::configure(QSqlDatabase &target, const DatabaseUrl &url, Access) const
{
    QStringList options;
    const QMap<QString, QString> all = libpqOptions(url);
    for (auto option = all.cbegin(); option != all.cend(); ++option) {
        if (option.key().contains(u';') || option.value().contains(u';'))
            return failure(ErrorCode::BadInput, Tr::tr("The URL's option “%1” contains a semicolon.").arg(option.key()),
                Tr::tr("Set it in the environment or in pg_service.conf instead."));
        options << option.key() + u'=' + connectionStringValue(option.value());
    }
    target.setHostName(url.host());
    if (url.port() != 0)
        target.setPort(url.port());
    target.setUserName(url.user());
    target.setPassword(url.password());
    target.setDatabaseName(url.database());
    target.setConnectOptions(options.join(u' '));
    return {};
}

std::unique_ptr<NativeSession> PostgresqlBackend::session(const QSqlDatabase &database) const
{
    return PostgresqlSession::of(database);
}

QStringList PostgresqlBackend::greeting(Access access) const
{
    QStringList statements {u"RESET TIME ZONE"_s, u"RESET bytea_output"_s};
    if (access == Access::ReadOnly)
        statements << u"SET default_transaction_read_only = on"_s;
    return statements;
}

QString PostgresqlBackend::identityQuery() const
{
    return u"SELECT 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1), pg_backend_pid()"_s;
}

QString PostgresqlBackend::begin(Access) const
{
    return u"BEGIN"_s;
}

QStringList PostgresqlBackend::beginReadOnly() const
{
    return {u"BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"_s};
}

Result<Sending> PostgresqlBackend::plain(const StatementText &text, const QString &sql) const
{
    if (text.streamsCopy())
        return failure(ErrorCode::Unsupported, Tr::tr("COPY from or to the client is not possible here."),
            Tr::tr("Use INSERT, or COPY with a file on the server, or run this part with psql."));
    return Sending {.sql = sql};
}

Result<Sending> PostgresqlBackend::withValues(const StatementText::Bound &bound, const QVariantList &values) const
{
    static const QStringList preparable {u"SELECT"_s, u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s, u"MERGE"_s, u"VALUES"_s};
    const StatementText text(bound.sql, syntax());
    if (!preparable.contains(text.verb()))
        return failure(ErrorCode::BadInput, Tr::tr("PostgreSQL takes no bound values in this statement."),
            Tr::tr("Write the value itself into the statement; only SELECT, INSERT, UPDATE, DELETE, MERGE and VALUES "
                   "have placeholders."));
    QStringList types;
    QStringList constants;
    for (const QVariant &value : values) {
        const Result<PostgresqlValue> written = PostgresqlValue::from(value);
        if (!written)
            return failure(written.error());
        types << written->type;
        constants << written->constant;
    }
    const QString name = u"stillroom_%1"_s.arg(++m_prepared);
    const QString drop = u"DEALLOCATE "_s + name;
    const QString list = u"PREPARE %1 (%2) AS "_s.arg(name, types.join(u", "_s));
    const QString call = u"EXECUTE %1 (%2)"_s.arg(name, constants.join(u", "_s));
    return Sending {
        .sql = list + text.withoutTail() + u";\n"_s + call + u";\n"_s + drop, .wanted = 1, .afterFailure = drop};
}

Error PostgresqlBackend::connectError(const QSqlError &error, const DatabaseUrl &url) const
{
    return PostgresqlError::ofConnection(error, url);
}

Error PostgresqlBackend::statementError(const QSqlError &error, const QString &statement) const
{
    return PostgresqlError::ofStatement(error, statement);
}

} // namespace Migrations::Database
