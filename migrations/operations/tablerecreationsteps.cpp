#include "migrations/operations/tablerecreation.h"

#include "migrations/operations/ownedcolumns.h"
#include "migrations/schema/constraints.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Migrations::Operations {

namespace {

using Schema::Expression;

constexpr qsizetype temporaryNameLength = 50;

std::unexpected<Error> noColumn(const QString &key)
{
    return failure(
        Error {.code = ErrorCode::BadInput, .message = u"'%1'"_s.arg(key), .exception = u"KeyError"_s});
}

/// by what an index finds its columns: text as it is, of an expression the first column
QString indexKey(const Schema::IndexPart &part)
{
    const QStringList columns = Schema::columnsOf(part.expression);
    return columns.isEmpty() ? part.expression.text : columns.constFirst();
}

} // namespace

QString TableRecreation::temporaryName(const QString &table)
{
    return QString(u"_alembic_tmp_"_s + table).left(temporaryNameLength);
}

void TableRecreation::describeChanges(Steps &steps) const
{
    steps.droppedColumns = m_existingColumns;
    for (const Entry &entry : m_entries) {
        const QString source = entry.source ? entry.key : QString();
        steps.columns << NewColumn {.name = entry.column.name,
            .source = source,
            .hasNewType = entry.hasNewType || source.isEmpty()};
        steps.droppedColumns.removeAll(source);
    }
    for (const Schema::Index &index : m_indexes)
        steps.keptIndexes << index.name.text;
    steps.droppedIndexes = m_droppedIndexes;
    steps.statedOptions = m_extras.options.keys();
}

Schema::Table TableRecreation::newTable() const
{
    Schema::Table table {.name = temporaryName(m_table.name),
        .schema = m_table.schema,
        .indexes = m_extras.indexes,
        .comment = m_extras.comment,
        .prefixes = m_extras.prefixes,
        .options = m_extras.options};
    for (const auto &[option, value] : m_table.options.asKeyValueRange()) {
        if (!table.options.contains(option))
            table.options.insert(option, value);
    }
    table.constraints = m_extras.constraints;
    std::optional<Schema::PrimaryKey> key;
    QList<Schema::Constraint> implied;
    for (const Entry &entry : m_entries) {
        Schema::Column column = entry.column;
        column.type.typeNameIsFinal = true;
        if (column.index) {
            table.indexes << Schema::Index {
                .name = {.text = Schema::defaultIndexName(table, *Schema::impliedIndex(column)), .isFinal = true},
                .parts = {{.expression = Expression::column(column.name)}},
                .unique = column.unique};
        } else if (column.unique) {
            implied << Schema::UniqueConstraint {.name = {.isFinal = true}, .columns = {column.name}};
        }
        column.index = false;
        column.unique = false;
        column.foreignKeys.clear(); // a key of a column that was in a table is a constraint of the table
        for (Schema::CheckConstraint &check : column.checks)
            check.name.isFinal = true;
        table.columns << column;
    }
    table.constraints << implied;
    for (const QList<Schema::Constraint> &list : {m_named, m_unnamed}) {
        for (const Schema::Constraint &constraint : list) {
            if (!fits(constraint))
                continue;
            const Schema::Constraint copied = renamed(constraint);
            if (const auto *found = std::get_if<Schema::PrimaryKey>(&copied))
                key = *found; // the last one wins
            else
                table.constraints << copied;
        }
    }
    if (key)
        table.constraints.prepend(*key);
    return table;
}

Schema::Constraint TableRecreation::renamed(Schema::Constraint constraint) const
{
    const auto rename = [this](QStringList &columns) {
        for (QString &column : columns)
            column = nameOf(column);
    };
    if (auto *key = std::get_if<Schema::PrimaryKey>(&constraint)) {
        rename(key->columns);
    } else if (auto *unique = std::get_if<Schema::UniqueConstraint>(&constraint)) {
        rename(unique->columns);
    } else if (auto *reference = std::get_if<Schema::ForeignKey>(&constraint)) {
        rename(reference->columns);
        if (!m_table.schema.isEmpty())
            reference->referredSchema = m_table.schema;
    }
    if (auto *check = std::get_if<Schema::CheckConstraint>(&constraint))
        renameOwned(check->condition, [this](const QString &column) { return nameOf(column); });
    std::visit([](auto &each) { each.name.isFinal = true; }, constraint);
    return constraint;
}

Schema::Index TableRecreation::renamed(Schema::Index index) const
{
    for (Schema::IndexPart &part : index.parts) {
        if (part.expression.kind == Expression::Kind::Column)
            part.expression = Expression::column(nameOf(part.expression.text));
    }
    index.name.isFinal = true;
    return index;
}

CopyRows TableRecreation::copy(const QString &target) const
{
    CopyRows copy {.target = target, .source = m_table.name, .schema = m_table.schema};
    for (const Entry &entry : m_entries) {
        if (entry.source)
            copy.columns << CopiedColumn {.name = entry.column.name, .value = *entry.source, .label = entry.key};
    }
    for (const Entry &entry : m_entries) {
        if (!entry.source && entry.column.hasConstantDefault()) {
            copy.columns << CopiedColumn {.name = entry.column.name, .value = *entry.column.clientDefault};
        }
    }
    return copy;
}

Result<QList<CreateIndex>> TableRecreation::indexes() const
{
    QList<CreateIndex> created;
    for (const Schema::Index &index : m_indexes)
        created << CreateIndex {.table = m_table.name, .index = renamed(index), .schema = m_table.schema};
    for (const Schema::Index &index : m_newIndexes) {
        Schema::Index plain {.name = {.text = index.name.text, .isFinal = true},
            .unique = index.unique,
            .options = index.options};
        for (const Schema::IndexPart &part : index.parts) {
            const QString key = indexKey(part);
            const auto found = std::ranges::find(m_entries, key, &Entry::key);
            if (found == m_entries.cend())
                return noColumn(key);
            plain.parts << Schema::IndexPart {.expression = Expression::column(found->column.name)};
        }
        created << CreateIndex {.table = m_table.name, .index = plain, .schema = m_table.schema};
    }
    return created;
}

QList<Operation> operationsOf(const TableRecreation::Steps &steps)
{
    QList<Operation> operations {steps.create, steps.copy, steps.drop, steps.rename};
    for (const CreateIndex &index : steps.indexes.value_or(QList<CreateIndex>()))
        operations << index;
    return operations;
}

} // namespace Migrations::Operations
