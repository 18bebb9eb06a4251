#include "migrations/project/rowstransaction.h"

#include "migrations/database/connection.h"
#include "migrations/dialects/dialect.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

// connecting would make the file
Result<Database::DatabaseUrl> existing(const Database::DatabaseUrl &url)
{
    if (!url.isSqlite() || url.database().isEmpty() || QFileInfo::exists(url.database()))
        return url;
    return failure({.code = ErrorCode::NotFound,
        .message = Tr::tr("There is no database %1.").arg(url.database()),
        .nextStep = Tr::tr("Name the database with --url.")});
}

} // namespace

RowsTransaction::RowsTransaction(
    std::unique_ptr<Database::Connection> connection, const History::VersionTable &table)
    : m_connection(std::move(connection))
    , m_table(table)
{
}

RowsTransaction::~RowsTransaction()
{
    if (m_connection->inTransaction())
        m_connection->rollback();
}

Result<std::unique_ptr<RowsTransaction>> RowsTransaction::begin(const Project &project, const QString &url)
{
    Result<std::unique_ptr<Database::Connection>> connection = project.databaseUrl(url).and_then(existing).and_then(
        [](const Database::DatabaseUrl &address) { return Database::Connection::open(address); });
    if (!connection)
        return failure(connection.error());
    const Dialects::Dialect &dialect = *Dialects::Dialect::byName((*connection)->url().dialect());
    const Dialects::VersionTableSql table(dialect, project.settings().versionTable());
    std::unique_ptr<RowsTransaction> transaction(
        new RowsTransaction(*std::move(connection), History::VersionTable(table)));
    return transaction->m_connection->begin()
        .and_then([&] { return transaction->m_table.read(*transaction->m_connection); })
        .transform([&](const QStringList &rows) {
            transaction->m_rows = rows;
            return std::move(transaction);
        });
}

QString RowsTransaction::database() const
{
    return m_connection->url().toDisplayString();
}

Result<void> RowsTransaction::checkRoom(const QString &id)
{
    return m_table.columnLength(*m_connection).and_then([&](int length) -> Result<void> {
        if (length == 0 || id.size() <= length)
            return {};
        return failure({.code = ErrorCode::Conflict,
            .message = Tr::tr("The version table has no room for %1: its ids have %2 characters at most.")
                           .arg(id, QString::number(length)),
            .nextStep = Tr::tr("Choose a shorter id.")});
    });
}

Result<void> RowsTransaction::write(const QList<Graph::RowChange> &changes)
{
    for (const Graph::RowChange &change : changes) {
        const Result<void> written
            = checkRoom(change.to).and_then([&] { return m_table.write(*m_connection, change); });
        if (!written)
            return written;
    }
    return {};
}

Result<void> RowsTransaction::commit()
{
    return m_connection->commit();
}

} // namespace Migrations
