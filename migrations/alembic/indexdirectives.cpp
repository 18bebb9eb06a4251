// alembic.op: indexes.
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/schemaitems.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

Operations::Operation createIndex(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("create_index"), arguments);
    Operations::CreateIndex operation;
    operation.index.name = toName(interpreter, reader.required(QStringLiteral("index_name")));
    operation.table = toText(interpreter, QStringLiteral("table_name"), reader.required(QStringLiteral("table_name")));
    for (const Value &part : interpreter.toList(reader.required(QStringLiteral("columns")))) {
        operation.index.parts << toIndexPart(interpreter, part);
        // Alembic wraps text(), and postgresql_ops finds it by itself
        if (const auto *text = part.as<ExpressionObject>(); text && text->content.kind == Schema::Expression::Kind::Template)
            operation.index.parts.last().key = text->content.text;
    }
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    operation.index.unique = reader.truth(reader.keyword(QStringLiteral("unique")), false);
    operation.ifNotExists = reader.truth(reader.keyword(QStringLiteral("if_not_exists")), false);
    static_cast<void>(reader.keyword(QStringLiteral("info")));
    refuseQuote(session, interpreter, QStringLiteral("create_index"), QStringLiteral("quote"),
        reader.keyword(QStringLiteral("quote")).value_or(Value()), operation.index.name.text);
    operation.index.options = takeDialectOptions(session, interpreter, reader, Construct::Index);
    reader.finish();
    return operation;
}

Operations::Operation dropIndex(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("drop_index"), arguments);
    Operations::DropIndex operation;
    operation.name = toName(interpreter, reader.required(QStringLiteral("index_name")));
    operation.table
        = toText(interpreter, QStringLiteral("table_name"), reader.optional(QStringLiteral("table_name"), Value()));
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    operation.ifExists = reader.truth(reader.keyword(QStringLiteral("if_exists")), false);
    for (const QString &meaningless : {QStringLiteral("info"), QStringLiteral("unique")})
        static_cast<void>(reader.keyword(meaningless));
    operation.options = takeDialectOptions(session, interpreter, reader, Construct::Index);
    reader.finish();
    return operation;
}

const Directive directives[] = {
    {u"create_index", createIndex},
    {u"drop_index", dropIndex},
};

} // namespace

std::span<const Directive> indexDirectives()
{
    return directives;
}

} // namespace Migrations::Alembic
