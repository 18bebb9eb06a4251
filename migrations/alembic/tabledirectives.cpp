// alembic.op: tables and their comments.
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/metadataobject.h"
#include "migrations/alembic/sqloperators.h"

namespace Migrations::Alembic {

using namespace Python;

void addTableItem(Interpreter &interpreter, Schema::Table &table, const Value &item)
{
    if (const auto *column = item.as<ColumnObject>()) {
        if (column->content.name.isEmpty())
            raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
                QStringLiteral("Column must be constructed with a non-blank name or assign a non-blank .name before "
                               "adding to a Table."));
        if (table.column(column->content.name))
            raiseSqlError(interpreter, QStringLiteral("DuplicateColumnError"),
                QStringLiteral("A column with name '%1' is already present in table '%2'.")
                    .arg(column->content.name, table.name));
        table.columns << column->content;
    } else if (const auto *constraint = item.as<ConstraintObject>()) {
        table.constraints << constraint->content;
    } else if (const auto *index = item.as<IndexObject>()) {
        table.indexes << index->content;
    } else if (item.as<Opaque>()) {
        static_cast<void>(interpreter.str(item));
    } else {
        raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
            QStringLiteral("'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got %1")
                .arg(interpreter.repr(item)));
    }
}

namespace {

// what no statement tells to a database; what would change one is refused
void ignoreTableRemarks(Session &session, Interpreter &interpreter, ArgumentReader &reader, const Schema::Table &table)
{
    for (const auto &[keyword, name] : {std::pair(QStringLiteral("quote"), table.name),
             std::pair(QStringLiteral("quote_schema"), table.schema)})
        refuseQuote(session, interpreter, QStringLiteral("Table"), keyword,
            reader.keyword(keyword).value_or(Value()), name);
    for (const QString &meaningless : {QStringLiteral("info"), QStringLiteral("keep_existing"),
             QStringLiteral("extend_existing"), QStringLiteral("implicit_returning"), QStringLiteral("resolve_fks")})
        static_cast<void>(reader.keyword(meaningless));
    for (const QString &refused :
        {QStringLiteral("listeners"), QStringLiteral("must_exist"), QStringLiteral("include_columns")}) {
        if (const std::optional<Value> value = reader.keyword(refused); value && interpreter.isTrue(*value))
            interpreter.unsupported(QStringLiteral("Table(%1=…)").arg(refused));
    }
}

// A column belongs to the first table that it is given to; Alembic's directives copy one that has a table.
void own(const Value &item, const QString &table)
{
    if (auto *column = item.as<ColumnObject>(); column && column->owner.isEmpty())
        column->owner = table;
}

Value createTable(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("create_table"), arguments);
    Operations::CreateTable operation;
    Schema::Table &table = operation.table;
    table.name = toText(interpreter, QStringLiteral("table_name"), reader.required(QStringLiteral("table_name")));
    for (const Value &item : reader.rest()) { // anything else is nothing to Alembic
        if (item.as<ColumnObject>() || item.as<ConstraintObject>() || item.as<IndexObject>() || item.as<Opaque>())
            addTableItem(interpreter, table, item);
        own(item, table.name);
    }
    table.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    table.comment = optionalText(interpreter, reader, QStringLiteral("comment"));
    if (const std::optional<Value> prefixes = reader.keyword(QStringLiteral("prefixes")))
        table.prefixes = toTexts(interpreter, QStringLiteral("prefixes"), *prefixes);
    operation.ifNotExists = reader.truth(reader.keyword(QStringLiteral("if_not_exists")), false);
    ignoreTableRemarks(session, interpreter, reader, table);
    table.options = takeDialectOptions(session, interpreter, reader, Construct::Table);
    reader.finish();
    session.perform(interpreter, operation);
    return Value(interpreter.make<TableObject>(session, operation.table));
}

