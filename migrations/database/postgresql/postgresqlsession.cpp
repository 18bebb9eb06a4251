#include "migrations/database/postgresql/postgresqlsession.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QVariant>

#include <algorithm>
#include <array>
#include <libpq-fe.h>

namespace Migrations::Database {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString field(const PGresult *result, int code)
{
    return QString::fromUtf8(PQresultErrorField(result, code)).trimmed();
}

void receive(void *handler, const PGresult *result)
{
    const auto &take = *static_cast<const NoticeHandler *>(handler);
    if (!take)
        return;
    QStringList text {field(result, PG_DIAG_MESSAGE_PRIMARY)};
    for (const int part : {PG_DIAG_MESSAGE_DETAIL, PG_DIAG_MESSAGE_HINT}) {
        if (const QString more = field(result, part); !more.isEmpty())
            text << more;
    }
    take({.severity = field(result, PG_DIAG_SEVERITY), .text = text.join(u'\n')});
}

} // namespace

std::unique_ptr<NativeSession> PostgresqlSession::of(const QSqlDatabase &database)
{
    // Qt 6 names the type by what PGconn stands for, Qt's documentation by PGconn
    static constexpr std::array names {"pg_conn*"_L1, "PGconn*"_L1};
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || !std::ranges::contains(names, QLatin1StringView(handle.typeName())))
        return nullptr;
    return std::unique_ptr<NativeSession>(
        new PostgresqlSession(*static_cast<PGconn *const *>(handle.constData())));
}

PostgresqlSession::PostgresqlSession(PGconn *connection)
    : m_cancel(PQgetCancel(connection))
{
    PQsetNoticeReceiver(connection, receive, &m_handler);
}

PostgresqlSession::~PostgresqlSession()
{
    PQfreeCancel(m_cancel);
}

Result<void> PostgresqlSession::cancel() const
{
    std::array<char, 256> message {};
    if (m_cancel && PQcancel(m_cancel, message.data(), int(message.size())) == 1)
        return {};
    return failure(Error {.code = ErrorCode::Connection,
        .message = Tr::tr("The server could not be asked to stop the statement."),
        .detail = QString::fromLocal8Bit(message.data()).trimmed(),
        .nextStep = Tr::tr("Wait until the statement is done, or end the session with pg_terminate_backend().")});
}

} // namespace Migrations::Database
