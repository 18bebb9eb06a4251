#include "migrations/backup/rowreturn.h"

#include "migrations/database/connection.h"

#include <QCoreApplication>

namespace Migrations::Backup {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

const QString &brokenKeys()
{
    static const QString sql = u"SELECT count(*) FROM pragma_foreign_key_check"_s;
    return sql;
}

template<class Wanted>
QStringList names(const QList<CopiedColumn> &columns, Wanted wanted)
{
    QStringList result;
    for (const CopiedColumn &column : columns) {
        if (!column.isGenerated && wanted(column))
            result << quotedName(column.name);
    }
    return result;
}

QString joinedPairs(const QStringList &columns, const QString &pattern, const QString &separator)
{
    QStringList pairs;
    for (const QString &column : columns)
        pairs << QString(pattern).replace(u'@', column);
    return pairs.join(separator);
}

} // namespace

RowReturn::RowReturn(Database::Connection &connection)
    : m_connection(connection)
    , m_catalogue(connection)
    , m_isSqlite(connection.url().isSqlite())
{
}

RowReturn::~RowReturn()
{
    if (m_hadForeignKeys)
        (void)m_connection.execute(u"PRAGMA foreign_keys = ON"_s);
}

Result<void> RowReturn::prepare()
{
    if (!m_isSqlite)
        return {};
    const Result<qint64> isOn = m_catalogue.count(u"PRAGMA foreign_keys"_s);
    const Result<qint64> broken = m_catalogue.count(brokenKeys());
    if (!isOn || !broken)
        return failure(isOn ? broken.error() : isOn.error());
    m_brokenBefore = *broken;
    m_hadForeignKeys = *isOn == 1;
    return execute(u"PRAGMA foreign_keys = OFF"_s);
}

Result<void> RowReturn::restore(const Relation &table, const Relation &copy)
{
    const Result<QList<Trigger>> triggers = this->triggers(table);
    if (!triggers)
        return failure(triggers.error());
    const Result<QStringList> rows = statements(table, copy);
    if (!rows)
        return failure(rows.error());
    QStringList all;
    for (const Trigger &trigger : *triggers)
        all << trigger.off;
    all += *rows;
    for (const Trigger &trigger : *triggers)
        all << trigger.on;
    for (const QString &statement : std::as_const(all)) {
        if (Result<void> done = execute(statement); !done)
            return done;
    }
    const Result<qint64> difference = m_catalogue.count(
        u"SELECT (SELECT count(*) FROM %1) - (SELECT count(*) FROM %2)"_s.arg(table.quoted(), copy.quoted()));
    if (!difference)
        return failure(difference.error());
    if (*difference == 0)
        return {};
    return failure(ErrorCode::Conflict, Tr::tr("%1 has not as many rows as its copy afterwards.").arg(table.shown()),
        Tr::tr("A rule or a row security policy keeps rows away; restore as the owner of the table."));
}

Result<void> RowReturn::check()
{
    if (!m_isSqlite)
        return {};
    const Result<qint64> broken = m_catalogue.count(brokenKeys());
    if (!broken)
        return failure(broken.error());
    if (*broken <= m_brokenBefore)
        return {};
    return failure(ErrorCode::Conflict,
        Tr::tr("Rows of other tables would refer to rows that the copies do not have (%1).").arg(*broken - m_brokenBefore),
        Tr::tr("Restore these tables together, or the whole database from a file."));
}

Result<QList<RowReturn::Trigger>> RowReturn::triggers(const Relation &table)
{
    const Result<Database::Rows> rows = m_isSqlite
        ? m_connection.executePositional(
              u"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE"_s, {table.name})
        : m_connection.executePositional(
              u"SELECT tgname, CASE tgenabled WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE' END FROM pg_catalog.pg_trigger "
               "WHERE tgrelid = pg_catalog.to_regclass(?) AND NOT tgisinternal AND tgenabled IN ('O', 'A')"_s,
              {table.quoted()});
    if (!rows)
        return failure(rows.error());
    QList<Trigger> triggers;
    for (const QVariantList &row : rows->rows) {
        const QString name = quotedName(row[0].toString());
        const QString change = u"ALTER TABLE %1 %2 TRIGGER %3"_s;
        triggers << (m_isSqlite ? Trigger {.off = u"DROP TRIGGER "_s + name, .on = row[1].toString()}
                                : Trigger {.off = change.arg(table.quoted(), u"DISABLE"_s, name),
                                      .on = change.arg(table.quoted(), row[1].toString(), name)});
    }
    return triggers;
}

