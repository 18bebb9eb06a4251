// alembic.op: indexes.
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/schemaitems.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

Value createIndex(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("create_index"), arguments);
    Operations::CreateIndex operation;
    operation.index.name = toName(interpreter, reader.required(QStringLiteral("index_name")));
    operation.table = toText(interpreter, QStringLiteral("table_name"), reader.required(QStringLiteral("table_name")));
    for (const Value &part : interpreter.toList(reader.required(QStringLiteral("columns"))))
        operation.index.parts << toIndexPart(interpreter, part);
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    operation.index.unique = reader.truth(reader.keyword(QStringLiteral("unique")), false);
    operation.ifNotExists = reader.truth(reader.keyword(QStringLiteral("if_not_exists")), false);
    operation.index.options = takeDialectOptions(interpreter, reader);
    reader.finish();
    session.perform(interpreter, operation);
    return {};
}

Value dropIndex(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("drop_index"), arguments);
    Operations::DropIndex operation;
    operation.name = toName(interpreter, reader.required(QStringLiteral("index_name")));
    operation.table
        = toText(interpreter, QStringLiteral("table_name"), reader.optional(QStringLiteral("table_name"), Value()));
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    operation.ifExists = reader.truth(reader.keyword(QStringLiteral("if_exists")), false);
    operation.options = takeDialectOptions(interpreter, reader);
    reader.finish();
    session.perform(interpreter, operation);
    return {};
}

const ModuleFunction directives[] = {
    {u"create_index", createIndex},
    {u"drop_index", dropIndex},
};

} // namespace

std::span<const ModuleFunction> indexDirectives()
{
    return directives;
}

} // namespace Migrations::Alembic
