#include "migrations/runner/rowsatrisk.h"

#include "migrations/database/connection.h"
#include "migrations/dialects/dialect.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;
using Risks = QList<RowsAtRisk>;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString plain(const QString &schema, const QString &name)
{
    return schema.isEmpty() ? name : schema + u'.' + name;
}

/// A longer text, which takes every value as it is: PostgreSQL does not look at the rows either.
bool isWider(const QString &before, const QString &after)
{
    static const QRegularExpression form(
        u"^(?:character varying|varchar)\\s*(?:\\((\\d+)\\))?$|^text$"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch old = form.match(before);
    const QRegularExpressionMatch now = form.match(after);
    if (!old.hasMatch() || !now.hasMatch())
        return false;
    const bool isUnlimited = now.captured(1).isEmpty();
    return isUnlimited || (!old.captured(1).isEmpty() && old.captured(1).toInt() <= now.captured(1).toInt());
}

/// Asks one database about its rows.
class Counter final
{
public:
    explicit Counter(Database::Connection &connection)
        : m_connection(connection)
        , m_dialect(*Dialects::Dialect::byName(connection.url().dialect()))
    {
    }

    [[nodiscard]] Result<Risks> operator()(const Operations::DropTable &operation) const
    {
        const QString name = plain(operation.schema, operation.table);
        return has(operation.schema, operation.table, {}).and_then([&](bool isThere) {
            return isThere ? counted(RowsAtRisk::Kind::Table, name, quoted(operation.schema, operation.table), {}) : none();
        });
    }

    [[nodiscard]] Result<Risks> operator()(const Operations::DropColumn &operation) const
    {
        const QString name = plain(operation.schema, operation.table) + u'.' + operation.column;
        return has(operation.schema, operation.table, operation.column).and_then([&](bool isThere) {
            return isThere ? counted(RowsAtRisk::Kind::Column, name, quoted(operation.schema, operation.table),
                                 m_dialect.quoted(operation.column) + u" IS NOT NULL")
                           : none();
        });
    }

    [[nodiscard]] Result<Risks> operator()(const Operations::AlterColumn &operation) const
    {
        if (!operation.type || m_connection.url().isSqlite())
            return none();
        const Result<QString> type = m_dialect.typeText(*operation.type);
        if (!type)
            return none(); // the operation itself says why
        return has(operation.schema, operation.table, operation.column).and_then([&](bool isThere) {
            return isThere ? changedValues(operation, *type) : none();
        });
    }

    [[nodiscard]] Result<Risks> operator()(const Operations::ExecuteSql &operation) const
    {
        Risks all;
        for (const Operations::Operation &loss : lossesOf(operation.sql)) {
            const Result<Risks> risks = rowsAtRisk(m_connection, loss);
            if (!risks)
                return risks;
            all << *risks;
        }
        return all;
    }

    template<class Harmless>
    [[nodiscard]] Result<Risks> operator()(const Harmless &) const
    {
        return none();
    }

private:
    [[nodiscard]] static Result<Risks> none() { return Risks(); }

    [[nodiscard]] QString quoted(const QString &schema, const QString &table) const
    {
        return schema.isEmpty() ? m_dialect.quoted(table) : m_dialect.quoted(schema) + u'.' + m_dialect.quoted(table);
    }

    // a question about something that is not there would spoil PostgreSQL's transaction
    [[nodiscard]] Result<bool> has(const QString &schema, const QString &table, const QString &column) const
    {
        const QVariantMap values {{u"table"_s, m_connection.url().isSqlite() ? table : quoted(schema, table)}, {u"column"_s, column.isEmpty() ? u""_s : column}};
        const QString sql = m_connection.url().isSqlite()
            ? u"SELECT count(*) FROM pragma_table_info(:table) WHERE :column = '' OR name = :column COLLATE NOCASE"_s
            : u"SELECT count(*) FROM pg_class c WHERE c.oid = to_regclass(:table) AND c.relkind IN ('r', 'p') AND (:column "
              "= '' OR EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = :column AND NOT "
              "a.attisdropped))"_s;
        return m_connection.execute(sql, values).transform([](const Database::Rows &found) {
            return found.rows.front().front().toInt() > 0;
        });
    }

    [[nodiscard]] Result<Risks> counted(
        RowsAtRisk::Kind kind, const QString &name, const QString &table, const QString &condition) const
    {
        const QString where = condition.isEmpty() ? QString() : u" WHERE "_s + condition;
        return m_connection
            .execute(u"SELECT count(*) FROM (SELECT 1 FROM %1%2 LIMIT %3) AS counted"_s.arg(
                table, where, QString::number(RowsAtRisk::Most)))
            .transform([&](const Database::Rows &found) {
                const qint64 rows = found.rows.front().front().toLongLong();
                return rows > 0 ? Risks {{.kind = kind, .name = name, .rows = rows}} : Risks();
            });
    }

    // a value that the new type does not take at all is the server's to refuse, and not counted
    [[nodiscard]] Result<Risks> changedValues(const Operations::AlterColumn &operation, const QString &type) const
    {
        const QString table = quoted(operation.schema, operation.table);
        const QString column = m_dialect.quoted(operation.column);
        const QString value = operation.postgresqlUsing.isEmpty() ? column : u'(' + operation.postgresqlUsing + u')';
        const Result<Database::Rows> old = m_connection.execute(
            u"SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = to_regclass(:table) AND attname = "
            ":column"_s,
            {{u"table"_s, table}, {u"column"_s, operation.column}});
        if (!old || old->rows.isEmpty() || isWider(old->rows.front().front().toString(), type))
            return none();
        const bool isInside = m_connection.inTransaction();
        if (isInside && !m_connection.execute(u"SAVEPOINT values_at_risk"_s))
            return none();
        const Result<Risks> risks = counted(RowsAtRisk::Kind::Values,
            plain(operation.schema, operation.table) + u'.' + operation.column, table,
            u"%1 IS DISTINCT FROM CAST(CAST(%2 AS %3) AS %4)"_s.arg(
                column, value, type, old->rows.front().front().toString()));
        if (isInside) {
            (void)m_connection.execute(u"ROLLBACK TO SAVEPOINT values_at_risk"_s);
            (void)m_connection.execute(u"RELEASE SAVEPOINT values_at_risk"_s);
        }
        return risks ? risks : none();
    }

    Database::Connection &m_connection;
    const Dialects::Dialect &m_dialect;
};

const QString identifier = u"(?:\"(?:[^\"]|\"\")+\"|[\\w$]+)"_s;
const QString relation = u"%1(?:\\s*\\.\\s*%1)?"_s.arg(identifier);

// without quotes PostgreSQL reads it in lower case, and to SQLite it is all the same
QString unquoted(QString name)
{
    name = name.trimmed();
    return name.startsWith(u'"') ? name.sliced(1, name.size() - 2).replace(u"\"\""_s, u"\""_s) : name.toLower();
}

// schema and name
std::pair<QString, QString> parts(const QString &text)
{
    static const QRegularExpression form(u"^\\s*(?:(%1)\\s*\\.\\s*)?(%1)\\s*$"_s.arg(identifier));
    const QRegularExpressionMatch match = form.match(text);
    return {unquoted(match.captured(1)), unquoted(match.captured(2))};
}

QRegularExpression insensitive(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

} // namespace

QString RowsAtRisk::toString() const
{
    const QString count = rows >= Most ? Tr::tr("at least %1 rows").arg(QLocale::c().toString(rows))
                                       : Tr::tr("%n row(s)", nullptr, int(rows));
    switch (kind) {
    case Kind::Table:
        return Tr::tr("table %1 with %2").arg(name, count);
    case Kind::Column:
        return Tr::tr("column %1 with values in %2").arg(name, count);
    case Kind::Values:
        return Tr::tr("other values in column %1 of %2").arg(name, count);
    }
    std::unreachable();
}

Result<QList<RowsAtRisk>> rowsAtRisk(Database::Connection &connection, const Operations::Operation &operation)
{
    return std::visit(Counter(connection), operation);
}

QList<Operations::Operation> lossesOf(const QString &sql)
{
    static const QRegularExpression comments(u"--[^\\n]*|/\\*.*?\\*/"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tables = insensitive(
        u"^\\s*(?:DROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?|TRUNCATE\\s+(?:TABLE\\s+)?(?:ONLY\\s+)?)(%1(?:\\s*,\\s*%1)*)"_s.arg(relation));
    static const QRegularExpression alter
        = insensitive(u"^\\s*ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?(%1)\\s+(?=.*\\bDROP\\b)"_s.arg(relation));
    static const QRegularExpression column = insensitive(
        u"(?:^|,)\\s*DROP\\s+(?!CONSTRAINT\\b)(?:COLUMN\\s+)?(?:IF\\s+EXISTS\\s+)?(%1)"_s.arg(identifier));
    QList<Operations::Operation> losses;
    if (!sql.contains("drop"_L1, Qt::CaseInsensitive) && !sql.contains("truncate"_L1, Qt::CaseInsensitive))
        return losses;
    QString text = sql;
    text.remove(comments);
    if (const QRegularExpressionMatch whole = tables.match(text); whole.hasMatch()) {
        for (const QString &name : whole.captured(1).split(u',')) {
            const auto [schema, table] = parts(name);
            losses << Operations::DropTable {.table = table, .schema = schema};
        }
    } else if (const QRegularExpressionMatch match = alter.match(text); match.hasMatch()) {
        const auto [schema, table] = parts(match.captured(1));
        const QString actions = text.sliced(match.capturedEnd());
        for (const QRegularExpressionMatch &dropped : column.globalMatch(actions))
            losses << Operations::DropColumn {.table = table, .column = unquoted(dropped.captured(1)), .schema = schema};
    }
    return losses;
}

} // namespace Migrations::Runner
