#include "migrations/backup/tablecopies.h"

#include "migrations/backup/rowreturn.h"
#include "migrations/backup/tablecatalogue.h"
#include "migrations/database/connection.h"

#include <QCoreApplication>

namespace Migrations::Backup {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

constexpr int maximumBytes = 63; ///< of a name in PostgreSQL

/// Rolls back what is not committed.
class Transaction final
{
public:
    explicit Transaction(Database::Connection &connection) : m_connection(connection) {}
    ~Transaction() { m_connection.rollback(); }
    Q_DISABLE_COPY_MOVE(Transaction)

    [[nodiscard]] Result<void> begin()
    {
        return m_connection.begin().and_then([this] {
            // every table as it stands at the same moment
            return m_connection.url().isSqlite() ? Result<void>()
                                                 : m_connection.execute(u"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"_s)
                                                       .transform([](const Database::Rows &) {});
        });
    }

private:
    Database::Connection &m_connection;
};

Relation copyOf(const Relation &table, const QString &stamp, bool isCut)
{
    const QString suffix = u"_backup_"_s + stamp;
    QString start = table.name;
    while (isCut && start.toUtf8().size() + suffix.size() > maximumBytes)
        start.chop(1);
    if (!start.isEmpty() && start.back().isHighSurrogate())
        start.chop(1);
    return {.schema = table.schema, .name = start + suffix};
}

Result<TableCopy> copyTable(Database::Connection &connection, const QString &name, const QString &stamp)
{
    const TableCatalogue catalogue(connection);
    const Result<Relation> table = catalogue.find(name);
    if (!table)
        return failure(table.error());
    const bool isSqlite = connection.url().isSqlite();
    const Relation copy = copyOf(*table, stamp, !isSqlite);
    QStringList statements {u"CREATE TABLE %1 AS SELECT * FROM %2"_s.arg(copy.quoted(), table->quoted())};
    if (!isSqlite)
        statements << u"COMMENT ON TABLE %1 IS 'Stillroom backup of %2'"_s.arg(
            copy.quoted(), table->quoted().replace(u'\'', u"''"_s));
    for (const QString &statement : statements) {
        if (const Result<Database::Rows> done = connection.execute(statement); !done)
            return failure(done.error());
    }
    return catalogue.count(u"SELECT count(*) FROM "_s + copy.quoted()).transform([&](qint64 rows) {
        return TableCopy {.copy = copy.shown(), .table = table->shown(), .rows = rows, .currentRows = rows};
    });
}

Error differentColumns(const Relation &table, const Relation &copy, const QStringList &ours, const QStringList &theirs)
{
    return {.code = ErrorCode::Conflict,
        .message = Tr::tr("The columns of %1 are not those of its copy %2.").arg(table.shown(), copy.shown()),
        .detail = Tr::tr("table: %1\ncopy: %2").arg(ours.join(", "_L1), theirs.join(", "_L1)),
        .nextStep = Tr::tr("Bring the table to the revision of the copy first, or put the rows back by hand.")};
}

Result<TableCopy> checkCopy(Database::Connection &connection, const QString &name)
{
    const TableCatalogue catalogue(connection);
    const Result<Relation> copy = catalogue.find(name);
    if (!copy)
        return failure(copy.error());
    const Result<Relation> table = catalogue.original(*copy);
    if (!table)
        return failure(table.error());
    const auto texts = [&catalogue](const Relation &relation) {
        return catalogue.columns(relation).transform([](const QList<CopiedColumn> &columns) {
            QStringList all;
            for (const CopiedColumn &column : columns)
                all << (column.type.isEmpty() ? column.name : column.name + u' ' + column.type);
            return all;
        });
    };
    const Result<QStringList> ours = texts(*table);
    const Result<QStringList> theirs = texts(*copy);
    if (!ours || !theirs)
        return failure(ours ? theirs.error() : ours.error());
    if (*ours != *theirs)
        return failure(differentColumns(*table, *copy, *ours, *theirs));
    const Result<qint64> rows = catalogue.count(u"SELECT count(*) FROM "_s + copy->quoted());
    const Result<qint64> current = catalogue.count(u"SELECT count(*) FROM "_s + table->quoted());
    if (!rows || !current)
        return failure(rows ? current.error() : rows.error());
    return TableCopy {.copy = copy->shown(), .table = table->shown(), .rows = *rows, .currentRows = *current};
}

Error nothingChanged(Error error)
{
    const QString what = Tr::tr("Everything was rolled back; the database is as it was.");
    error.detail = error.detail.isEmpty() ? what : error.detail + u'\n' + what;
    return error;
}

} // namespace

Result<QList<TableCopy>> copyTables(
    Database::Connection &connection, const QStringList &tables, const QDateTime &moment)
{
    Transaction transaction(connection);
    if (const Result<void> begun = transaction.begin(); !begun)
        return failure(begun.error());
    QList<TableCopy> copies;
    for (const QString &table : tables) {
        const Result<TableCopy> copy = copyTable(connection, table, moment.toUTC().toString(u"yyyyMMdd_HHmmss"_s));
        if (!copy)
            return failure(nothingChanged(copy.error()));
        copies << *copy;
    }
    return connection.commit().transform([&] { return copies; });
}

Result<QList<TableCopy>> checkCopies(Database::Connection &connection, const QStringList &copies)
{
    QList<TableCopy> result;
    for (const QString &name : copies) {
        const Result<TableCopy> copy = checkCopy(connection, name);
        if (!copy)
            return failure(copy.error());
        result << *copy;
    }
    return result;
}

Result<QList<TableCopy>> restoreTables(Database::Connection &connection, const QStringList &copies)
{
    RowReturn way(connection);
    Transaction transaction(connection);
    if (const Result<void> begun = way.prepare().and_then([&] { return connection.begin(); }); !begun)
        return failure(begun.error());
    const Result<QList<TableCopy>> found = checkCopies(connection, copies);
    if (!found)
        return failure(nothingChanged(found.error()));
    const TableCatalogue catalogue(connection);
    for (const QString &name : copies) {
        const Result<void> done = catalogue.find(name).and_then([&](const Relation &copy) {
            return catalogue.original(copy).and_then([&](const Relation &table) { return way.restore(table, copy); });
        });
        if (!done)
            return failure(nothingChanged(done.error()));
    }
    const Result<void> committed = way.check().and_then([&] { return connection.commit(); });
    if (!committed)
        return failure(nothingChanged(committed.error()));
    return *found;
}

} // namespace Migrations::Backup