Operations::Operation dropTable(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("drop_table"), arguments);
    Operations::DropTable operation;
    operation.table = toText(interpreter, QStringLiteral("table_name"), reader.required(QStringLiteral("table_name")));
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    operation.ifExists = reader.truth(reader.keyword(QStringLiteral("if_exists")), false);
    static_cast<void>(reader.keyword(QStringLiteral("info")));
    static_cast<void>(takeDialectOptions(session, interpreter, reader, Construct::Table));
    reader.finish();
    return operation;
}

Operations::Operation renameTable(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("rename_table"), arguments);
    Operations::RenameTable operation;
    operation.table
        = toText(interpreter, QStringLiteral("old_table_name"), reader.required(QStringLiteral("old_table_name")));
    operation.newName
        = toText(interpreter, QStringLiteral("new_table_name"), reader.required(QStringLiteral("new_table_name")));
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    reader.finish();
    return operation;
}

Operations::Operation createTableComment(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("create_table_comment"), arguments);
    Operations::CommentTable operation;
    operation.table = toText(interpreter, QStringLiteral("table_name"), reader.required(QStringLiteral("table_name")));
    const Value comment = reader.required(QStringLiteral("comment"));
    if (!comment.isNone())
        operation.comment = toText(interpreter, QStringLiteral("comment"), comment);
    static_cast<void>(reader.keyword(QStringLiteral("existing_comment")));
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    reader.finish();
    return operation;
}

Operations::Operation dropTableComment(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("drop_table_comment"), arguments);
    Operations::CommentTable operation;
    operation.table = toText(interpreter, QStringLiteral("table_name"), reader.required(QStringLiteral("table_name")));
    static_cast<void>(reader.keyword(QStringLiteral("existing_comment")));
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    reader.finish();
    return operation;
}

Schema::Table reflectedTable(Session &session, Interpreter &interpreter, const Schema::Table &wanted)
{
    if (session.host().isOffline())
        interpreter.unsupported(QStringLiteral("a table that is read from the database, without a connection"));
    const Schema::Database database = session.unwrap(
        interpreter, interpreter.outside([&] { return session.host().schema(interpreter.location()); }));
    const Schema::Table *found = database.table(wanted.name, wanted.schema);
    if (!found)
        interpreter.raise(session.exceptionClass(interpreter, QStringLiteral("NoSuchTableError")), wanted.name);
    return *found;
}

/// What Table() does with the MetaData that it is given.
struct Registration {
    MetadataObject *metadata = nullptr; ///< null: one of which nothing but its default is known
    TableObject *existing = nullptr;
    QString fullName;

    void find(const Schema::Table &table)
    {
        fullName = table.schema.isEmpty() ? table.name : table.schema + u'.' + table.name;
        existing = metadata ? metadata->table(fullName) : nullptr;
    }
};

MetadataObject *toMetadata(Interpreter &interpreter, const Value &value)
{
    static const QStringList plain {QStringLiteral("sqlalchemy.orm.declarative_base().metadata"),
        QStringLiteral("sqlalchemy.ext.declarative.declarative_base().metadata")};
    if (const auto *opaque = value.as<Opaque>()) {
        if (!plain.contains(opaque->name))
            static_cast<void>(interpreter.str(value)); // its schema would be the table's
        return nullptr;
    }
    auto *metadata = value.as<MetadataObject>();
    if (!metadata)
        interpreter.raise(QStringLiteral("AttributeError"),
            QStringLiteral("'%1' object has no attribute 'schema'").arg(Interpreter::typeName(value)));
    return metadata;
}

// what the keywords say of a table; its schema is that of the MetaData when it names none
void takeTableKeywords(Session &session, Interpreter &interpreter, ArgumentReader &reader, Schema::Table &table,
    const MetadataObject *metadata)
{
    table.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    if (metadata && table.schema.isEmpty())
        table.schema = metadata->schema;
    table.comment = optionalText(interpreter, reader, QStringLiteral("comment"));
    if (const std::optional<Value> prefixes = reader.keyword(QStringLiteral("prefixes")))
        table.prefixes = toTexts(interpreter, QStringLiteral("prefixes"), *prefixes);
    ignoreTableRemarks(session, interpreter, reader, table);
    table.options = takeDialectOptions(session, interpreter, reader, Construct::Table);
}

