#include "migrations/operations/operation.h"

#include "migrations/operations/tableeditor.h"
#include "migrations/schema/constraints.h"

#include <QCoreApplication>

#include <algorithm>

namespace Migrations::Operations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString qualified(const QString &name, const QString &schema)
{
    return schema.isEmpty() ? name : schema + u'.' + name;
}

class Applier final
{
public:
    explicit Applier(Schema::Database &database)
        : m_database(database)
    {
    }

    Result<void> operator()(const CreateTable &operation);
    Result<void> operator()(const DropTable &operation);
    Result<void> operator()(const RenameTable &operation);
    Result<void> operator()(const CommentTable &operation);
    Result<void> operator()(const AddColumn &operation);
    Result<void> operator()(const DropColumn &operation);
    Result<void> operator()(const AlterColumn &operation);
    Result<void> operator()(const CreateIndex &operation);
    Result<void> operator()(const DropIndex &operation);
    Result<void> operator()(const AddConstraint &operation);
    Result<void> operator()(const DropConstraint &operation);
    Result<void> operator()(const CreateEnum &operation);
    Result<void> operator()(const DropEnum &operation);
    Result<void> operator()(const ExecuteSql &) { return {}; }
    Result<void> operator()(const InsertRows &) { return {}; }
    Result<void> operator()(const CopyRows &) { return {}; }
    Result<void> operator()(const CreateSequence &) { return {}; }
    Result<void> operator()(const DropSequence &) { return {}; }
    Result<void> operator()(const CreateSchema &) { return {}; }
    Result<void> operator()(const DropSchema &) { return {}; }

private:
    [[nodiscard]] Result<Schema::Table *> existing(const QString &table, const QString &schema);
    [[nodiscard]] bool hasIndex(const QString &name, const QString &schema) const;
    void rememberEnums(const Schema::Type &type, const QString &tableSchema);
    void renameReferences(const QString &table, const QString &schema, auto &&change);

    Schema::Database &m_database;
};

Result<Schema::Table *> Applier::existing(const QString &table, const QString &schema)
{
    if (Schema::Table *found = m_database.table(table, schema))
        return found;
    return failure(ErrorCode::NotFound, Tr::tr("There is no table %1.").arg(qualified(table, schema)));
}

bool Applier::hasIndex(const QString &name, const QString &schema) const
{
    return std::ranges::any_of(m_database.tables, [&](const Schema::Table &table) {
        return table.schema == schema
            && std::ranges::any_of(table.indexes, [&](const Schema::Index &each) { return each.name.text == name; });
    });
}

void Applier::rememberEnums(const Schema::Type &type, const QString &tableSchema)
{
    if (type.item)
        rememberEnums(*type.item, tableSchema);
    if (type.labels.isEmpty() || type.typeName.isEmpty() || !type.native || !type.createType)
        return;
    const bool inherits = type.options.value(QStringLiteral("inherit_schema")) == u"true";
    const Schema::EnumType created {
        .name = type.typeName, .schema = inherits ? tableSchema : type.typeSchema, .labels = type.labels};
    const bool known = std::ranges::any_of(m_database.enums,
        [&](const Schema::EnumType &each) { return each.name == created.name && each.schema == created.schema; });
    if (!known)
        m_database.enums << created;
}

void Applier::renameReferences(const QString &table, const QString &schema, auto &&change)
{
    for (Schema::Table &other : m_database.tables) {
        for (Schema::Constraint &constraint : other.constraints) {
            auto *key = std::get_if<Schema::ForeignKey>(&constraint);
            if (key && key->referredTable == table && key->referredSchema == schema)
                change(*key);
        }
    }
}

Result<void> Applier::operator()(const CreateTable &operation)
{
    const Schema::Table &table = operation.table;
    if (m_database.table(table.name, table.schema)) {
        if (operation.ifNotExists)
            return {};
        return failure(
            ErrorCode::Conflict, Tr::tr("The table %1 already exists.").arg(qualified(table.name, table.schema)));
    }
    for (const Schema::Column &column : table.columns)
        rememberEnums(column.type, table.schema);
    m_database.tables << table;
    TableEditor(m_database.tables.last()).normalize();
    return {};
}

Result<void> Applier::operator()(const DropTable &operation)
{
    const Result<Schema::Table *> table = existing(operation.table, operation.schema);
    if (!table && operation.ifExists)
        return {};
    if (!table)
        return failure(table.error());
    m_database.tables.removeIf(
        [&](const Schema::Table &each) { return each.name == operation.table && each.schema == operation.schema; });
    return {};
}

Result<void> Applier::operator()(const RenameTable &operation)
{
    const Result<Schema::Table *> table = existing(operation.table, operation.schema);
    if (!table)
        return failure(table.error());
    if (m_database.table(operation.newName, operation.schema)) {
        return failure(ErrorCode::Conflict,
            Tr::tr("The table %1 already exists.").arg(qualified(operation.newName, operation.schema)));
    }
    (*table)->name = operation.newName;
    renameReferences(
        operation.table, operation.schema, [&](Schema::ForeignKey &key) { key.referredTable = operation.newName; });
    return {};
}

