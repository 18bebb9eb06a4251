#include "migrations/inspection/sqlite/sqliteinspector.h"

#include "migrations/database/connection.h"
#include "migrations/inspection/record.h"
#include "migrations/dialects/sqlite/createindextext.h"

#include <algorithm>

namespace Migrations::Inspection {

using namespace Qt::StringLiterals;
using Dialects::Sqlite::CreateIndexText;
using Dialects::Sqlite::CreateTableText;
using Schema::Expression;

namespace {

const QString tablesQuery = uR"(SELECT m.name, m.sql, l.type, l.wr, l.strict
FROM main.sqlite_master m JOIN pragma_table_list l ON l.schema = 'main' AND l.name = m.name
WHERE m.type = 'table' AND l.type <> 'shadow' AND m.name NOT LIKE 'sqlite~_%' ESCAPE '~'
ORDER BY m.name)"_s;

/// the tables that need no module to be looked into
const QString ordinaryTables = uR"((SELECT m.name FROM main.sqlite_master m
    JOIN pragma_table_list l ON l.schema = 'main' AND l.name = m.name
    WHERE m.type = 'table' AND l.type = 'table' AND m.name NOT LIKE 'sqlite~_%' ESCAPE '~'))"_s;

const QString columnsQuery = uR"(SELECT t.name AS "table", c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
FROM %1 t JOIN pragma_table_xinfo(t.name, 'main') c
WHERE c.hidden <> 1
ORDER BY t.name, c.cid)"_s.arg(ordinaryTables);

// the last one declared has the id 0
const QString foreignKeysQuery =
    uR"(SELECT t.name AS "table", f.id, f.seq, f."table" AS referred, f."from", f."to", f.on_update, f.on_delete
FROM %1 t JOIN pragma_foreign_key_list(t.name, 'main') f
ORDER BY t.name, f.id DESC, f.seq)"_s.arg(ordinaryTables);

// the last one made has the seq 0; only those of CREATE INDEX have a text
const QString indexesQuery = uR"(SELECT t.name AS "table", i.name, i."unique", i.origin, e.seqno, e.cid,
    e.name AS "column", e."desc", (SELECT sql FROM main.sqlite_master WHERE type = 'index' AND name = i.name) AS sql
FROM %1 t JOIN pragma_index_list(t.name, 'main') i JOIN pragma_index_xinfo(i.name, 'main') e
WHERE i.origin <> 'pk' AND e."key" = 1
ORDER BY t.name, i.origin, CASE i.origin WHEN 'c' THEN i.name END, i.seq DESC, e.seqno)"_s.arg(ordinaryTables);

constexpr int generatedVirtual = 2;
constexpr int generatedStored = 3;
constexpr int expressionColumn = -2; ///< pragma_index_xinfo.cid

bool sameNames(const QStringList &left, const QStringList &right)
{
    return std::ranges::equal(left, right,
        [](const QString &one, const QString &other) { return one.compare(other, Qt::CaseInsensitive) == 0; });
}

/// the first constraint of that type in the text that `fits`, or none
template<class Constraint, class Predicate>
const Constraint *written(const CreateTableText &text, Predicate fits)
{
    for (const Schema::Constraint &candidate : text.constraints()) {
        const auto *constraint = std::get_if<Constraint>(&candidate);
        if (constraint && fits(*constraint))
            return constraint;
    }
    return nullptr;
}

QString action(const QString &text)
{
    return text == "NO ACTION"_L1 ? QString() : text;
}

Schema::Column column(const Record &record, const CreateTableText &text)
{
    QString type = record.text(u"type"_s);
    const int hidden = record.number(u"hidden"_s);
    if (const QString generated = u" GENERATED ALWAYS"_s; type.endsWith(generated, Qt::CaseInsensitive))
        type.chop(generated.size());
    Schema::Column column {.name = record.text(u"name"_s),
        .type = Schema::Type::verbatim(type),
        .nullable = !record.flag(u"notnull"_s),
        .primaryKey = record.number(u"pk"_s) > 0};
    column.type.collation = text.collation(column.name);
    if (hidden == generatedVirtual || hidden == generatedStored)
        column.computed = {
            .expression = Expression::sql(text.computed(column.name)), .persisted = hidden == generatedStored};
    if (const QVariant value = record.value(u"dflt_value"_s); !value.isNull())
        column.serverDefault = Expression::sql(value.toString());
    return column;
}

} // namespace

Result<Schema::Database> SqliteInspector::read()
{
    const std::pair<QString, void (SqliteInspector::*)(const Record &)> steps[] {
        {tablesQuery, &SqliteInspector::takeTable},
        {columnsQuery, &SqliteInspector::takeColumn},
        {foreignKeysQuery, &SqliteInspector::takeForeignKey},
        {indexesQuery, &SqliteInspector::takeIndexEntry},
    };
    for (const auto &[query, take] : steps) {
        const auto member = take;
        if (const Result<void> done = each(query, [&](const Record &record) { (this->*member)(record); }); !done)
            return failure(done.error());
    }
    readVirtualTables();
    for (Schema::Table &table : m_database.tables)
        addConstraints(table);
    return std::move(m_database);
}

Result<void> SqliteInspector::each(const QString &query, const std::function<void(const Record &)> &take)
{
    const Result<Database::Rows> rows = m_connection.execute(query);
    if (!rows)
        return failure(rows.error());
    for (qsizetype row = 0; row < rows->rows.size(); ++row)
        take(Record(*rows, row));
    return {};
}

