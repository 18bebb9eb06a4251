#include "migrations/operations/tableeditor.h"

#include "migrations/schema/constraints.h"

#include <QCoreApplication>

#include <algorithm>

namespace Migrations::Operations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

void renameIn(QStringList &names, const QString &from, const QString &to)
{
    std::ranges::replace(names, from, to);
}

void renameIn(Schema::Expression &expression, const QString &from, const QString &to)
{
    if (expression.kind == Schema::Expression::Kind::Column && expression.text == from)
        expression.text = to;
    for (Schema::Expression &argument : expression.arguments)
        renameIn(argument, from, to);
}

struct ColumnRenamer {
    QString from;
    QString to;

    void operator()(Schema::PrimaryKey &key) const { renameIn(key.columns, from, to); }
    void operator()(Schema::UniqueConstraint &unique) const { renameIn(unique.columns, from, to); }
    void operator()(Schema::ForeignKey &key) const { renameIn(key.columns, from, to); }
    void operator()(Schema::CheckConstraint &check) const { renameIn(check.condition, from, to); }
    void operator()(Schema::ExcludeConstraint &exclude) const
    {
        for (Schema::ExcludeElement &element : exclude.elements)
            renameIn(element.expression, from, to);
    }
};

QString nameOf(const Schema::Constraint &constraint)
{
    return std::visit([](const auto &each) { return each.name.text; }, constraint);
}

QStringList indexColumns(const Schema::Index &index)
{
    QStringList columns;
    for (const Schema::IndexPart &part : index.parts)
        columns << Schema::columnsOf(part.expression);
    return columns;
}

} // namespace

QString TableEditor::name() const
{
    return m_table.schema.isEmpty() ? m_table.name : m_table.schema + u'.' + m_table.name;
}

Error TableEditor::missingColumn(const QString &columnName) const
{
    return {.code = ErrorCode::NotFound, .message = Tr::tr("The table %1 has no column %2.").arg(name(), columnName)};
}

Schema::Column *TableEditor::column(const QString &columnName)
{
    const auto found = std::ranges::find(m_table.columns, columnName, &Schema::Column::name);
    return found == m_table.columns.end() ? nullptr : &*found;
}

Result<void> TableEditor::requireColumns(const QStringList &columns) const
{
    for (const QString &each : columns) {
        if (!m_table.column(each))
            return failure(missingColumn(each));
    }
    return {};
}

void TableEditor::setPrimaryKey(const QStringList &columns, bool on)
{
    for (Schema::Column &each : m_table.columns) {
        if (!columns.contains(each.name))
            continue;
        each.primaryKey = on;
        if (on && !each.nullable)
            each.nullable = false;
    }
}

void TableEditor::normalize()
{
    const Schema::DeclaredPrimaryKey declared = Schema::declaredPrimaryKey(m_table);
    m_table.constraints.removeIf(
        [](const Schema::Constraint &each) { return std::holds_alternative<Schema::PrimaryKey>(each); });
    if (!declared.key.columns.isEmpty())
        m_table.constraints.prepend(declared.key);
    setPrimaryKey(declared.key.columns, true);
    for (Schema::Column &each : m_table.columns) {
        m_table.constraints << Schema::impliedConstraints(each);
        for (const Schema::CheckConstraint &check : each.checks)
            m_table.constraints << check;
        if (const std::optional<Schema::Index> index = Schema::impliedIndex(each))
            m_table.indexes << *index;
        if (!each.nullable)
            each.nullable = !each.primaryKey && !each.identity;
        each.unique = false;
        each.index = false;
        each.foreignKeys.clear();
        each.checks.clear();
    }
    for (Schema::Index &index : m_table.indexes) {
        if (index.name.isNone())
            index.name.text = Schema::defaultIndexName(m_table, index);
    }
}

Result<void> TableEditor::addColumn(Schema::Column column)
{
    if (m_table.column(column.name)) {
        return failure(ErrorCode::Conflict, Tr::tr("The table %1 already has a column %2.").arg(name(), column.name));
    }
    Schema::Table declared {.name = m_table.name, .schema = m_table.schema, .columns = {column}};
    TableEditor(declared).normalize();
    column = declared.columns.constFirst();
    column.primaryKey = false; // ADD COLUMN writes no PRIMARY KEY
    m_table.columns << column;
    for (const Schema::Constraint &constraint : std::as_const(declared.constraints)) {
        if (!std::holds_alternative<Schema::PrimaryKey>(constraint))
            m_table.constraints << constraint;
    }
    m_table.indexes << declared.indexes;
    return {};
}

