#include "migrations/history/versiontable.h"

#include "migrations/database/connection.h"

#include <QCoreApplication>

namespace Migrations::History {

using namespace Qt::StringLiterals;
using Kind = Graph::RowChange::Kind;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

/// `schema."table"` at its dot, both parts still as they are quoted
std::pair<QString, QString> schemaAndTable(const QString &name)
{
    bool isQuoted = false;
    for (qsizetype at = 0; at < name.size(); ++at) {
        if (name[at] == u'"')
            isQuoted = !isQuoted;
        else if (name[at] == u'.' && !isQuoted)
            return {name.first(at), name.sliced(at + 1)};
    }
    return {QString(), name};
}

QString unquoted(const QString &identifier)
{
    if (!identifier.startsWith(u'"'))
        return identifier;
    return identifier.sliced(1, identifier.size() - 2).replace(u"\"\""_s, u"\""_s);
}

Result<bool> hasRows(Database::Connection &connection, const QString &sql, const QVariantMap &values = {})
{
    const Result<Database::Rows> rows = connection.execute(sql, values);
    if (!rows)
        return failure(rows.error());
    return !rows->rows.isEmpty();
}

Error mismatch(const Graph::RowChange &change, const QString &table, qint64 found, const QString &statement)
{
    const QString done = change.kind == Kind::Update ? u"updating '%1' to '%2'"_s.arg(change.from, change.to)
                                                     : u"deleting '%1'"_s.arg(change.from);
    return {.code = ErrorCode::Conflict,
        .message = u"Online migration expected to match one row when %1 in '%2'; %3 found"_s.arg(
            done, table, QString::number(found)),
        .statement = statement,
        .nextStep = Tr::tr("Somebody else migrated this database in the meantime, or its version table was changed by "
                           "hand. Roll back, look at where the database stands now, and plan again.")};
}

} // namespace

Result<bool> VersionTable::exists(Database::Connection &connection) const
{
    if (!connection.url().isSqlite())
        return hasRows(connection,
            u"SELECT 1 FROM pg_catalog.pg_class WHERE oid = pg_catalog.to_regclass(:name) "
            "AND relkind IN ('r', 'p', 'f', 'v', 'm')"_s,
            {{u"name"_s, m_sql.name()}});
    const auto [schema, table] = schemaAndTable(m_sql.name());
    const QStringList schemas = schema.isEmpty() ? QStringList {u"main"_s, u"temp"_s} : QStringList {schema};
    for (const QString &place : schemas) {
        const Result<bool> found = hasRows(connection, u"PRAGMA %1.table_info(%2)"_s.arg(place, table));
        if (!found || *found)
            return found;
    }
    return false;
}

Result<void> VersionTable::ensure(Database::Connection &connection) const
{
    const Result<bool> found = exists(connection);
    if (!found)
        return failure(found.error());
    if (*found)
        return {};
    const Result<Database::Rows> created = connection.execute(m_sql.create());
    return created ? Result<void>() : failure(created.error());
}

Result<QStringList> VersionTable::read(Database::Connection &connection) const
{
    const Result<bool> found = exists(connection);
    if (!found)
        return failure(found.error());
    QStringList revisions;
    if (!*found)
        return revisions;
    const Result<Database::Rows> rows = connection.execute(u"SELECT version_num FROM "_s + m_sql.name());
    if (!rows)
        return failure(rows.error());
    for (const QVariantList &row : rows->rows)
        revisions << row.constFirst().toString();
    return revisions;
}

Result<int> VersionTable::columnLength(Database::Connection &connection) const
{
    if (m_sql.widen(1).isEmpty())
        return 0;
    const Result<bool> found = exists(connection);
    if (!found)
        return failure(found.error());
    if (!*found)
        return Dialects::VersionTableSql::ColumnLength;
    // atttypmod counts four bytes more than VARCHAR(n) has characters; -1 is no limit
    return connection
        .execute(u"SELECT atttypmod - 4 FROM pg_catalog.pg_attribute WHERE attrelid = pg_catalog.to_regclass(:name) "
                 "AND attname = 'version_num' AND atttypmod > 4"_s,
            {{u"name"_s, m_sql.name()}})
        .transform([](const Database::Rows &rows) { return rows.rows.isEmpty() ? 0 : rows.rows[0][0].toInt(); });
}

Result<void> VersionTable::widen(Database::Connection &connection, int characters) const
{
    const QString statement = m_sql.widen(characters);
    if (statement.isEmpty())
        return {};
    return connection.execute(statement).transform([](const Database::Rows &) {});
}

Result<void> VersionTable::clear(Database::Connection &connection) const
{
    return connection.execute(m_sql.clear()).transform([](const Database::Rows &) {});
}

Result<void> VersionTable::write(Database::Connection &connection, const Graph::RowChange &change) const
{
    const QString statement = change.kind == Kind::Insert ? m_sql.insert(change.to)
        : change.kind == Kind::Update                     ? m_sql.update(change.from, change.to)
                                                          : m_sql.remove(change.from);
    const Result<Database::Rows> done = connection.execute(statement);
    if (!done)
        return failure(done.error());
    if (change.kind != Kind::Insert && done->affected != 1)
        return failure(mismatch(change, unquoted(schemaAndTable(m_sql.name()).second), done->affected, statement));
    return {};
}

} // namespace Migrations::History