Result<void> Applier::operator()(const CommentTable &operation)
{
    const Result<Schema::Table *> table = existing(operation.table, operation.schema);
    if (!table)
        return failure(table.error());
    (*table)->comment = operation.comment.value_or(QString());
    return {};
}

Result<void> Applier::operator()(const AddColumn &operation)
{
    const Result<Schema::Table *> table = existing(operation.table, operation.schema);
    if (!table)
        return failure(table.error());
    if (operation.ifNotExists && (*table)->column(operation.column.name))
        return {};
    TableEditor editor(**table);
    if (const Result<void> added = editor.addColumn(operation.column); !added)
        return added;
    if (operation.inlinePrimaryKey && operation.column.primaryKey)
        return editor.addConstraint(Schema::PrimaryKey {.name = {}, .columns = {operation.column.name}});
    return {};
}

Result<void> Applier::operator()(const DropColumn &operation)
{
    const Result<Schema::Table *> table = existing(operation.table, operation.schema);
    if (!table)
        return failure(table.error());
    if (operation.ifExists && !(*table)->column(operation.column))
        return {};
    return TableEditor(**table).dropColumn(operation.column);
}

Result<void> Applier::operator()(const AlterColumn &operation)
{
    const Result<Schema::Table *> table = existing(operation.table, operation.schema);
    if (!table)
        return failure(table.error());
    TableEditor editor(**table);
    if (!editor.column(operation.column))
        return failure(editor.missingColumn(operation.column));
    const bool renames = !operation.newName.isEmpty();
    if (renames) {
        if (const Result<void> renamed = editor.renameColumn(operation.column, operation.newName); !renamed)
            return renamed;
        renameReferences(operation.table, operation.schema, [&](Schema::ForeignKey &key) {
            std::ranges::replace(key.referredColumns, operation.column, operation.newName);
        });
    }
    Schema::Column *column = editor.column(renames ? operation.newName : operation.column);
    if (operation.nullable)
        column->nullable = *operation.nullable;
    if (operation.type)
        column->type = *operation.type;
    if (operation.serverDefault) {
        column->serverDefault = *operation.serverDefault;
        column->identity.reset();
    }
    if (operation.identity)
        column->identity = operation.identity;
    if (operation.comment)
        column->comment = operation.comment->value_or(QString());
    return {};
}

Result<void> Applier::operator()(const CreateIndex &operation)
{
    const Result<Schema::Table *> table = existing(operation.table, operation.schema);
    if (!table)
        return failure(table.error());
    const QString name =
        operation.index.name.isNone() ? Schema::defaultIndexName(**table, operation.index) : operation.index.name.text;
    if (hasIndex(name, operation.schema)) {
        if (operation.ifNotExists)
            return {};
        return failure(
            ErrorCode::Conflict, Tr::tr("The index %1 already exists.").arg(qualified(name, operation.schema)));
    }
    return TableEditor(**table).addIndex(operation.index);
}

Result<void> Applier::operator()(const DropIndex &operation)
{
    for (Schema::Table &table : m_database.tables) {
        if (table.schema != operation.schema || (!operation.table.isEmpty() && table.name != operation.table))
            continue;
        if (table.indexes.removeIf([&](const Schema::Index &each) { return each.name.text == operation.name.text; }))
            return {};
    }
    if (operation.ifExists)
        return {};
    return failure(
        ErrorCode::NotFound, Tr::tr("There is no index %1.").arg(qualified(operation.name.text, operation.schema)));
}

Result<void> Applier::operator()(const AddConstraint &operation)
{
    const Result<Schema::Table *> table = existing(operation.table, operation.schema);
    if (!table)
        return failure(table.error());
    return TableEditor(**table).addConstraint(operation.constraint);
}

Result<void> Applier::operator()(const DropConstraint &operation)
{
    const Result<Schema::Table *> table = existing(operation.table, operation.schema);
    if (!table)
        return failure(table.error());
    const Result<void> dropped = TableEditor(**table).dropConstraint(operation.name.text, operation.kind);
    if (!dropped && operation.ifExists)
        return {};
    return dropped;
}

Result<void> Applier::operator()(const CreateEnum &operation)
{
    const bool known = std::ranges::any_of(m_database.enums, [&](const Schema::EnumType &each) {
        return each.name == operation.type.name && each.schema == operation.type.schema;
    });
    if (!known) {
        m_database.enums << operation.type;
        return {};
    }
    if (operation.checkFirst)
        return {};
    return failure(ErrorCode::Conflict,
        Tr::tr("The type %1 already exists.").arg(qualified(operation.type.name, operation.type.schema)));
}

Result<void> Applier::operator()(const DropEnum &operation)
{
    const auto removed = m_database.enums.removeIf(
        [&](const Schema::EnumType &each) { return each.name == operation.name && each.schema == operation.schema; });
    if (removed > 0 || operation.checkFirst)
        return {};
    return failure(
        ErrorCode::NotFound, Tr::tr("There is no type %1.").arg(qualified(operation.name, operation.schema)));
}

} // namespace

Result<void> apply(Schema::Database &database, const Operation &operation)
{
    return std::visit(Applier(database), operation);
}

} // namespace Migrations::Operations
