#include "migrations/runner/invalidindexes.h"

#include "migrations/database/connection.h"

#include <QCoreApplication>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

Result<QStringList> invalidIndexes(Database::Connection &connection)
{
    if (connection.url().isSqlite())
        return QStringList();
    // an index of a partitioned table is not valid before all of its parts have theirs
    return connection
        .execute(u"SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE "
                 "NOT i.indisvalid AND c.relkind = 'i' AND NOT EXISTS (SELECT 1 FROM pg_stat_progress_create_index p "
                 "WHERE p.index_relid = i.indexrelid) ORDER BY 1"_s)
        .transform([](const Database::Rows &found) {
            QStringList names;
            for (const QVariantList &row : found.rows)
                names << row.front().toString();
            return names;
        });
}

Error invalidIndexWarning(const QString &index)
{
    return {.code = ErrorCode::Conflict,
        .message = Tr::tr("The index %1 is not valid: no query uses it, and every write maintains it.").arg(index),
        .nextStep = Tr::tr("Build it again with \"REINDEX INDEX CONCURRENTLY %1\", or drop it.").arg(index)};
}

} // namespace Migrations::Runner