Result<void> TableEditor::dropColumn(const QString &columnName)
{
    if (const Result<void> known = requireColumns({columnName}); !known)
        return known;
    m_table.columns.removeIf([&](const Schema::Column &each) { return each.name == columnName; });
    m_table.constraints.removeIf(
        [&](const Schema::Constraint &each) { return Schema::columnsOf(each).contains(columnName); });
    m_table.indexes.removeIf([&](const Schema::Index &each) { return indexColumns(each).contains(columnName); });
    return {};
}

Result<void> TableEditor::renameColumn(const QString &from, const QString &to)
{
    if (const Result<void> known = requireColumns({from}); !known)
        return known;
    if (from != to && m_table.column(to))
        return failure(ErrorCode::Conflict, Tr::tr("The table %1 already has a column %2.").arg(name(), to));
    column(from)->name = to;
    for (Schema::Constraint &constraint : m_table.constraints)
        std::visit(ColumnRenamer {from, to}, constraint);
    for (Schema::Index &index : m_table.indexes) {
        for (Schema::IndexPart &part : index.parts)
            renameIn(part.expression, from, to);
    }
    return {};
}

Result<void> TableEditor::addConstraint(const Schema::Constraint &constraint)
{
    const QStringList columns = Schema::columnsOf(constraint);
    if (const Result<void> known = requireColumns(columns); !known)
        return known;
    const QString constraintName = nameOf(constraint);
    for (const Schema::Constraint &each : std::as_const(m_table.constraints)) {
        if (!constraintName.isEmpty() && nameOf(each) == constraintName) {
            return failure(
                ErrorCode::Conflict, Tr::tr("The table %1 already has a constraint %2.").arg(name(), constraintName));
        }
        if (std::holds_alternative<Schema::PrimaryKey>(each) && std::holds_alternative<Schema::PrimaryKey>(constraint))
            return failure(ErrorCode::Conflict, Tr::tr("The table %1 already has a primary key.").arg(name()));
    }
    m_table.constraints << constraint;
    if (std::holds_alternative<Schema::PrimaryKey>(constraint))
        setPrimaryKey(columns, true);
    return {};
}

qsizetype TableEditor::findConstraint(const QString &wanted, const QString &kind) const
{
    qsizetype best = -1;
    qsizetype bestColumns = -1;
    for (qsizetype i = 0; i < m_table.constraints.size(); ++i) {
        const Schema::Constraint &each = m_table.constraints.at(i);
        if (!kind.isEmpty() && Schema::kindOf(each) != kind)
            continue;
        if (nameOf(each) == wanted)
            return i;
        if (!nameOf(each).isEmpty())
            continue;
        const QStringList columns = Schema::columnsOf(each);
        const qsizetype mentioned =
            std::ranges::count_if(columns, [&](const QString &column) { return wanted.contains(column); });
        if (mentioned > bestColumns) {
            best = i;
            bestColumns = mentioned;
        }
    }
    return best;
}

Result<void> TableEditor::dropConstraint(const QString &constraintName, const QString &kind)
{
    const qsizetype found = findConstraint(constraintName, kind);
    if (found < 0) {
        return failure(ErrorCode::NotFound, Tr::tr("The table %1 has no constraint %2.").arg(name(), constraintName));
    }
    const Schema::Constraint dropped = m_table.constraints.takeAt(found);
    if (std::holds_alternative<Schema::PrimaryKey>(dropped))
        setPrimaryKey(Schema::columnsOf(dropped), false);
    return {};
}

Result<void> TableEditor::addIndex(const Schema::Index &index)
{
    if (const Result<void> known = requireColumns(indexColumns(index)); !known)
        return known;
    Schema::Index added = index;
    if (added.name.isNone())
        added.name.text = Schema::defaultIndexName(m_table, added);
    m_table.indexes << added;
    return {};
}

} // namespace Migrations::Operations
