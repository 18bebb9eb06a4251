#include "migrations/runner/lostconnection.h"

#include "migrations/database/connection.h"
#include "migrations/history/versiontable.h"
#include "migrations/runner/patience.h"

#include <QCoreApplication>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

Result<bool> isSessionGone(Database::Connection &connection, qint64 session)
{
    if (session == 0) // SQLite
        return true;
    return connection.execute(u"SELECT 1 FROM pg_stat_activity WHERE pid = %1"_s.arg(session))
        .transform([](const Database::Rows &found) { return found.rows.isEmpty(); });
}

} // namespace

Result<QStringList> rowsAfterLosing(
    const Database::Connection &lost, const History::VersionTable &table, const CancelToken &cancel)
{
    constexpr auto pause = 200ms;
    Error last;
    for (int attempt = 0; attempt < 10s / pause; ++attempt) {
        const Result<std::unique_ptr<Database::Connection>> fresh
            = Database::Connection::open(lost.url(), Database::Access::ReadOnly);
        const Result<bool> gone
            = fresh ? isSessionGone(**fresh, lost.session()) : Result<bool>(failure(fresh.error()));
        if (gone && *gone)
            return table.read(**fresh);
        last = gone ? Error {.code = ErrorCode::Connection,
                          .message = Tr::tr("The server still has the session that was lost (process %1).")
                                         .arg(lost.session())}
                    : gone.error();
        if (!LockRetry::pause(pause, cancel))
            return failure(ErrorCode::Canceled, Tr::tr("Canceled."));
    }
    return failure(last);
}

} // namespace Migrations::Runner
