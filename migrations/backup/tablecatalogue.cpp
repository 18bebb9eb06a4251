#include "migrations/backup/tablecatalogue.h"

#include "migrations/database/connection.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Migrations::Backup {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

Error notFound(const QString &name)
{
    return {.code = ErrorCode::NotFound,
        .message = Tr::tr("There is no table %1.").arg(name),
        .nextStep = Tr::tr("\"stillroom-cli tables\" lists the tables.")};
}

} // namespace

QString quotedName(const QString &name)
{
    return u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
}

QString Relation::quoted() const
{
    return schema.isEmpty() ? quotedName(name) : quotedName(schema) + u'.' + quotedName(name);
}

QString Relation::shown() const
{
    return schema.isEmpty() ? name : schema + u'.' + name;
}

Result<Relation> TableCatalogue::find(const QString &name) const
{
    return m_connection.url().isSqlite() ? findSqlite(name) : findPostgresql(name);
}

Result<Relation> TableCatalogue::findSqlite(const QString &name) const
{
    const Result<Database::Rows> rows = m_connection.executePositional(
        u"SELECT name, type FROM sqlite_master WHERE name = ? COLLATE NOCASE AND type IN ('table', 'view')"_s, {name});
    if (!rows)
        return failure(rows.error());
    if (rows->rows.isEmpty())
        return failure(notFound(name));
    if (rows->rows[0][1].toString() != "table"_L1)
        return failure(ErrorCode::Unsupported, Tr::tr("%1 is a view, not a table.").arg(name),
            Tr::tr("Name the tables that it reads."));
    return Relation {.schema = {}, .name = rows->rows[0][0].toString()};
}

Result<Relation> TableCatalogue::findPostgresql(const QString &name) const
{
    QStringList parts;
    for (const QString &part : name.split(u'.'))
        parts << quotedName(part);
    const auto ask = [this](const QString &written) {
        return m_connection.executePositional(
            u"SELECT n.nspname, c.relname, c.relkind IN ('r', 'p') FROM pg_catalog.pg_class c "
             "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = pg_catalog.to_regclass(?)"_s,
            {written});
    };
    Result<Database::Rows> rows = ask(parts.join(u'.'));
    if (rows && rows->rows.isEmpty())
        rows = ask(name);
    if (!rows)
        return failure(rows.error());
    if (rows->rows.isEmpty())
        return failure(notFound(name));
    const QVariantList row = rows->rows.constFirst();
    if (!row[2].toBool())
        return failure(ErrorCode::Unsupported, Tr::tr("%1 is no table.").arg(name),
            Tr::tr("Name the tables that it reads."));
    return Relation {.schema = row[0].toString(), .name = row[1].toString()};
}

Result<Relation> TableCatalogue::original(const Relation &copy) const
{
    static const QRegularExpression suffix(u"^(.+)_backup_\\d{8}_\\d{6}$"_s);
    static const QRegularExpression comment(uR"(^Stillroom backup of ("(?:[^"]|"")+"\."(?:[^"]|"")+")$)"_s);
    if (!m_connection.url().isSqlite()) {
        const Result<Database::Rows> rows = m_connection.executePositional(
            u"SELECT pg_catalog.obj_description(pg_catalog.to_regclass(?), 'pg_class')"_s, {copy.quoted()});
        if (!rows)
            return failure(rows.error());
        const QRegularExpressionMatch match = comment.match(rows->rows.constFirst().constFirst().toString());
        if (match.hasMatch())
            return find(match.captured(1));
    }
    const QRegularExpressionMatch match = suffix.match(copy.name);
    if (!match.hasMatch())
        return failure(ErrorCode::BadInput, Tr::tr("%1 is no copy that a backup made.").arg(copy.shown()),
            Tr::tr("A copy is called <table>_backup_<date>_<time>."));
    return find(Relation {.schema = copy.schema, .name = match.captured(1)}.shown());
}

Result<QList<CopiedColumn>> TableCatalogue::columns(const Relation &table) const
{
    const bool isSqlite = m_connection.url().isSqlite();
    const Result<Database::Rows> rows = isSqlite
        ? m_connection.executePositional(
              u"SELECT name, '', hidden IN (2, 3), 0, pk > 0 FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid"_s,
              {table.name})
        : m_connection.executePositional(
              u"SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attgenerated <> '', "
               "a.attidentity = 'a', EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = a.attrelid AND "
               "i.indisprimary AND a.attnum = ANY (i.indkey)) FROM pg_catalog.pg_attribute a "
               "WHERE a.attrelid = pg_catalog.to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum"_s,
              {table.quoted()});
    if (!rows)
        return failure(rows.error());
    QList<CopiedColumn> columns;
    for (const QVariantList &row : rows->rows)
        columns << CopiedColumn {.name = row[0].toString(),
            .type = row[1].toString(),
            .isGenerated = row[2].toBool(),
            .isAlwaysIdentity = row[3].toBool(),
            .isKey = row[4].toBool()};
    return columns;
}

Result<qint64> TableCatalogue::count(const QString &sql) const
{
    return m_connection.execute(sql).transform(
        [](const Database::Rows &rows) { return rows.rows.constFirst().constFirst().toLongLong(); });
}

} // namespace Migrations::Backup
