#include "migrations/dialects/sqlite/tablerebuild.h"

#include "migrations/dialects/sqlite/completedtable.h"
#include "migrations/dialects/sqlite/tabletext.h"
#include "migrations/operations/ownedcolumns.h"

#include <QCoreApplication>

#include <algorithm>

namespace Migrations::Dialects::Sqlite {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

using Kind = RebuildStatement::Kind;
using NewColumn = Operations::TableRecreation::NewColumn;

bool sameName(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

/// whether Alembic's own reading of the index says all of it: columns, and nothing beside them
bool isPlain(const StoredObject &index)
{
    const QList<SqlToken> tokens = sqlTokens(index.sql);
    const auto group = std::ranges::find(tokens, SqlToken::Kind::Group, &SqlToken::kind);
    if (group == tokens.cend() || group + 1 != tokens.cend())
        return false;
    return std::ranges::all_of(
        atCommas(sqlTokens(group->text)), [](const QList<SqlToken> &part) { return part.size() == 1; });
}

/// whether the clause says a column in a way that Alembic does not rename
bool needsRename(const TableText::Clause &clause, const QString &table, const QString &column)
{
    if (!mentions(clause.text, column))
        return false;
    if (clause.kind == "CHECK"_L1 || clause.kind == "AS"_L1)
        return true;
    const auto isDecorated = [](const QList<SqlToken> &part) { return part.size() > 1; };
    if (clause.kind == "PRIMARY"_L1 || clause.kind == "UNIQUE"_L1)
        return std::ranges::any_of(clause.parts(), isDecorated);
    return (clause.kind == "FOREIGN"_L1 || clause.kind == "REFERENCES"_L1) && mentions(clause.text, table);
}

} // namespace

TableRebuild::TableRebuild(
    const Steps &steps, const StoredObjects &stored, const Dialects::Dialect &dialect, Dialects::Compiler &compiler)
    : m_steps(steps)
    , m_stored(stored)
    , m_dialect(dialect)
    , m_compiler(compiler)
    , m_table(steps.drop.table)
{
    const bool isNeeded = std::ranges::any_of(m_steps.columns, [this](const NewColumn &column) {
        return !column.source.isEmpty() && column.source != column.name && isMentioned(column.source);
    });
    if (isNeeded)
        planRenames();
}

bool TableRebuild::isMentioned(const QString &column) const
{
    return std::ranges::any_of(m_stored.all(), [&](const StoredObject &object) {
        const bool isOwn = sameName(object.table, m_table);
        if (object.type == "table"_L1 && isOwn) {
            const QList<TableText::Item> items = TableText(object.sql).items();
            return std::ranges::any_of(items, [&](const TableText::Item &item) {
                return std::ranges::any_of(item.clauses,
                    [&](const TableText::Clause &clause) { return needsRename(clause, m_table, column); });
            });
        }
        if (object.type == "index"_L1)
            return isOwn && !object.sql.isEmpty() && !isPlain(object)
                && !m_steps.droppedIndexes.contains(object.name) && mentions(object.sql, column);
        return mentions(object.sql, column) && (isOwn || mentions(object.sql, m_table));
    });
}

// a name that is still taken is made free first
void TableRebuild::planRenames()
{
    const QString alter = u"ALTER TABLE "_s + m_dialect.quoted(m_table) + u" RENAME COLUMN "_s;
    const auto rename = [&](const QString &column, const QString &to) {
        m_renames << RebuildStatement {.kind = Kind::RenameColumn,
            .sql = alter + m_dialect.quoted(nowNamed(column)) + u" TO "_s + m_dialect.quoted(to)};
        m_now.insert(column, to);
    };
    QStringList there = m_steps.droppedColumns;
    for (const NewColumn &column : m_steps.columns)
        there << column.source;
    int number = 0;
    for (const QString &column : std::as_const(there)) {
        const bool isTaken = std::ranges::any_of(m_steps.columns, [&](const NewColumn &each) {
            return !each.source.isEmpty() && !sameName(each.source, column) && sameName(each.name, column);
        });
        if (isTaken)
            rename(column, u"_alembic_tmp_%1"_s.arg(++number));
    }
    for (const NewColumn &column : m_steps.columns) {
        if (!column.source.isEmpty() && nowNamed(column.source) != column.name)
            rename(column.source, column.name);
    }
}

QList<RebuildStatement> TableRebuild::renames() const
{
    return m_renames;
}

Result<QStringList> TableRebuild::compiled(const Operations::Operation &operation)
{
    const Dialects::Rendered rendered = m_compiler.compile(operation);
    return rendered.refusal ? failure(*rendered.refusal) : Result<QStringList>(rendered.statements);
}

Result<QStringList> TableRebuild::createStatements(const StoredObjects &now)
{
    Result<QStringList> created = compiled(m_steps.create);
    const StoredObject *before = m_stored.find(u"table"_s, m_table);
    const StoredObject *found = now.find(u"table"_s, m_table);
    if (!created || m_steps.isDescribed || !before || !found || created->isEmpty())
        return created;
    CompletionSource source {.before = before->sql,
        .now = found->sql,
        .columns = m_steps.columns,
        .newNames = m_now,
        .statedOptions = m_steps.statedOptions,
        .table = m_table};
    for (NewColumn &column : source.columns)
        column.source = nowNamed(column.source);
    for (const QString &column : m_steps.droppedColumns)
        source.droppedColumns << nowNamed(column);
    const CompletedTable table = completed(created->constFirst(), source);
    created->first() = table.sql;
    m_leftOut = table.leftOut;
    return created;
}

// SQLite computes a generated column itself
Operations::CopyRows TableRebuild::copy() const
{
    Operations::CopyRows copy = m_steps.copy;
    copy.columns.removeIf([this](const Operations::CopiedColumn &copied) {
        const Schema::Column *column = m_steps.create.table.column(copied.name);
        return column && column->computed;
    });
    for (Operations::CopiedColumn &copied : copy.columns) {
        Operations::renameOwned(copied.value, [this](const QString &name) { return nowNamed(name); });
        copied.label = nowNamed(copied.label);
    }
    return copy;
}

Result<void> TableRebuild::checkIndex(const StoredObject &index) const
{
    for (const QString &column : m_steps.droppedColumns) {
        const bool isThereAgain = std::ranges::any_of(
            m_steps.columns, [&](const NewColumn &each) { return sameName(each.name, nowNamed(column)); });
        if (isThereAgain || !mentions(index.sql, nowNamed(column)))
            continue;
        return failure({.code = ErrorCode::Conflict,
            .message = Tr::tr("The index %1 uses the column %2 of %3, which is dropped.")
                           .arg(index.name, column, m_table),
            .statement = index.sql,
            .nextStep = Tr::tr("Drop the index before, with op.drop_index(\"%1\", \"%2\"), and make the one that "
                               "is wanted afterwards.")
                            .arg(index.name, m_table)});
    }
    return {};
}

Result<QList<RebuildStatement>> TableRebuild::indexes(const StoredObjects &now)
{
    if (!m_steps.indexes)
        return failure(m_steps.indexes.error());
    QList<RebuildStatement> list;
    QStringList names;
    for (const Operations::CreateIndex &create : *m_steps.indexes) {
        const Result<QStringList> text = compiled(create);
        if (!text)
            return failure(text.error());
        const QString name = create.index.name.text;
        const bool isKept = !m_steps.isDescribed && m_steps.keptIndexes.contains(name) && !names.contains(name.toLower());
        const StoredObject *stored = isKept ? now.find(u"index"_s, name) : nullptr;
        if (const Result<void> kept = stored ? checkIndex(*stored) : Result<void>(); !kept)
            return failure(kept.error());
        const bool isAlembics = !stored || isPlain(*stored) || saysTheSame(stored->sql, text->value(0));
        list << RebuildStatement {.kind = Kind::Index, .sql = isAlembics ? text->value(0) : stored->sql};
        names << name.toLower();
    }
    for (const StoredObject &stored : m_steps.isDescribed ? QList<StoredObject>() : now.indexesOf(m_table)) {
        if (names.contains(stored.name.toLower()) || m_steps.droppedIndexes.contains(stored.name))
            continue;
        if (const Result<void> kept = checkIndex(stored); !kept)
            return failure(kept.error());
        list << RebuildStatement {.kind = Kind::Index, .sql = stored.sql, .name = stored.name};
    }
    return list;
}

Result<QList<RebuildStatement>> TableRebuild::statements(const StoredObjects &now)
{
    const Result<QStringList> create = createStatements(now);
    const Result<QStringList> copied = compiled(copy());
    const Result<QStringList> drop = compiled(m_steps.drop);
    const Result<QStringList> rename = compiled(m_steps.rename);
    for (const Result<QStringList> *each : {&create, &copied, &drop, &rename}) {
        if (!*each)
            return failure(each->error());
    }
    const QString newName = m_steps.create.table.name;
    QList<RebuildStatement> list;
    const auto add = [&list](Kind kind, const QStringList &texts) {
        for (const QString &sql : texts)
            list << RebuildStatement {.kind = kind, .sql = sql};
    };
    const bool isNumbered = mentions(create->value(0), u"AUTOINCREMENT"_s);
    const StoredObject *stored = now.find(u"table"_s, m_table);
    add(Kind::Create, *create);
    if (isNumbered && stored && mentions(stored->sql, u"AUTOINCREMENT"_s)) {
        add(Kind::KeepSequence,
            {u"INSERT INTO sqlite_sequence (name, seq) SELECT %1, seq FROM sqlite_sequence WHERE name = %2"_s.arg(
                m_dialect.literal(newName), m_dialect.literal(stored->name))});
    }
    add(Kind::Copy, *copied);
    add(Kind::Drop, *drop);
    const bool isLegacy = now.hasDependentsBeside(m_table);
    add(Kind::LegacyOn, isLegacy ? QStringList {u"PRAGMA legacy_alter_table = ON"_s} : QStringList());
    add(Kind::Rename, *rename);
    add(Kind::LegacyOff, isLegacy ? QStringList {u"PRAGMA legacy_alter_table = OFF"_s} : QStringList());
    // Alembic raises only here, after the table was made
    const Result<QList<RebuildStatement>> created = indexes(now);
    if (!created)
        return failure(created.error());
    list << *created;
    for (const StoredObject &trigger : now.triggersOf(m_table))
        list << RebuildStatement {.kind = Kind::Trigger, .sql = trigger.sql, .name = trigger.name};
    return list;
}

} // namespace Migrations::Dialects::Sqlite
