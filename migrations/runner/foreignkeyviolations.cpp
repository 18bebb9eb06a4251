#include "migrations/runner/foreignkeyviolations.h"

#include "migrations/database/connection.h"
#include "migrations/dialects/dialect.h"

#include <QCoreApplication>
#include <QSet>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

constexpr qsizetype shownRows = 5;

const QString referringTables = uR"(SELECT DISTINCT m.name FROM main.sqlite_master m
JOIN pragma_foreign_key_list(m.name, 'main') f
WHERE m.type = 'table' AND (:table = '' OR m.name = :table COLLATE NOCASE OR f."table" = :table COLLATE NOCASE)
ORDER BY m.name)"_s;

} // namespace

Result<ForeignKeyViolations> ForeignKeyViolations::read(Database::Connection &connection, const QString &table)
{
    const Result<Database::Rows> tables = connection.execute(referringTables, {{u"table"_s, table}});
    if (!tables)
        return failure(tables.error());
    ForeignKeyViolations found;
    for (const QVariantList &name : tables->rows) {
        const Result<Database::Rows> rows = connection.execute(u"PRAGMA main.foreign_key_check(%1)"_s.arg(
            Dialects::Dialect::sqlite().literal(name.constFirst().toString())));
        if (!rows) {
            if (rows.error().code != ErrorCode::Server)
                return failure(rows.error());
            found.m_failures.insert(name.constFirst().toString(), rows.error().message);
            continue;
        }
        for (const QVariantList &row : rows->rows)
            found.m_rows[{row[0].toString(), row[2].toString()}] << row[1].toString();
    }
    return found;
}

Result<void> ForeignKeyViolations::canBeCheckedAsIn(const ForeignKeyViolations &before) const
{
    for (const auto &[table, reason] : m_failures.asKeyValueRange()) {
        if (!before.m_failures.contains(table))
            return failure({.code = ErrorCode::Conflict,
                .message = Tr::tr("The foreign keys of %1 cannot be checked any more: %2").arg(table, reason),
                .nextStep = Tr::tr("Keep the columns that they refer to a primary key or unique.")});
    }
    return {};
}

Result<void> ForeignKeyViolations::noneSince(const ForeignKeyViolations &before) const
{
    QStringList examples;
    qsizetype found = 0;
    for (const auto &[keys, rows] : m_rows.asKeyValueRange()) {
        const QStringList then = before.m_rows.value(keys);
        if (rows.size() <= then.size())
            continue;
        found += rows.size() - then.size();
        const QSet<QString> known(then.cbegin(), then.cend());
        for (const QString &row : rows) {
            if (row.isEmpty())
                examples << Tr::tr("%1: a row without its parent in %2").arg(keys.first, keys.second);
            else if (!known.contains(row))
                examples << Tr::tr("%1: the row %2 without its parent in %3").arg(keys.first, row, keys.second);
            if (examples.size() >= shownRows)
                break;
        }
    }
    if (found == 0)
        return {};
    examples = examples.first(qMin(shownRows, examples.size()));
    return failure({.code = ErrorCode::Conflict,
        .message = Tr::tr("Afterwards %n row(s) would refer to a parent that is not there.", nullptr, int(found)),
        .detail = examples.join(u'\n'),
        .nextStep = Tr::tr("Correct these rows first, or leave the foreign key out.")});
}

} // namespace Migrations::Runner
