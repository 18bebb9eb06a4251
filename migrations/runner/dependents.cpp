#include "migrations/runner/dependents.h"

#include "migrations/database/connection.h"
#include "migrations/dialects/dialect.h"
#include "migrations/dialects/sqlite/sqltokens.h"

#include <algorithm>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;
using Dialects::Sqlite::SqlToken;
using Dialects::Sqlite::StoredObject;
using Dialects::Sqlite::StoredObjects;

namespace {

const auto &dialect = Dialects::Dialect::sqlite;

/// INSERT, UPDATE or DELETE: the first such word behind CREATE TRIGGER and its name
QString eventOf(const StoredObject &trigger)
{
    static const QStringList events {u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s};
    const QList<SqlToken> tokens = Dialects::Sqlite::sqlTokens(trigger.sql);
    for (qsizetype at = 3; at < tokens.size(); ++at) {
        if (tokens[at].kind == SqlToken::Kind::Word && events.contains(tokens[at].text.toUpper()))
            return tokens[at].text.toUpper();
    }
    return {};
}

/// an UPDATE that touches every column that one can write to
QString update(Database::Connection &connection, const QString &table)
{
    const Result<Database::Rows> columns = connection.execute(
        u"SELECT name FROM pragma_table_xinfo(:table) WHERE hidden = 0"_s, {{u"table"_s, table}});
    QStringList assignments;
    for (const QVariantList &column : columns ? columns->rows : QList<QVariantList>()) {
        const QString name = dialect().quoted(column.constFirst().toString());
        assignments << name + u" = "_s + name;
    }
    return u"UPDATE %1 SET %2"_s.arg(dialect().quoted(table), assignments.join(u", "_s));
}

QString statementUsing(Database::Connection &connection, const StoredObject &object)
{
    if (object.type == u"view")
        return u"SELECT * FROM "_s + dialect().quoted(object.name);
    const QString event = eventOf(object);
    if (event == u"INSERT")
        return u"INSERT INTO %1 DEFAULT VALUES"_s.arg(dialect().quoted(object.table));
    if (event == u"DELETE")
        return u"DELETE FROM "_s + dialect().quoted(object.table);
    return update(connection, object.table);
}

} // namespace

QString Dependents::probe(Database::Connection &connection, const StoredObject &object)
{
    const Result<Database::Rows> explained = connection.execute(u"EXPLAIN "_s + statementUsing(connection, object));
    return explained ? QString() : explained.error().message;
}

Dependents Dependents::working(Database::Connection &connection, const StoredObjects &stored)
{
    Dependents dependents;
    for (const StoredObject &object : stored.ofType(u"view"_s) + stored.ofType(u"trigger"_s)) {
        if (probe(connection, object).isEmpty())
            dependents.m_objects << object;
    }
    return dependents;
}

QList<Dependents::Broken> Dependents::broken(Database::Connection &connection) const
{
    QList<Broken> found;
    for (const StoredObject &object : m_objects) {
        const Result<Database::Rows> there
            = connection.execute(u"SELECT 1 FROM main.sqlite_master WHERE type = :type AND name = :name"_s,
                {{u"type"_s, object.type}, {u"name"_s, object.name}});
        if (!there || there->rows.isEmpty())
            continue;
        if (const QString reason = probe(connection, object); !reason.isEmpty())
            found << Broken {object, reason};
    }
    return found;
}

std::optional<Dependents::Broken> Dependents::broken(Database::Connection &connection, const StoredObject &trigger) const
{
    const bool didWork = std::ranges::any_of(m_objects, [&](const StoredObject &each) {
        return each.type == trigger.type && each.name.compare(trigger.name, Qt::CaseInsensitive) == 0;
    });
    const QString reason = didWork ? probe(connection, trigger) : QString();
    return reason.isEmpty() ? std::nullopt : std::optional(Broken {trigger, reason});
}

} // namespace Migrations::Runner
