// alembic.op: tables and their comments.
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/relationobjects.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

void addTableItem(Interpreter &interpreter, Schema::Table &table, const Value &item)
{
    if (const auto *column = item.as<ColumnObject>()) {
        table.columns << column->content;
    } else if (const auto *constraint = item.as<ConstraintObject>()) {
        table.constraints << constraint->content;
    } else if (const auto *index = item.as<IndexObject>()) {
        table.indexes << index->content;
    } else if (item.as<Opaque>()) {
        static_cast<void>(interpreter.str(item));
    } else {
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got %1")
                .arg(interpreter.repr(item)));
    }
}

Value createTable(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("create_table"), arguments);
    Operations::CreateTable operation;
    Schema::Table &table = operation.table;
    table.name = toText(interpreter, QStringLiteral("table_name"), reader.required(QStringLiteral("table_name")));
    for (const Value &item : reader.rest())
        addTableItem(interpreter, table, item);
    table.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    table.comment = optionalText(interpreter, reader, QStringLiteral("comment"));
    if (const std::optional<Value> prefixes = reader.keyword(QStringLiteral("prefixes")))
        table.prefixes = toTexts(interpreter, QStringLiteral("prefixes"), *prefixes);
    operation.ifNotExists = reader.truth(reader.keyword(QStringLiteral("if_not_exists")), false);
    for (const QString &meaningless : {QStringLiteral("info"), QStringLiteral("keep_existing"),
             QStringLiteral("extend_existing"), QStringLiteral("implicit_returning"), QStringLiteral("quote")})
        static_cast<void>(reader.keyword(meaningless));
    table.options = takeDialectOptions(interpreter, reader);
    reader.finish();
    session.perform(interpreter, operation);
    return Value(interpreter.make<TableObject>(session, operation.table));
}

Value dropTable(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("drop_table"), arguments);
    Operations::DropTable operation;
    operation.table = toText(interpreter, QStringLiteral("table_name"), reader.required(QStringLiteral("table_name")));
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    operation.ifExists = reader.truth(reader.keyword(QStringLiteral("if_exists")), false);
    static_cast<void>(takeDialectOptions(interpreter, reader));
    reader.finish();
    session.perform(interpreter, operation);
    return {};
}

Value renameTable(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("rename_table"), arguments);
    Operations::RenameTable operation;
    operation.table
        = toText(interpreter, QStringLiteral("old_table_name"), reader.required(QStringLiteral("old_table_name")));
    operation.newName
        = toText(interpreter, QStringLiteral("new_table_name"), reader.required(QStringLiteral("new_table_name")));
    operation.schema = toText(interpreter, QStringLiteral("schema"), reader.optional(QStringLiteral("schema"), Value()));
    reader.finish();
    session.perform(interpreter, operation);
    return {};
}

Value createTableComment(Session &session, Interpreter &interpreter, const Arguments &arguments)
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
    session.perform(interpreter, operation);
    return {};
}

Value dropTableComment(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("drop_table_comment"), arguments);
    Operations::CommentTable operation;
    operation.table = toText(interpreter, QStringLiteral("table_name"), reader.required(QStringLiteral("table_name")));
    static_cast<void>(reader.keyword(QStringLiteral("existing_comment")));
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    reader.finish();
    session.perform(interpreter, operation);
    return {};
}

/// sa.MetaData(): what tables belong to, which means nothing here
class MetadataObject final : public Object
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("MetaData"); }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override
    {
        interpreter.unsupported(QStringLiteral("MetaData.%1").arg(name));
    }
};

Value metadata(Session &, Interpreter &interpreter, const Arguments &)
{
    return Value(interpreter.make<MetadataObject>());
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

// sa.Table(name, metadata, …): to write statements with; what it declares is not created
Value table(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("Table"), arguments);
    Schema::Table table;
    table.name = toText(interpreter, QStringLiteral("name"), reader.required(QStringLiteral("name")));
    static_cast<void>(reader.required(QStringLiteral("metadata")));
    const QList<Value> items = reader.rest();
    for (const Value &item : items)
        addTableItem(interpreter, table, item);
    table.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    const std::optional<Value> source = reader.keyword(QStringLiteral("autoload_with"));
    for (const QString &meaningless : {QStringLiteral("autoload"), QStringLiteral("extend_existing"),
             QStringLiteral("keep_existing"), QStringLiteral("info"), QStringLiteral("comment")})
        static_cast<void>(reader.keyword(meaningless));
    static_cast<void>(takeDialectOptions(interpreter, reader));
    reader.finish();
    const bool isReflected = source && !source->isNone();
    if (isReflected)
        table = reflectedTable(session, interpreter, table);
    auto *object = interpreter.make<TableObject>(session, table);
    if (!isReflected)
        adoptColumns(*object, items);
    return Value(object);
}

const ModuleFunction constructors[] = {
    {u"MetaData", metadata},
    {u"Table", table},
};

const ModuleFunction directives[] = {
    {u"create_table", createTable},
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

std::span<const ModuleFunction> tableDirectives()
{
    return directives;
}

} // namespace Migrations::Alembic