Result<QStringList> RowReturn::statements(const Relation &table, const Relation &copy)
{
    const Result<QList<CopiedColumn>> columns = m_catalogue.columns(table);
    if (!columns)
        return failure(columns.error());
    const QStringList all = names(*columns, [](const CopiedColumn &) { return true; });
    const QStringList key = names(*columns, [](const CopiedColumn &column) { return column.isKey; });
    const QStringList rest = names(*columns, [](const CopiedColumn &column) { return !column.isKey; });
    const bool hasIdentity = std::ranges::any_of(*columns, &CopiedColumn::isAlwaysIdentity);
    const QString t = table.quoted();
    const QString c = copy.quoted();
    const QString list = all.join(", "_L1);
    const QString insert = u"INSERT INTO %1 (%2) %3SELECT %2 FROM %4 c"_s.arg(
        t, list, hasIdentity ? u"OVERRIDING SYSTEM VALUE "_s : QString(), c);
    if (m_isSqlite || key.isEmpty()) {
        if (const Result<void> allowed = m_isSqlite ? Result<void>() : refuseCascades(table, u"SELECT count(*) FROM "_s + t);
            !allowed)
            return failure(allowed.error());
        return QStringList {u"DELETE FROM "_s + t, insert};
    }
    const QString same = joinedPairs(key, u"t.@ = c.@"_s, u" AND "_s);
    const QString later = u"FROM %1 t WHERE NOT EXISTS (SELECT FROM %2 c WHERE %3)"_s.arg(t, c, same);
    if (const Result<void> allowed = refuseCascades(table, u"SELECT count(*) "_s + later); !allowed)
        return failure(allowed.error());
    QStringList statements {u"DELETE "_s + later};
    if (!rest.isEmpty())
        statements << u"UPDATE %1 t SET %2 FROM %3 c WHERE %4"_s.arg(t, joinedPairs(rest, u"@ = c.@"_s, u", "_s), c, same);
    statements << insert + u" WHERE NOT EXISTS (SELECT FROM %1 t WHERE %2)"_s.arg(t, same);
    return statements;
}

Result<void> RowReturn::refuseCascades(const Relation &table, const QString &later)
{
    const Result<qint64> rows = m_catalogue.count(later);
    if (!rows)
        return failure(rows.error());
    if (*rows == 0)
        return {};
    const Result<Database::Rows> keys = m_connection.executePositional(
        u"SELECT DISTINCT conrelid::pg_catalog.regclass::text FROM pg_catalog.pg_constraint WHERE contype = 'f' AND "
         "confrelid = pg_catalog.to_regclass(?) AND confdeltype IN ('c', 'n', 'd') ORDER BY 1"_s,
        {table.quoted()});
    if (!keys)
        return failure(keys.error());
    QStringList tables;
    for (const QVariantList &row : keys->rows)
        tables << row.constFirst().toString();
    if (tables.isEmpty())
        return {};
    return failure(ErrorCode::Conflict,
        Tr::tr("%1 has rows that its copy does not have (%2); deleting them would delete or change rows of %3.")
            .arg(table.shown(), QString::number(*rows), tables.join(", "_L1)),
        Tr::tr("Delete them yourself when that is meant, or restore the whole database from a file."));
}

Result<void> RowReturn::execute(const QString &sql)
{
    return m_connection.execute(sql).transform([](const Database::Rows &) {});
}

} // namespace Migrations::Backup
