#include "migrations/runner/sessionsettings.h"

#include "migrations/database/connection.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString setting(const QString &name, const QString &value)
{
    return u"set_config('%1', '%2', false)"_s.arg(name, value);
}

const QString lockTimeout = u"lock_timeout"_s;

} // namespace

SessionSettings::~SessionSettings()
{
    for (const QString &statement : std::as_const(m_putBack))
        (void)m_connection.execute(statement); // a connection that is lost has nothing to put back
}

Result<void> SessionSettings::apply(const Patience &patience)
{
    return m_connection.url().isSqlite() ? applyToSqlite() : applyToPostgresql(patience);
}

Result<void> SessionSettings::applyToPostgresql(const Patience &patience)
{
    const Result<Database::Rows> found = m_connection.execute(
        u"SELECT name, setting FROM pg_settings WHERE name IN ('lock_timeout', 'statement_timeout', "
        "'transaction_timeout', 'client_connection_check_interval')"_s);
    if (!found)
        return failure(found.error());
    QHash<QString, QString> before;
    for (const QVariantList &row : found->rows)
        before.insert(row[0].toString(), row[1].toString());
    if (patience.transactionTimeout && !before.contains(u"transaction_timeout"_s))
        return failure(ErrorCode::Unsupported,
            Tr::tr("%1 has no transaction_timeout.").arg(m_connection.serverVersion()),
            Tr::tr("Leave the setting out; PostgreSQL 17 is the first to have it."));
    QHash<QString, QString> wanted;
    const auto want = [&wanted](const QString &name, std::optional<std::chrono::milliseconds> time) {
        if (time)
            wanted.insert(name, QString::number(time->count()));
    };
    want(u"client_connection_check_interval"_s, std::chrono::milliseconds(500));
    want(u"statement_timeout"_s, patience.statementTimeout);
    want(u"transaction_timeout"_s, patience.transactionTimeout);
    if (patience.lockTimeout || before.value(lockTimeout) == u'0')
        want(lockTimeout, patience.lockTimeout.value_or(Patience::usualLockTimeout));
    QStringList set;
    QStringList putBack;
    for (auto one = wanted.cbegin(); one != wanted.cend(); ++one) {
        if (!before.contains(one.key()))
            continue; // an older server
        set << setting(one.key(), one.value());
        putBack << setting(one.key(), before.value(one.key()));
    }
    m_putBack = {u"SELECT "_s + putBack.join(u", "_s)};
    const Result<Database::Rows> done = m_connection.execute(u"SELECT "_s + set.join(u", "_s));
    return done ? Result<void>() : failure(done.error());
}

Result<void> SessionSettings::applyToSqlite()
{
    const Result<Database::Rows> before = m_connection.execute(u"PRAGMA busy_timeout"_s);
    if (!before)
        return failure(before.error());
    m_putBack = {u"PRAGMA busy_timeout = "_s + before->rows.front().front().toString()};
    const Result<Database::Rows> done = m_connection.execute(u"PRAGMA busy_timeout = 100"_s);
    return done ? Result<void>() : failure(done.error());
}

UnlimitedLockWait::UnlimitedLockWait(Database::Connection &connection, const QString &sql)
    : m_connection(connection)
{
    if (connection.url().isSqlite() || connection.inTransaction() || !isFor(sql))
        return;
    if (const Result<Database::Rows> found = connection.execute(u"SHOW lock_timeout"_s))
        m_before = found->rows.front().front().toString();
    if (!m_before.isEmpty())
        (void)connection.execute(u"SELECT "_s + setting(lockTimeout, u"0"_s));
}

UnlimitedLockWait::~UnlimitedLockWait()
{
    if (!m_before.isEmpty())
        (void)m_connection.execute(u"SELECT "_s + setting(lockTimeout, m_before));
}

bool UnlimitedLockWait::isFor(const QString &sql)
{
    static const QRegularExpression form(
        u"^\\s*(?:CREATE\\s+(?:UNIQUE\\s+)?INDEX|DROP\\s+INDEX|REINDEX\\b.*|ALTER\\s+TABLE\\b.*\\bDETACH\\s+PARTITION\\b.*)"
        "\\s+CONCURRENTLY\\b|^\\s*REINDEX\\s*\\([^)]*\\bCONCURRENTLY\\b|^\\s*VACUUM\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return form.match(sql).hasMatch();
}

} // namespace Migrations::Runner