void addItems(Interpreter &interpreter, Schema::Table &table, const QList<Value> &items, const MetadataObject *metadata)
{
    for (const Value &item : items) {
        const auto *column = item.as<ColumnObject>();
        if (column && !column->owner.isEmpty())
            raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
                QStringLiteral("Column object '%1' already assigned to Table '%2'")
                    .arg(column->content.name, column->owner));
        addTableItem(interpreter, table, item);
        own(item, table.name);
    }
    if (!metadata || metadata->schema.isEmpty())
        return;
    const auto place = [&](Schema::ForeignKey &key) {
        if (key.referredSchema.isEmpty())
            key.referredSchema = metadata->schema;
    };
    for (Schema::Column &column : table.columns)
        std::ranges::for_each(column.foreignKeys, place);
    for (Schema::Constraint &constraint : table.constraints) {
        if (auto *key = std::get_if<Schema::ForeignKey>(&constraint))
            place(*key);
    }
}

// sa.Table(name, metadata, …): to write statements with; what it declares is not created
Value table(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("Table"), arguments);
    Schema::Table table;
    table.name = toText(interpreter, QStringLiteral("name"), reader.required(QStringLiteral("name")));
    Registration registration {.metadata = toMetadata(interpreter, reader.required(QStringLiteral("metadata")))};
    const QList<Value> items = reader.rest();
    const std::optional<Value> source = reader.keyword(QStringLiteral("autoload_with"));
    static_cast<void>(reader.keyword(QStringLiteral("autoload")));
    const bool keeps = reader.truth(reader.keyword(QStringLiteral("keep_existing")), false);
    const bool extends = reader.truth(reader.keyword(QStringLiteral("extend_existing")), false);
    takeTableKeywords(session, interpreter, reader, table, registration.metadata);
    reader.finish();
    const bool isReflected = source && !source->isNone();
    registration.find(table);
    if (registration.existing && (keeps || (items.isEmpty() && !isReflected)))
        return Value(registration.existing);
    if (registration.existing && !extends)
        raiseSqlError(interpreter, QStringLiteral("InvalidRequestError"),
            QStringLiteral("Table '%1' is already defined for this MetaData instance.  Specify 'extend_existing=True' to "
                           "redefine options and columns on an existing Table object.")
                .arg(registration.fullName));
    if (registration.existing)
        interpreter.unsupported(QStringLiteral("Table(extend_existing=True) of one that is there"));
    addItems(interpreter, table, items, registration.metadata);
    if (isReflected)
        table = reflectedTable(session, interpreter, table);
    auto *object = interpreter.make<TableObject>(session, table);
    object->hasConvention = registration.metadata && !registration.metadata->convention.isNone();
    if (!isReflected)
        adoptColumns(*object, items);
    if (registration.metadata)
        registration.metadata->add(registration.fullName, object);
    return Value(object);
}

const ModuleFunction constructors[] = {
    {u"MetaData", makeMetadata},
    {u"Table", table},
};

const ModuleFunction functions[] = {
    {u"create_table", createTable},
};

const Directive directives[] = {
    {u"create_table_comment", createTableComment},
    {u"drop_table", dropTable},
    {u"drop_table_comment", dropTableComment},
    {u"rename_table", renameTable},
};

} // namespace

std::span<const ModuleFunction> tableConstructors()
{
    return constructors;
}

std::span<const ModuleFunction> tableFunctions()
{
    return functions;
}

std::span<const Directive> tableDirectives()
{
    return directives;
}

} // namespace Migrations::Alembic
