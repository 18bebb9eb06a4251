// sa.schema.CreateTable and its like: statements about schema items, for op.execute().
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/relationobjects.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

template<class Item>
const Item *requireItem(Interpreter &interpreter, const QString &function, const Value &value)
{
    const auto *item = value.as<Item>();
    if (value.as<Opaque>())
        static_cast<void>(interpreter.str(value)); // says where it comes from
    if (!item)
        interpreter.unsupported(QStringLiteral("%1() of %2").arg(function, Interpreter::typeName(value)));
    return item;
}

Value element(Interpreter &interpreter, Operations::Operation operation)
{
    return Value(interpreter.make<DdlObject>(std::move(operation)));
}

// the table alone: no types, indexes and comments
Value createTable(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("CreateTable"), arguments);
    Operations::CreateTable operation;
    operation.table
        = requireItem<TableObject>(interpreter, QStringLiteral("CreateTable"), reader.required(QStringLiteral("element")))
              ->definition(interpreter);
    operation.ifNotExists = reader.truth(reader.keyword(QStringLiteral("if_not_exists")), false);
    reader.finish();
    operation.table.indexes.clear();
    operation.table.comment.clear();
    for (Schema::Column &column : operation.table.columns) {
        column.unique = column.unique && !column.index;
        column.index = false;
        column.comment.clear();
        column.type.createType = false;
    }
    return element(interpreter, operation);
}

Value dropTable(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("DropTable"), arguments);
    const Schema::Table table
        = requireItem<TableObject>(interpreter, QStringLiteral("DropTable"), reader.required(QStringLiteral("element")))
              ->content;
    Operations::DropTable operation {.table = table.name, .schema = table.schema};
    operation.ifExists = reader.truth(reader.keyword(QStringLiteral("if_exists")), false);
    reader.finish();
    return element(interpreter, operation);
}

const IndexObject *requireIndex(Interpreter &interpreter, const QString &function, const Value &value)
{
    const auto *index = requireItem<IndexObject>(interpreter, function, value);
    if (!index->table)
        interpreter.unsupported(QStringLiteral("%1() of an Index without a table").arg(function));
    return index;
}

Value createIndex(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("CreateIndex"), arguments);
    const IndexObject *index
        = requireIndex(interpreter, QStringLiteral("CreateIndex"), reader.required(QStringLiteral("element")));
    Operations::CreateIndex operation {
        .table = index->table->name, .index = index->content, .schema = index->table->schema};
    operation.ifNotExists = reader.truth(reader.keyword(QStringLiteral("if_not_exists")), false);
    reader.finish();
    return element(interpreter, operation);
}

Value dropIndex(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("DropIndex"), arguments);
    const IndexObject *index
        = requireIndex(interpreter, QStringLiteral("DropIndex"), reader.required(QStringLiteral("element")));
    Operations::DropIndex operation {.name = index->content.name,
        .table = index->table->name,
        .schema = index->table->schema,
        .options = index->content.options};
    operation.ifExists = reader.truth(reader.keyword(QStringLiteral("if_exists")), false);
    reader.finish();
    return element(interpreter, operation);
}

Value createSequence(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("CreateSequence"), arguments);
    Operations::CreateSequence operation = requireItem<SequenceObject>(
        interpreter, QStringLiteral("CreateSequence"), reader.required(QStringLiteral("element")))
                                               ->content;
    operation.ifNotExists = reader.truth(reader.keyword(QStringLiteral("if_not_exists")), false);
    reader.finish();
    return element(interpreter, operation);
}

Value dropSequence(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("DropSequence"), arguments);
    const Operations::CreateSequence sequence = requireItem<SequenceObject>(
        interpreter, QStringLiteral("DropSequence"), reader.required(QStringLiteral("element")))
                                                    ->content;
    Operations::DropSequence operation {.name = sequence.name, .schema = sequence.schema};
    operation.ifExists = reader.truth(reader.keyword(QStringLiteral("if_exists")), false);
    reader.finish();
    return element(interpreter, operation);
}

Value createSchema(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("CreateSchema"), arguments);
    Operations::CreateSchema operation;
    operation.name = toText(interpreter, QStringLiteral("name"), reader.required(QStringLiteral("name")));
    operation.ifNotExists = reader.truth(reader.keyword(QStringLiteral("if_not_exists")), false);
    reader.finish();
    return element(interpreter, operation);
}

Value dropSchema(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("DropSchema"), arguments);
    Operations::DropSchema operation;
    operation.name = toText(interpreter, QStringLiteral("name"), reader.required(QStringLiteral("name")));
    operation.cascade = reader.truth(reader.keyword(QStringLiteral("cascade")), false);
    operation.ifExists = reader.truth(reader.keyword(QStringLiteral("if_exists")), false);
    reader.finish();
    return element(interpreter, operation);
}

// sa.DDL("…"): text that is formatted with %, but has no :parameters
Value ddlText(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("DDL"), arguments);
    QString text = toText(interpreter, QStringLiteral("statement"), reader.required(QStringLiteral("statement")));
    reader.finish();
    const QString mark(QChar(u'\x1'));
    text.replace(QStringLiteral("%%"), mark);
    if (text.contains(u'%'))
        interpreter.unsupported(QStringLiteral("DDL() with % in its text"));
    return element(interpreter, Operations::ExecuteSql {text.replace(mark, QStringLiteral("%"))});
}

const ModuleFunction constructors[] = {
    {u"CreateIndex", createIndex},
    {u"CreateSchema", createSchema},
    {u"CreateSequence", createSequence},
    {u"CreateTable", createTable},
    {u"DropIndex", dropIndex},
    {u"DropSchema", dropSchema},
    {u"DropSequence", dropSequence},
    {u"DropTable", dropTable},
};

const ModuleFunction texts[] = {
    {u"DDL", ddlText},
};

} // namespace

std::span<const ModuleFunction> ddlTexts()
{
    return texts;
}

std::optional<Value> SequenceObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"name")
        return Value(content.name);
    if (name == u"schema")
        return content.schema.isEmpty() ? Value() : Value(content.schema);
    interpreter.unsupported(QStringLiteral("Sequence.%1").arg(name));
}

std::span<const ModuleFunction> ddlConstructors()
{
    return constructors;
}

} // namespace Migrations::Alembic