void SqliteInspector::readVirtualTables()
{
    for (const QString &name : std::as_const(m_virtualTables)) {
        // without its module nobody knows the columns of a virtual table, and that is no failure
        const Result<Database::Rows> rows = m_connection.execute(
            u"SELECT :name AS \"table\", * FROM pragma_table_xinfo(:name, 'main') WHERE hidden <> 1"_s,
            {{u"name"_s, name}});
        for (qsizetype row = 0; rows && row < rows->rows.size(); ++row)
            takeColumn(Record(*rows, row));
    }
}

void SqliteInspector::takeTable(const Record &record)
{
    const QString name = record.text(u"name"_s);
    const CreateTableText text(record.text(u"sql"_s));
    Schema::Table table {.name = name};
    if (text.hasAutoincrement())
        table.options.insert(u"sqlite_autoincrement"_s, Expression::boolean(true));
    if (record.flag(u"wr"_s))
        table.options.insert(u"sqlite_with_rowid"_s, Expression::boolean(false));
    if (record.flag(u"strict"_s))
        table.options.insert(u"sqlite_strict"_s, Expression::boolean(true));
    if (record.text(u"type"_s) == "virtual"_L1) {
        table.prefixes << u"VIRTUAL"_s;
        m_virtualTables << name;
    }
    m_texts.insert(name, text);
    m_database.tables << table;
}

void SqliteInspector::takeColumn(const Record &record)
{
    const QString name = record.text(u"table"_s);
    Schema::Table *table = m_database.table(name);
    const auto text = m_texts.constFind(name);
    if (!table || text == m_texts.cend())
        return;
    table->columns << column(record, *text);
    if (const int place = record.number(u"pk"_s); place > 0)
        m_primaryKeys[name].insert(place, table->columns.constLast().name);
}

void SqliteInspector::takeForeignKey(const Record &record)
{
    QList<Schema::ForeignKey> &keys = m_foreignKeys[record.text(u"table"_s)];
    if (record.number(u"seq"_s) == 0)
        keys << Schema::ForeignKey {.referredTable = record.text(u"referred"_s),
            .onDelete = action(record.text(u"on_delete"_s)),
            .onUpdate = action(record.text(u"on_update"_s))};
    keys.last().columns << record.text(u"from"_s);
    if (const QVariant to = record.value(u"to"_s); !to.isNull())
        keys.last().referredColumns << to.toString();
}

void SqliteInspector::takeIndexEntry(const Record &record)
{
    const QString tableName = record.text(u"table"_s);
    const QString name = record.text(u"name"_s);
    const bool isFirst = record.number(u"seqno"_s) == 0;
    if (record.text(u"origin"_s) == "u"_L1) {
        QList<QStringList> &keys = m_uniqueKeys[tableName];
        if (isFirst)
            keys << QStringList {};
        keys.last() << record.text(u"column"_s);
        return;
    }
    Schema::Table *table = m_database.table(tableName);
    if (!table)
        return;
    const CreateIndexText text = CreateIndexText::read(record.text(u"sql"_s));
    if (isFirst) {
        Schema::Index index {.name = {.text = name, .isFinal = true}, .unique = record.flag(u"unique"_s)};
        if (!text.where.isEmpty())
            index.options.insert(u"sqlite_where"_s, Expression::sql(text.where));
        table->indexes << index;
    }
    const bool isExpression = record.number(u"cid"_s) == expressionColumn;
    table->indexes.last().parts << Schema::IndexPart {.expression = isExpression
            ? Expression::sql(text.parts.value(record.number(u"seqno"_s)))
            : Expression::column(record.text(u"column"_s)),
        .order = record.flag(u"desc"_s) ? u"DESC"_s : QString()};
}

void SqliteInspector::addConstraints(Schema::Table &table)
{
    const auto text = m_texts.constFind(table.name);
    if (text == m_texts.cend())
        return;
    addPrimaryKey(table, *text);
    addUniqueConstraints(table, *text);
    addForeignKeys(table, *text);
    for (const Schema::Constraint &constraint : text->constraints()) {
        if (std::holds_alternative<Schema::CheckConstraint>(constraint))
            table.constraints << constraint;
    }
}

void SqliteInspector::addPrimaryKey(Schema::Table &table, const CreateTableText &text)
{
    const QStringList columns = m_primaryKeys.value(table.name).values();
    if (columns.isEmpty())
        return;
    Schema::PrimaryKey key {.columns = columns};
    if (const auto *found = written<Schema::PrimaryKey>(text, [](const auto &) { return true; })) {
        key.name = found->name;
        key.options = found->options;
    }
    table.constraints << key;
}

void SqliteInspector::addUniqueConstraints(Schema::Table &table, const CreateTableText &text)
{
    for (const QStringList &columns : m_uniqueKeys.value(table.name)) {
        Schema::UniqueConstraint constraint {.columns = columns};
        const auto *found = written<Schema::UniqueConstraint>(
            text, [&](const Schema::UniqueConstraint &candidate) { return sameNames(candidate.columns, columns); });
        if (found) {
            constraint.name = found->name;
            constraint.options = found->options;
        }
        table.constraints << constraint;
    }
}

void SqliteInspector::addForeignKeys(Schema::Table &table, const CreateTableText &text)
{
    for (Schema::ForeignKey key : m_foreignKeys.value(table.name)) {
        const auto *found = written<Schema::ForeignKey>(text, [&](const Schema::ForeignKey &candidate) {
            return sameNames(candidate.columns, key.columns)
                && candidate.referredTable.compare(key.referredTable, Qt::CaseInsensitive) == 0;
        });
        if (found) {
            key.name = found->name;
            key.deferrability = found->deferrability;
        }
        if (key.referredColumns.isEmpty())
            key.referredColumns = m_primaryKeys.value(key.referredTable).values();
        table.constraints << key;
    }
}

} // namespace Migrations::Inspection
