#include "ui/models/schematreemodel.h"

#include "ui/models/schematext.h"

#include <algorithm>

using namespace Migrations;

namespace Workbench {

namespace {

QString fullName(const QString &schema, const QString &name)
{
    return schema.isEmpty() ? name : QString(schema + u'.' + name);
}

const Schema::ForeignKey *foreignKeyOf(const Schema::Table &table, const QString &column)
{
    for (const Schema::Constraint &constraint : table.constraints) {
        const auto *key = std::get_if<Schema::ForeignKey>(&constraint);
        if (key && key->columns == QStringList {column})
            return key;
    }
    return nullptr;
}

bool isKey(const Schema::Table &table, const Schema::Column &column)
{
    return column.primaryKey || std::ranges::any_of(table.constraints, [&column](const Schema::Constraint &constraint) {
        const auto *key = std::get_if<Schema::PrimaryKey>(&constraint);
        return key && key->columns.contains(column.name);
    });
}

QString iconOf(const Schema::Constraint &constraint)
{
    if (std::holds_alternative<Schema::PrimaryKey>(constraint))
        return QStringLiteral("key");
    return std::holds_alternative<Schema::ForeignKey>(constraint) ? QStringLiteral("foreignkey") : QStringLiteral("constraint");
}

} // namespace

SchemaTreeModel::SchemaTreeModel(QObject *parent, IconSource icons)
    : TreeModel(parent), m_icons(std::move(icons)), m_payloads {Payload {}}
{
}

void SchemaTreeModel::setDatabase(const Schema::Database &database)
{
    beginResetModel();
    clearNodes();
    m_payloads = {Payload {}};
    m_tableCount = int(database.tables.size());
    for (const Schema::Table &table : database.tables)
        addTable(table);
    if (!database.enums.isEmpty())
        addEnums(database.enums);
    endResetModel();
}

int SchemaTreeModel::add(int parent, Payload payload)
{
    m_payloads << std::move(payload);
    return addNode(parent);
}

void SchemaTreeModel::addTable(const Schema::Table &table)
{
    const QString name = fullName(table.schema, table.name);
    QList<Fact> facts {{tr("Table"), name}, {tr("Columns"), QString::number(table.columns.size())},
        {tr("Indexes"), QString::number(table.indexes.size())},
        {tr("Constraints"), QString::number(table.constraints.size())}};
    if (!table.comment.isEmpty())
        facts << Fact {tr("Comment"), table.comment};
    const int node = add(0,
        {.name = name, .kind = tr("%n column(s)", nullptr, int(table.columns.size())), .icon = QStringLiteral("table"),
            .path = name, .facts = facts});
    for (const Schema::Column &column : table.columns)
        addColumn(node, table, column);
    addIndexes(node, table);
    addConstraints(node, table);
}

void SchemaTreeModel::addColumn(int parent, const Schema::Table &table, const Schema::Column &column)
{
    const bool key = isKey(table, column);
    const Schema::ForeignKey *foreign = foreignKeyOf(table, column.name);
    const bool nullable = column.nullable.value_or(!key);
    QList<Fact> facts {{tr("Column"), column.name}, {tr("Type"), column.type.describe()},
        {tr("Null"), nullable ? tr("allowed") : tr("not allowed")}};
    if (column.serverDefault)
        facts << Fact {tr("Default"), expressionText(*column.serverDefault)};
    if (column.computed)
        facts << Fact {tr("Computed"), expressionText(column.computed->expression)};
    if (column.identity)
        facts << Fact {tr("Identity"), column.identity->always ? QStringLiteral("ALWAYS") : QStringLiteral("BY DEFAULT")};
    if (foreign)
        facts << Fact {tr("Refers to"), constraintText(*foreign)};
    if (!column.comment.isEmpty())
        facts << Fact {tr("Comment"), column.comment};
    const QString type = column.type.describe();
    add(parent,
        {.name = column.name, .kind = nullable ? type : QString(type + QStringLiteral(" NOT NULL")),
            .icon = key ? QStringLiteral("key") : foreign ? QStringLiteral("foreignkey") : QStringLiteral("column"),
            .path = QString(fullName(table.schema, table.name) + u'.' + column.name), .facts = facts});
}

void SchemaTreeModel::addIndexes(int parent, const Schema::Table &table)
{
    if (table.indexes.isEmpty())
        return;
    const QString path = fullName(table.schema, table.name) + QStringLiteral("/indexes");
    const int group = add(parent,
        {.name = tr("Indexes"), .kind = QString::number(table.indexes.size()), .icon = QStringLiteral("index"),
            .path = path, .facts = {}});
    for (const Schema::Index &index : table.indexes) {
        const QString columns = indexText(index);
        QList<Fact> facts {{tr("Index"), index.name.text}, {tr("Columns"), columns},
            {tr("Unique"), index.unique ? tr("yes") : tr("no")}};
        for (const auto &[key, value] : index.options.asKeyValueRange())
            facts << Fact {key, expressionText(value)};
        add(group,
            {.name = index.name.text, .kind = index.unique ? QString(QStringLiteral("UNIQUE ") + columns) : columns,
                .icon = QStringLiteral("index"), .path = QString(path + u'/' + index.name.text), .facts = facts});
    }
}

void SchemaTreeModel::addConstraints(int parent, const Schema::Table &table)
{
    if (table.constraints.isEmpty())
        return;
    const QString path = fullName(table.schema, table.name) + QStringLiteral("/constraints");
    const int group = add(parent,
        {.name = tr("Constraints"), .kind = QString::number(table.constraints.size()),
            .icon = QStringLiteral("constraint"), .path = path, .facts = {}});
    for (const Schema::Constraint &constraint : table.constraints) {
        const QString text = constraintText(constraint);
        const QString name = constraintName(constraint);
        QList<Fact> facts {{tr("Constraint"), name.isEmpty() ? tr("without a name") : name}, {tr("Definition"), text}};
        add(group,
            {.name = name.isEmpty() ? text : name, .kind = name.isEmpty() ? QString() : text, .icon = iconOf(constraint),
                .path = QString(path + u'/' + (name.isEmpty() ? text : name)), .facts = facts});
    }
}

void SchemaTreeModel::addEnums(const QList<Schema::EnumType> &enums)
{
    for (const Schema::EnumType &type : enums) {
        const QString name = fullName(type.schema, type.name);
        const int node = add(0,
            {.name = name, .kind = tr("enum"), .icon = QStringLiteral("enum"), .path = QString(u'\'' + name),
                .facts = {{tr("Enum type"), name}, {tr("Labels"), type.labels.join(QStringLiteral(", "))}}});
        for (const QString &label : type.labels) {
            add(node,
                {.name = label, .kind = {}, .icon = QStringLiteral("enum"), .path = QString(u'\'' + name + u'/' + label),
                    .facts = {{tr("Enum type"), name}, {tr("Label"), label}}});
        }
    }
}

QVariant SchemaTreeModel::cell(int node, int column, int role) const
{
    const Payload &payload = m_payloads.at(node);
    switch (role) {
    case Qt::DisplayRole: return column == Name ? payload.name : payload.kind;
    case Qt::ToolTipRole: return column == Name ? payload.name : payload.kind;
    case Qt::DecorationRole: return column == Name && m_icons ? QVariant(m_icons(payload.icon)) : QVariant();
    case FactsRole: return QVariant::fromValue(payload.facts);
    case IconNameRole: return payload.icon;
    case PathRole: return payload.path;
    default: return {};
    }
}

QVariant SchemaTreeModel::headerCell(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return column == Name ? tr("Name") : tr("Type");
}

} // namespace Workbench
