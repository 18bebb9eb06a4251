// alembic.op: tables and their comments.
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/relationobjects.h"

namespace Migrations::Alembic {

using namespace Python;

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

namespace {

// what no statement tells to a database; what would change one is refused
void ignoreTableRemarks(Interpreter &interpreter, ArgumentReader &reader)
{
    for (const QString &meaningless : {QStringLiteral("info"), QStringLiteral("keep_existing"),
             QStringLiteral("extend_existing"), QStringLiteral("implicit_returning")})
        static_cast<void>(reader.keyword(meaningless));
    for (const QString &refused : {QStringLiteral("listeners"), QStringLiteral("quote"),
             QStringLiteral("quote_schema"), QStringLiteral("must_exist"), QStringLiteral("include_columns")}) {
        if (const std::optional<Value> value = reader.keyword(refused); value && interpreter.isTrue(*value))
            interpreter.unsupported(QStringLiteral("Table(%1=…)").arg(refused));
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
    ignoreTableRemarks(interpreter, reader);
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
    static_cast<void>(reader.keyword(QStringLiteral("autoload")));
    table.comment = optionalText(interpreter, reader, QStringLiteral("comment"));
    if (const std::optional<Value> prefixes = reader.keyword(QStringLiteral("prefixes")))
        table.prefixes = toTexts(interpreter, QStringLiteral("prefixes"), *prefixes);
    ignoreTableRemarks(interpreter, reader);
    table.options = takeDialectOptions(session, interpreter, reader, Construct::Table);
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
